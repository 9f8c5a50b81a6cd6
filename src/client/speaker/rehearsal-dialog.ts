import type { PageWords } from '../../model/words.ts'
import { makeDialog } from '../parts/dialog.ts'
import { button, element, setLabel } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import { slideHeading } from '../show/client-page.ts'
import type { Show } from '../show/show.ts'
import type { Rehearsal } from './rehearsal.ts'
import { formatDuration } from './stopwatch.ts'

/** Creates the button of the rehearsal, and the dialog that begins it and shows the times beside the planned ones. */
export function makeRehearsalControl(rehearsal: Rehearsal, { page }: Show, words: PageWords, host: HTMLElement) {
  const labels = words.speaker.rehearsal
  const dialog = makeDialog('ui-rehearsal', labels.title, words.close, host)
  const act = (label: string, run: () => void, primary = false) => {
    const one = element('button', { type: 'button', class: `ui-wide${primary ? ' ui-primary' : ''}` }, label)
    one.addEventListener('click', () => {
      run()
      dialog.close()
      update()
    })
    return one
  }
  const cell = (text: string) => element('td', {}, text)
  const row = (name: string, measured: number, planned: number | undefined) =>
    element(
      'tr',
      {},
      cell(name),
      cell(formatDuration(measured)),
      cell(planned === undefined ? '' : formatDuration(planned * 1000)),
    )
  const table = () => {
    const times = [...rehearsal.times()].sort(([a], [b]) => a - b)
    const seconds = page.plan?.seconds
    if (times.length === 0) return element('p', {}, labels.none)
    const rows = times.map(([number, time]) => {
      const first = page.slides.find(({ dataset }) => Number(dataset.slide) === number)
      return row(`${number}. ${first ? slideHeading(first) : ''}`, time, seconds?.[number - 1])
    })
    const measured = times.reduce((sum, [, time]) => sum + time, 0)
    const total = row(
      labels.total,
      measured,
      seconds?.reduce((sum, one) => sum + one, 0),
    )
    const heads = [labels.slide, labels.measured, labels.planned].map((head) => element('th', { scope: 'col' }, head))
    return element('table', {}, element('tr', {}, ...heads), ...rows, total)
  }
  const open = () => {
    rehearsal.tick()
    const parts = rehearsal.isOn()
      ? [table(), act(labels.goOn, () => {}, true), act(labels.discard, rehearsal.discard)]
      : [element('p', {}, labels.about), act(labels.start, rehearsal.start, true)]
    dialog.body.replaceChildren(...parts)
    dialog.open()
  }
  const control = button(icon('rehearsal'), labels.title, 'ui-round ui-rehearse', open)
  const update = () => {
    const isOn = rehearsal.isOn()
    control.classList.toggle('ui-is-on', isOn)
    setLabel(control, isOn ? labels.running.replace('{x}', formatDuration(rehearsal.current())) : labels.title)
  }
  return {
    control,
    isOpen: dialog.isOpen,
    update,
    tick: () => {
      rehearsal.tick()
      update()
    },
  }
}
