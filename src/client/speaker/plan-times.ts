import type { MeasuredTime, MinutesChange, RehearsalDraft, RehearsalMessage } from '../../model/wire/rehearsal.ts'
import type { PresentWords } from '../../model/wire/talk-words.ts'
import { element } from '../parts/element.ts'
import type { PlanTimes } from '../show/talk-context.ts'
import { formatDuration } from './stopwatch.ts'

/** Options of `makePlanTimes`. */
export interface PlanTimesOptions {
  words: PresentWords['rehearsal']
  plan: PlanTimes['plan']
  lang: Parameters<PlanTimes['plan']>[1]
  /** What fills the dialog meanwhile. */
  body: HTMLElement
  times(): readonly MeasuredTime[]
  /** Returns `3. Three offices` for a slide. */
  nameOf(slide: number): string
  /** Shows the measured times again. */
  back(): void
}

/** Shows how the deck would change after a rehearsal, and writes it on request. Returns what begins that. */
export function makePlanTimes({ words, plan, lang, body, times, nameOf, back }: PlanTimesOptions): () => void {
  const text = (sentence: string, attributes = {}) => element('p', attributes, sentence)
  const act = (label: string, run: () => void, primary = false) => {
    const one = element('button', { type: 'button', class: `ui-wide${primary ? ' ui-primary' : ''}` }, label)
    one.addEventListener('click', run)
    return one
  }
  const show = (...parts: HTMLElement[]) => {
    body.replaceChildren(...parts)
    parts.find((part) => part instanceof HTMLButtonElement)?.focus()
  }
  const minutesText = (minutes: number | null) =>
    minutes === null ? '—' : formatDuration(Math.round(minutes * 60) * 1000)
  const row = ({ slide, isSection, before, after }: MinutesChange) => {
    const name = isSection ? words.section.replace('{x}', nameOf(slide)) : nameOf(slide)
    return element('tr', {}, ...[name, minutesText(before), minutesText(after)].map((one) => element('td', {}, one)))
  }
  const table = (changes: readonly MinutesChange[]) => {
    const heads = [words.slide, words.before, words.after].map((head) => element('th', { scope: 'col' }, head))
    return element('table', { class: 'ui-plan-times' }, element('tr', {}, ...heads), ...changes.map(row))
  }
  const showDraft = ({ base, file, copies, changes, longer, notice, isChanged }: RehearsalDraft) => {
    if (changes.length === 0) return show(text(words.same.replace('{x}', file)), act(words.back, back))
    const sentences = [
      ...(isChanged ? [words.changed.replace('{x}', file)] : []),
      words.about.replace('{x}', file).replace('{y}', copies),
      ...(notice === '' ? [] : [notice]),
    ]
    const late = longer
      ? [text(words.longer.replace('{x}', minutesText(longer.minutes)).replace('{y}', minutesText(longer.planned)))]
      : []
    const buttons = [act(words.write, () => ask(base), true), act(words.back, back)]
    show(...sentences.map((one) => text(one)), table(changes), ...late, ...buttons)
  }
  const showAnswer = (answer: RehearsalMessage | null) => {
    if (answer?.state === 'draft') return showDraft(answer)
    const sentence =
      answer === null
        ? words.failed
        : answer.state === 'written'
          ? words.written.replace('{x}', answer.file).replace('{y}', answer.copies)
          : answer.message || words.elsewhere
    show(text(sentence, { role: 'status' }), act(words.back, back))
  }
  const ask = (base: string | null) => {
    for (const one of body.querySelectorAll('button')) one.disabled = true
    void plan(times(), lang, base).then(showAnswer)
  }
  return () => ask(null)
}
