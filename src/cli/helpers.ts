import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { BuildSummary } from '../documents/build-summary.ts'
import type { DocumentRequest } from '../documents/document-request.ts'
import type { AskedJob, JobResult } from '../jobs/jobs.ts'
import { type Fault, KormeError } from '../model/errors.ts'
import type { Flags } from '../model/flags.ts'
import { packageRoot } from '../system/package-root.ts'
import type { Call } from './command.ts'
import { helperWord } from './helper-word.ts'

/** What a helper is told: first the call that it helps, then one deck after the other. */
export type HelperOrder = { flags: Flags; requests: readonly DocumentRequest[] } | { deck: string }

/** What a helper says of a deck. */
export type HelperAnswer =
  | { summary: BuildSummary; text: string; faults: readonly Fault[]; ms: number }
  /** The deck could not be done. */
  | { fault: Fault }
  /** A bug in Korme. */
  | { message: string; stack: string }

/** Processes that make pages beside this one. */
export interface Helpers {
  count: number
  /** Makes the pages of a deck, one deck in each helper at a time; null if its helper has ended. Errors: as if made here. */
  make(jobs: readonly AskedJob[]): Promise<JobResult | null>
  end(): Promise<void>
}

/** Starts helpers for the pages of a call. */
export function startHelpers(count: number, { flags }: Call, requests: readonly DocumentRequest[]): Helpers {
  const start = () => {
    const child = fork(join(packageRoot(), 'build/start.js'), [helperWord], {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.on('error', () => {}) // its end tells enough
    const order: HelperOrder = { flags, requests }
    child.send(order, () => {})
    return child
  }
  const all = Array.from({ length: count }, start)
  const free = [...all]
  return {
    count,
    async make(jobs) {
      const helper = free.pop()
      const answer = helper && (await ask(helper, { deck: jobs[0]!.deck }))
      if (!answer) return null
      free.push(helper)
      if ('fault' in answer) throw new KormeError(answer.fault)
      if ('stack' in answer) throw Object.assign(new Error(answer.message), { stack: answer.stack })
      const { faults, ...built } = answer
      return { jobs, ...built, errors: faults.map((fault) => new KormeError(fault)), warnings: [] }
    },
    async end() {
      await Promise.all(all.map(ended))
    },
  }
}

/** Asks a helper for a deck; null if it ends before it answers. */
function ask(helper: ChildProcess, order: HelperOrder): Promise<HelperAnswer | null> {
  return new Promise((resolve) => {
    const lost = () => resolve(null)
    if (!helper.connected) return lost()
    helper.once('exit', lost)
    helper.once('message', (answer) => {
      helper.off('exit', lost)
      resolve(answer as HelperAnswer)
    })
    helper.send(order, (error) => error && lost())
  })
}

async function ended(helper: ChildProcess): Promise<void> {
  if (helper.exitCode !== null || helper.signalCode !== null || !helper.connected) return
  const exited = new Promise((resolve) => helper.once('exit', resolve))
  helper.disconnect()
  await exited
}
