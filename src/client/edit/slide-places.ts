import type { JsonValue } from '../../model/source.ts'
import { isSame } from './values.ts'

/**
 * Returns where the slides of a list are in a later state of it, which others may have changed.
 *
 * Shape: the new index by the old one; null for a slide that is gone. A slide that was changed keeps its place among those
 * around it, if as many stand there as before.
 */
export function slidePlaces(before: readonly JsonValue[], after: readonly JsonValue[]): readonly (number | null)[] {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && isSame(before[head], after[head])) head++
  let tail = 0
  while (tail < most - head && isSame(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail++
  const [end, shift] = [before.length - tail, after.length - before.length]
  const found = indexesByContent(after, head, after.length - tail)
  const places = before.map((slide, index) => {
    if (index < head) return index
    if (index >= end) return index + shift
    return found.get(JSON.stringify(slide))?.pop() ?? null
  })
  placeChanged(places, after.length)
  return places
}

/** Indexes in a list of slides: of those that an earlier state of it does not have, and of those that are not as they were. */
export interface SlideChanges {
  added: readonly number[]
  changed: readonly number[]
}

/** Returns what has become of a list of slides, apart from places. */
export function slidesChanged(before: readonly JsonValue[], after: readonly JsonValue[]): SlideChanges {
  const places = slidePlaces(before, after)
  const origins = new Map(places.flatMap((place, index) => (place === null ? [] : [[place, index] as const])))
  const added = [...after.keys()].filter((index) => !origins.has(index))
  const changed = [...origins].filter(([place, index]) => !isSame(before[index], after[place])).map(([place]) => place)
  return { added, changed: changed.sort((a, b) => a - b) }
}

/** The indexes of equal slides in a part of a list, the first one last. */
function indexesByContent(slides: readonly JsonValue[], start: number, end: number): Map<string, number[]> {
  const indexes = new Map<string, number[]>()
  for (let index = end - 1; index >= start; index--) {
    const content = JSON.stringify(slides[index])
    const same = indexes.get(content)
    if (same) same.push(index)
    else indexes.set(content, [index])
  }
  return indexes
}

/** Gives slides that are not there as they were the places between those that stand around them, if there are as many. */
function placeChanged(places: (number | null)[], count: number): void {
  for (let start = 0; start < places.length; start++) {
    if (places[start] !== null) continue
    let end = start
    while (end < places.length && places[end] === null) end++
    const first = start === 0 ? 0 : places[start - 1]! + 1
    const next = end === places.length ? count : places[end]!
    if (next - first === end - start)
      for (let index = start; index < end; index++) places[index] = first + index - start
    start = end
  }
}
