import type { Edit } from '../model/source.ts'
import { longestAscending } from './longest-run.ts'

/** A line with its line break. Units: `start` is an offset. */
interface Line {
  text: string
  start: number
}

/**
 * Returns edits that turn a text into another one, for texts of which only both states are known: lines that stand once in each,
 * in the same order, stay, and so do equal lines beside them. Moved lines are taken away and written again.
 */
export function editsBetween(before: string, after: string): Edit[] {
  if (before === after) return []
  const [own, other] = [linesOf(before), linesOf(after)]
  const anchors = [...anchorsOf(own, other), [own.length, other.length] as const]
  const edits: Edit[] = []
  let [i, k] = [0, 0]
  for (const [nextI, nextK] of anchors) {
    let [endI, endK] = [nextI, nextK]
    while (i < endI && k < endK && own[i]!.text === other[k]!.text) [i, k] = [i + 1, k + 1]
    while (i < endI && k < endK && own[endI - 1]!.text === other[endK - 1]!.text) [endI, endK] = [endI - 1, endK - 1]
    const range = { start: offsetOf(own, i, before), end: offsetOf(own, endI, before) }
    const text = after.slice(offsetOf(other, k, after), offsetOf(other, endK, after))
    if (range.end > range.start || text !== '') edits.push(trimmed(before, { ...range, text }))
    ;[i, k] = [nextI, nextK]
  }
  return edits
}

/** A line ends after its line break. */
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start) + 1 || text.length
    lines.push({ text: text.slice(start, end), start })
    start = end
  }
  return lines
}

const offsetOf = (lines: readonly Line[], index: number, text: string): number => lines[index]?.start ?? text.length

/** Pairs of lines that stand once in each text and keep their order. */
function anchorsOf(own: readonly Line[], other: readonly Line[]): (readonly [number, number])[] {
  const [here, there] = [placesOf(own), placesOf(other)]
  const pairs = own.flatMap(({ text }, i) => {
    const place = here.get(text) === i ? there.get(text) : undefined
    return place === undefined || place === null ? [] : [[i, place] as const]
  })
  const stay = longestAscending(pairs.map(([, place]) => place))
  return pairs.filter((_, n) => stay.has(n))
}

/** Where each line stands; null if it stands more than once. */
function placesOf(lines: readonly Line[]): Map<string, number | null> {
  const places = new Map<string, number | null>()
  for (const [i, { text }] of lines.entries()) places.set(text, places.has(text) ? null : i)
  return places
}

/** Leaves out what is the same at both ends, but divides no character. */
function trimmed(source: string, { start, end, text }: Edit): Edit {
  const old = source.slice(start, end)
  const shorter = Math.min(old.length, text.length)
  let head = 0
  while (head < shorter && old[head] === text[head]) head++
  if (head > 0 && isHighSurrogate(old, head - 1)) head--
  let tail = 0
  while (tail < shorter - head && old.at(-1 - tail) === text.at(-1 - tail)) tail++
  if (tail > 0 && isHighSurrogate(old, old.length - tail - 1)) tail--
  return { start: start + head, end: end - tail, text: text.slice(head, text.length - tail) }
}

const isHighSurrogate = (text: string, at: number) => {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code < 0xdc00
}
