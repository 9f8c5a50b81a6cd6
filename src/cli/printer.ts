import type { Printer } from '../export/printer.ts'
import { formatMessage } from '../languages/messages.ts'
import type { MachineFault } from '../model/errors.ts'
import { printable } from '../report/printable.ts'
import type { Call } from './command.ts'

/** Calls `use` with a printer set up by the flags of the call. Its browser starts while the pipeline is still loading. */
export async function withCliPrinter<T>(call: Call, use: (printer: Printer) => Promise<T>): Promise<T> {
  const { withPrinter } = await import('../export/printer.ts')
  const { prestarted = null } = call
  return withPrinter({ ...browserOptions(call.flags), prestarted, onWarning: (fault) => warn(fault, call) }, use)
}

/** The options of the browser that the flags of a call set. */
export const browserOptions = ({ browser, 'no-sandbox': noSandbox }: Call['flags']) => ({
  ...(browser === undefined ? {} : { path: browser }),
  ...(noSandbox ? { sandbox: false } : {}),
})

function warn(fault: MachineFault, { flags, messages, terminal: { err, paintErr } }: Call): void {
  if (flags.quiet) return
  err(`${paintErr('warning', `${messages.cli.severity.warning}:`)} ${printable(formatMessage(messages, fault))}\n`)
}
