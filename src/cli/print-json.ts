import { formatMessage } from '../languages/messages.ts'
import type { KormeError } from '../model/errors.ts'
import { reportJson } from '../report/json.ts'
import type { ReportedDeck } from '../report/text.ts'
import type { Call } from './command.ts'

/** Prints the one object of `--json`: the findings of all decks, and the errors of the run. */
export function printJson(
  decks: readonly ReportedDeck[],
  errors: readonly KormeError[],
  { messages, terminal }: Pick<Call, 'messages' | 'terminal'>,
): void {
  terminal.out(`${JSON.stringify(reportJson(decks, errors, (problem) => formatMessage(messages, problem)))}\n`)
}
