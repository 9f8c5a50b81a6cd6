import type { LiveChange } from '../model/wire/live.ts'
import type { ServedData, ServedMessage } from '../model/wire/served.ts'
import { apply, asChange, needsReload } from './live/apply.ts'
import { connect } from './live/connect.ts'
import { offerToGo } from './live/elsewhere.ts'
import { makePanel } from './live/findings.ts'
import { whenFree } from './live/join.ts'
import { makeStrip } from './live/strip.ts'
import { type Deck, startDeck } from './show/start-deck.ts'

/** What a served page is told in itself. */
const served = JSON.parse(document.getElementById('served-data')?.textContent ?? '') as ServedData

/** Brings changes into the page. Gives the version that it has come to. */
function follow({ page, show }: Deck) {
  const tellElsewhere = show ? offerToGo(show, served.words) : () => {}
  let { version } = served
  const bring = whenFree((change) => {
    if (needsReload(page, change)) location.reload()
    else tellElsewhere(apply(page, show, change))
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
function goTo({ page, show }: Deck, slide: number): void {
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
  const tellFindings = makePanel(served.words, { goTo: deck && ((slide) => goTo(deck, slide)) })
  const lost = makeStrip('ui-lost-connection')
  const heard = (message: ServedMessage) => {
    if (message.type === 'findings') return tellFindings(message.findings)
    if (message.type === 'state') tellFindings(message.findings)
    const change = message.type === 'change' ? message.change : message.state && asChange(message.state)
    if (!change) return
    if (live) live.bring(change)
    else location.reload()
  }
  connect({
    address: () => {
      const { run, version, words } = served
      return `live?${new URLSearchParams({ run, version: `${live?.version() ?? version}`, lang: words.lang })}`
    },
    onMessage: (message) => heard(message as ServedMessage),
    onLost: (isLost) => (isLost ? lost.show(served.words.lost) : lost.show()),
  })
}

void start()
