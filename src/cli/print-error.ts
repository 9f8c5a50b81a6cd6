import { formatMessage, type Messages } from '../languages/messages.ts'
import type { Fault, KormeError } from '../model/errors.ts'
import { printable } from '../report/printable.ts'
import { wrapText } from '../report/wrap-text.ts'
import type { Terminal } from './terminal.ts'

/** Prints an error of the machine or of the call: in one line, wrapped only on a terminal. */
export function printError({ fault }: KormeError, messages: Messages, terminal: Terminal): void {
  printFault('error', fault, messages, terminal)
}

/** Prints what the user should know although it works, as an error is printed. */
export function printWarning(fault: Fault, messages: Messages, terminal: Terminal): void {
  printFault('warning', fault, messages, terminal)
}

function printFault(severity: 'error' | 'warning', fault: Fault, messages: Messages, terminal: Terminal): void {
  const { err, live, paintErr, width } = terminal
  const label = `${messages.cli.severity[severity]}:`
  const line = `${label} ${printable(formatMessage(messages, fault))}`
  const text = live ? wrapText(line, width) : line
  err(`${paintErr(severity, label)}${text.slice(label.length)}\n`)
}

/** What a bug in Korme says of itself, in one line. */
export const reasonOfBug = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split('\n', 1)[0]!

/** Prints a bug in Korme with its stack, for a report. The program goes on. */
export function printBug(error: unknown, messages: Messages, { err }: Terminal): void {
  err(`${messages.cli.crash}\n${error instanceof Error ? error.stack : String(error)}\n`)
}
