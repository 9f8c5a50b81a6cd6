/** How long a slide was shown. Its heading finds it again after the deck was edited. Units: milliseconds. */
export interface MeasuredSlide {
  /** Its number, from 1; 0 for a slide that the deck does not have (any more). */
  slide: number
  heading: string
  ms: number
}

/**
 * Finds measured slides again in a deck that was edited: those with the same number and heading, then others by their heading,
 * the nearest first, then those that have another heading now by their distance from the slide before them. Others get 0.
 *
 * Shape: `headings` of all slides, in order.
 */
export function followSlides(measured: readonly MeasuredSlide[], headings: readonly string[]): MeasuredSlide[] {
  const free = new Set(headings.keys())
  const found = new Map<MeasuredSlide, number>()
  const take = (one: MeasuredSlide, index: number | undefined) => {
    if (index !== undefined && free.delete(index)) found.set(one, index)
  }
  const rest = () => measured.filter((one) => !found.has(one))
  for (const one of measured) if (headings[one.slide - 1] === one.heading) take(one, one.slide - 1)
  for (const one of rest()) {
    const distance = (index: number) => Math.abs(index - (one.slide - 1))
    const same = [...free].filter((index) => headings[index] === one.heading)
    take(one, same.sort((a, b) => distance(a) - distance(b))[0])
  }
  for (const one of rest()) {
    const before = [...found.keys()].filter(({ slide }) => slide < one.slide).sort((a, b) => b.slide - a.slide)[0]
    const moved = before ? found.get(before)! - (before.slide - 1) : 0
    const index = one.slide - 1 + moved
    take(one, one.slide > 0 && index < headings.length ? index : undefined)
  }
  return measured.map((one) => {
    const index = found.get(one)
    return index === undefined ? { ...one, slide: 0 } : { ...one, slide: index + 1, heading: headings[index]! }
  })
}

/** Reads what a tab has kept; none if it is damaged. */
export function readMeasured(kept: string): MeasuredSlide[] {
  try {
    const list: unknown = JSON.parse(kept)
    return Array.isArray(list) ? list.filter(isMeasured) : []
  } catch {
    return []
  }
}

const isMeasured = (value: unknown): value is MeasuredSlide => {
  const { slide, heading, ms } = (value ?? {}) as Partial<Record<keyof MeasuredSlide, unknown>>
  return Number.isInteger(slide) && typeof heading === 'string' && Number.isFinite(ms)
}
