import type { Lang } from '../../model/lang.ts'
import { rehearsalLimits } from '../../model/wire/rehearsal.ts'
import type { PageWords } from '../../model/words.ts'
import { makeDialog } from '../parts/dialog.ts'
import { button, element, setLabel } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import { slideHeading } from '../show/client-page.ts'
import type { TalkContext } from '../show/talk-context.ts'
import { makePlanTimes } from './plan-times.ts'
import { formatDuration } from './stopwatch.ts'

/**
 * Creates the button of the rehearsal, and the dialog that begins it and shows the times beside the planned ones. In a talk,
 * they can be written into the deck.
 */
export function makeRehearsalControl(
  { rehearsal, show: { page }, share }: Pick<TalkContext, 'rehearsal' | 'show' | 'share'>,
  { words, lang, host }: { words: PageWords; lang: Lang; host: HTMLElement },
) {
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
  const nameOf = (number: number) => {
    const first = page.slides.find(({ dataset }) => Number(dataset.slide) === number)
    return `${number}. ${first ? slideHeading(first) : ''}`
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
      return row(nameOf(number), time, seconds?.[number - 1])
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
  const writeButton = () => {
    const plan = share?.planTimes
    if (!plan || rehearsal.times().size === 0) return []
    const own = plan.words(lang)
    const begin = makePlanTimes({
      words: own,
      plan: plan.plan,
      lang,
      body: dialog.body,
      times: () =>
        [...rehearsal.times()]
          .slice(0, rehearsalLimits.slides)
          .map(([slide, ms]) => ({ slide, ms: Math.min(Math.round(ms), rehearsalLimits.ms) })),
      nameOf,
      back: fill,
    })
    const one = element('button', { type: 'button', class: 'ui-wide' }, own.ask)
    one.addEventListener('click', begin)
    return [one]
  }
  const fill = () => {
    rehearsal.tick()
    const parts = rehearsal.isOn()
      ? [table(), act(labels.goOn, () => {}, true), ...writeButton(), act(labels.discard, rehearsal.discard)]
      : [element('p', {}, labels.about), act(labels.start, rehearsal.start, true)]
    dialog.body.replaceChildren(...parts)
  }
  const open = () => {
    fill()
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
