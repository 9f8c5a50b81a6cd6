import { join, resolve, sep } from 'node:path'
import { listDecks } from '../../load/deck-files.ts'
import { langs } from '../../model/lang.ts'
import { printable } from '../../report/printable.ts'
import type { RunningServer } from '../../serve/server.ts'
import { disk } from '../../system/disk.ts'
import { type Call, defineCommand } from '../command.ts'
import { chooseDecks, shortPath } from '../decks.ts'
import { deckFlags } from '../flag-groups.ts'

/** `korme serve`: decks in the browser, as they are edited. It ends when the user ends it, with exit code 0. */
export const serve = defineCommand({
  name: 'serve',
  argumentKind: 'decks',
  flags: ['open', 'port', 'host', ...deckFlags, 'quiet'],
  choices: { lang: langs }, // one page shows one language
  examples: ['', '--open', 'decks/my-talk.json', '--port 8080 --host'],
  async run(call) {
    const { untilInterrupted: interrupted } = await import('../serve/until-interrupted.ts')
    const { startServing: serving } = await import('../serve/start-serve.ts')
    const decks = call.args.length > 0 ? await chooseDecks(call) : null
    const folder = await realFolder(join(call.flags.root ?? '.', 'decks'))
    const {
      server,
      decks: served,
      close,
    } = await serving(call, {
      folder: decks ? null : folder,
      find: async () => (decks ?? (await listDecks(folder))).map((deck) => resolve(deck)),
    })
    // Until now there was nothing to close: the system ends the process, however busy it is.
    const ended = interrupted()
    greet(call, server, served.list().length, decks ? null : shortPath(folder) + sep)
    if (call.flags.open) await openBrowser(server.localUrl, served.list())
    await ended
    await close()
    if (!call.flags.quiet) call.terminal.err(`${call.messages.cli.serve.ended}\n`)
    return 0
  },
})

/** The folder as it is named where it is not there yet: decks may come. */
const realFolder = async (path: string): Promise<string> => (await disk.realPath(path)) ?? resolve(path)

/** The address first: it is what people look for. */
function greet({ messages: { cli }, terminal }: Call, server: RunningServer, decks: number, folder: string | null) {
  const { paint, out } = terminal
  out(
    `${cli.serve.watching({ decks, folder: folder && printable(folder) })}: ${paint('strong', `${server.localUrl}/`)}\n`,
  )
  if (server.moved) out(`${cli.serve.moved({ port: server.port })}\n`)
  if (server.networkUrls.length > 0) {
    out(`${cli.serve.opened} ${server.networkUrls.map((one) => paint('strong', `${one}/`)).join(' ')}\n`)
  }
  out(`${paint('quiet', cli.serve.hint)}\n\n`)
}

/** One deck is opened itself, several at the list of them. A machine without a browser is no reason to stop. */
async function openBrowser(address: string, decks: readonly { id: string }[]): Promise<void> {
  const { default: open } = await import('open')
  const [only] = decks
  const path = only && decks.length === 1 ? `/decks/${encodeURIComponent(only.id)}/` : '/'
  const child = await open(address + path).catch(() => null)
  child?.on('error', () => {})
}
