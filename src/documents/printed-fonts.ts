import type { Edition } from '../build.ts'
import { pageFontsOf } from '../fonts/characters.ts'
import { installableFamilies } from '../fonts/print-fonts.ts'
import type { FontStyle } from '../model/font-style.ts'
import { fontStyles, type PageFont } from '../render/theme-css.ts'

/** Returns the style sheets of fonts for a page that is printed. */
export const toFontStyles = (fonts: readonly PageFont[]): FontStyle[] => fontStyles(fonts, installableFamilies(fonts))

/** Returns the style sheets of the fonts that a PDF of an edition needs, with every character that it shows. */
export const printedFonts = async (edition: Edition, characters: ReadonlySet<string>): Promise<FontStyle[]> =>
  toFontStyles(await pageFontsOf(edition, characters))
