import { contrastRatio, isDark, isHexColor, minContrast, readableColor } from '../model/color.ts'
import type { LaidOutDeck, LaidOutPage } from '../model/laid-out.ts'

type ThemeColors = LaidOutDeck['colors']

const paperColor = '#ffffff'

/** The contrast of dark text in the ink-saving mode. Source: WCAG 2.2 AAA. */
const strongContrast = 7

/** The colours that are used as backgrounds. */
const backgrounds = new Set(['ground', 'deep', 'scrim', 'tint'])

/**
 * Returns the colours of a theme for white paper: all backgrounds white, all text dark enough, lines in the accent colour.
 * Colours of the deep background (`deepInk`) become those of the plain one.
 */
export function paperColors(colors: ThemeColors): ThemeColors {
  const plain = { ...colors, ink: darkestText(colors), rule: colors.accent ?? darkestText(colors) }
  const dark = isDark(colors.ground ?? paperColor)
  const names = Object.keys(plain)
  const known = new Map(names.map((name) => [name, colorOnPaper(name, plain, dark)]))
  return Object.fromEntries(names.map((name) => [name, known.get(plainNameOf(name, plain)) ?? paperColor]))
}

/** Returns the colour that replaces another on paper: `ink` for `deepInk` and `scrimInk`. */
function plainNameOf(name: string, colors: ThemeColors): string {
  const twin = /^(?:deep|scrim)([A-Z].*)$/.exec(name)?.[1]
  const plain = twin && twin[0]!.toLowerCase() + twin.slice(1)
  return plain && plain in colors ? plain : name
}

function colorOnPaper(name: string, colors: ThemeColors, dark: boolean): string {
  if (backgrounds.has(name)) return paperColor
  const color = colors[name]!
  if (!isHexColor(color)) return color
  if (name === 'mark') return readableColor(color, [paperColor], minContrast.graphics)
  const ours = ['ink', 'soft', 'accent', 'rule'].includes(name)
  return ours || dark ? readableColor(color, [paperColor], minContrast.text) : color
}

/** Returns a dark colour of the theme for text: its ink, or the background of its light text. */
function darkestText({ ink, ground, deep }: ThemeColors): string {
  const dark = [ink, ground, deep].find(
    (color) => color && isHexColor(color) && contrastRatio(color, paperColor) >= strongContrast,
  )
  return dark ?? '#000000'
}

/** The opacity of white over a picture behind text: dark text needs more than light text on black. */
const whiteScrim = { strip: 0.88, veil: 0.86 }

/** Returns the deck for white paper: without background colours, with its pictures. */
export function toInkSaving(deck: LaidOutDeck): LaidOutDeck {
  const { strip, veil } = deck.theme.scrim
  const scrim = { strip: Math.max(strip, whiteScrim.strip), veil: Math.max(veil, whiteScrim.veil) }
  return {
    ...deck,
    theme: { ...deck.theme, scrim },
    colors: paperColors(deck.colors),
    pages: deck.pages.map(withoutColorBackground),
  }
}

const withoutColorBackground = (page: LaidOutPage): LaidOutPage =>
  page.background !== null && isHexColor(page.background) ? { ...page, background: null } : page
