import type { LiveChange } from '../model/wire/live.ts'
import type { DeckPageMessage, ServePageData } from '../model/wire/serve-pages.ts'
import { applyChange, needsReload, toFullChange } from './live/apply-change.ts'
import { makeBanner } from './live/banner.ts'
import { makeChangeNotice } from './live/change-notice.ts'
import { connect } from './live/connect.ts'
import { makeFindingsPanel } from './live/findings-panel.ts'
import { coalesceChanges } from './live/merge-changes.ts'
import { type StartedDeck, startDeck } from './show/start-deck.ts'

/** The data of the page. */
const served = JSON.parse(document.getElementById('served-data')?.textContent ?? '') as ServePageData

/** Returns a function that applies changes to the page, and the version that the page has. */
function makeUpdater({ page, show }: StartedDeck) {
  const showNotice = show ? makeChangeNotice(show, served.words) : () => {}
  let { version } = served
  const apply = coalesceChanges((change) => {
    if (needsReload(page, change)) location.reload()
    else showNotice(applyChange(page, show, change))
  })
  return {
    version: () => version,
    update: (change: LiveChange) => {
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
  const deck = isWaiting ? null : await startDeck()
  if (!isWaiting && !deck) return
  const updater = deck && makeUpdater(deck)
  const showFindings = makeFindingsPanel(served.words, { goTo: deck && ((slide) => goTo(deck, slide)) })
  const lost = makeBanner('ui-lost-connection')
  const receive = (message: DeckPageMessage) => {
    if (message.type === 'findings') return showFindings(message.findings)
    if (message.type === 'state') showFindings(message.findings)
    const change = message.type === 'change' ? message.change : message.state && toFullChange(message.state)
    if (!change) return
    if (updater) updater.update(change)
    else location.reload()
  }
  connect({
    url: () => {
      const { run, version, words } = served
      return `live?${new URLSearchParams({ run, version: `${updater?.version() ?? version}`, lang: words.lang })}`
    },
    onMessage: (message) => receive(message as DeckPageMessage),
    onLost: (isLost) => (isLost ? lost.show(served.words.lost) : lost.show()),
  })
}

void start()
