import { formatMessage, type Messages } from '../languages/messages.ts'
import type { KormeError } from '../model/errors.ts'
import { printable } from '../report/printable.ts'
import type { Terminal } from './terminal.ts'

/** Says what the machine lacks, or what is wrong with the call, in one line. */
export function printError({ fault }: KormeError, messages: Messages, { err, paintErr }: Terminal): void {
  err(`${paintErr('error', `${messages.cli.severity.error}:`)} ${printable(formatMessage(messages, fault))}\n`)
}

/** Tells of a mistake of ours that ends nothing: those who look at slides still see them. The stack is for a report. */
export function printBug(error: unknown, messages: Messages, { err }: Terminal): void {
  err(`${messages.cli.crash}\n${error instanceof Error ? error.stack : String(error)}\n`)
}
