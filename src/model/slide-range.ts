/** Numbers of slides, from 1. Both ends are included; `to` is null if the range is open. */
export type SlideRange = readonly { from: number; to: number | null; written: string }[]

/** Reads `2-5,9` or `7-`; null where that is no range of slides. */
export function parseRange(text: string): SlideRange | null {
  const parts = text.split(/[,;]/).map((part) => /^\s*(\d{1,6})\s*(?:([-–—])\s*(\d{1,6})?\s*)?$/.exec(part))
  const range = parts.map((part) => {
    if (!part) return null
    const [written, first, dash, last] = part
    const from = Number(first)
    const to = dash === undefined ? from : last === undefined ? null : Number(last)
    return from >= 1 && (to ?? from) >= from ? { from, to, written: written.trim() } : null
  })
  return range.every((part) => part !== null) ? range : null
}

/** Whether a slide belongs to a range. */
export const includesSlide = (range: SlideRange, slide: number): boolean =>
  range.some(({ from, to }) => slide >= from && (to === null || slide <= to))

/** The first part of a range that names slides which a deck of so many does not have; null where it has them all. */
export const firstOutOfRange = (range: SlideRange, slides: number): string | null =>
  range.find(({ from, to }) => from > slides || (to ?? from) > slides)?.written ?? null
