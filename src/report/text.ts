import type { LocatedDiagnostic, Severity } from '../model/diagnostic.ts'
import type { SlideTranslations } from '../model/translation.ts'
import { codeFrame } from './code-frame.ts'
import type { Colorize } from './colors.ts'
import { describeGroup, type FindingGroup } from './group-findings.ts'
import { createLocator, type LineColumn } from './line-column.ts'
import { columnWidth, printable } from './printable.ts'
import { indentText } from './wrap-text.ts'

/** The diagnostics of a deck with the source text that they refer to. */
export interface ReportedDeck {
  file: { name: string }
  text: string
  slides: number
  diagnostics: readonly LocatedDiagnostic[]
  /** Which languages its slides lack, for commands that report it. */
  translations?: readonly SlideTranslations[]
}

/** The words of a report in one language. */
export interface ReportWords {
  severity: Record<Severity, string>
  slide(n: number): string
  places(n: number): string
  /** The further lines with the same finding, and how many more there are. */
  alsoInLines(p: { lines: readonly number[]; more: number }): string
}

/** The options of a report. Without `frames`, the lines of the source are not shown. Units: `width` in columns. */
export interface ReportOptions {
  say(problem: LocatedDiagnostic): string
  words: ReportWords
  paint: Colorize
  width: number
  frames: boolean
}

/** The maximum number of different findings, other than errors, printed in one run; the rest are counted. */
export const maxPrinted = 100

/** How many further lines with the same finding are named. */
const maxLines = 8

/** Names the further lines with the same finding, and how many more there are; empty if there are none. */
export function alsoInLines(lines: readonly number[], words: Pick<ReportWords, 'alsoInLines'>): string {
  const listed = lines.slice(0, maxLines)
  return lines.length > 0 ? words.alsoInLines({ lines: listed, more: lines.length - listed.length }) : ''
}

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
 * Returns groups of equal diagnostics of a deck as text: `path:line:column: severity: slide, places [code]`, which editors
 * link, below it the sentence, then a code frame of the first place. Control sequences in a deck cannot reach the terminal.
 */
export function reportText(
  { file, text }: ReportedDeck,
  groups: readonly FindingGroup[],
  options: ReportOptions,
): string {
  const locate = createLocator(text)
  return groups
    .map((group) => {
      const { source } = group[0]
      // Theme files have few diagnostics, so each is located on its own.
      if (source) return formatGroup(source.name, source.text, group, createLocator(source.text), options)
      return formatGroup(file.name, text, group, locate, options)
    })
    .join(options.frames ? '\n' : '')
}

function formatGroup(
  name: string,
  text: string,
  group: FindingGroup,
  locate: (offset: number) => LineColumn,
  options: ReportOptions,
): string {
  const { paint, words, width, frames } = options
  const [first, ...others] = group
  const location = locate(first.range.start)
  const described = describeGroup(group, options.say)
  const head = `${headLine({ name, location, finding: first, places: described.places }, options)}\n`
  const sentence = `${indentText(printable(described.sentence), width, 2)}\n`
  if (!frames) return head + sentence

  const frame =
    text === ''
      ? []
      : codeFrame(text, first.range, { line: location.line, width: width - 2, paint, tone: first.severity }).split('\n')
  const lines = new Set(others.map(({ range }) => locate(range.start).line))
  lines.delete(location.line)
  const also = alsoInLines([...lines], words)
  return [
    head,
    sentence,
    ...frame.map((line) => `  ${line}\n`),
    ...(also === '' ? [] : [`${paint('quiet', indentText(also, width, 2))}\n`]),
  ].join('')
}

/**
 * The line that starts a finding: its place, its severity, its slide, how often it occurs, and its code. If that is wider
 * than the terminal, the slide and the code are on the next line; place and severity always stay together.
 */
export function headLine(
  {
    name,
    location,
    finding,
    places,
  }: { name: string; location: LineColumn; finding: LocatedDiagnostic; places: number | null },
  { paint, words, width }: Pick<ReportOptions, 'paint' | 'words' | 'width'>,
  indent = 0,
): string {
  const { code, severity, slide } = finding
  const facts = [...(slide === null ? [] : [words.slide(slide)]), ...(places === null ? [] : [words.places(places)])]
  const start = `${printable(name)}:${location.line}:${location.column}:`
  const label = `${words.severity[severity]}:`
  const rest = [...(facts.length > 0 ? [facts.join(' · ')] : []), `[${code}]`].join(' ')
  const fits = indent + columnWidth(`${start} ${label} ${rest}`) <= width
  const gap = fits ? ' ' : `\n${' '.repeat(indent + 2)}`
  const painted = rest.slice(0, -code.length - 2) + paint('quiet', `[${code}]`)
  return `${' '.repeat(indent)}${paint('strong', start)} ${paint(severity, label)}${gap}${painted}`
}
