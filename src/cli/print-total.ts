import { printable } from '../report/printable.ts'
import { wrapText } from '../report/wrap-text.ts'
import type { Call } from './command.ts'

/**
 * Ends a run over several decks with how many of them are good and the names of the others. Prints nothing if all are, or
 * if there is only one deck.
 */
export function printTotal(
  decks: readonly string[],
  failing: ReadonlySet<string>,
  say: (p: { good: number; all: number; failed: readonly string[] }) => string,
  { terminal: { out, paint, width } }: Call,
): void {
  const failed = decks.filter((deck) => failing.has(deck)).map(printable)
  if (decks.length < 2 || failed.length === 0) return
  const total = say({ good: decks.length - failed.length, all: decks.length, failed })
  out(`\n${paint('error', wrapText(total, width, failed))}\n`)
}
