import type { PageWords } from '../../model/words.ts'
import { element } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import { remainingTime } from '../speaker/speaker-times.ts'
import { formatDuration, type Stopwatch } from '../speaker/stopwatch.ts'

/** The stopwatch of a remote: one button, which starts and pauses it, and shows what is left of the plan. */
export function makeRemoteStopwatch(watch: Stopwatch, { speaker: say }: PageWords, minutes: () => number | null) {
  const elapsed = element('span', { class: 'ui-figure' })
  const left = element('span', { class: 'ui-figure' })
  const sign = element('span', {})
  const part = element('button', { type: 'button', class: 'ui-remote-clock' }, sign, elapsed, left)
  const update = () => {
    const running = watch.running()
    elapsed.textContent = formatDuration(watch.elapsed())
    part.setAttribute('aria-label', `${running ? say.pause : say.start}: ${elapsed.textContent}`)
    if (sign.dataset.icon !== `${running}`) sign.replaceChildren(icon(running ? 'pause' : 'start'))
    sign.dataset.icon = `${running}`
    const planned = minutes()
    left.hidden = planned === null
    if (planned === null) return
    const plan = remainingTime(planned, watch.elapsed())
    left.textContent = plan.text
    left.title = plan.over ? say.over : say.left
    part.classList.toggle('ui-over', plan.over)
    part.classList.toggle('ui-soon', plan.soon)
  }
  part.addEventListener('click', () => {
    if (watch.running()) watch.pause()
    else watch.start()
    update()
  })
  return { part, update }
}
