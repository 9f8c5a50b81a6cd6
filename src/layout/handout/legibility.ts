import { type HandoutOptions, type PerPage, perPageChoices } from '../../model/handout.ts'
import type { LaidOutDeck, TextView } from '../../model/laid-out.ts'

/** The smallest legible size. Units: pt. */
export const minPoints = 6

/** Regions that the header of every sheet repeats at its own size, and regions without text to read. */
const repeatedInHeader = new Set(['logoTitle', 'event', 'footer', 'page', 'number', 'mark'])
const notText = new Set(['footer', 'page', 'number', 'mark'])

/** Returns the smallest text of the slides and its page; null if there is no text. Units: px on the stage. */
export function smallestText(
  deck: LaidOutDeck,
  pages: readonly number[],
  { header }: Pick<HandoutOptions, 'header'>,
): { px: number; page: number } | null {
  const skipped = header ? repeatedInHeader : notText
  let smallest: { px: number; page: number } | null = null
  for (const page of pages) {
    for (const { region, view } of deck.pages[page]!.boxes) {
      if (skipped.has(region)) continue
      for (const px of textSizesIn(view)) if (!smallest || px < smallest.px) smallest = { px, page }
    }
  }
  return smallest
}

/** Returns the sizes of all texts in a view. */
function textSizesIn(view: unknown): number[] {
  if (typeof view !== 'object' || view === null) return []
  if (isText(view)) return [view.size]
  return Object.values(view).flatMap((inner) => (isText(inner) ? [inner.size] : []))
}

const isText = (view: unknown): view is TextView =>
  typeof view === 'object' && view !== null && 'size' in view && 'lineHeight' in view && typeof view.size === 'number'

/** Returns the largest number of slides per sheet at which a text is legible; null if it is not even at one. */
export function maxLegiblePerPage(
  px: number,
  scaleFor: (perPage: PerPage) => number,
  most: PerPage = 9,
): PerPage | null {
  return perPageChoices.findLast((choice) => choice <= most && toPoints(px * scaleFor(choice)) >= minPoints) ?? null
}

/** Converts px on paper to pt. */
export const toPoints = (px: number): number => px * 0.75
