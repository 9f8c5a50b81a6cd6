import type { Range } from '../model/source.ts'

/** The slide that an edit lies in, and its new source. `by` is how much longer the file has become. Units: bytes. */
export interface SlideEdit {
  index: number
  byteDelta: number
  text: string
}

/**
 * The one slide that two states of a deck's file differ in: everything before its first bracket and after its last is the
 * same, and what lies between is one object of JSON, which cannot reach beyond itself, whatever is repaired elsewhere in the
 * file. Null where there is no such slide.
 * Bytes are compared, since to decode a whole deck takes longer than all the rest.
 * Units: `slides` are ranges of bytes in the first state.
 */
export function findSlideEdit(before: Uint8Array, after: Uint8Array, slides: readonly Range[]): SlideEdit | null {
  const start = commonPrefixLength(before, after)
  const index = slides.findIndex(({ end }) => start < end)
  const slide = slides[index]
  if (!slide || start <= slide.start) return null
  const byteDelta = after.length - before.length
  // From the closing bracket on, nothing may differ.
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

/** Ranges of slides in the bytes of a text whose ranges count characters. `offset` is how many bytes stand before the text. */
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

/** Ranges after a slide has become longer. */
export const shiftRanges = (ranges: readonly Range[], { index, byteDelta }: SlideEdit): Range[] =>
  ranges.map(({ start, end }, i) =>
    i < index ? { start, end } : { start: i === index ? start : start + byteDelta, end: end + byteDelta },
  )
