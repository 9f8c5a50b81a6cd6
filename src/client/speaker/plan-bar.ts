import type { TalkPlan } from '../../model/talk-plan.ts'
import type { PageWords } from '../../model/words.ts'
import { element } from '../parts/element.ts'
import { type ClientPage, slideHeading } from '../show/client-page.ts'
import type { Show } from '../show/show.ts'
import { minutesBehind, placeOfPage } from './pace.ts'
import type { Stopwatch } from './stopwatch.ts'

/** More slides than this are not told apart in the bar of a talk without sections. */
const maxSlides = 24

/** A part of a talk in the bar: slides from an index to before another. Units: seconds. */
interface PlannedPart {
  from: number
  to: number
  seconds: number
}

/** Returns the parts that a bar shows: sections, else slides. Those without a time take no place. */
export function plannedParts({ seconds, parts }: TalkPlan): PlannedPart[] {
  const bySlide = parts.length < 2 && seconds.length <= maxSlides
  const begins = bySlide ? seconds.map((_, index) => index) : parts
  return begins
    .map((from, i) => {
      const to = begins[i + 1] ?? seconds.length
      return { from, to, seconds: seconds.slice(from, to).reduce((sum, one) => sum + one, 0) }
    })
    .filter((part) => part.seconds > 0)
}

/** Writes a planned time: `2`, or `2:30`. Units: `seconds` in seconds. */
export function formatMinutes(seconds: number): string {
  const rest = seconds % 60
  const minutes = `${Math.floor(seconds / 60)}`
  return rest === 0 ? minutes : `${minutes}:${`${rest}`.padStart(2, '0')}`
}

/** Creates the bar of the planned time, with the present moment, and what it says about the pace. */
export function makePlanBar({ page, index }: Show, words: PageWords, stopwatch: Stopwatch) {
  const labels = words.speaker.plan
  const bar = element('div', { class: 'ui-plan-bar', 'aria-hidden': 'true' })
  const now = element('span', { class: 'ui-plan-now' })
  const pace = element('p', { class: 'ui-pace' })
  const part = element('section', { class: 'ui-plan', 'aria-label': labels.title }, bar, pace)
  let drawn: TalkPlan | undefined
  let drawnSlides: ClientPage['slides'] | undefined
  let shown: (PlannedPart & { box: HTMLElement })[] = []

  const headingOf = (slide: number) => {
    const first = page.slides.find(({ dataset }) => Number(dataset.slide) === slide + 1)
    return first ? slideHeading(first) : ''
  }
  const draw = (plan: TalkPlan) => {
    shown = plannedParts(plan).map((planned) => {
      const time = labels.minutes.replace('{x}', formatMinutes(planned.seconds))
      const name = element('span', { class: 'ui-plan-name' }, headingOf(planned.from))
      const box = element('div', { class: 'ui-plan-part' }, name, element('span', { class: 'ui-plan-time' }, time))
      box.style.flexGrow = `${planned.seconds}`
      return { ...planned, box }
    })
    bar.replaceChildren(...shown.map(({ box }) => box), now)
  }
  const tick = () => {
    const { plan } = page
    const slide = page.slides[index()]
    if (!plan || !slide) return
    const elapsed = stopwatch.elapsed()
    const total = plan.seconds.reduce((sum, one) => sum + one, 0)
    now.style.left = `${Math.min(elapsed / (total * 10), 100)}%`
    const behind = stopwatch.used() ? minutesBehind(plan, placeOfPage(slide), elapsed) : null
    const text = behind === null ? '' : behind === 0 ? labels.onTime : behind > 0 ? labels.behind : labels.ahead
    const sentence = text.replace('{x}', `${Math.abs(behind ?? 0)}`)
    // Screen readers would read it at each tick.
    if (pace.textContent !== sentence) pace.textContent = sentence
    part.classList.toggle('ui-is-behind', (behind ?? 0) > 0)
  }
  return {
    part,
    tick,
    update: () => {
      const { plan, slides } = page
      part.hidden = !plan?.seconds.some((one) => one > 0)
      if (!plan || part.hidden) return
      if (plan !== drawn || slides !== drawnSlides) draw(plan)
      drawn = plan
      drawnSlides = slides
      const slide = placeOfPage(page.slides[index()] as HTMLElement).slide
      for (const { from, to, box } of shown) box.classList.toggle('ui-is-now', from <= slide && slide < to)
      tick()
    },
  }
}
