import type { BlockContext } from '../model/block-type.ts'
import type { PlacedBox } from '../model/laid-out.ts'
import type { Lang } from '../model/lang.ts'
import type { Paragraph } from '../model/text.ts'
import type { Region, Theme } from '../model/theme.ts'
import { styleOf, type TypesetText, textBox } from './typeset-text.ts'

/** A size of a text style. Units: px. */
export interface SizeStep {
  style: string
  size: number
}

/** Returns the sizes of several styles of a theme as one scale, largest first. Styles that the theme lacks are skipped. */
export function sizeScale(styles: readonly string[], theme: Theme): SizeStep[] {
  const steps = styles.flatMap((style) => (theme.styles[style]?.sizes ?? []).map((size) => ({ style, size })))
  const distinct = steps.filter(({ size }, i) => steps.findIndex((one) => one.size === size) === i)
  return distinct.sort((a, b) => b.size - a.size)
}

/** More than any text is high. Units: px. */
const unlimited = 1_000_000

/** Sets a text at one size in a column of a width, however high it becomes. Units: px. */
export function typesetAtSize(
  { paragraphs, lang, width }: { paragraphs: readonly Paragraph[]; lang: Lang; width: number },
  { style, size }: SizeStep,
  { fitter, theme }: Pick<BlockContext, 'fitter' | 'theme'>,
): TypesetText {
  const own = { ...styleOf({ style }, theme), sizes: [size], maxLines: null, balance: false }
  const box = { width: Math.max(1, Math.floor(width)), height: unlimited }
  return {
    ...fitter.fit({ paragraphs, style: own, first: box, next: box, pages: 'one', lang, hyphens: 'regular' }),
    paragraphs,
  }
}

/** The height of a text that was set on one page. Units: whole px. */
export const heightOf = ({ pages }: TypesetText): number => Math.ceil(pages[0]!.height)

/** The width of the longest line of a text. Units: whole px. */
export const widthOf = ({ pages }: TypesetText): number =>
  Math.ceil(
    Math.max(0, ...pages[0]!.paragraphs.flatMap(({ lines, indent }) => lines.map(({ width }) => width + indent))),
  )

/** Whether a word is wider than its line: it is cut, or alone on a line and yet divided. */
export const cutsWord = ({ pages }: TypesetText): boolean =>
  pages[0]!.paragraphs.some(({ lines }) =>
    lines.some(({ end, runs }) => {
      if (end === 'hyphen') return !runs.some(({ text }) => text.includes(' '))
      return end === 'inside' && /[\p{L}\p{N}]$/u.test(runs.at(-1)?.text ?? '')
    }),
  )

/**
 * Creates a box inside another one, of a text set by `typesetAtSize`: as high as its lines, at a position. Its sources are those
 * of the outer box.
 */
export function boxAtSize(
  fitted: TypesetText,
  { style }: Pick<SizeStep, 'style'>,
  at: { x: number; y: number; width: number; name: string; lang: Lang },
  { theme }: Pick<BlockContext, 'theme'>,
): PlacedBox {
  const { x, y, width, name, lang } = at
  const region: Region = { x, y, width, height: heightOf(fitted), style, align: 'top' }
  const { sources: _, ...box } = textBox(fitted, 0, region, { name, lang, theme })
  return box
}
