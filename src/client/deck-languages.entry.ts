import { readPageLanguages } from './languages/page-languages.ts'
import { startDeck } from './show/start-deck.ts'
import { whenFirstSlideIsRead } from './show/unstarted-page.ts'

// The page of a deck in several languages.
whenFirstSlideIsRead(() => startDeck({ readLanguages: readPageLanguages }))
