import { type PlannedSlide, partsOf, planTalk } from '../../../model/talk-plan.ts'
import type { MinutesChange } from '../../../model/wire/rehearsal.ts'

/** Planned times are written in tenths of a minute, six seconds each. Units: milliseconds. */
const stepMs = 6_000

/**
 * Returns the planned times that follow from a rehearsal, as far as they are others than before. Each slide that was shown
 * gets its own. A slide that opens a section has that of the whole section: alone, if only sections are planned; and slides that
 * were not shown keep theirs in it. The time of the talk stays as it is, since others decide about it.
 *
 * Shape: `measured` by index. Units: `total` in minutes, `measured` in milliseconds.
 */
export function rehearsedMinutes(
  slides: readonly PlannedSlide[],
  total: number | null,
  measured: ReadonlyMap<number, number>,
): MinutesChange[] {
  const planned = planTalk(slides, total).plan?.seconds ?? []
  const ownOf = (index: number): number | null => {
    const ms = measured.get(index)
    return ms === undefined ? null : Math.max(1, Math.round(ms / stepMs)) / 10
  }
  const sumOf = (indexes: readonly number[]) => {
    const sum = indexes.reduce((all, index) => all + (ownOf(index) ?? (planned[index] ?? 0) / 60), 0)
    // Never less than its slides together.
    return Math.ceil(sum * 10 - 0.001) / 10
  }
  const parts = partsOf(slides)
  const after = parts.flatMap((first, i): (readonly [number, number])[] => {
    const indexes = Array.from({ length: (parts[i + 1] ?? slides.length) - first }, (_, at) => first + at)
    const shown = indexes.flatMap((index) => {
      const own = ownOf(index)
      return own === null ? [] : [[index, own] as const]
    })
    const opener = slides[first]!
    if (shown.length === 0 || opener.kind !== 'section') return shown
    const within = shown.filter(([index]) => index !== first)
    const isPlannedWhole = opener.minutes !== null && indexes.slice(1).every((index) => slides[index]!.minutes === null)
    const section = opener.minutes !== null || measured.has(first) ? [[first, sumOf(indexes)] as const] : []
    return isPlannedWhole ? section : [...section, ...within]
  })
  return after
    .map(([index, minutes]) => {
      const { minutes: before, kind } = slides[index]!
      return { slide: index + 1, isSection: kind === 'section', before, after: minutes }
    })
    .filter(({ before, after: minutes }) => before === null || Math.abs(before - minutes) >= 0.05)
}
