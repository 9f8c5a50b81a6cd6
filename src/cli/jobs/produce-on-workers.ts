import { basename, resolve } from 'node:path'
import { withBrowser } from '../../export/browser.ts'
import { realLocation } from '../../jobs/find-inputs.ts'
import type { AskedJob, Jobs } from '../../jobs/jobs.ts'
import { queuedJobs } from '../../jobs/queue/queued-jobs.ts'
import { workersBrowser } from '../../jobs/queue/worker-state.ts'
import { type FolderStore, nameIn } from '../../jobs/store.ts'
import { KormeError } from '../../model/errors.ts'
import { addressText } from '../../model/redis-address.ts'
import type { RedisLink } from '../../redis/open-redis.ts'
import { printable } from '../../report/printable.ts'
import type { Call } from '../command.ts'
import { browserOptions } from '../printer.ts'
import { createProgress } from '../progress.ts'
import { refusedResult } from '../refused-result.ts'
import { hasPrinted, runJobs } from '../run-jobs.ts'
import { endDespiteConnections } from './end-connections.ts'
import { hasSentence, openServer, openStore, programName, serverOf } from './open-server.ts'
import { watchWorkers } from './watch-workers.ts'

const defaultMaxWaiting = 10_000
/** What a program returns that Ctrl-C has stopped. */
const interruptedCode = 130

/** Has documents made by workers, and prints what comes of it as if they had been made here. Returns the exit code. */
export async function produceOnWorkers(
  call: Call,
  decks: readonly string[],
  asked: readonly AskedJob[],
): Promise<number> {
  const { flags, messages, terminal } = call
  const address = serverOf(call, 'build')
  const store = await openStore(call)
  await refuseAllOutside(decks, store)
  const link = await openServer(address, call)
  try {
    const jobs = await queuedJobs({
      link,
      store,
      root: flags.root,
      out: flags.out,
      program: { program: programName(call), browser: hasPrinted(asked) ? await browserOf(call, link) : null },
      maxWaiting: flags['max-waiting'] ?? defaultMaxWaiting,
      knownFault: hasSentence(call),
      onRefused: (refused, error) => refusedResult(refused, error, call),
    })
    const progress = createProgress(call, { steps: asked.length, documents: asked.length, lines: false })
    const interrupted = cancelOnInterrupt(jobs, (withdrawn) => {
      if (!flags.quiet) terminal.err(`${messages.cli.build.withdrawn(withdrawn)}\n`)
    })
    const unwatch = watchWorkers(link, () => tellOfNoWorkers(call, addressText(address)))
    let done = 0
    try {
      const { code } = await runJobs({
        call,
        decks,
        asked,
        jobs,
        onResult: (result) => {
          done += result.jobs.length
          const deck = printable(basename(result.jobs[0]!.deck))
          const shown = progress.begin({ deck, done, all: asked.length }, result.jobs.length)
          for (const _ of result.jobs) shown.step()
          shown.finish()
        },
        onEnd: progress.end,
      })
      return interrupted.happened() ? interruptedCode : code
    } finally {
      unwatch()
      interrupted.end()
      await jobs.close()
    }
  } finally {
    link.close()
    endDespiteConnections()
  }
}

/** Errors: `outside-store`, exit code 2, if no deck lies in the store: one stands for all. */
async function refuseAllOutside(decks: readonly string[], store: FolderStore): Promise<void> {
  const paths = await Promise.all(decks.map((deck) => realLocation(resolve(deck))))
  const [first] = paths
  if (first !== undefined && paths.every((path) => nameIn(store, path) === null))
    throw new KormeError({ code: 'outside-store', path: first, store: store.root })
}

/** Says that nobody does the jobs. */
function tellOfNoWorkers({ flags, messages, terminal }: Call, server: string): void {
  if (flags.quiet) return
  const line = flags.json ? JSON.stringify({ workers: 0 }) : messages.cli.build.noWorkers(server)
  terminal.err(`${line}\n`)
}

/** The version of the browser that will print: that of the workers, or, before any has worked, the one of this machine. */
async function browserOf({ flags }: Call, link: RedisLink): Promise<string | null> {
  const known = await Promise.race([workersBrowser(link), link.lost])
  return known ?? withBrowser(browserOptions(flags), (browser) => browser.version()).catch(() => null)
}

/** Withdraws jobs on Ctrl-C. A second one ends the process at once. */
function cancelOnInterrupt(jobs: Jobs, onWithdrawn: (jobs: number) => void) {
  let happened = false
  const onSignal = () => {
    happened = true
    // Not at once: other listeners of this signal must see that it is handled.
    setImmediate(() => process.off('SIGINT', onSignal))
    void jobs.cancel().then(onWithdrawn)
  }
  process.on('SIGINT', onSignal)
  return { happened: () => happened, end: () => void process.off('SIGINT', onSignal) }
}
