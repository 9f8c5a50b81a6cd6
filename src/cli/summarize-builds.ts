import { dirname } from 'node:path'
import type { BuildSummary } from '../documents/build-summary.ts'
import { formatMessage } from '../languages/messages.ts'
import type { LocatedDiagnostic } from '../model/diagnostic.ts'
import type { KormeError } from '../model/errors.ts'
import type { Flags } from '../model/flags.ts'
import { countFindings } from '../report/group-findings.ts'
import { printable } from '../report/printable.ts'
import { readableFileUrl } from '../report/readable-url.ts'
import { shellWord } from '../report/shell-word.ts'
import { shortPath } from '../report/short-path.ts'
import { commandLine } from '../report/suggested-command.ts'
import { wrapText } from '../report/wrap-text.ts'
import type { Call } from './command.ts'
import { statusMark } from './print-diagnostics.ts'
import { table } from './table.ts'

/** A produced deck. */
export interface BuiltDeck extends BuildSummary {
  /** The source that findings refer to. */
  text: string
  errors: readonly KormeError[]
  /** How long it took; null if there was nothing to do. Units: milliseconds. */
  ms: number | null
}

/**
 * Prints one row per file, then what the people who get the files should know, how to open them, and which command lists
 * the findings.
 */
export function summarizeBuilds(decks: readonly BuiltDeck[], call: Call): void {
  const {
    args,
    flags,
    messages: { cli },
    terminal: { out, width },
  } = call
  // A deck that failed only because of the machine has no row: that error is printed instead.
  const told = decks.filter(({ errors, outputs }) => errors.length === 0 || outputs.length > 0)
  const rows = told.flatMap((deck) => rowsOf(deck, call))
  if (rows.length > 0) out(table(rows, { right: [1, 3, 4], width }))

  const notes = [...told.flatMap((deck) => laterStartOf(deck, call)), ...notesInside(decks, call)]
  if (notes.length > 0) out(`\n${notes.map((note) => `${note}\n`).join('')}`)
  const outputs = decks.flatMap((deck) => deck.outputs)
  const address = outputs.length === 1 ? outputs[0]!.path : dirname(outputs[0]?.path ?? '')
  if (outputs.length > 0) {
    out(`\n${wrapText(cli.build.open(outputs.length), width)}\n  ${readableFileUrl(address)}\n`)
  }
  const withMore = told.filter(({ diagnostics }) =>
    diagnostics.some((one) => one.severity !== 'error' && isListedByCheck(one)),
  )
  const named = args.length > 0 ? withMore.map(({ file }) => shellWord(file.name)) : []
  const command = commandLine('check', named, { ...flags, ...checkedLangs(withMore, flags) })
  if (withMore.length > 0) out(`${wrapText(cli.build.more(command), width, [command])}\n`)
}

/** What only a document has is printed with it, and `check` knows no documents. */
export const isListedByCheck = ({ code }: LocatedDiagnostic): boolean => !code.startsWith('handout-')

/** The words beside the slides of a handout are checked as those of a further language. */
function checkedLangs(decks: readonly BuiltDeck[], { bilingual, lang }: Flags): Partial<Pick<Flags, 'lang'>> {
  if (bilingual === undefined || lang === 'all') return {}
  const printed = decks.flatMap(({ outputs }) => outputs.map((one) => one.lang))
  return { lang: [...new Set([...printed, bilingual])] }
}

/** The rows of a deck: its facts with its first file, then one row for each of the others. */
function rowsOf(deck: BuiltDeck, { flags, messages, terminal: { paint } }: Call): string[][] {
  const { cli } = messages
  const { diagnostics, file, ms, outputs, pages, slides } = deck
  const name = `${statusMark(deck, flags, paint)} ${printable(file.name)}`
  const found = cli.counts(countFindings(diagnostics, (one) => formatMessage(messages, one)))
  const facts = [name, cli.slides(slides, pages ?? undefined), found]
  const files = outputs.map(({ path, sizeBytes }) => [cli.size(sizeBytes), paint('strong', printable(shortPath(path)))])
  const [[size, path] = ['', paint('error', cli.build.failed)], ...others] = files
  const time = ms === null ? cli.build.unchanged : cli.duration(ms)
  const first = [...facts, size!, time, path!]
  return [first, ...others.map(([size, path]) => ['', '', '', size!, '', path!])]
}

/** That the show does not start at the first slide, as may be left over from a rehearsal. */
function laterStartOf({ diagnostics, file, outputs }: BuiltDeck, { messages, terminal: { width } }: Call): string[] {
  const finding = diagnostics.find(({ code }) => code === 'slide-now-later')
  if (!finding || !outputs.some(({ path }) => path.endsWith('.html'))) return []
  const name = printable(file.name)
  return [wrapText(`${name}: ${formatMessage(messages, finding)}`, width, [name])]
}

/** That the HTML files hold the speaker notes, and the command that builds them without. */
function notesInside(decks: readonly BuiltDeck[], { args, flags, messages: { cli }, terminal: { width } }: Call) {
  if (flags['no-notes']) return []
  const files = decks
    .filter(({ hasNotes }) => hasNotes)
    .flatMap(({ outputs }) => outputs.filter(({ path }) => path.endsWith('.html')))
    .map(({ path }) => printable(shortPath(path)))
  if (files.length === 0) return []
  const command = commandLine('build', ['--no-notes', ...args.map(shellWord)], flags)
  return [wrapText(cli.build.notesInside({ files, command }), width, [command, ...files])]
}
