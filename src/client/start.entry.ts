import type { StartData, StartMessage } from '../model/wire/served.ts'
import { connect } from './live/connect.ts'
import { makeStrip } from './live/strip.ts'
import { makeCards } from './start/cards.ts'

const { decks, run, words } = JSON.parse(document.getElementById('start-data')?.textContent ?? '') as StartData
const draw = makeCards(document.getElementById('decks') as HTMLElement, words)
const empty = document.getElementById('empty') as HTMLElement
const lost = makeStrip('ui-lost-connection')

draw(decks)
connect({
  address: () => `/live?${new URLSearchParams({ run, lang: words.lang })}`,
  onMessage: (message) => {
    const { decks } = message as StartMessage
    empty.hidden = decks.length > 0
    draw(decks)
  },
  onLost: (isLost) => (isLost ? lost.show(words.lost) : lost.show()),
})
