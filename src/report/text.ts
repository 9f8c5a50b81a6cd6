import type { LocatedDiagnostic, Severity } from '../model/diagnostic.ts'
import { codeFrame } from './code-frame.ts'
import type { Colorize } from './colors.ts'
import { createLocator, type LineColumn } from './line-column.ts'
import { printable } from './printable.ts'

/** The diagnostics of a deck with the source text that they refer to. */
export interface ReportedDeck {
  file: { name: string }
  text: string
  slides: number
  diagnostics: readonly LocatedDiagnostic[]
}

/** The words of a report in one language. */
export interface ReportWords {
  severity: Record<Severity, string>
  slide(n: number): string
  places(n: number): string
}

/** The options of a report. `frames: false` prints one line per diagnostic. Units: `width` in columns. */
export interface ReportOptions {
  say(problem: LocatedDiagnostic): string
  words: ReportWords
  paint: Colorize
  width: number
  frames: boolean
}

/** The maximum number of diagnostics printed in one run; the rest are counted. */
export const maxPrinted = 100

const ranks: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

/** Returns the most severe diagnostics, up to a limit, in their original order. */
export function mostSevere(diagnostics: readonly LocatedDiagnostic[], limit: number): readonly LocatedDiagnostic[] {
  if (diagnostics.length <= limit) return diagnostics
  const order = diagnostics.map((one, i) => ({ rank: ranks[one.severity], i }))
  const kept = new Set(
    order
      .sort((a, b) => a.rank - b.rank || a.i - b.i)
      .slice(0, limit)
      .map(({ i }) => i),
  )
  return diagnostics.filter((_, i) => kept.has(i))
}

/**
 * Returns the diagnostics of a deck as text: `path:line:column: severity: message [code]`, which editors link, then the
 * slide and a code frame. Control sequences in a deck cannot reach the terminal.
 */
export function reportText(
  { file, text }: ReportedDeck,
  shown: readonly LocatedDiagnostic[],
  options: ReportOptions,
): string {
  const locate = createLocator(text)
  return shown
    .map((one) => {
      const { source } = one
      // Theme files have few diagnostics, so each is located on its own.
      if (source)
        return formatDiagnostic(source.name, source.text, one, createLocator(source.text)(one.range.start), options)
      return formatDiagnostic(file.name, text, one, locate(one.range.start), options)
    })
    .join(options.frames ? '\n' : '')
}

function formatDiagnostic(
  name: string,
  text: string,
  one: LocatedDiagnostic,
  location: LineColumn,
  options: ReportOptions,
): string {
  const { paint, words, width, frames } = options
  const at = paint('strong', `${printable(name)}:${location.line}:${location.column}:`)
  const severity = paint(one.severity, `${words.severity[one.severity]}:`)
  const head = `${at} ${severity} ${printable(options.say(one))} ${paint('quiet', `[${one.code}]`)}\n`
  if (!frames) return head

  const slide = one.slide === null ? [] : [words.slide(one.slide)]
  const facts = one.count > 1 ? [...slide, words.places(one.count)] : slide
  const lines =
    text === '' ? '' : codeFrame(text, one.range, { line: location.line, width: width - 2, paint, tone: one.severity })
  return [head.trimEnd(), facts.length > 0 ? paint('quiet', facts.join(' · ')) : '', ...lines.split('\n')]
    .filter(Boolean)
    .map((line, i) => (i === 0 ? `${line}\n` : `  ${line}\n`))
    .join('')
}
