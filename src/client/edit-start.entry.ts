import { invalidKey } from '../model/wire/close-codes.ts'
import type { DocumentJob, EditingMessage, JobsMessage } from '../model/wire/edit-service.ts'
import type { StartPageData, StartPageMessage } from '../model/wire/serve-pages.ts'
import { keepToken, readToken, setToken } from './edit/token.ts'
import { type DeckDialogs, openNewDeckDialog } from './edit-start/deck-dialogs.ts'
import { type DeckTools, makeDeckTools } from './edit-start/deck-tools.ts'
import { makePinForm } from './edit-start/pin-form.ts'
import { makeStartService } from './edit-start/start-service.ts'
import { makeTrashList, type TrashList } from './edit-start/trash-list.ts'
import { makeBanner } from './live/banner.ts'
import { connect } from './live/connect.ts'
import { element } from './parts/element.ts'
import { makeDeckCards } from './start/deck-cards.ts'

keepToken()
start()

/** Starts the list of decks: with tools, if this tab may edit, else to read, with a form for the PIN if there is one. */
function start(): void {
  const data = JSON.parse(document.getElementById('start-data')?.textContent ?? '') as StartPageData
  const { decks, run, words, editing } = data
  const token = readToken()
  const list = document.getElementById('decks') as HTMLElement
  const empty = document.getElementById('empty') as HTMLElement
  const head = document.getElementById('head') as HTMLElement
  const lost = makeBanner('ui-lost-connection')
  if (!editing) return
  const { words: editWords, hasPin } = editing
  let jobs: readonly DocumentJob[] = []
  let current = decks
  const service = makeStartService(token ?? '', editWords.lost)
  let trash: TrashList | null = null
  const parts: DeckDialogs = {
    words: editWords,
    lang: words.lang,
    service,
    decks: () => current,
    onRemoved: (removed) => trash?.tell(removed),
  }
  const tools = new Map<string, DeckTools>()
  const toolsOf = (id: string): DeckTools => {
    const made = makeDeckTools(parts)
    tools.set(id, made)
    return made
  }
  const draw = makeDeckCards(list, words, token === null ? undefined : toolsOf)
  const drawJobs = () => {
    for (const one of tools.values()) one.setJobs(jobs)
  }
  draw(decks)
  if (token !== null) {
    const newDeck = element('button', { type: 'button', class: 'primary new-deck' }, editWords.newDeck)
    newDeck.addEventListener('click', () => openNewDeckDialog(parts))
    trash = makeTrashList(parts)
    head.append(newDeck, trash.note)
    document.querySelector('main')?.append(trash.root)
    trash.refresh()
    document.getElementById('about')?.replaceChildren(editWords.about)
    empty.replaceChildren(editWords.empty)
  } else if (hasPin) {
    head.append(
      makePinForm(editWords, (key) => {
        setToken(key)
        location.reload()
      }),
    )
  }
  const connection = connect({
    url: () => `/live?${new URLSearchParams({ run, lang: words.lang })}`,
    onMessage: (received) => {
      const message = received as StartPageMessage | JobsMessage
      if (message.type === 'jobs') jobs = message.jobs
      else {
        empty.hidden = message.decks.length > 0
        // Somebody may have removed one elsewhere, or put it back.
        if (message.decks.length !== current.length) trash?.refresh()
        current = message.decks
        draw(current)
      }
      drawJobs()
    },
    onOpen: () => {
      if (token === null) return
      connection.send({ type: 'editing', token, name: '', slide: null, open: null } satisfies EditingMessage)
    },
    isFinal: (code) => {
      if (code !== invalidKey) return false
      // Korme was started anew: its address has another token.
      setToken('')
      location.reload()
      return true
    },
    onLost: (isLost) => (isLost ? lost.show(words.lost) : lost.show()),
  })
}
