import { sep } from 'node:path'
import type { CommandName } from '../../model/command.ts'
import { printable } from '../../report/printable.ts'
import { shortPath } from '../../report/short-path.ts'
import { wrapText } from '../../report/wrap-text.ts'
import type { ServeHandle } from '../../serve/options.ts'
import type { Call } from '../command.ts'
import { assertExist, assertRoot, chooseDecks } from '../decks.ts'

/** How a command serves decks. */
export interface ServerRun {
  command: CommandName
  /** Whether the pages may change the decks. */
  edit: boolean
  /** How long the pages show each slide, if they show them by themselves. Units: seconds. */
  loop?: number | undefined
  /** Whether the browser is opened. */
  open: boolean
}

/** Serves the decks of a call until Ctrl-C, and returns the exit code. */
export async function runServer(call: Call, { command, edit, loop, open }: ServerRun): Promise<number> {
  const { serve: startServing } = await import('../../serve/serve.ts')
  const { openInBrowser } = await import('./open-in-browser.ts')
  const { serveLog } = await import('./log.ts')
  const { serverOptions } = await import('./server-options.ts')
  const { untilInterrupted } = await import('./until-interrupted.ts')
  const log = serveLog(call)
  const preview = await startServing({
    ...serverOptions(call.flags),
    edit,
    loop,
    decks: await namedDecks(call, command),
    messages: call.flags.messages,
    fallbackMessages: call.messages.lang,
    onNetwork: (urls) => call.terminal.out(networkLines(call, urls)),
    onRead: log.deckRead,
    onError: log.error,
  })
  // Before this point Ctrl-C ends the process at once: there is nothing to close.
  const interrupted = untilInterrupted()
  greet(call, preview)
  if (open) await openInBrowser(firstPage(preview))
  await interrupted
  await preview.close()
  if (!call.flags.quiet) call.terminal.err(`${call.messages.cli.serve.ended}\n`)
  return 0
}

/** The page of the only deck, else the list; with the token if the pages may edit. */
function firstPage(preview: ServeHandle): string {
  const decks = preview.decks()
  const page = decks.length === 1 ? decks[0]!.url : preview.url
  const { url = '' } = preview.editing ?? {}
  return page + url.slice(url.includes('#') ? url.indexOf('#') : url.length)
}

/** The decks named in the call, or undefined for all in `decks/`. Errors: `file-missing` if one does not exist, exit code 2. */
async function namedDecks(call: Call, command: CommandName): Promise<string[] | undefined> {
  if (call.args.length === 0) {
    await assertRoot(call.flags)
    return undefined
  }
  const decks = await chooseDecks(call, command)
  await assertExist(decks)
  return decks
}

/** Prints the URLs, that of this machine first: it is what users look for. */
function greet(call: Call, preview: ServeHandle): void {
  const {
    messages: { cli },
    flags,
    terminal: { paint, out, width },
  } = call
  const { editing, folder, networkUrls, port } = preview
  const url = editing?.url ?? preview.url
  const watching = { decks: preview.decks().length, folder: folder && printable(shortPath(folder) + sep) }
  out(`${wrapText(`${cli.serve.watching(watching)}: ${url}`, width, [url]).replace(url, paint('strong', url))}\n`)
  if (preview.isFallbackPort) out(`${wrapText(cli.serve.moved({ port }), width)}\n`)
  if (editing && flags.loop !== undefined) out(`${wrapText(cli.serve.noLoop, width)}\n`)
  if (editing) out(`${wrapText(cli.serve.editing(editing.copies), width, [editing.copies])}\n`)
  if (flags.host) out(networkLines(call, networkUrls))
  const pin = editing?.pin()
  if (pin) out(`${wrapText(cli.serve.pin, width)} ${paint('strong', pin)}\n`)
  out(`${paint('quiet', wrapText(cli.serve.hint, width))}\n\n`)
}

/** Who can connect now, with the addresses; or that there is no network. */
function networkLines({ messages: { cli }, terminal: { paint, width } }: Call, urls: readonly string[]): string {
  const sentence = urls.length > 0 ? cli.serve.opened : cli.serve.waiting
  return `${wrapText(sentence, width)}\n${urls.map((url) => `  ${paint('strong', url)}\n`).join('')}`
}
