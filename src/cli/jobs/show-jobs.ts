import { type JobList, type ListedJob, listJobs, retryJobs } from '../../jobs/queue/list-jobs.ts'
import { listWorkers } from '../../jobs/queue/worker-state.ts'
import { formatMessage } from '../../languages/messages.ts'
import { addressText, type RedisAddress } from '../../model/redis-address.ts'
import { printable } from '../../report/printable.ts'
import { indentText, wrapText } from '../../report/wrap-text.ts'
import type { Call } from '../command.ts'
import { table } from '../table.ts'
import { hasSentence, openServer, serverOf } from './open-server.ts'
import { workerTable } from './run-worker.ts'

/** So many jobs of a kind are printed. */
const maxPrinted = 20

/** Shows the queue, or puts failed jobs back into it. Returns 0; 1 if jobs have failed. */
export async function showJobs(call: Call): Promise<number> {
  const { flags, messages, terminal } = call
  // As they stand in the list, whatever the shell has made of them.
  const args = call.args.map((deck) => deck.replaceAll('\\', '/').replace(/^\.\//, ''))
  const address = serverOf(call, 'jobs')
  const link = await openServer(address, call)
  try {
    if (flags.retry) {
      const retried = await retryJobs(link, args)
      terminal.out(flags.json ? `${JSON.stringify({ retried })}\n` : `${messages.cli.jobs.retried(retried)}\n`)
      return 0
    }
    const [jobs, workers] = await Promise.all([listJobs(link, hasSentence(call)), listWorkers(link)])
    const meant = onlyDecks(jobs, args)
    if (flags.json) terminal.out(`${JSON.stringify(jobsJson(meant, workers.length, call))}\n`)
    else {
      printJobs(meant, address, call)
      terminal.out(`${terminal.paint('strong', messages.cli.jobs.workers(workers.length))}\n`)
      if (workers.length > 0) terminal.out(workerTable(workers, call))
    }
    return meant.failed.length > 0 ? 1 : 0
  } finally {
    link.close()
  }
}

/** The jobs of the named decks, or all. */
function onlyDecks(jobs: JobList, decks: readonly string[]): JobList {
  if (decks.length === 0) return jobs
  const isMeant = ({ deck }: ListedJob) => decks.includes(deck)
  const failed = jobs.failed.filter(isMeant)
  return { ...jobs, running: jobs.running.filter(isMeant), failed, failedCount: failed.length }
}

function printJobs({ waiting, running, failed, failedCount }: JobList, address: RedisAddress, call: Call): void {
  const { messages, terminal } = call
  const { out, paint, width } = terminal
  const words = messages.cli.jobs
  const nameOf = ({ deck, kind }: ListedJob) => [printable(deck), printable(kind)]
  const rest = (all: number) => (all > maxPrinted ? `  ${words.more(all - maxPrinted)}\n` : '')
  out(`${paint('strong', words.waiting(waiting))}\n${paint('strong', words.running(running.length))}\n`)
  out(
    table(
      running.slice(0, maxPrinted).map((job) => ['', ...nameOf(job), messages.cli.duration(Date.now() - job.since)]),
      { width },
    ),
  )
  out(`${rest(running.length)}${paint(failedCount > 0 ? 'error' : 'strong', words.failed(failedCount))}\n`)
  for (const job of failed.slice(0, maxPrinted)) {
    const reason = job.error ? printable(formatMessage(messages, job.error.fault)) : ''
    out(`  ${nameOf(job).join('  ')}\n${indentText(reason, width, 4)}\n`)
  }
  out(rest(failedCount))
  if (failedCount > 0) {
    const command = `npx korme jobs --jobs ${addressText(address)} --retry`
    out(`${wrapText(words.retry(command), width, [command])}\n`)
  }
}

const jobsJson = ({ waiting, running, failed, failedCount }: JobList, workers: number, { messages }: Call) => ({
  waiting,
  running: running.map(({ key, deck, kind, since }) => ({ key, deck, kind, since })),
  failedCount,
  failed: failed.map(({ key, deck, kind, error }) => ({
    key,
    deck,
    kind,
    code: error?.fault.code ?? null,
    message: error ? formatMessage(messages, error.fault) : null,
  })),
  workers,
})
