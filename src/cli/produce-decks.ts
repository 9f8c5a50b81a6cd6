import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import { type BuildSummary, summaryOf } from '../documents/build-summary.ts'
import { type DocumentRequest, fileExtension, isPrinted } from '../documents/document-request.ts'
import type { PrintedPages } from '../documents/make-document.ts'
import type { Printer } from '../export/printer.ts'
import { formatMessage } from '../languages/messages.ts'
import { readDeckFile, stemOf } from '../load/deck-files.ts'
import { findProject } from '../load/project.ts'
import { KormeError } from '../model/errors.ts'
import { printable } from '../report/printable.ts'
import { shortPath } from '../report/short-path.ts'
import { type BuildMemory, openBuildMemory } from './build-memory.ts'
import type { Call } from './command.ts'
import { buildOptions, forEachDeck } from './decks.ts'
import { createDiagnosticsPrinter, isFailing } from './print-diagnostics.ts'
import { printError } from './print-error.ts'
import { printJson } from './print-json.ts'
import { printTotal } from './print-total.ts'
import { withCliPrinter } from './printer.ts'
import { createProgress } from './progress.ts'
import { spareMemoryBesideBrowser } from './spare-memory.ts'
import { type BuiltDeck, isListedByCheck, summarizeBuilds } from './summarize-builds.ts'

const isIncomplete = ({ errors, outputs }: BuiltDeck) => errors.length > 0 || outputs.length === 0
const nameOf = ({ file }: BuiltDeck) => file.name

/**
 * Produces documents of decks and prints the results: errors with their lines, warnings without, infos as a count except for
 * those that `check` does not list. Decks
 * for which nothing has changed since they were last built are not built again. Errors of the machine are printed once for
 * all decks. Returns the exit code.
 */
export async function produceAll(
  call: Call,
  decks: readonly string[],
  requests: readonly DocumentRequest[],
): Promise<number> {
  const memory = await openBuildMemory(call, requests)
  const finished = await memory.findAll(decks)
  const run = { call, decks, requests, memory, finished }
  const prints = requests.some(isPrinted) && finished.size < decks.length
  return prints ? withCliPrinter(call, (printer) => produceDecks(run, printer)) : produceDecks(run, null)
}

interface Run {
  call: Call
  decks: readonly string[]
  requests: readonly DocumentRequest[]
  memory: BuildMemory
  /** The decks that need not be built. */
  finished: ReadonlyMap<string, BuildSummary>
}

async function produceDecks(run: Run, printer: Printer | null): Promise<number> {
  const { call, decks, memory } = run
  const { flags, messages, terminal } = call
  const diagnosticsPrinter = createDiagnosticsPrinter(call)
  const builder = createBuilder(run, printer)
  const errors = new Map<string, KormeError>()
  const report = (deck: BuiltDeck) => {
    if (!flags.json) diagnosticsPrinter.printErrors(deck)
    if (!flags.json) diagnosticsPrinter.keepRest(deck, ['warning'], false)
    const unlisted = deck.diagnostics.filter((one) => !isListedByCheck(one))
    if (!flags.json) diagnosticsPrinter.keepRest({ ...deck, diagnostics: unlisted }, ['info'], false)
    for (const fault of deck.errors) errors.set(formatMessage(messages, fault.fault), fault)
  }
  // While one deck is printed, the next one is laid out.
  const atOnce = printer ? availableParallelism() + 1 : 1
  const { done, failed, code } = await forEachDeck(call, decks, builder.build, { concurrency: atOnce, report })
  builder.end()
  if (failed.length === 0 && (printer || call.prestarted)) await memory.rememberCall(done)
  if (flags.json) printJson(done, [...failed.map(({ error }) => error), ...errors.values()], call)
  else {
    diagnosticsPrinter.end()
    if (!flags.quiet) {
      summarizeBuilds(done, call)
      const failing = new Set([...failed.map(({ deck }) => deck), ...done.filter(isIncomplete).map(nameOf)])
      printTotal(decks, failing, messages.cli.build.total, call)
    }
  }
  for (const fault of errors.values()) printError(fault, messages, terminal)
  const codes = [...errors.values()].map(({ exitCode }) => exitCode)
  return Math.max(code, ...codes, done.some((deck) => isFailing(deck, flags)) ? 1 : 0)
}

/** Builds the decks of a run and shows its progress. */
function createBuilder({ call, decks, requests, memory, finished }: Run, printer: Printer | null) {
  const steps = (decks.length - finished.size) * (requests.length + 1)
  const progress = createProgress(call, { steps, lines: printer !== null })
  const build = async (path: string, index: number): Promise<BuiltDeck> => {
    const summary = finished.get(path)
    if (summary) return { ...summary, text: await textOf(path, summary), errors: [], ms: null }
    const start = performance.now()
    const active = { deck: printable(basename(path)), done: index + 1, all: decks.length }
    const finish = progress.begin(active)
    const onPages = (pages: PrintedPages) => progress.pages(active, pages)
    if (printer) await spareMemoryBesideBrowser(path)
    const { produce } = await import('../documents/produce.ts')
    const built = await memory
      .make(path, async (files) => {
        const watched = printer && watchWarnings(printer)
        const tools = { printer: watched?.printer ?? null, onProgress: () => progress.step(), onPages }
        const result = await produce(path, { ...buildOptions(call.flags), files }, requests, tools)
        return { ...result, warned: watched?.warned() ?? false }
      })
      .finally(finish)
    return { ...summaryOf(built), text: built.text, errors: built.errors, ms: performance.now() - start }
  }
  return { build, end: () => progress.end() }
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
