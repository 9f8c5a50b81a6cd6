import type { PageWords } from '../../model/words.ts'
import { makeDialog } from '../parts/dialog.ts'
import { element } from '../parts/element.ts'
import { slideHeading } from '../show/client-page.ts'
import type { Show } from '../show/show.ts'
import { type Excerpt, makeFinder, type SearchHit } from './finder.ts'
import { searchTextOf } from './slide-text.ts'

/** The maximum number of hits: users look for one slide, not through a long list. */
const maxHits = 50

/** The search dialog. */
export interface SearchDialog {
  /** Opens it, with these words in its field; with those of the last search if there are none. */
  open(words?: string): void
  close(): void
  isOpen(): boolean
  remove(): void
}

/** Options of `makeSearchDialog`. */
export interface SearchOptions {
  words: PageWords
  /** Whether notes are searched, which only the speaker may see. */
  withNotes: boolean
  /** The parent element of the dialog. */
  host: HTMLElement
}

/** Creates the search dialog. It reads the texts when it opens: a live deck may have changed. */
export function makeSearchDialog(show: Show, { words, withNotes, host }: SearchOptions): SearchDialog {
  const text = words.search
  const dialog = makeDialog('ui-search', text.title, words.close, host)
  // Not `type: 'search'`: there the first Escape only clears the field, and the second one closes the dialog.
  const input = element('input', {
    type: 'text',
    role: 'searchbox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-label': text.title,
  })
  const list = element('ol', { class: 'ui-hits', lang: show.page.lang })
  const none = element('p', { class: 'ui-hits-none' })
  // The number of hits is seen; it is only read aloud.
  const status = element('p', { class: 'ui-live', role: 'status' })
  let find = makeFinder([])
  const go = (index: number) => {
    dialog.close()
    show.go(index)
  }
  const update = () => {
    const hits = find(input.value, maxHits)
    list.replaceChildren(
      ...hits.map((hit) =>
        element(
          'li',
          {},
          hitButton(hit, show, words, () => go(hit.index)),
        ),
      ),
    )
    const asked = input.value.trim() !== ''
    none.textContent = asked && hits.length === 0 ? text.none : ''
    status.textContent = asked ? none.textContent || text.found.replace('{x}', countOf(hits)) : ''
  }
  input.addEventListener('input', update)
  dialog.body.addEventListener('keydown', (event) => {
    const all = [input, ...list.querySelectorAll<HTMLElement>('button')]
    const at = all.indexOf(input.ownerDocument.activeElement as HTMLInputElement)
    const to = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : null
    if (event.key === 'Enter' && at === 0) list.querySelector('button')?.click()
    if (to === null && !(event.key === 'Enter' && at === 0)) return
    event.preventDefault()
    if (to !== null) all[Math.min(Math.max(to, 0), all.length - 1)]?.focus()
  })
  dialog.body.append(input, none, status, list)
  return {
    ...dialog,
    open: (words = '') => {
      if (words !== '') input.value = words
      find = makeFinder(show.page.slides.map((slide) => searchTextOf(slide, withNotes)))
      update()
      dialog.open()
      input.focus()
      input.select()
    },
  }
}

/** The number of hits; `50+` if there may be more. */
const countOf = ({ length }: readonly SearchHit[]): string => (length === maxHits ? `${length}+` : `${length}`)

function hitButton({ index, excerpt, inNotes }: SearchHit, { page }: Show, words: PageWords, act: () => void) {
  const number = element('span', { class: 'ui-hit-number' }, `${index + 1}`)
  const head = element('strong', {}, slideHeading(page.slides[index] as HTMLElement))
  const label = inNotes ? [element('em', {}, `${words.speaker.notes}: `)] : []
  const text = element('span', { class: 'ui-hit-text' }, head, element('span', {}, ...label, ...marked(excerpt)))
  const made = element('button', { type: 'button', class: 'ui-hit' }, number, text)
  made.addEventListener('click', act)
  return made
}

/** Returns an excerpt with its hits in `<mark>` elements. */
function marked({ text, marks }: Excerpt): (Node | string)[] {
  const parts: (Node | string)[] = []
  let at = 0
  for (const { start, end } of marks) {
    parts.push(text.slice(at, start), element('mark', {}, text.slice(start, end)))
    at = end
  }
  return [...parts, text.slice(at)]
}
