import { type HandoutOptions, type PerPage, perPageChoices } from '../../model/handout.ts'
import type { LaidOutDeck, TextView } from '../../model/laid-out.ts'

/** Below this nobody reads. Units: pt. */
export const minPoints = 6

/** What the header of every sheet says again, in a size of its own, and what is no text to read. */
const repeatedInHeader = new Set(['logoTitle', 'event', 'footer', 'page', 'number', 'mark'])
const notText = new Set(['footer', 'page', 'number', 'mark'])

/** The smallest text of the slides, and the page where it stands. Units: px on the stage; null where there is no text. */
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

/** The sizes of the texts that a view draws: its own, or those inside it. */
function textSizesIn(view: unknown): number[] {
  if (typeof view !== 'object' || view === null) return []
  if (isText(view)) return [view.size]
  return Object.values(view).flatMap((inner) => (isText(inner) ? [inner.size] : []))
}

const isText = (view: unknown): view is TextView =>
  typeof view === 'object' && view !== null && 'size' in view && 'lineHeight' in view && typeof view.size === 'number'

/** The most slides a sheet, of those to choose from, at which a text prints large enough; null where even one is too many. */
export function maxLegiblePerPage(
  px: number,
  scaleFor: (perPage: PerPage) => number,
  most: PerPage = 9,
): PerPage | null {
  return perPageChoices.findLast((choice) => choice <= most && toPoints(px * scaleFor(choice)) >= minPoints) ?? null
}

/** Pixels of paper as points. */
export const toPoints = (px: number): number => px * 0.75
