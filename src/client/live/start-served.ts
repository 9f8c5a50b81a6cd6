import type { LiveChange, LiveState } from '../../model/wire/live.ts'
import type { DeckPageMessage, FindingsView, LanguagesMessage, ServePageData } from '../../model/wire/serve-pages.ts'
import { makeServedLanguages, type ServedLanguages } from '../languages/served-languages.ts'
import { playServedScreenVideo } from '../parts/screen-video.ts'
import type { ClientPage } from '../show/client-page.ts'
import type { SlideLanguages } from '../show/slide-languages.ts'
import { type StartedDeck, startDeck } from '../show/start-deck.ts'
import { applyChange, needsReload, toFullChange } from './apply-change.ts'
import { makeBanner } from './banner.ts'
import { makeChangeNotice } from './change-notice.ts'
import { type Connection, connect } from './connect.ts'
import { makeFindingsPanel } from './findings-panel.ts'
import { coalesceChanges } from './merge-changes.ts'

/** What an editor adds to a served page. */
export interface ServedEditor {
  /** New findings, instead of the panel over the slides. */
  findings(view: FindingsView): void
  /** Returns a change as the page needs it, before it is applied. */
  beforeChange(change: LiveChange): LiveChange
  /** The page shows a change. */
  afterChange(): void
  /** A message that only editors know. */
  receive(message: unknown): void
  /** The connection was lost, or is back. */
  onLost(isLost: boolean): void
}

/** What an editor starts with. */
export interface ServedPage {
  served: ServePageData
  deck: StartedDeck
  languages: SlideLanguages | null
  send(message: unknown): void
}

/** Starts the editor of a page; null if the page has none. */
export type StartEditor = (page: ServedPage) => ServedEditor | null

/** The editor of a page whose deck has no slides yet. */
export interface WaitingEditor extends Pick<ServedEditor, 'findings' | 'receive' | 'onLost'> {
  /** The deck has slides now: the page is to be loaded again. */
  onSlides(): void
}

/** What such an editor starts with. */
export type WaitingPage = Pick<ServedPage, 'served' | 'send'>

/** How a page is edited. */
export interface Editing {
  start: StartEditor
  /** Null if the page has no editor. */
  startWaiting(page: WaitingPage): WaitingEditor | null
}

/** Returns a function that applies changes to the page, and the version that the page has. */
function makeUpdater(
  { page, show }: StartedDeck,
  {
    served,
    languages,
    editor,
  }: { served: ServePageData; languages: ServedLanguages | null; editor: ServedEditor | null },
) {
  const showNotice = show && !editor && served.loop === undefined ? makeChangeNotice(show, served.words) : () => {}
  let { version } = served
  const apply = coalesceChanges((change) => {
    // It came before another language was shown.
    if (languages && !languages.isShown(change)) return
    if (needsReload(page, change)) location.reload()
    else {
      showNotice(applyChange(page, show, editor?.beforeChange(change) ?? change))
      editor?.afterChange()
    }
  })
  return {
    version: () => version,
    setVersion: (next: number) => {
      version = next
    },
    update: (change: LiveChange) => {
      if (languages && !languages.isShown(change)) return languages.update(change)
      version = change.version
      apply(change)
    },
  }
}

/** Goes to the first page of a slide, by its number in the source. */
function goTo({ page, show }: StartedDeck, slide: number): void {
  const at = page.slides.findIndex(({ dataset }) => dataset.slide === `${slide}`)
  if (at === -1) return
  if (show) show.go(at)
  else page.slides[at]?.scrollIntoView()
}

/** Starts the page of a served deck, and keeps it up to date. */
export async function startServed(editing?: Editing): Promise<void> {
  const served = JSON.parse(document.getElementById('served-data')?.textContent ?? '') as ServePageData
  const isWaiting = document.body.classList.contains('ui-waiting')
  if (isWaiting) document.documentElement.classList.add('ui-on')
  let languages: ServedLanguages | null = null
  let slideLanguages: SlideLanguages | null = null
  let updater: ReturnType<typeof makeUpdater> | null = null
  let connection: Connection | null = null
  // The version is that of what is shown now, if nothing else is wanted.
  const languagesWanted = () => {
    const { shown, read } = languages?.wanted() ?? { shown: '', read: null }
    const version = updater?.version() ?? served.version
    return { shown, read, version: !languages || languages.isShown({ tag: shown }) ? version : 0 }
  }
  const askForLanguages = () => {
    connection?.send({ type: 'languages', ...languagesWanted() } satisfies LanguagesMessage)
  }
  const readLanguages = (page: ClientPage) => {
    languages = makeServedLanguages(page, {
      onAsk: askForLanguages,
      onExchange: (version) => updater?.setVersion(version),
    })
    slideLanguages = languages?.languages ?? null
    return slideLanguages
  }
  const deck = isWaiting
    ? null
    : await startDeck({ readLanguages, loop: served.loop, withoutLock: playServedScreenVideo })
  if (!isWaiting && !deck) return
  const send = (message: unknown) => void connection?.send(message)
  const editor = (deck && editing?.start({ served, deck, languages: slideLanguages, send })) || null
  const waiting = (isWaiting && editing?.startWaiting({ served, send })) || null
  updater = deck && makeUpdater(deck, { served, languages, editor })
  // A screen in a hall shows slides and nothing else.
  const isLoop = deck !== null && served.loop !== undefined
  const showFindings = isLoop
    ? () => {}
    : ((editor ?? waiting)?.findings ??
      makeFindingsPanel(served.words, { goTo: deck && ((slide) => goTo(deck, slide)) }))
  const lost = makeBanner('ui-lost-connection')
  const showSlides = waiting?.onSlides ?? (() => location.reload())
  const receiveState = (state: LiveState) => {
    if (!updater) showSlides()
    else if (!languages || languages.isShown(state)) updater.update(toFullChange(state))
    // The deck does not name a language any more.
    else if (languages.wanted().shown !== state.tag && languages.wanted().read !== state.tag) location.reload()
    else languages.receive(state)
  }
  const receive = (message: DeckPageMessage) => {
    if (message.type === 'state' || message.type === 'findings') showFindings(message.findings)
    else if (message.type !== 'change') (editor ?? waiting)?.receive(message)
    if (message.type === 'state') {
      if (message.read) languages?.receive(message.read)
      if (message.state) receiveState(message.state)
    } else if (message.type === 'change') {
      if (updater) updater.update(message.change)
      else showSlides()
    }
  }
  let asked: { shown?: string; read?: string } = {}
  connection = connect({
    url: () => {
      const { run, words } = served
      const { shown, read, version } = languagesWanted()
      asked = languages ? { shown, ...(read !== null && { read }) } : {}
      return `live?${new URLSearchParams({ run, version: `${version}`, lang: words.lang, ...asked })}`
    },
    onOpen: () => {
      const { shown, read } = languagesWanted()
      // What was chosen while the connection was being opened could not be sent.
      if (languages && (shown !== asked.shown || read !== (asked.read ?? null))) askForLanguages()
    },
    onMessage: (message) => receive(message as DeckPageMessage),
    onLost: (isLost) => {
      if (isLost && !isLoop) lost.show(served.words.lost)
      else lost.show()
      ;(editor ?? waiting)?.onLost(isLost)
    },
  })
}
