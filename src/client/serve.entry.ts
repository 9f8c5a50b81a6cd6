import type { LiveChange, LiveState } from '../model/wire/live.ts'
import type { DeckPageMessage, LanguagesMessage, ServePageData } from '../model/wire/serve-pages.ts'
import { makeServedLanguages, type ServedLanguages } from './languages/served-languages.ts'
import { applyChange, needsReload, toFullChange } from './live/apply-change.ts'
import { makeBanner } from './live/banner.ts'
import { makeChangeNotice } from './live/change-notice.ts'
import { type Connection, connect } from './live/connect.ts'
import { makeFindingsPanel } from './live/findings-panel.ts'
import { coalesceChanges } from './live/merge-changes.ts'
import type { ClientPage } from './show/client-page.ts'
import { type StartedDeck, startDeck } from './show/start-deck.ts'

/** The data of the page. */
const served = JSON.parse(document.getElementById('served-data')?.textContent ?? '') as ServePageData

/** Returns a function that applies changes to the page, and the version that the page has. */
function makeUpdater({ page, show }: StartedDeck, languages: ServedLanguages | null) {
  const showNotice = show ? makeChangeNotice(show, served.words) : () => {}
  let { version } = served
  const apply = coalesceChanges((change) => {
    // It came before another language was shown.
    if (languages && !languages.isShown(change)) return
    if (needsReload(page, change)) location.reload()
    else showNotice(applyChange(page, show, change))
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

async function start(): Promise<void> {
  const isWaiting = document.body.classList.contains('ui-waiting')
  if (isWaiting) document.documentElement.classList.add('ui-on')
  let languages: ServedLanguages | null = null
  let updater: ReturnType<typeof makeUpdater> | null = null
  let connection: Connection | null = null
  // The version is that of what is shown now, if nothing else is wanted.
  const languagesWanted = () => {
    const { shown, read } = languages?.wanted() ?? { shown: '', read: null }
    const version = updater?.version() ?? served.version
    return { shown, read, version: !languages || languages.isShown({ tag: shown }) ? version : 0 }
  }
  const readLanguages = (page: ClientPage) => {
    const onAsk = () => connection?.send({ type: 'languages', ...languagesWanted() } satisfies LanguagesMessage)
    languages = makeServedLanguages(page, { onAsk, onExchange: (version) => updater?.setVersion(version) })
    return languages?.languages ?? null
  }
  const deck = isWaiting ? null : await startDeck({ readLanguages })
  if (!isWaiting && !deck) return
  updater = deck && makeUpdater(deck, languages)
  const showFindings = makeFindingsPanel(served.words, { goTo: deck && ((slide) => goTo(deck, slide)) })
  const lost = makeBanner('ui-lost-connection')
  const receiveState = (state: LiveState) => {
    if (!updater) location.reload()
    else if (!languages || languages.isShown(state)) updater.update(toFullChange(state))
    // The deck does not name a language any more.
    else if (languages.wanted().shown !== state.tag && languages.wanted().read !== state.tag) location.reload()
    else languages.receive(state)
  }
  const receive = (message: DeckPageMessage) => {
    if (message.type !== 'change') showFindings(message.findings)
    if (message.type === 'state') {
      if (message.read) languages?.receive(message.read)
      if (message.state) receiveState(message.state)
    } else if (message.type === 'change') {
      if (updater) updater.update(message.change)
      else location.reload()
    }
  }
  connection = connect({
    url: () => {
      const { run, words } = served
      const { shown, read, version } = languagesWanted()
      const asked = languages ? { shown, ...(read !== null && { read }) } : {}
      return `live?${new URLSearchParams({ run, version: `${version}`, lang: words.lang, ...asked })}`
    },
    onMessage: (message) => receive(message as DeckPageMessage),
    onLost: (isLost) => (isLost ? lost.show(served.words.lost) : lost.show()),
  })
}

void start()
