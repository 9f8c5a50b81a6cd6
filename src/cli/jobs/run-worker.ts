import { hostname } from 'node:os'
import { withBrowser } from '../../export/browser.ts'
import { decksAtOnce } from '../../jobs/decks-at-once.ts'
import { readFailure } from '../../jobs/queue/job-failure.ts'
import { startWorker, type WorkerEvent } from '../../jobs/queue/worker.ts'
import { listWorkers, type WorkerReport } from '../../jobs/queue/worker-state.ts'
import { formatMessage } from '../../languages/messages.ts'
import { KormeError } from '../../model/errors.ts'
import { addressText } from '../../model/redis-address.ts'
import { printable } from '../../report/printable.ts'
import { wrapText } from '../../report/wrap-text.ts'
import type { Call } from '../command.ts'
import { printBug, printError } from '../print-error.ts'
import { browserOptions, withCliPrinter } from '../printer.ts'
import { untilInterrupted } from '../serve/until-interrupted.ts'
import { table } from '../table.ts'
import { endDespiteConnections } from './end-connections.ts'
import { hasSentence, openServer, openStore, programName, serverOf } from './open-server.ts'

/** What has been begun may take so long when the worker is stopped: less than containers are given. Units: milliseconds. */
const graceMs = 8_000

/** Does jobs until the worker is stopped, then returns 0. Errors: those of the server and the browser; `redis-lost`. */
export async function runWorker(call: Call): Promise<number> {
  const { flags, messages, terminal } = call
  const address = serverOf(call, 'worker')
  const store = await openStore(call)
  const link = await openServer(address, call)
  const words = messages.cli.worker
  const say = (line: string) => {
    if (!flags.quiet && !flags.json) terminal.err(`${line}\n`)
  }
  try {
    const browser = await withBrowser(browserOptions(flags), (one) => one.version())
    return await withCliPrinter(call, async (printer) => {
      const atOnce = flags['at-once'] ?? decksAtOnce(true)
      const program = { program: programName(call), browser }
      const running = await startWorker({ link, store, printer, program, atOnce, onEvent: eventPrinter(call) })
      const stopped = untilInterrupted()
      say(wrapText(words.ready({ server: addressText(address), store: store.root, atOnce }), terminal.width))
      say(wrapText(words.hint, terminal.width))
      try {
        await Promise.race([stopped, link.lost])
        say(words.stopping)
      } finally {
        await running.stop(graceMs)
      }
      say(words.ended)
      return 0
    })
  } finally {
    link.close()
    endDespiteConnections()
  }
}

/** Prints what a worker tells: finished jobs to stdout, one line each, all else to stderr. */
function eventPrinter({ flags, messages, terminal }: Call): (event: WorkerEvent) => void {
  const words = messages.cli.worker
  const json = (event: object) => terminal.out(`${JSON.stringify(event)}\n`)
  return (event) => {
    const deck = printable(event.deck)
    const message =
      'error' in event && event.error instanceof KormeError ? formatMessage(messages, event.error.fault) : null
    if (flags.json)
      return json({
        event: event.event,
        deck: event.deck,
        ...(event.event === 'done' ? { kind: event.kind, ms: Math.round(event.ms) } : { message }),
      })
    if (event.event === 'done') {
      if (!flags.quiet) terminal.out(`${words.done({ deck, kind: event.kind, ms: event.ms })}\n`)
    } else if (event.event === 'crashed') printBug(event.error, messages, terminal)
    else {
      if (event.error) printError(event.error, messages, terminal)
      if (event.event === 'returned' && !flags.quiet) terminal.err(`${words.returned(deck)}\n`)
      if (event.event === 'returned' && event.pauseMs !== null) terminal.err(`${words.paused(event.pauseMs / 1000)}\n`)
    }
  }
}

/** Lists all workers. Returns 0 if one of them runs on this machine. Errors: `workers-missing`, exit code 3. */
export async function showWorkers(call: Call): Promise<number> {
  const { flags, terminal } = call
  const address = serverOf(call, 'worker')
  const link = await openServer(address, call)
  try {
    const workers = await Promise.race([listWorkers(link), link.lost])
    if (flags.json) terminal.out(`${JSON.stringify({ workers })}\n`)
    else if (workers.length > 0) terminal.out(workerTable(workers, call))
    if (workers.some(({ host }) => host === hostname())) return 0
    throw new KormeError({ code: 'workers-missing', server: addressText(address) })
  } finally {
    link.close()
  }
}

/** One row per worker: where it is, what it has done, what it does. */
export function workerTable(workers: readonly WorkerReport[], call: Call): string {
  const { messages, terminal } = call
  const words = messages.cli.worker
  const rows = workers.map(({ host, pid, program, done, failed, since, decks, paused }) => [
    terminal.paint('strong', printable(`${host}:${pid}`)),
    printable(program.split(' ', 1)[0]!),
    words.row({ done, failed, sinceMs: Date.now() - since }),
    paused === null
      ? decks.map(printable).join(', ') || words.idle
      : printable(formatMessage(messages, readFailure(paused, '', hasSentence(call)).fault)),
  ])
  return table(rows, { width: terminal.width })
}
