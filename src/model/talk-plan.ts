/** What is planned for a slide. */
export interface PlannedSlide {
  /** Units: minutes; null if nothing is written. */
  minutes: number | null
  /** `section`: it opens one, and its minutes are those of the whole section. `frame`: a cover or a closing slide. */
  kind: 'section' | 'frame' | 'content'
}

/** What is planned for a slide. `layout`: the name of the one that is asked for. */
export const plannedSlide = ({ layout, minutes }: { layout: string | null; minutes: number | null }): PlannedSlide => ({
  minutes,
  kind: layout === 'section' ? 'section' : layout === 'cover' || layout === 'closing' ? 'frame' : 'content',
})

/** The planned times of a talk. */
export interface TalkPlan {
  /** The planned time of each slide, in order. Units: seconds. */
  seconds: readonly number[]
  /** The indexes of the slides at which the parts of the talk begin: 0, and those of its sections and of its closing. */
  parts: readonly number[]
}

/** Slides that are planned for longer than the section that they are in, or than the talk. Units: minutes. */
export interface ExceededPlan {
  /** The index of the slide that opens the section; null for the talk. */
  section: number | null
  planned: number
  minutes: number
}

/** What is less is a rounding of decimals, and no mistake. Units: minutes. */
const toleranceMinutes = 0.01

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/**
 * Plans a talk. The time of a section that its slides do not say is shared by those that say nothing, or is that of the slide
 * that opens it; so is the time of the talk. Where it is not known, such slides have none.
 *
 * Shape: no plan if no slide has minutes. Units: `total`, the length of the talk, in minutes; null if nothing is written.
 */
export function planTalk(
  slides: readonly PlannedSlide[],
  total: number | null,
): { plan: TalkPlan | null; exceeded: readonly ExceededPlan[] } {
  const exceeded: ExceededPlan[] = []
  const minutes = slides.map(({ minutes: own, kind }) => (kind === 'section' ? null : own))
  const share = (among: readonly number[], all: number, section: number | null): void => {
    const planned = sum(among.map((index) => minutes[index] ?? 0))
    if (planned > all + toleranceMinutes) exceeded.push({ section, planned: rounded(planned), minutes: all })
    const open = among.filter((index) => minutes[index] === null)
    const content = open.filter((index) => slides[index]!.kind === 'content')
    const sharing = content.length > 0 ? content : open
    for (const index of open) minutes[index] = 0
    for (const index of sharing) minutes[index] = Math.max(all - planned, 0) / sharing.length
  }
  const parts = partsOf(slides)
  for (const [i, first] of parts.entries()) {
    const { minutes: all, kind } = slides[first]!
    const end = parts[i + 1] ?? slides.length
    if (kind === 'section' && all !== null) share(range(first, end), all, first)
  }
  if (total !== null) share(range(0, slides.length), total, null)
  const isPlanned = slides.some((slide) => slide.minutes !== null)
  const seconds = minutes.map((one) => Math.round((one ?? 0) * 60))
  return { plan: isPlanned ? { seconds, parts } : null, exceeded }
}

/** The indexes at which the parts of a talk begin. What follows the last section and closes the talk is a part. */
export function partsOf(slides: readonly PlannedSlide[]): number[] {
  const begins = slides.flatMap(({ kind }, index) => (index === 0 || kind === 'section' ? [index] : []))
  const last = slides.length - 1
  return last > 0 && slides[last]!.kind === 'frame' && begins.length > 1 ? [...begins, last] : begins
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)

const rounded = (minutes: number): number => Math.round(minutes * 100) / 100
