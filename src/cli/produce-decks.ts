import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import { type DocumentRequest, fileExtension } from '../documents/document-request.ts'
import type { PrintedPages } from '../documents/make-document.ts'
import type { Printer } from '../export/printer.ts'
import { formatMessage } from '../languages/messages.ts'
import { stemOf } from '../load/deck-files.ts'
import { findProject } from '../load/project.ts'
import { KormeError } from '../model/errors.ts'
import { printable } from '../report/printable.ts'
import { shortPath } from '../report/short-path.ts'
import type { Call } from './command.ts'
import { buildOptions, forEachDeck } from './decks.ts'
import { createDiagnosticsPrinter, isFailing } from './print-diagnostics.ts'
import { printError } from './print-error.ts'
import { printJson } from './print-json.ts'
import { printTotal } from './print-total.ts'
import { createProgress } from './progress.ts'
import { summarizeBuilds, type TimedBuild } from './summarize-builds.ts'

const isIncomplete = ({ errors, outputs }: TimedBuild) => errors.length > 0 || outputs.length === 0
const nameOf = ({ file }: TimedBuild) => file.name

/**
 * Produces documents of decks and prints the results: errors with their lines, warnings without, infos as a count. Errors
 * of the machine are printed once for all decks. Returns the exit code.
 */
export async function produceAll(
  call: Call,
  decks: readonly string[],
  requests: readonly DocumentRequest[],
  printer: Printer | null = null,
): Promise<number> {
  const { flags, messages, terminal } = call
  const { produce } = await import('../documents/produce.ts')
  const diagnosticsPrinter = createDiagnosticsPrinter(call)
  const printing = printer !== null
  const progress = createProgress(call, { steps: decks.length * (requests.length + 1), lines: printing })
  const errors = new Map<string, KormeError>()
  const work = async (path: string, index: number): Promise<TimedBuild> => {
    const start = performance.now()
    const active = { deck: printable(basename(path)), done: index + 1, all: decks.length }
    const finish = progress.begin(active)
    const tools = {
      printer,
      onProgress: () => progress.step(),
      onPages: (pages: PrintedPages) => progress.pages(active, pages),
    }
    const deck = await produce(path, buildOptions(flags), requests, tools).finally(finish)
    return { ...deck, ms: performance.now() - start }
  }
  const report = (deck: TimedBuild) => {
    if (!flags.json) diagnosticsPrinter.printErrors(deck)
    if (!flags.json) diagnosticsPrinter.keepRest(deck, ['warning'], false)
    for (const fault of deck.errors) errors.set(formatMessage(messages, fault.fault), fault)
  }
  // While one deck is printed, the next one is laid out.
  const atOnce = printing ? availableParallelism() + 1 : 1
  const { done, failed, code } = await forEachDeck(call, decks, work, { concurrency: atOnce, report })
  progress.end()
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
