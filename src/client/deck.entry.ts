import { startDeck } from './show/start-deck.ts'

void startDeck()
