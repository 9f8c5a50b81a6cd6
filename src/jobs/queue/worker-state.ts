import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { KormeError } from '../../model/errors.ts'
import type { RedisLink } from '../../redis/open-redis.ts'
import type { JobProgram } from '../job.ts'
import { failureText } from './job-failure.ts'
import { prefix } from './queue-settings.ts'

/** What a worker shows of itself to everybody at the same server. Plain JSON. */
export interface WorkerReport extends JobProgram {
  host: string
  pid: number
  /** Units: milliseconds since 1970. */
  since: number
  done: number
  failed: number
  /** The decks that it works on. */
  decks: string[]
  /** Why it takes no jobs for a while, as a fault in JSON; null if it takes them. */
  paused: string | null
}

/** Keeps the report of a worker up to date. */
export interface WorkerState {
  begin(deck: string): void
  end(deck: string): void
  done(): void
  failed(): void
  pause(error: KormeError): void
  resume(): void
  close(): Promise<void>
}

const keys = `${prefix}:workers`
/** The version of the browser that workers print with. */
const browserKey = `${prefix}:browser`
/** How often a report is renewed, and how long it counts. */
const renewMs = 10_000
const lifeSeconds = 35
/** More workers than this are not listed, and longer reports are not read. */
const maxWorkers = 1_000
const maxReportLength = 100_000

/** Announces a worker, and goes on announcing it. */
export function announceWorker({ client }: RedisLink, program: JobProgram): WorkerState {
  const report: WorkerReport = {
    ...program,
    host: hostname(),
    pid: process.pid,
    since: Date.now(),
    done: 0,
    failed: 0,
    decks: [],
    paused: null,
  }
  const key = `${keys}:${report.host}:${report.pid}:${randomBytes(3).toString('hex')}`
  // While the server is away, reports are not kept for later.
  const send = () => {
    if (client.status === 'ready') client.set(key, JSON.stringify(report), 'EX', lifeSeconds).catch(() => {})
  }
  send()
  if (program.browser !== null) client.set(browserKey, program.browser).catch(() => {})
  const timer = setInterval(send, renewMs)
  return {
    begin: (deck) => void report.decks.push(deck),
    end: (deck) => void report.decks.splice(report.decks.indexOf(deck), 1),
    done: () => void (report.done += 1),
    failed: () => void (report.failed += 1),
    pause: (error) => {
      report.paused = failureText(error)
      send()
    },
    resume: () => {
      report.paused = null
      send()
    },
    async close() {
      clearInterval(timer)
      if (client.status === 'ready') await client.del(key).catch(() => {})
    },
  }
}

/** Returns the reports of all workers that are alive. Errors: those of the client. */
export async function listWorkers({ client }: RedisLink): Promise<WorkerReport[]> {
  const found: string[] = []
  let cursor = '0'
  do {
    const [next, some] = await client.scan(cursor, 'MATCH', `${keys}:*`, 'COUNT', 500)
    found.push(...some)
    cursor = next
  } while (cursor !== '0' && found.length < maxWorkers)
  const texts = found.length > 0 ? await client.mget(...found) : []
  return texts.flatMap((text) => readReport(text) ?? []).sort((a, b) => (a.host + a.pid < b.host + b.pid ? -1 : 1))
}

function readReport(text: string | null): WorkerReport | null {
  if (text === null || text.length > maxReportLength) return null
  try {
    const one = JSON.parse(text) as WorkerReport
    const isReport =
      [one.host, one.program].every((part) => typeof part === 'string') &&
      [one.pid, one.since, one.done, one.failed].every((part) => typeof part === 'number') &&
      (one.browser === null || typeof one.browser === 'string') &&
      (one.paused === null || typeof one.paused === 'string') &&
      Array.isArray(one.decks) &&
      one.decks.every((deck) => typeof deck === 'string')
    return isReport ? one : null
  } catch {
    return null
  }
}

/** Returns the version of the browser that workers print with; null if none has ever worked. Errors: those of the client. */
export async function workersBrowser(link: RedisLink): Promise<string | null> {
  const counts = new Map<string, number>()
  for (const { browser } of await listWorkers(link)) {
    if (browser !== null) counts.set(browser, (counts.get(browser) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most?.[0] ?? (await link.client.get(browserKey))
}
