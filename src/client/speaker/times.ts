import { button, element } from '../element.ts'
import { icon } from '../icons.ts'
import type { Page } from '../page.ts'
import { duration, makeStopwatch } from './stopwatch.ts'

/** The times of the speaker view: the clock, how long the talk has lasted, how long it may still last. */
export interface Times {
  parts: HTMLElement[]
  /** Starts the stopwatch, unless the speaker has already used it. */
  begin(): void
  update(): void
}

const part = (className: string, label: HTMLElement, ...content: Node[]) =>
  element('div', { class: `ui-part ui-${className}` }, label, ...content)
const labelled = (text: string) => element('span', { class: 'ui-label' }, text)
const figure = () => element('span', { class: 'ui-figure' })

/** Makes them. They change when `update` is called. */
export function makeTimes({ words, lang, minutes }: Page): Times {
  const say = words.speaker
  const watch = makeStopwatch(() => performance.now())
  const clockFormat = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hour12: false })
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
    clock.textContent = clockFormat.format(new Date())
    elapsed.textContent = duration(watch.elapsed())
    toggle.title = running ? say.pause : say.start
    toggle.setAttribute('aria-label', toggle.title)
    if (toggle.dataset.icon !== `${running}`) toggle.replaceChildren(icon(running ? 'pause' : 'start'))
    toggle.dataset.icon = `${running}`
    if (minutes === null) return
    const rest = minutes * 60_000 - watch.elapsed()
    const over = rest < 0
    leftLabel.textContent = over ? say.over : say.left
    left.textContent = duration(over ? rest : Math.ceil(rest / 1000) * 1000)
    leftPart.classList.toggle('ui-over', over)
    leftPart.classList.toggle('ui-soon', !over && rest < 60_000)
  }
  return {
    parts: [
      part('clock', labelled(say.clock), clock),
      part('elapsed', labelled(say.elapsed), elapsed, toggle, reset),
      leftPart,
    ],
    begin: () => watch.used() || watch.start(),
    update,
  }
}
