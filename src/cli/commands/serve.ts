import { sep } from 'node:path'
import { langs } from '../../model/lang.ts'
import { printable } from '../../report/printable.ts'
import { shortPath } from '../../report/short-path.ts'
import { wrapText } from '../../report/wrap-text.ts'
import type { ServeHandle } from '../../serve/options.ts'
import { type Call, defineCommand } from '../command.ts'
import { assertExist, assertRoot, chooseDecks } from '../decks.ts'
import { deckFlags } from '../flag-groups.ts'

/** `korme serve`: previews decks in the browser while they are edited. Ctrl-C stops it, with exit code 0. */
export const serve = defineCommand({
  name: 'serve',
  argumentKind: 'decks',
  flags: ['open', 'port', 'host', ...deckFlags, 'quiet'],
  choices: { lang: langs }, // one page shows one language
  examples: ['', '--open', 'decks/my-talk.json', '--port 8080 --host'],
  async run(call) {
    const { serve: startServing } = await import('../../serve/serve.ts')
    const { openInBrowser } = await import('../serve/open-in-browser.ts')
    const { serveLog } = await import('../serve/log.ts')
    const { serverOptions } = await import('../serve/server-options.ts')
    const { untilInterrupted } = await import('../serve/until-interrupted.ts')
    const log = serveLog(call)
    const preview = await startServing({
      ...serverOptions(call.flags),
      decks: await namedDecks(call),
      messages: call.flags.messages,
      fallbackMessages: call.messages.lang,
      onRead: log.deckRead,
      onError: log.error,
    })
    // Before this point Ctrl-C ends the process at once: there is nothing to close.
    const interrupted = untilInterrupted()
    greet(call, preview)
    const decks = preview.decks()
    if (call.flags.open) await openInBrowser(decks.length === 1 ? decks[0]!.url : preview.url)
    await interrupted
    await preview.close()
    if (!call.flags.quiet) call.terminal.err(`${call.messages.cli.serve.ended}\n`)
    return 0
  },
})

/** The decks named in the call, or undefined for all in `decks/`. Errors: `file-missing` if one does not exist, exit code 2. */
async function namedDecks(call: Call): Promise<string[] | undefined> {
  if (call.args.length === 0) {
    await assertRoot(call.flags)
    return undefined
  }
  const decks = await chooseDecks(call, 'serve')
  await assertExist(decks)
  return decks
}

/** Prints the URLs, that of this machine first: it is what users look for. */
function greet({ messages: { cli }, terminal: { paint, out, width } }: Call, preview: ServeHandle) {
  const { folder, networkUrls, port, url } = preview
  const watching = { decks: preview.decks().length, folder: folder && printable(shortPath(folder) + sep) }
  out(`${wrapText(`${cli.serve.watching(watching)}: ${url}`, width).replace(url, paint('strong', url))}\n`)
  if (preview.isFallbackPort) out(`${wrapText(cli.serve.moved({ port }), width)}\n`)
  if (networkUrls.length > 0) {
    out(`${wrapText(cli.serve.opened, width)}\n${networkUrls.map((one) => `  ${paint('strong', one)}\n`).join('')}`)
  }
  out(`${paint('quiet', wrapText(cli.serve.hint, width))}\n\n`)
}
