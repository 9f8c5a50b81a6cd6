import { availableParallelism } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DocumentRequest } from '../documents/document-request.ts'
import type { BuildResult } from '../documents/produce.ts'
import type { Printer } from '../export/printer.ts'
import { formatMessage } from '../languages/messages.ts'
import { stemOf } from '../load/deck-files.ts'
import { findProject } from '../load/project.ts'
import { KormeError } from '../model/errors.ts'
import { programName } from '../model/program-name.ts'
import { countBySeverity } from '../report/count-by-severity.ts'
import { reportJson } from '../report/json.ts'
import { printable } from '../report/printable.ts'
import { shortPath } from '../report/short-path.ts'
import type { Call } from './command.ts'
import { buildOptions, forEachDeck } from './decks.ts'
import { createDiagnosticsPrinter, isFailing, statusMark } from './print-diagnostics.ts'
import { printError } from './print-error.ts'
import { createProgress } from './progress.ts'
import { table } from './table.ts'

type TimedBuild = BuildResult & { ms: number; errors: KormeError[] }

/**
 * Produces documents of decks and prints the results: errors in full, warnings in one line each, infos as a count. Errors
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
  const tools = { printer, onProgress: () => progress.step() }
  const errors = new Map<string, KormeError>()
  const work = async (path: string, index: number): Promise<TimedBuild> => {
    const start = performance.now()
    const finish = progress.begin({ deck: printable(basename(path)), done: index + 1, all: decks.length })
    const deck = await produce(path, buildOptions(flags), requests, tools).finally(finish)
    return { ...deck, ms: performance.now() - start }
  }
  const report = (deck: TimedBuild) => {
    if (!flags.json) diagnosticsPrinter.print(deck, ['error'], true)
    if (!flags.json) diagnosticsPrinter.print(deck, ['warning'], false)
    for (const fault of deck.errors) errors.set(formatMessage(messages, fault.fault), fault)
  }
  // While one deck is printed, the next one is laid out.
  const atOnce = printing ? availableParallelism() + 1 : 1
  const { done, code } = await forEachDeck(call, decks, work, { concurrency: atOnce, report })
  progress.end()
  if (flags.json) terminal.out(`${JSON.stringify(reportJson(done, (problem) => formatMessage(messages, problem)))}\n`)
  else {
    diagnosticsPrinter.end()
    if (!flags.quiet) summarize(done, call)
  }
  for (const fault of errors.values()) printError(fault, messages, terminal)
  const codes = [...errors.values()].map(({ exitCode }) => exitCode)
  return Math.max(code, ...codes, done.some((deck) => isFailing(deck, flags)) ? 1 : 0)
}

/** Refuses two decks that would write the same file. Errors: `output-twice`, exit code 2. */
export async function assertDistinctOutputs(decks: readonly string[], ending: string, { flags }: Call): Promise<void> {
  const owners = new Map<string, string>()
  for (const deck of decks) {
    const { out } = await findProject(deck, buildOptions(flags))
    const output = join(out, `${stemOf(deck)}.${ending}`)
    // Many file systems ignore case and Unicode normalization.
    const key = output.normalize('NFC').toLowerCase()
    const owner = owners.get(key)
    if (owner !== undefined) {
      throw new KormeError({ code: 'output-twice', output: shortPath(output), decks: [owner, deck] })
    }
    owners.set(key, deck)
  }
}

/** One line per file, then how to open the files and which command lists the findings. */
function summarize(decks: readonly TimedBuild[], { flags, messages: { cli }, terminal: { out, paint } }: Call): void {
  // A deck that failed only because of the machine has no line: that error is printed instead.
  const told = decks.filter(({ errors, outputs }) => errors.length === 0 || outputs.length > 0)
  const rows = told.flatMap((deck) => {
    const { diagnostics, editions, file, ms, outputs, slides } = deck
    const name = `${statusMark(deck, flags, paint)} ${printable(file.name)}`
    const facts = [name, cli.slides(slides, editions[0]?.deck.pages.length), cli.counts(countBySeverity(diagnostics))]
    const files = outputs.map(({ path, sizeBytes }) => [
      cli.size(sizeBytes),
      paint('strong', printable(shortPath(path))),
    ])
    const [[size, path] = ['', paint('error', cli.build.failed)], ...others] = files
    const first = [...facts, size!, cli.duration(ms), path!]
    return [first, ...others.map(([size, path]) => ['', '', '', size!, '', path!])]
  })
  if (rows.length > 0) out(table(rows, [1, 3, 4]))

  const outputs = decks.flatMap((deck) => deck.outputs)
  const address = outputs.length === 1 ? outputs[0]!.path : dirname(outputs[0]?.path ?? '')
  if (outputs.length > 0) out(`\n${cli.build.open({ files: outputs.length, address: pathToFileURL(address).href })}\n`)
  const withMore = told.filter(({ diagnostics }) => diagnostics.some(({ severity }) => severity !== 'error'))
  const named = withMore.length === 1 ? ` ${printable(withMore[0]!.file.name)}` : ''
  if (withMore.length > 0) out(`${cli.build.more(`${programName} check${named}`)}\n`)
}
