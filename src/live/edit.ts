import type { Range } from '../model/source.ts'

/** The slide that an edit lies in. `by` is how much longer the text has become. */
export interface EditedSlide {
  index: number
  /** The slide as it is now. */
  range: Range
  by: number
}

/**
 * The one slide that two texts of a deck differ in: everything before its first bracket and after its last is the same, and
 * what lies between is one object again. Null where there is no such slide. `slides` are the ranges in the first text.
 */
export function editedSlide(before: string, after: string, slides: readonly Range[]): EditedSlide | null {
  const start = samePrefix(before, after)
  const index = slides.findIndex(({ end }) => start < end)
  const slide = slides[index]
  if (!slide || start <= slide.start) return null
  const by = after.length - before.length
  // Nothing may differ from the closing bracket on.
  const tail = slide.end - 1
  if (tail + by <= slide.start || before.slice(tail) !== after.slice(tail + by)) return null
  const range = { start: slide.start, end: slide.end + by }
  return isObject(after.slice(range.start, range.end)) ? { index, range, by } : null
}

/** Units: UTF-16 units compared at a time, which is much quicker than one by one. */
const stride = 4096

function samePrefix(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  let at = 0
  while (at + stride <= length && a.slice(at, at + stride) === b.slice(at, at + stride)) at += stride
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return at
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

/** Ranges after a slide has become longer. */
export const shiftedFrom = (ranges: readonly Range[], { index, range, by }: EditedSlide): Range[] =>
  ranges.map((one, i) => (i < index ? one : i === index ? range : { start: one.start + by, end: one.end + by }))
