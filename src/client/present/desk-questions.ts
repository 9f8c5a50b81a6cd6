import type { QuestionState, QuestionView } from '../../model/wire/polls.ts'
import type { PresentWords } from '../../model/wire/talk-words.ts'
import { makeDialog } from '../parts/dialog.ts'
import { button, element, setLabel } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'

/** The questions of the audience in the speaker view. */
export interface DeskQuestions {
  /** Opens them; it shows how many wait. */
  button: HTMLElement
  open(): void
  update(list: readonly QuestionView[], screen: string | null): void
  isOpen(): boolean
  remove(): void
}

/** Options of `makeDeskQuestions`. */
export interface DeskQuestionsOptions {
  words: Omit<PresentWords['desk'], 'file'>
  close: string
  host: HTMLElement
  setState(question: string, state: QuestionState): void
  setScreen(question: string | null): void
  /** Saves votes and questions; null where that is not possible. */
  save: (() => void) | null
  /** Stands above the questions, under a title for both. */
  poll?: HTMLElement
}

/** Creates the dialog of questions: those that wait, and those that the audience sees. */
export function makeDeskQuestions({
  words,
  close,
  host,
  setState,
  setScreen,
  save,
  poll,
}: DeskQuestionsOptions): DeskQuestions {
  const title = poll ? words.both : words.questions
  const dialog = makeDialog('ui-desk-questions', title, close, host)
  const waiting = element('ul', { class: 'ui-ask-list' })
  const passed = element('ul', { class: 'ui-ask-list' })
  const none = element('p', { class: 'ui-desk-none' }, words.none)
  const headings = [element('h3', {}, words.waiting), element('h3', {}, words.passed)] as const
  dialog.body.append(...(poll ? [poll] : []), none, headings[0], waiting, headings[1], passed)
  if (save) {
    const saveButton = element('button', { type: 'button', class: 'ui-wide' }, words.save)
    saveButton.addEventListener('click', save)
    dialog.body.append(saveButton)
  }
  const opener = button(icon('questions'), title, 'ui-round ui-share ui-desk-open', dialog.open)
  const count = element('span', { class: 'ui-count' })
  opener.append(count)
  const act = (label: string, id: string, name: string, onClick: () => void) => {
    const made = element('button', { type: 'button', class: 'ui-wide', 'data-act': `${name} ${id}` }, label)
    made.addEventListener('click', onClick)
    return made
  }
  const row = ({ id, text, state, seconds }: QuestionView, screen: string | null) => {
    const isOnScreen = id === screen
    const acts = [
      ...(state === 'waiting' ? [act(words.pass, id, 'pass', () => setState(id, 'passed'))] : []),
      act(isOnScreen ? words.offScreen : words.onScreen, id, 'screen', () => setScreen(isOnScreen ? null : id)),
      act(words.drop, id, 'drop', () => setState(id, 'dropped')),
    ]
    const same =
      seconds > 0 ? [element('p', { class: 'ui-desk-seconds' }, words.seconds.replace('{x}', `${seconds}`))] : []
    const said = element('p', {}, element('bdi', { class: 'ui-question' }, text))
    return element(
      'li',
      isOnScreen ? { class: 'ui-is-on' } : {},
      said,
      ...same,
      element('div', { class: 'ui-desk-buttons' }, ...acts),
    )
  }
  return {
    button: opener,
    open: dialog.open,
    isOpen: dialog.isOpen,
    remove: dialog.remove,
    update: (list, screen) => {
      const [new_, seen] = [
        list.filter(({ state }) => state === 'waiting'),
        list.filter(({ state }) => state === 'passed'),
      ]
      const focused = host.ownerDocument.activeElement?.getAttribute('data-act')
      waiting.replaceChildren(...new_.map((one) => row(one, screen)))
      passed.replaceChildren(...seen.map((one) => row(one, screen)))
      none.hidden = list.length > 0
      headings[0].hidden = new_.length === 0
      headings[1].hidden = seen.length === 0
      count.textContent = `${new_.length}`
      count.hidden = new_.length === 0
      setLabel(opener, `${title}: ${new_.length}`)
      if (focused) dialog.body.querySelector<HTMLElement>(`[data-act="${CSS.escape(focused)}"]`)?.focus()
    },
  }
}
