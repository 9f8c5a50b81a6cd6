import { formatMessage } from '../../languages/messages.ts'
import { KormeError } from '../../model/errors.ts'
import { flagSpecs } from '../../model/flags.ts'
import { printable } from '../../report/printable.ts'
import { shellWord } from '../../report/shell-word.ts'
import { shortPath } from '../../report/short-path.ts'
import { commandLine } from '../../report/suggested-command.ts'
import { wrapText } from '../../report/wrap-text.ts'
import { type DeckReading, type PresentHandle, UnfitDeckError } from '../../serve/options.ts'
import { type Call, defineCommand } from '../command.ts'
import { assertExist, chooseDecks } from '../decks.ts'
import { deckFlags } from '../flag-groups.ts'
import { clockTime } from '../present/clock-time.ts'
import { createDiagnosticsPrinter } from '../print-diagnostics.ts'

const addressFlag = `--address ${flagSpecs.address.example}`

/** `korme present`: presents a deck to a speaker, remotes and an audience. Ctrl-C stops it, with exit code 0. */
export const present = defineCommand({
  name: 'present',
  argumentKind: 'deck',
  flags: ['host', 'network', 'open', 'port', 'resume', 'broadcast', 'address', ...deckFlags, 'quiet'],
  examples: [
    'decks/my-talk.json --open',
    'decks/my-talk.json --host',
    'decks/my-talk.json --host --resume',
    '--broadcast redis://host:6379 --address https://talk.kz',
  ],
  async run(call) {
    const { present: startPresenting } = await import('../../serve/present.ts')
    const { greeting, isForOthers, networkNews } = await import('../present/greeting.ts')
    const { openInBrowser } = await import('../serve/open-in-browser.ts')
    const { serveLog } = await import('../serve/log.ts')
    const { serverOptions } = await import('../serve/server-options.ts')
    const { untilInterrupted } = await import('../serve/until-interrupted.ts')
    const deck = await chooseDeck(call)
    const name = printable(shortPath(deck))
    const log = serveLog(call)
    let known = ''
    const talk = await startPresenting(deck, {
      ...serverOptions(call.flags),
      network: isForOthers(call.flags),
      preferredNetwork: call.flags.network,
      messages: call.flags.messages,
      resume: call.flags.resume,
      broadcast: call.flags.broadcast,
      address: call.flags.address,
      onOutage: (isOut) => {
        const { out, back } = call.messages.cli.relay
        if (!call.flags.quiet) call.terminal.err(`${wrapText(isOut ? out : back, call.terminal.width)}\n`)
      },
      onPlace: (place) => {
        // A network that nobody uses comes and goes without a word.
        const now = JSON.stringify(place.network)
        if (now !== known) call.terminal.out(networkNews(call, place))
        known = now
      },
      onRead: log.deckRead,
      onError: log.error,
    }).catch((error: unknown) => {
      if (error instanceof UnfitDeckError) printErrors(call, error.deck)
      throw error
    })
    // Before this point Ctrl-C ends the process at once: there is nothing to close.
    const interrupted = untilInterrupted()
    const { out, paint, width } = call.terminal
    const { present: words, serve } = call.messages.cli
    const title = words.title({ deck: name, slides: talk.slides, pages: talk.pages })
    out(`${paint('strong', wrapText(title, width, [name]))}\n`)
    if (talk.laterStart) out(`${wrapText(formatMessage(call.messages, talk.laterStart), width)}\n`)
    if (talk.isLoop) out(`${wrapText(words.noLoop, width)}\n`)
    out('\n')
    if (talk.isFallbackPort) out(`${wrapText(serve.moved({ port: talk.port }), width)}\n\n`)
    const place = talk.place()
    const resume = commandLine('present', [shellWord(name), '--resume'], call.flags)
    for (const line of talkLines(call, talk, resume)) out(`${wrapText(line, width, [resume])}\n\n`)
    if (talk.broadcast !== null) {
      const command = `npx korme relay --broadcast ${talk.broadcast} --deck ${shellWord(name)}`
      const { shared, unnamed } = call.messages.cli.relay
      out(`${wrapText(shared(command), width, [command])}\n\n`)
      if (!place.isRelayed) out(`${wrapText(unnamed(addressFlag), width, [addressFlag])}\n\n`)
    }
    const { host: _, ...flags } = call.flags
    const open = { ...call, flags: { ...flags, ...(talk.network && { host: true as const }) } }
    known = JSON.stringify(place.network)
    out(greeting(open, { place, command: commandLine('present', [shellWord(name), '--host'], call.flags) }))
    if (call.flags.open) await openInBrowser(talk.urls.speaker)
    // Whoever closes the window, or whose machine shuts down, has not ended the talk.
    const resumable = (await interrupted) !== 'SIGINT'
    await talk.close({ resumable })
    const last = resumable ? words.interrupted(resume) : words.ended
    if (!call.flags.quiet) call.terminal.err(`${wrapText(last, width, [resume])}\n`)
    return 0
  },
})

/** Returns the named deck, or the only one there is. Errors: `decks-missing`, `deck-unnamed`, exit code 2. */
async function chooseDeck(call: Call): Promise<string> {
  const decks = await chooseDecks(call, 'present')
  await assertExist(decks)
  if (decks.length === 1) return decks[0]!
  const names = decks.map((deck) => shellWord(shortPath(deck)))
  const suggested = commandLine('present', [names[0]!], call.flags)
  throw new KormeError({ code: 'deck-unnamed', command: 'present', decks: names, suggested })
}

/** What to know about an interrupted talk: that this one goes on with it, or how one could. */
function talkLines({ messages }: Call, { interruptedMs, resumedMs }: PresentHandle, command: string): string[] {
  const { resumed, resumable } = messages.cli.present
  if (resumedMs !== null) return [resumed(clockTime(messages.lang, resumedMs))]
  if (interruptedMs === null) return []
  return [resumable({ time: clockTime(messages.lang, interruptedMs), command })]
}

function printErrors(call: Call, { file, report }: DeckReading): void {
  const printer = createDiagnosticsPrinter(call)
  printer.printErrors({ ...report, file })
}
