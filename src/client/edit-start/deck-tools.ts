import type { DocumentJob, DocumentJobRequest } from '../../model/wire/edit-service.ts'
import type { DeckView } from '../../model/wire/serve-pages.ts'
import { element } from '../parts/element.ts'
import type { DeckPart } from '../start/deck-cards.ts'
import { showFirst } from '../start/show-first.ts'
import { type DeckDialogs, openCopyDialog, openRemoveDialog, openRenameDialog } from './deck-dialogs.ts'
import { formatTime } from './format-time.ts'
import { makeJobList } from './job-list.ts'

/** What can be done with a deck, below its card. */
export interface DeckTools extends DeckPart {
  setJobs(jobs: readonly DocumentJob[]): void
}

/** Creates the tools of a deck. */
export function makeDeckTools(parts: DeckDialogs): DeckTools {
  const { words, service, lang } = parts
  let deck: DeckView | null = null
  const time = element('time', { class: 'changed' })
  const edit = element('a', { class: 'primary' }, words.edit)
  const jobs = makeJobList(words)
  const problem = element('p', { class: 'problem', role: 'alert' })
  const act = (label: string, run: (deck: DeckView) => void) => {
    const made = element('button', { type: 'button' }, label)
    made.addEventListener('click', () => deck && run(deck))
    return made
  }
  const inMenu = (label: string, run: (deck: DeckView) => void) =>
    act(label, (one) => {
      more.open = false
      // The focus goes back there when a dialog is closed.
      summary.focus()
      run(one)
    })
  const make = (id: string, kind: DocumentJobRequest['kind']) => {
    problem.textContent = ''
    service.make(id, { kind }).catch((error: Error) => {
      problem.textContent = error.message
    })
  }
  const present = act(words.present, ({ url }) => {
    showFirst(url)
    location.assign(url)
  })
  const summary = element('summary', {}, '⋯')
  const more = element(
    'details',
    {},
    summary,
    element(
      'div',
      {},
      inMenu(words.make.html, ({ id }) => make(id, 'html')),
      inMenu(words.copy, (one) => openCopyDialog(parts, one)),
      inMenu(words.rename, (one) => openRenameDialog(parts, one)),
      inMenu(words.remove, (one) => openRemoveDialog(parts, one)),
    ),
  )
  more.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !more.open) return
    more.open = false
    summary.focus()
  })
  more.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !more.contains(relatedTarget)) more.open = false
  })
  const documents = (['pdf', 'handout'] as const).map((kind) => act(words.make[kind], ({ id }) => make(id, kind)))
  const canShow = [present, ...documents]
  const root = element(
    'div',
    { class: 'tools' },
    time,
    element('div', { class: 'buttons' }, edit, present, more),
    element('div', { class: 'buttons' }, ...documents),
    problem,
    jobs.root,
  )
  jobs.root.hidden = true
  return {
    root,
    draw: (next) => {
      deck = next
      edit.href = next.url
      // What it is the button of, for those who do not see the card.
      const title = next.title || next.id
      edit.setAttribute('aria-label', `${words.edit}: ${title}`)
      for (const one of canShow) {
        one.disabled = next.thumbnail === null
        one.setAttribute('aria-label', `${one.textContent}: ${title}`)
      }
      summary.setAttribute('aria-label', words.more.replace('{x}', title))
      summary.title = words.more.replace('{x}', title)
      const changed = next.changedMs === null ? null : new Date(next.changedMs)
      time.dateTime = changed?.toISOString() ?? ''
      time.textContent = changed ? words.changed.replace('{x}', formatTime(changed, lang)) : ''
    },
    setJobs: (all) => jobs.draw(all.filter((job) => job.deck === deck?.id)),
  }
}
