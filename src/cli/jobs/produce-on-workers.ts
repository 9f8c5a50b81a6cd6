import { basename } from 'node:path'
import { withBrowser } from '../../export/browser.ts'
import type { AskedJob, Jobs } from '../../jobs/jobs.ts'
import { queuedJobs } from '../../jobs/queue/queued-jobs.ts'
import { workersBrowser } from '../../jobs/queue/worker-state.ts'
import type { RedisLink } from '../../redis/open-redis.ts'
import { printable } from '../../report/printable.ts'
import type { Call } from '../command.ts'
import { browserOptions } from '../printer.ts'
import { createProgress } from '../progress.ts'
import { refusedResult } from '../refused-result.ts'
import { hasPrinted, runJobs } from '../run-jobs.ts'
import { endDespiteConnections } from './end-connections.ts'
import { hasSentence, openServer, openStore, programName, serverOf } from './open-server.ts'

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
      interrupted.end()
      await jobs.close()
    }
  } finally {
    link.close()
    endDespiteConnections()
  }
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
