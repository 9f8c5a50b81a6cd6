import { basename, join } from 'node:path'
import { type BuildSummary, summaryOf } from '../documents/build-summary.ts'
import { type DocumentRequest, fileExtension, isPrinted } from '../documents/document-request.ts'
import type { Printer } from '../export/printer.ts'
import { decksAtOnce, helpersFor } from '../jobs/decks-at-once.ts'
import { inProcessJobs } from '../jobs/in-process.ts'
import { type AskedJob, type JobResult, jobsByDeck } from '../jobs/jobs.ts'
import { readDeckFile, stemOf } from '../load/deck-files.ts'
import { findProject } from '../load/project.ts'
import { KormeError } from '../model/errors.ts'
import { flagSpecs } from '../model/flags.ts'
import { printable } from '../report/printable.ts'
import { shortPath } from '../report/short-path.ts'
import { type BuildMemory, openBuildMemory } from './build-memory.ts'
import type { Call } from './command.ts'
import { buildOptions } from './decks.ts'
import type { Helpers } from './helpers.ts'
import { withCliPrinter } from './printer.ts'
import { createProgress, type DeckProgress } from './progress.ts'
import { refusedResult } from './refused-result.ts'
import { runJobs } from './run-jobs.ts'
import { spareMemoryBesideBrowser, spareMemoryFor } from './spare-memory.ts'

/**
 * Produces documents of decks, in this process or with `--jobs` on other machines, and prints the results: errors with their
 * lines, warnings without, infos as a count except for those that `check` does not list. Decks for which nothing has changed
 * since they were last built are not built again. Returns the exit code.
 */
export async function produceAll(
  call: Call,
  decks: readonly string[],
  requests: readonly DocumentRequest[],
): Promise<number> {
  const asked = askFor(call, decks, requests)
  if (call.flags.jobs !== undefined) {
    const { produceOnWorkers } = await import('./jobs/produce-on-workers.ts')
    return produceOnWorkers(call, decks, asked)
  }
  refuseJobsFlags(call, requests)
  const memory = await openBuildMemory(call, requests)
  const finished = await memory.findAll(decks)
  const run = { call, decks, asked, memory, finished }
  const prints = requests.some(isPrinted) && finished.size < decks.length
  if (prints) return withCliPrinter(call, (printer) => produceHere(run, printer))
  const count = call.program ? helpersFor(decks.length - finished.size) : 0
  if (count === 0) return produceHere(run, null)
  const { startHelpers } = await import('./helpers.ts')
  const helpers = startHelpers(count, call, requests)
  return produceHere(run, null, helpers).finally(helpers.end)
}

/** Refuses what says how workers do it, where none are asked to. Errors: `flag-missing`, exit code 2. */
function refuseJobsFlags({ flags }: Call, requests: readonly DocumentRequest[]): void {
  const given = (['store', 'max-waiting'] as const).find((name) => flags[name] !== undefined)
  if (given === undefined) return
  const kind = requests[0]?.kind ?? 'html'
  const command = `${kind === 'html' ? 'build' : kind} --${given}`
  throw new KormeError({ code: 'flag-missing', flag: '--jobs', command, example: flagSpecs.jobs.example })
}

/** One job for each document of each deck. */
function askFor({ flags }: Call, decks: readonly string[], requests: readonly DocumentRequest[]): AskedJob[] {
  const { lang = null, root: _, out: __, ...build } = buildOptions(flags)
  const options = { build, documents: requests }
  return decks.flatMap((deck) => requests.map(({ kind }) => ({ deck, kind, lang, options })))
}

interface Run {
  call: Call
  decks: readonly string[]
  asked: readonly AskedJob[]
  memory: BuildMemory
  /** The decks that need not be built. */
  finished: ReadonlyMap<string, BuildSummary>
}

async function produceHere(run: Run, printer: Printer | null, helpers: Helpers | null = null): Promise<number> {
  const { call, decks, asked, memory } = run
  const builder = createBuilder(run, printer, helpers)
  const jobs = inProcessJobs({ make: builder.make, atOnce: helpers?.count ?? decksAtOnce(printer !== null) })
  const { code, done, isWhole } = await runJobs({ call, decks, asked, jobs, onEnd: builder.end })
  if (isWhole && (printer || call.prestarted)) await memory.rememberCall(done)
  return code
}

/** A deck is laid out, and each of its documents is made. */
const stepsOf = (jobs: readonly AskedJob[]): number => jobs.length + 1

/** Builds the decks of a run and shows its progress. */
function createBuilder(
  { call, decks, asked, memory, finished }: Run,
  printer: Printer | null,
  helpers: Helpers | null,
) {
  const groups = jobsByDeck(asked)
  const steps = groups.reduce((sum, group) => sum + (finished.has(group[0]!.deck) ? 0 : stepsOf(group)), 0)
  const progress = createProgress(call, { steps, documents: asked.length, lines: printer !== null })
  const build = async (jobs: readonly AskedJob[]): Promise<JobResult> => {
    const { deck: path } = jobs[0]!
    const summary = finished.get(path)
    if (summary) return { jobs, summary, text: await textOf(path, summary), errors: [], warnings: [], ms: null }
    const active = { deck: printable(basename(path)), done: decks.indexOf(path) + 1, all: decks.length }
    const shown = progress.begin(active, stepsOf(jobs))
    const result = helpers?.make(jobs).then((helped) => helped ?? buildHere(jobs, shown)) ?? buildHere(jobs, shown)
    return result.finally(shown.finish)
  }
  const buildHere = async (jobs: readonly AskedJob[], shown: DeckProgress): Promise<JobResult> => {
    const { deck: path, options } = jobs[0]!
    const start = performance.now()
    await spareMemoryFor(path)
    if (printer) await spareMemoryBesideBrowser(path)
    const { produce } = await import('../documents/produce.ts')
    const built = await memory.make(path, async (files) => {
      const watched = printer && watchWarnings(printer)
      const tools = {
        printer: watched?.printer ?? null,
        onSlides: shown.slides,
        onProgress: shown.step,
        onPages: shown.pages,
      }
      const result = await produce(path, { ...buildOptions(call.flags), files }, options.documents, tools)
      return { ...result, warned: watched?.warned() ?? false }
    })
    const { text, errors } = built
    return { jobs, summary: summaryOf(built), text, errors, warnings: [], ms: performance.now() - start }
  }
  /** A deck that cannot be read, and a bug in Korme, end the work on one deck only. */
  const make = (jobs: readonly AskedJob[]): Promise<JobResult> =>
    build(jobs).catch((error: unknown) => refusedResult(jobs, error, call))
  return { make, end: () => progress.end() }
}

/** A printer that knows whether it gave a warning. */
function watchWarnings(printer: Printer): { printer: Printer; warned: () => boolean } {
  let warned = false
  const warn: Printer['warn'] = (warning) => {
    warned = true
    printer.warn(warning)
  }
  return { printer: { ...printer, warn }, warned: () => warned }
}

/** The text of a deck that was not read, if there is something to say about it. */
async function textOf(path: string, { diagnostics }: BuildSummary): Promise<string> {
  if (diagnostics.length === 0) return ''
  const { decode } = await import('../parse/decode.ts')
  const { bytes } = await readDeckFile(path)
  return decode(bytes).text ?? ''
}

/** Refuses two decks that would write the same file. Errors: `output-twice`, exit code 2. */
export async function assertDistinctOutputs(
  decks: readonly string[],
  requests: readonly DocumentRequest[],
  { flags }: Call,
): Promise<void> {
  const owners = new Map<string, string>()
  for (const deck of decks) {
    const { out } = await findProject(deck, buildOptions(flags))
    for (const request of requests) {
      const output = join(out, `${stemOf(deck)}.${fileExtension(request)}`)
      // Many file systems ignore case and Unicode normalization.
      const key = output.normalize('NFC').toLowerCase()
      const owner = owners.get(key)
      if (owner !== undefined) {
        throw new KormeError({ code: 'output-twice', output: shortPath(output), decks: [owner, deck] })
      }
      owners.set(key, deck)
    }
  }
}
