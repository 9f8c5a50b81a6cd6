import type { Lang } from '../../model/lang.ts'
import type { RemovedDeck } from '../../model/wire/edit-service.ts'
import type { StartEditWords } from '../../model/wire/start-edit.ts'
import { element } from '../parts/element.ts'
import { formatTime } from './format-time.ts'
import type { StartService } from './start-service.ts'

/** The decks in the trash, below the list. */
export interface TrashList {
  root: HTMLElement
  /** What has just become of a deck, above the list, with the way back. */
  note: HTMLElement
  /** Reads what lies there. */
  refresh(): void
  /** Says that a deck was removed. */
  tell(removed: RemovedDeck): void
}

/** Creates it. */
export function makeTrashList({
  words: { trash: words },
  lang,
  service,
}: {
  words: StartEditWords
  lang: Lang
  service: StartService
}): TrashList {
  const about = element('p', {})
  const list = element('ul', {})
  const problem = element('p', { class: 'problem', role: 'alert' })
  const heading = element('h2', { id: 'trash-title' }, words.title)
  const root = element('section', { class: 'trash', 'aria-labelledby': heading.id }, heading, about, list, problem)
  root.hidden = true
  const note = element('div', { class: 'trash-note', role: 'status' })
  const backButton = (removed: RemovedDeck) => {
    const button = element('button', { type: 'button' }, words.putBack)
    button.setAttribute('aria-label', `${words.putBack}: ${removed.file}`)
    button.addEventListener('click', () => {
      button.disabled = true
      problem.textContent = ''
      service.putBack(removed.id).then(
        ({ file }) => {
          say(words.isBack, file ?? removed.file)
          refresh()
        },
        (error: Error) => {
          problem.textContent = error.message
          refresh()
        },
      )
    })
    return button
  }
  const say = (sentence: string, file: string, ...more: HTMLElement[]) =>
    note.replaceChildren(
      element(
        'p',
        {},
        sentence.replace('{x}', () => file),
      ),
      ...more,
    )
  let asked = 0
  const refresh = () => {
    const own = ++asked
    service.trash().then(
      ({ removed, folder }) => {
        if (own !== asked) return // a later answer is newer
        about.textContent = words.about.replace('{x}', () => folder)
        root.hidden = removed.length === 0
        list.replaceChildren(...removed.map(lineOf))
      },
      () => {},
    )
  }
  const lineOf = (removed: RemovedDeck) => {
    const time = element('time', {}, words.removed.replace('{x}', formatTime(new Date(removed.removedMs), lang)))
    time.dateTime = new Date(removed.removedMs).toISOString()
    return element('li', {}, element('span', { class: 'file' }, removed.file), time, backButton(removed))
  }
  return {
    root,
    note,
    refresh,
    tell: (removed) => {
      const back = backButton(removed)
      say(words.done, removed.file, back)
      // Its card, which had the focus, goes.
      requestAnimationFrame(() => back.focus())
      refresh()
    },
  }
}
