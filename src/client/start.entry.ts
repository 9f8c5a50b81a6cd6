import type { StartPageData, StartPageMessage } from '../model/wire/serve-pages.ts'
import { makeBanner } from './live/banner.ts'
import { connect } from './live/connect.ts'
import { makeDeckCards } from './start/deck-cards.ts'

const { decks, run, words } = JSON.parse(document.getElementById('start-data')?.textContent ?? '') as StartPageData
const draw = makeDeckCards(document.getElementById('decks') as HTMLElement, words)
const empty = document.getElementById('empty') as HTMLElement
const lost = makeBanner('ui-lost-connection')

draw(decks)
connect({
  url: () => `/live?${new URLSearchParams({ run, lang: words.lang })}`,
  onMessage: (message) => {
    const { decks } = message as StartPageMessage
    empty.hidden = decks.length > 0
    draw(decks)
  },
  onLost: (isLost) => (isLost ? lost.show(words.lost) : lost.show()),
})
