import type { Printer } from '../export/printer.ts'
import { formatMessage } from '../languages/messages.ts'
import type { MachineFault } from '../model/errors.ts'
import { printable } from '../report/printable.ts'
import type { Call } from './command.ts'

/** Lends a printer for one run, as its flags want it. Its browser starts while the pipeline is still loading. */
export async function withCliPrinter<T>(call: Call, use: (printer: Printer) => Promise<T>): Promise<T> {
  const { withPrinter } = await import('../export/printer.ts')
  const { prestarted: started = null } = call
  return withPrinter(
    { ...browserOptions(call.flags), prestarted: started, onWarning: (fault) => warn(fault, call) },
    use,
  )
}

/** What the flags of a call ask of the browser. */
export const browserOptions = ({ browser, 'no-sandbox': unsafe }: Call['flags']) => ({
  ...(browser === undefined ? {} : { path: browser }),
  ...(unsafe ? { sandbox: false } : {}),
})

function warn(fault: MachineFault, { flags, messages, terminal: { err, paintErr } }: Call): void {
  if (flags.quiet) return
  err(`${paintErr('warning', `${messages.cli.severity.warning}:`)} ${printable(formatMessage(messages, fault))}\n`)
}
