import type { TalkPlan } from '../../model/talk-plan.ts'

/** What is less counts as on time: who talks looks at slides, not at seconds. Units: milliseconds. */
const onTimeMs = 60_000

/** A page of a slide. Shape: `slide` is an index; `part` of `parts` is counted from 1. */
export interface PagePlace {
  slide: number
  part: number
  parts: number
}

/** Reads which page of which slide an element is. */
export const placeOfPage = ({ dataset }: HTMLElement): PagePlace => ({
  slide: Number(dataset.slide) - 1,
  part: Number(dataset.part),
  parts: Number(dataset.parts),
})

/** Returns when a page is planned to begin and to end. The time of a slide is shared by its pages. Units: milliseconds. */
export function plannedSpan({ seconds }: TalkPlan, { slide, part, parts }: PagePlace): { start: number; end: number } {
  const before = seconds.slice(0, slide).reduce((sum, one) => sum + one, 0)
  const own = seconds[slide] ?? 0
  return { start: (before + (own * (part - 1)) / parts) * 1000, end: (before + (own * part) / parts) * 1000 }
}

/**
 * Returns by how much a talk is behind its plan, or ahead of it if negative; 0 while it is on time.
 * Units: whole minutes; `elapsedMs` in milliseconds.
 */
export function minutesBehind(plan: TalkPlan, place: PagePlace, elapsedMs: number): number {
  const { start, end } = plannedSpan(plan, place)
  const behindMs = elapsedMs > end ? elapsedMs - end : Math.min(elapsedMs - start, 0)
  return Math.abs(behindMs) < onTimeMs ? 0 : Math.round(behindMs / 60_000)
}
