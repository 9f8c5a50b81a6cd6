import type { PageWords } from '../../model/words.ts'
import { element } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import { remainingTime } from '../speaker/speaker-times.ts'
import { formatDuration, type Stopwatch } from '../speaker/stopwatch.ts'

/** Creates the stopwatch of a remote: a button that starts and pauses it, and shows the elapsed and the remaining time. */
export function makeRemoteStopwatch(
  stopwatch: Stopwatch,
  { speaker: labels }: PageWords,
  minutes: () => number | null,
) {
  const time = () => {
    const [label, figure] = [element('span', { class: 'ui-label' }), element('span', { class: 'ui-figure' })]
    return { label, figure, part: element('span', { class: 'ui-time' }, label, ' ', figure) }
  }
  const [elapsed, left] = [time(), time()]
  elapsed.label.textContent = labels.elapsed
  const iconHolder = element('span', {})
  // The name of the button contains the times that it shows, so that voice control and screen readers agree with them.
  const action = element('span', { class: 'ui-live' })
  const part = element(
    'button',
    { type: 'button', class: 'ui-remote-clock' },
    iconHolder,
    action,
    elapsed.part,
    ' ',
    left.part,
  )
  const update = () => {
    const running = stopwatch.running()
    elapsed.figure.textContent = formatDuration(stopwatch.elapsed())
    action.textContent = `${running ? labels.pause : labels.start}: `
    if (iconHolder.dataset.icon !== `${running}`) iconHolder.replaceChildren(icon(running ? 'pause' : 'start'))
    iconHolder.dataset.icon = `${running}`
    const planned = minutes()
    left.part.hidden = planned === null
    if (planned === null) return
    const rest = remainingTime(planned, stopwatch.elapsed())
    left.figure.textContent = rest.text
    left.label.textContent = rest.over ? labels.over : labels.left
    part.classList.toggle('ui-over', rest.over)
    part.classList.toggle('ui-soon', rest.soon)
  }
  part.addEventListener('click', () => {
    if (stopwatch.running()) stopwatch.pause()
    else stopwatch.start()
    update()
  })
  return { part, update }
}
