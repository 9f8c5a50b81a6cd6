import { KormeError } from '../../model/errors.ts'
import { langs } from '../../model/lang.ts'
import { printable } from '../../report/printable.ts'
import { type Call, defineCommand } from '../command.ts'
import { chooseDecks, shortPath } from '../decks.ts'
import { deckFlags } from '../flag-groups.ts'

/** `korme present`: one deck to its speaker, a remote and an audience. It ends when the user ends it, with exit code 0. */
export const present = defineCommand({
  name: 'present',
  argumentKind: 'deck',
  flags: ['host', 'open', 'port', ...deckFlags, 'quiet'],
  choices: { lang: langs }, // one page shows one language
  examples: ['decks/my-talk.json --open', 'decks/my-talk.json --host'],
  async run(call) {
    const { untilInterrupted: interrupted } = await import('../serve/until-interrupted.ts')
    const { startPresenting: presenting } = await import('../present/start-present.ts')
    const { session, slides, greeting } = await presenting(call, await chooseDeck(call))
    // Until now there was nothing to close: the system ends the process, however busy it is.
    const ended = interrupted()
    const { out, paint } = call.terminal
    out(`${paint('strong', call.messages.cli.present.title(slides))}\n\n`)
    if (session.server.moved) out(`${call.messages.cli.serve.moved({ port: session.server.port })}\n\n`)
    out(greeting)
    if (call.flags.open) await openBrowser(session.urls.speaker)
    await ended
    await session.close()
    if (!call.flags.quiet) call.terminal.err(`${call.messages.cli.present.ended}\n`)
    return 0
  },
})

/** The deck that was named, or the only one there is. Errors: `decks-missing`, `deck-unnamed`, exit code 2. */
async function chooseDeck(call: Call): Promise<string> {
  const decks = await chooseDecks(call)
  if (decks.length === 1) return decks[0]!
  const names = decks.map((deck) => printable(shortPath(deck)))
  throw new KormeError({ code: 'deck-unnamed', command: 'present', decks: names }, 2)
}

/** A machine without a browser is no reason to stop. */
async function openBrowser(address: string): Promise<void> {
  const { default: open } = await import('open')
  const child = await open(address).catch(() => null)
  child?.on('error', () => {})
}
