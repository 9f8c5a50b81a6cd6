/** Ranges of slide numbers, counted from 1. Both ends are included; `to` is null if the range is open. */
export type SlideRange = readonly { from: number; to: number | null; written: string }[]

/** Parses `2-5,9` or `7-`; returns null for anything else. */
export function parseRange(text: string): SlideRange | null {
  const parts = text.split(/[,;]/).map((part) => /^(\d{1,6})\s*(?:([-–—])\s*(\d{1,6})?)?$/.exec(part.trim()))
  const range = parts.map((part) => {
    if (!part) return null
    const [written, first, dash, last] = part
    const from = Number(first)
    const to = dash === undefined ? from : last === undefined ? null : Number(last)
    return from >= 1 && (to ?? from) >= from ? { from, to, written } : null
  })
  return range.every((part) => part !== null) ? range : null
}

/** A range as it stands in the name of a file: `3-7`, `2-5,9`. Of a long one, the beginning and how many parts follow. */
export function rangeLabel(range: SlideRange): string {
  const parts = range.map(({ from, to }) => (to === from ? `${from}` : `${from}-${to ?? ''}`))
  const shown = parts.slice(0, maxLabelParts).join(',')
  return parts.length > maxLabelParts ? `${shown}+${parts.length - maxLabelParts}` : shown
}

/** A file name has room for so many parts of a range. */
const maxLabelParts = 8

/** Whether a range includes a slide. */
export const includesSlide = (range: SlideRange, slide: number): boolean =>
  range.some(({ from, to }) => slide >= from && (to === null || slide <= to))

/** Returns the first part of a range that is outside a deck with this number of slides, or null. */
export const firstOutOfRange = (range: SlideRange, slides: number): string | null =>
  range.find(({ from, to }) => from > slides || (to ?? from) > slides)?.written ?? null
