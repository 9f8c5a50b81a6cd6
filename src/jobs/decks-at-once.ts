import { availableParallelism, freemem } from 'node:os'
import process from 'node:process'

/** What a deck and the pages that print it take. Units: bytes. */
const deckBytes = 300_000_000

/** The memory that this process may take. Node 21 cannot tell the limits of a container. Units: bytes. */
const availableMemory = (): number => (process as { availableMemory?: () => number }).availableMemory?.() ?? freemem()

/**
 * Returns how many decks are worked on at a time: one for each core and one that is laid out meanwhile, if memory allows.
 * Without a browser that prints, a process can only do one after the other.
 */
export function decksAtOnce(prints: boolean, memory = availableMemory(), cores = availableParallelism()): number {
  return prints ? Math.max(1, Math.min(cores + 1, Math.floor(memory / deckBytes))) : 1
}

/** So many small decks take twice as long as the start of a process. */
const leastDecks = 20

/**
 * Returns how many processes are started for the pages of so many decks: one for each core, if memory allows; 0 if this process is
 * as fast alone.
 */
export function helpersFor(decks: number, memory = availableMemory(), cores = availableParallelism()): number {
  const count = Math.min(cores, Math.floor(memory / deckBytes), Math.floor(decks / leastDecks))
  return count > 1 ? count : 0
}
