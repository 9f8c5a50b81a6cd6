import type { LiveChange } from '../model/wire/live.ts'
import type { DeckPageMessage, ServePageData } from '../model/wire/serve-pages.ts'
import { applyChange, needsReload, toFullChange } from './live/apply-change.ts'
import { makeBanner } from './live/banner.ts'
import { makeChangeNotice } from './live/change-notice.ts'
import { connect } from './live/connect.ts'
import { makeFindingsPanel } from './live/findings-panel.ts'
import { coalesceChanges } from './live/merge-changes.ts'
import { type StartedDeck, startDeck } from './show/start-deck.ts'

/** What a served page is told in itself. */
const served = JSON.parse(document.getElementById('served-data')?.textContent ?? '') as ServePageData

/** Brings changes into the page. Gives the version that it has come to. */
function follow({ page, show }: StartedDeck) {
  const tellElsewhere = show ? makeChangeNotice(show, served.words) : () => {}
  let { version } = served
  const bring = coalesceChanges((change) => {
    if (needsReload(page, change)) location.reload()
    else tellElsewhere(applyChange(page, show, change))
  })
  return {
    version: () => version,
    bring: (change: LiveChange) => {
      version = change.version
      bring(change)
    },
  }
}

/** The first page of a slide of the source, by its number. */
function goTo({ page, show }: StartedDeck, slide: number): void {
  const at = page.slides.findIndex(({ dataset }) => dataset.slide === `${slide}`)
  if (at === -1) return
  if (show) show.go(at)
  else page.slides[at]?.scrollIntoView()
}

async function start(): Promise<void> {
  const waits = document.body.classList.contains('ui-waiting')
  const deck = waits ? null : await startDeck()
  if (!waits && !deck) return
  const live = deck && follow(deck)
  const tellFindings = makeFindingsPanel(served.words, { goTo: deck && ((slide) => goTo(deck, slide)) })
  const lost = makeBanner('ui-lost-connection')
  const heard = (message: DeckPageMessage) => {
    if (message.type === 'findings') return tellFindings(message.findings)
    if (message.type === 'state') tellFindings(message.findings)
    const change = message.type === 'change' ? message.change : message.state && toFullChange(message.state)
    if (!change) return
    if (live) live.bring(change)
    else location.reload()
  }
  connect({
    url: () => {
      const { run, version, words } = served
      return `live?${new URLSearchParams({ run, version: `${live?.version() ?? version}`, lang: words.lang })}`
    },
    onMessage: (message) => heard(message as DeckPageMessage),
    onLost: (isLost) => (isLost ? lost.show(served.words.lost) : lost.show()),
  })
}

void start()
