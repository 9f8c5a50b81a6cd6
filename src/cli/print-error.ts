import { formatMessage, type Messages } from '../languages/messages.ts'
import type { KormeError } from '../model/errors.ts'
import { printable } from '../report/printable.ts'
import type { Terminal } from './terminal.ts'

/** Prints an error of the machine or of the call in one line. */
export function printError({ fault }: KormeError, messages: Messages, { err, paintErr }: Terminal): void {
  err(`${paintErr('error', `${messages.cli.severity.error}:`)} ${printable(formatMessage(messages, fault))}\n`)
}

/** Prints a bug in Korme with its stack, for a report. The program goes on. */
export function printBug(error: unknown, messages: Messages, { err }: Terminal): void {
  err(`${messages.cli.crash}\n${error instanceof Error ? error.stack : String(error)}\n`)
}
