import type { LaidOutDeck, TextView } from '../../model/laid-out.ts'

/**
 * From so many heights of the picture away, a text of the full height of the picture could still be read: its capitals, 0.7 of
 * the size, are seen at 16 minutes of arc, the least of ISO 9241-303.
 */
const readableHeights = 0.7 / Math.tan((16 / 60) * (Math.PI / 180))

/** The smallest text of the slides. */
export interface SmallestText {
  /** The number of its slide. */
  slide: number
  /** How far away it can be read. Units: heights of the picture. */
  heights: number
}

/** Finds it; null if no slide has a text. Footers and footnotes are not read from the last row. */
export function smallestText({ pages, stage }: LaidOutDeck): SmallestText | null {
  let smallest: { slide: number; size: number } | null = null
  for (const { boxes, slide } of pages) {
    for (const { sources = [], view } of boxes) {
      const size = sources.length > 0 ? sizeOf(view) : Number.POSITIVE_INFINITY
      if (size < (smallest?.size ?? Number.POSITIVE_INFINITY)) smallest = { slide: slide + 1, size }
    }
  }
  return smallest && { slide: smallest.slide, heights: (smallest.size / stage.height) * readableHeights }
}

/** The smallest size of the texts in a view, whatever its block type. */
function sizeOf(view: unknown): number {
  if (Array.isArray(view)) return Math.min(...view.map(sizeOf), Number.POSITIVE_INFINITY)
  if (typeof view !== 'object' || view === null || view instanceof Uint8Array) return Number.POSITIVE_INFINITY
  if (isText(view)) return view.page.paragraphs.length > 0 ? view.size : Number.POSITIVE_INFINITY
  return Math.min(...Object.values(view).map(sizeOf), Number.POSITIVE_INFINITY)
}

const isText = (view: object): view is TextView => 'style' in view && 'size' in view && 'page' in view
