import type { PageWords } from '../../model/words.ts'
import { button, element } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import type { ClientPage } from '../show/client-page.ts'
import { formatDuration, type Stopwatch } from './stopwatch.ts'

/** The times of the speaker view: the clock, how long the talk has lasted, how long it may still last. */
export interface SpeakerTimes {
  parts: HTMLElement[]
  update(): void
}

/** What is left of a plan, or by how much it is overdrawn. Units: milliseconds, what is left in whole seconds. */
export function remainingTime(minutes: number, elapsedMs: number): { text: string; over: boolean; soon: boolean } {
  const rest = minutes * 60_000 - elapsedMs
  const over = rest < 0
  const text = over ? `−${formatDuration(rest)}` : formatDuration(Math.ceil(rest / 1000) * 1000)
  return { text, over, soon: !over && rest < 60_000 }
}

/** Writes the time of a day as `09:05`: the first minutes of one are `00:05`, which `hour12: false` makes `24:05` in English. */
export const clockFormat = (lang: string): ((time: Date) => string) =>
  new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format

const part = (className: string, label: HTMLElement, ...content: Node[]) =>
  element('div', { class: `ui-part ui-${className}` }, label, ...content)
const labelled = (text: string) => element('span', { class: 'ui-label' }, text)
const figure = () => element('span', { class: 'ui-figure' })

/** Makes them. They change when `update` is called. */
export function makeTimes({ lang, minutes }: ClientPage, words: PageWords, watch: Stopwatch): SpeakerTimes {
  const say = words.speaker
  const timeOfDay = clockFormat(lang)
  const [clock, elapsed, left] = [figure(), figure(), figure()]
  const leftLabel = labelled(say.left)
  const toggle = button(icon('start'), say.start, 'ui-round', () => {
    if (watch.running()) watch.pause()
    else watch.start()
    update()
  })
  const reset = button(icon('reset'), say.reset, 'ui-round', () => {
    watch.reset()
    update()
  })
  const leftPart = part('left', leftLabel, left)
  leftPart.hidden = minutes === null

  const update = () => {
    const running = watch.running()
    clock.textContent = timeOfDay(new Date())
    elapsed.textContent = formatDuration(watch.elapsed())
    toggle.title = running ? say.pause : say.start
    toggle.setAttribute('aria-label', toggle.title)
    if (toggle.dataset.icon !== `${running}`) toggle.replaceChildren(icon(running ? 'pause' : 'start'))
    toggle.dataset.icon = `${running}`
    if (minutes === null) return
    const plan = remainingTime(minutes, watch.elapsed())
    leftLabel.textContent = plan.over ? say.over : say.left
    left.textContent = plan.text
    leftPart.classList.toggle('ui-over', plan.over)
    leftPart.classList.toggle('ui-soon', plan.soon)
  }
  return {
    parts: [
      part('clock', labelled(say.clock), clock),
      part('elapsed', labelled(say.elapsed), elapsed, toggle, reset),
      leftPart,
    ],
    update,
  }
}
