import type { Printer } from '../export/printer.ts'
import type { MachineFault } from '../model/errors.ts'
import type { Call } from './command.ts'
import { printWarning } from './print-error.ts'

/**
 * Calls `use` with a printer set up by the flags of the call. Its browser starts while the pipeline is still loading; its
 * warnings are shown when it prints, since they are of no use where nothing is printed.
 */
export async function withCliPrinter<T>(call: Call, use: (printer: Printer) => Promise<T>): Promise<T> {
  const { withPrinter } = await import('../export/printer.ts')
  const { prestarted = null } = call
  const held: MachineFault[] = []
  let prints = false
  const onWarning = (fault: MachineFault) => (prints ? warn(fault, call) : held.push(fault))
  return withPrinter({ ...browserOptions(call.flags), prestarted, onWarning }, (printer) =>
    use({
      ...printer,
      print: (html, pages, fonts) => {
        prints = true
        for (const fault of held.splice(0)) warn(fault, call)
        return printer.print(html, pages, fonts)
      },
    }),
  )
}

/** The options of the browser that the flags of a call set. */
export const browserOptions = ({ browser, 'no-sandbox': noSandbox }: Call['flags']) => ({
  ...(browser === undefined ? {} : { path: browser }),
  ...(noSandbox ? { sandbox: false } : {}),
})

function warn(fault: MachineFault, { flags, messages, terminal }: Call): void {
  if (!flags.quiet) printWarning(fault, messages, terminal)
}
