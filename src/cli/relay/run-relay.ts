import { KormeError } from '../../model/errors.ts'
import { addressText } from '../../model/redis-address.ts'
import { redisAddress } from '../../redis/redis-settings.ts'
import { printable } from '../../report/printable.ts'
import { shellWord } from '../../report/shell-word.ts'
import { shortPath } from '../../report/short-path.ts'
import { wrapText } from '../../report/wrap-text.ts'
import { UnfitDeckError } from '../../serve/options.ts'
import { openRelay, type RelayHandle } from '../../serve/relay.ts'
import type { Call } from '../command.ts'
import { assertExist } from '../decks.ts'
import { endDespiteConnections } from '../jobs/end-connections.ts'
import { createDiagnosticsPrinter } from '../print-diagnostics.ts'
import { serveLog } from '../serve/log.ts'
import { untilInterrupted } from '../serve/until-interrupted.ts'

const example = { broadcast: 'redis://host:6379', deck: 'decks/my-talk.json' }

/**
 * Serves followers until the talk is over or the process is stopped, then returns 0.
 * Errors: those of Redis and of the port, `relay-lost`, exit code 3; `flag-missing`, exit code 2.
 */
export async function runRelay(call: Call): Promise<number> {
  const { flags, messages, terminal } = call
  const words = messages.cli.relay
  const { broadcast, deck } = { broadcast: needed(call, 'broadcast'), deck: needed(call, 'deck') }
  const server = addressText(redisAddress(broadcast))
  await assertExist([deck])
  const name = printable(shortPath(deck))
  const log = serveLog(call)
  const say = (line: string, kept: readonly string[] = []) => {
    if (!flags.quiet) terminal.err(`${wrapText(line, terminal.width, kept)}\n`)
  }
  const command = `npx korme present ${shellWord(name)} --broadcast ${server}`
  const open = (port: number | undefined) =>
    openRelay(deck, {
      broadcast,
      root: flags.root,
      port,
      network: flags.host,
      watchOnly: flags['watch-only'],
      onWait: () => say(words.waiting(command), [command]),
      onRead: log.deckRead,
      onDiffer: (differs) => say(differs ? words.differs(name) : words.same(name)),
      onOutage: (isOut) => say(isOut ? words.outage(server) : words.back),
      onError: log.error,
    }).catch((error: unknown) => {
      if (error instanceof UnfitDeckError) {
        const { file, report } = error.deck
        createDiagnosticsPrinter(call).printErrors({ ...report, file })
      }
      throw error
    })
  let relay = await open(flags.port)
  try {
    const interrupted = untilInterrupted().then(() => 'stopped' as const)
    greet(call, relay, name)
    for (;;) {
      const end = await Promise.race([interrupted, relay.ended]).finally(() => relay.close())
      say(words[end])
      if (end !== 'replaced') return 0
      relay = await open(relay.port)
    }
  } finally {
    endDespiteConnections()
  }
}

function greet({ flags, messages, terminal }: Call, relay: RelayHandle, deck: string): void {
  const { out, paint, width } = terminal
  const { relay: words, serve } = messages.cli
  const slides = messages.cli.slides(relay.slides, relay.pages)
  out(`${paint('strong', wrapText(words.title({ deck, slides }), width, [deck]))}\n\n`)
  if (relay.isFallbackPort) out(`${wrapText(serve.moved({ port: relay.port }), width)}\n\n`)
  out(`${paint('strong', messages.cli.present.audience)}  ${relay.url}\n\n`)
  out(`${wrapText(flags.host ? words.open : words.closed, width)}\n`)
  if (flags['watch-only']) out(`${wrapText(words.watchOnly, width)}\n`)
  out(`${paint('quiet', wrapText(words.hint, width))}\n`)
}

/** The value of a flag that the command cannot do without. Errors: `flag-missing`, exit code 2. */
function needed({ flags }: Call, name: 'broadcast' | 'deck'): string {
  const value = flags[name]
  if (value !== undefined) return value
  throw new KormeError({ code: 'flag-missing', flag: `--${name}`, command: 'relay', example: example[name] })
}
