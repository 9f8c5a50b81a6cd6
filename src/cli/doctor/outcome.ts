import { formatMessage } from '../../languages/messages.ts'
import { KormeError } from '../../model/errors.ts'
import { programName } from '../../model/program-name.ts'
import { columnWidth, padColumns, printable } from '../../report/printable.ts'
import { wrapText } from '../../report/wrap-text.ts'
import type { Call } from '../command.ts'

/** The result of one check. */
export interface CheckOutcome {
  /** `error`: something to mend, before anything else. */
  state: 'good' | 'warning' | 'error'
  text: string
  /** Warnings about something that works. */
  notes?: string[]
  /** What has to be mended for an `error`: by default the machine. */
  at?: 'deck' | 'machine'
}

/** A check that was made, and what its line is called. */
export interface MadeCheck<Name extends string = string> {
  name: Name
  label: string
  outcome: CheckOutcome
}

/** Everything is well. */
export const good = (text: string, ...notes: string[]): CheckOutcome => ({ state: 'good', text, notes })
/** Something works, but not as well as it could. */
export const warning = (text: string): CheckOutcome => ({ state: 'warning', text })
/** Something does not work. */
export const bad = (text: string, at: 'deck' | 'machine' = 'machine'): CheckOutcome => ({ state: 'error', text, at })

/** The outcome of a check that failed. Errors: bugs are thrown again. */
export function errorOutcome(error: unknown, { messages }: Pick<Call, 'messages'>): CheckOutcome {
  if (!(error instanceof KormeError)) throw error
  return bad(formatMessage(messages, error.fault), error.kind === 'deck' ? 'deck' : 'machine')
}

/** The exit code: 1 if the deck has to be mended, 3 if the machine lacks something, else 0. */
export function exitCodeOf(checks: readonly MadeCheck[]): 0 | 1 | 3 {
  const places = checks.flatMap(({ outcome: { state, at = 'machine' } }) => (state === 'error' ? [at] : []))
  return places.includes('deck') ? 1 : places.length > 0 ? 3 : 0
}

/** The lines of checks. Units: columns. */
export function formatChecks(
  checks: readonly MadeCheck[],
  { paint, width }: Pick<Call['terminal'], 'paint' | 'width'>,
): string {
  const symbols = { good: '✓', warning: '!', error: '✗' }
  const rows = checks.flatMap(({ label, outcome: { state, text, notes = [] } }) => [
    [paint(state, symbols[state]), label, printable(text)],
    ...notes.map((note) => [paint('warning', symbols.warning), '', printable(note)]),
  ])
  return formatRows(rows, width)
}

/** Formats rows of symbol, label and text; the text wraps within its column. */
function formatRows(rows: readonly string[][], width: number): string {
  const indent = 2 + Math.max(...rows.map(([, label = '']) => columnWidth(label))) + 2
  const lines = rows.flatMap(([symbol = '', label = '', text = '']) => {
    const [first = '', ...rest] = wrapText(text, Math.max(30, width - indent), commandIn(text)).split('\n')
    return [`${symbol} ${padColumns(label, indent - 2)}${first}`, ...rest.map((line) => ' '.repeat(indent) + line)]
  })
  return `${lines.join('\n')}\n`
}

/** The command with which a sentence ends, which stays on one line; none if it ends otherwise. */
function commandIn(text: string): string[] {
  const at = Math.max(...[`${programName} `, 'ffmpeg '].map((start) => text.lastIndexOf(start)))
  return at < 0 ? [] : [text.slice(at)]
}

/** The checks as `--json` prints them. Shape: stable; a change increases `version`. */
export interface ChecksJson {
  version: 1
  /** The deck that was checked; null for the machine. */
  deck: string | null
  checks: { check: string; state: CheckOutcome['state']; message: string; notes: readonly string[] }[]
  errors: []
}

/** Returns what `--json` prints. */
export const checksJson = (deck: string | null, checks: readonly MadeCheck[]): ChecksJson => ({
  version: 1,
  deck,
  checks: checks.map(({ name, outcome: { state, text, notes = [] } }) => ({
    check: name,
    state,
    message: text,
    notes,
  })),
  errors: [],
})
