import type { PageWords } from '../../model/words.ts'
import { button, element, setLabel } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import type { ClientPage } from '../show/client-page.ts'
import { formatDuration, type Stopwatch } from './stopwatch.ts'

/** The times of the speaker view: time of day, elapsed time, remaining time. */
export interface SpeakerTimes {
  parts: HTMLElement[]
  update(): void
}

/** Returns what is left of the planned minutes, or by how much they are exceeded. Units: `elapsedMs` in milliseconds. */
export function remainingTime(minutes: number, elapsedMs: number): { text: string; over: boolean; soon: boolean } {
  const rest = minutes * 60_000 - elapsedMs
  const over = rest < 0
  const text = over ? `−${formatDuration(rest)}` : formatDuration(Math.ceil(rest / 1000) * 1000)
  return { text, over, soon: !over && rest < 60_000 }
}

/** Formats the time of day as `09:05`. Five past midnight is `00:05`; `hour12: false` would give `24:05` in English. */
export const clockFormat = (lang: string): ((time: Date) => string) =>
  new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format

const part = (className: string, label: HTMLElement, ...content: Node[]) =>
  element('div', { class: `ui-part ui-${className}` }, label, ...content)
const label = (text: string) => element('span', { class: 'ui-label' }, text)
const figure = () => element('span', { class: 'ui-figure' })

/** Creates the times. Call `update` regularly. */
export function makeTimes({ lang, minutes }: ClientPage, words: PageWords, stopwatch: Stopwatch): SpeakerTimes {
  const labels = words.speaker
  const timeOfDay = clockFormat(lang)
  const [clock, elapsed, left] = [figure(), figure(), figure()]
  const leftLabel = label(labels.left)
  const toggle = button(icon('start'), labels.start, 'ui-round', () => {
    if (stopwatch.running()) stopwatch.pause()
    else stopwatch.start()
    update()
  })
  const reset = button(icon('reset'), labels.reset, 'ui-round', () => {
    stopwatch.reset()
    update()
  })
  const leftPart = part('left', leftLabel, left)
  leftPart.hidden = minutes === null

  const update = () => {
    const running = stopwatch.running()
    clock.textContent = timeOfDay(new Date())
    elapsed.textContent = formatDuration(stopwatch.elapsed())
    setLabel(toggle, running ? labels.pause : labels.start)
    if (toggle.dataset.icon !== `${running}`) toggle.replaceChildren(icon(running ? 'pause' : 'start'))
    toggle.dataset.icon = `${running}`
    if (minutes === null) return
    const rest = remainingTime(minutes, stopwatch.elapsed())
    leftLabel.textContent = rest.over ? labels.over : labels.left
    left.textContent = rest.text
    leftPart.classList.toggle('ui-over', rest.over)
    leftPart.classList.toggle('ui-soon', rest.soon)
  }
  return {
    parts: [
      part('clock', label(labels.clock), clock),
      part('elapsed', label(labels.elapsed), elapsed, toggle, reset),
      leftPart,
    ],
    update,
  }
}
