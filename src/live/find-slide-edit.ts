import type { Range } from '../model/source.ts'

/** An edit inside one slide. */
export interface SlideEdit {
  index: number
  /** How much longer the file has become. Units: bytes. */
  byteDelta: number
  /** The new source of the slide. */
  text: string
}

/**
 * Finds the only slide in which two versions of a deck file differ. Everything outside its brackets is the same, and its
 * new source is a valid JSON object, so that repairs elsewhere in the file cannot affect it. Returns null if there is no
 * such slide. Compares bytes, because decoding a whole deck takes longer than everything else here.
 * Units: `slides` are byte ranges in `before`.
 */
export function findSlideEdit(before: Uint8Array, after: Uint8Array, slides: readonly Range[]): SlideEdit | null {
  const start = commonPrefixLength(before, after)
  const index = slides.findIndex(({ end }) => start < end)
  const slide = slides[index]
  if (!slide || start <= slide.start) return null
  const byteDelta = after.length - before.length
  // The closing bracket and everything after it must be the same.
  const last = slide.end - 1
  if (last + byteDelta <= slide.start) return null
  if (Buffer.compare(before.subarray(last), after.subarray(last + byteDelta)) !== 0) return null
  const text = decodeUtf8(after.subarray(slide.start, slide.end + byteDelta))
  return text !== null && isJsonObject(text) ? { index, byteDelta, text } : null
}

/** Units: bytes compared at a time. */
const chunkBytes = 4096

function commonPrefixLength(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length)
  const same = (at: number) => Buffer.compare(a.subarray(at, at + chunkBytes), b.subarray(at, at + chunkBytes)) === 0
  let at = 0
  while (at + chunkBytes <= length && same(at)) at += chunkBytes
  while (at < length && a[at] === b[at]) at++
  return at
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const isJsonObject = (text: string): boolean => text.startsWith('{') && isJson(text)

/** Converts ranges in a text to ranges in its bytes. `offset` is the length of what precedes the text. Units: bytes. */
export function toByteRanges(text: string, ranges: readonly Range[], offset: number): Range[] {
  let at = 0
  let bytes = offset
  const upTo = (character: number): number => {
    bytes += Buffer.byteLength(text.slice(at, character))
    at = character
    return bytes
  }
  return ranges.map(({ start, end }) => ({ start: upTo(start), end: upTo(end) }))
}

/** The ranges of the slides after an edit. */
export const shiftRanges = (ranges: readonly Range[], { index, byteDelta }: SlideEdit): Range[] =>
  ranges.map(({ start, end }, i) =>
    i < index ? { start, end } : { start: i === index ? start : start + byteDelta, end: end + byteDelta },
  )
