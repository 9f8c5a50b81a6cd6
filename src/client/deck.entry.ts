import { startDeck } from './deck.ts'

void startDeck()
