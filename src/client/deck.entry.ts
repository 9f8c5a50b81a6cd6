import { firstSlideEvent } from '../model/wire/first-slide.ts'
import { startDeck } from './show/start-deck.ts'
import { hideUntilStart, showAll } from './show/unstarted-page.ts'

const start = () => startDeck().catch(showAll)

// A built page has its script before the slides, a served one after them.
if (document.querySelector('.reveal')) start()
else {
  hideUntilStart()
  addEventListener(firstSlideEvent, start, { once: true })
}
