import { startDeck } from './show/start-deck.ts'
import { whenFirstSlideIsRead } from './show/unstarted-page.ts'

whenFirstSlideIsRead(startDeck)
