import { type HandoutOptions, type PerPage, perPageChoices } from '../../model/handout.ts'
import type { LaidOutDeck } from '../../model/laid-out.ts'
import { textsIn } from '../texts-in-view.ts'

/** The smallest legible size of any text, and of the text proper if a sheet has few slides. Units: pt. */
const minPoints = { any: 6, body: 9 }

/** The largest number of slides per sheet at which the text proper is easy to read. */
const maxSlidesToRead = 4

/** The regions of the text proper. */
const bodyRegion = /^(?:body\d?|data)$/

/** Regions that the header of every sheet repeats at its own size, and regions without text to read. */
const repeatedInHeader = new Set(['logoTitle', 'event', 'footer', 'page', 'number', 'mark'])
const notText = new Set(['footer', 'page', 'number', 'mark'])

/** A text and its page. Units: px on the stage. */
export interface TextSize {
  px: number
  page: number
}

/** The smallest text of the slides, and the smallest of the text proper; null if there is none. */
export interface SmallestTexts {
  any: TextSize | null
  body: TextSize | null
}

/** Finds the smallest texts of the slides. */
export function smallestTexts(
  deck: LaidOutDeck,
  pages: readonly number[],
  { header }: Pick<HandoutOptions, 'header'>,
): SmallestTexts {
  const skipped = header ? repeatedInHeader : notText
  const smallest: SmallestTexts = { any: null, body: null }
  for (const page of pages) {
    for (const { region, view } of deck.pages[page]!.boxes) {
      if (skipped.has(region)) continue
      for (const px of [...textsIn(view).map(({ size }) => size), ...drawnSizes(view)]) {
        if (!smallest.any || px < smallest.any.px) smallest.any = { px, page }
        if (bodyRegion.test(region) && (!smallest.body || px < smallest.body.px)) smallest.body = { px, page }
      }
    }
  }
  return smallest
}

/** The size of the texts of a drawing, such as a chart. */
function drawnSizes(view: unknown): number[] {
  const { marks, size } = (view ?? {}) as { marks?: unknown; size?: unknown }
  return Array.isArray(marks) && typeof size === 'number' ? [size] : []
}

/** A text that is too small at a number of slides per sheet. Units: pt, rounded down to tenths. */
export interface TooSmall {
  page: number
  points: number
  least: number
}

/** Returns the text that is too small to read at a scale: any below 6 pt, the text proper of few slides below 9 pt. */
export function tooSmallAt(perPage: PerPage, { any, body }: SmallestTexts, scale: number): TooSmall | null {
  const small = (text: TextSize | null, least: number): TooSmall | null =>
    text && pointsAt(text, scale) < least ? { page: text.page, points: pointsAt(text, scale), least } : null
  return small(any, minPoints.any) ?? (perPage <= maxSlidesToRead ? small(body, minPoints.body) : null)
}

/** The size of a text on paper. Units: pt, rounded down to tenths. */
export const pointsAt = ({ px }: TextSize, scale: number): number => Math.floor(px * scale * 0.75 * 10 + 1e-6) / 10

/** Returns the largest number of slides per sheet at which all texts are legible; null if they are not even at one. */
export function maxLegiblePerPage(
  texts: SmallestTexts,
  scaleFor: (perPage: PerPage) => number,
  most: PerPage = 9,
): PerPage | null {
  const isLegible = (choice: PerPage) => choice <= most && !tooSmallAt(choice, texts, scaleFor(choice))
  return perPageChoices.findLast(isLegible) ?? null
}
