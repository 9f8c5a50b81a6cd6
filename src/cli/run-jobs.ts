import { isPrinted } from '../documents/document-request.ts'
import type { AskedJob, JobResult, Jobs } from '../jobs/jobs.ts'
import { formatMessage } from '../languages/messages.ts'
import type { KormeError } from '../model/errors.ts'
import type { Call } from './command.ts'
import { createDiagnosticsPrinter, isFailing } from './print-diagnostics.ts'
import { printError, printWarning } from './print-error.ts'
import { printJson } from './print-json.ts'
import { printTotal } from './print-total.ts'
import { type BuiltDeck, isListedByCheck, summarizeBuilds } from './summarize-builds.ts'

/** What a run has come to. */
export interface RunOutcome {
  code: number
  /** The decks of which something was made or reported. */
  done: BuiltDeck[]
  /** Whether all of them were done, with no error of the call or the machine. */
  isWhole: boolean
}

/** The decks of a run, and who does the work. */
export interface JobRun {
  call: Call
  decks: readonly string[]
  asked: readonly AskedJob[]
  jobs: Jobs
  /** Called with each result as it comes. */
  onResult?: (result: JobResult) => void
  /** Called when nothing more comes. */
  onEnd?: () => void
}

const isIncomplete = ({ errors, outputs }: BuiltDeck) => errors.length > 0 || outputs.length === 0
const nameOf = ({ file }: BuiltDeck) => file.name

/**
 * Has jobs done, and prints what comes of them: errors as soon as a deck and those before it are finished, the rest at the end.
 * Errors of the machine are printed once for all decks.
 */
export async function runJobs({
  call,
  decks,
  asked,
  jobs,
  onResult = () => {},
  onEnd = () => {},
}: JobRun): Promise<RunOutcome> {
  const { flags, messages, terminal } = call
  const report = createReport(call)
  const parts = new Map<string, JobResult[]>(decks.map((deck) => [deck, []]))
  const left = new Map(decks.map((deck) => [deck, asked.filter((job) => job.deck === deck).length]))
  const queue = [...decks]
  try {
    await jobs.submit(asked)
    for await (const result of jobs.results()) {
      onResult(result)
      if (!flags.quiet) for (const warning of result.warnings) printWarning(warning, messages, terminal)
      for (const { deck } of result.jobs) left.set(deck, left.get(deck)! - 1)
      parts.get(result.jobs[0]!.deck)!.push(result)
      for (; queue.length > 0 && left.get(queue[0]!) === 0; queue.shift()) report.add(queue[0]!, parts.get(queue[0]!)!)
    }
  } finally {
    onEnd()
  }
  // After Ctrl-C, decks in the middle may be missing.
  for (const deck of queue) report.add(deck, parts.get(deck)!)
  return report.end(decks)
}

/** Collects what came of decks, in their order. */
function createReport(call: Call) {
  const { flags, messages, terminal } = call
  const printer = createDiagnosticsPrinter(call)
  const done: BuiltDeck[] = []
  const failed: { deck: string; error: KormeError }[] = []
  const errors = new Map<string, KormeError>()
  const said = new Set<string>()
  const addBuilt = (deck: BuiltDeck) => {
    done.push(deck)
    if (!flags.json) {
      printer.printErrors(deck)
      printer.keepRest(deck, ['warning'], false)
      const unlisted = deck.diagnostics.filter((one) => !isListedByCheck(one))
      printer.keepRest({ ...deck, diagnostics: unlisted }, ['info'], false)
    }
    for (const fault of deck.errors) errors.set(formatMessage(messages, fault.fault), fault)
  }
  return {
    add(deck: string, parts: readonly JobResult[]) {
      const built = joinResults(parts)
      if (built) addBuilt(built)
      else {
        const faults = new Map(
          parts.flatMap((part) => part.errors).map((one) => [formatMessage(messages, one.fault), one]),
        )
        for (const [sentence, error] of faults) {
          // What names no deck may be true of hundreds; they are listed at the end.
          if (!said.has(sentence)) printError(error, messages, terminal)
          said.add(sentence)
          failed.push({ deck, error })
        }
      }
    },
    end(decks: readonly string[]): RunOutcome {
      if (flags.json) printJson(done, [...failed.map(({ error }) => error), ...errors.values()], call)
      else {
        printer.end()
        if (!flags.quiet) {
          summarizeBuilds(done, call)
          const failing = new Set([...failed.map(({ deck }) => deck), ...done.filter(isIncomplete).map(nameOf)])
          printTotal(decks, failing, messages.cli.build.total, call)
        }
      }
      for (const fault of errors.values()) printError(fault, messages, terminal)
      const codes = [...errors.values(), ...failed.map(({ error }) => error)].map(({ exitCode }) => exitCode)
      const code = Math.max(0, ...codes, done.some((deck) => isFailing(deck, flags)) ? 1 : 0)
      return { code, done, isWhole: failed.length === 0 }
    },
  }
}

/** Joins what came of the jobs of one deck; null if nothing is known of it. Its documents come in the order of the request. */
function joinResults(parts: readonly JobResult[]): BuiltDeck | null {
  const first = parts.find(({ summary }) => summary !== null)
  if (!first?.summary) return null
  const order = (part: JobResult) =>
    part.jobs[0]!.options.documents.findIndex(({ kind }) => kind === part.jobs[0]!.kind)
  const sorted = [...parts].sort((a, b) => order(a) - order(b))
  const times = sorted.flatMap(({ ms }) => ms ?? [])
  return {
    ...first.summary,
    text: first.text,
    outputs: sorted.flatMap(({ summary }) => summary?.outputs ?? []),
    errors: sorted.flatMap(({ errors }) => errors),
    ms: times.length === 0 ? null : times.reduce((sum, ms) => sum + ms, 0),
  }
}

/** Whether a browser prints any of these jobs. */
export const hasPrinted = (jobs: readonly AskedJob[]): boolean => jobs.some(isPrinted)
