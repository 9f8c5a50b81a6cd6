import { pathToFileURL } from 'node:url'
import { formatMessage, type Messages } from '../../languages/messages.ts'
import type { LocatedDiagnostic, Severity } from '../../model/diagnostic.ts'
import type { Live, LiveReport } from '../../model/live.ts'
import type { DeckView, FindingsView, FindingView } from '../../model/wire/serve-pages.ts'
import { codeFrame } from '../../report/code-frame.ts'
import { countBySeverity } from '../../report/count-by-severity.ts'
import { createLocator } from '../../report/line-column.ts'
import { printable } from '../../report/printable.ts'
import { shortPath } from '../../report/short-path.ts'
import { mostSevere } from '../../report/text.ts'
import type { DeckEntry } from './deck-list.ts'
import { deckPath } from './deck-routes.ts'

/** A page lists so many findings; the rest are only counted. */
const maxFindings = 50
/** The width of code frames. Units: columns. */
const frameColumns = 88

/** Returns the findings of a deck for its page. `local` adds links that open the file in the reader's editor. */
export function findingsView(live: Live, report: LiveReport, messages: Messages, local: boolean): FindingsView {
  const { diagnostics, fault, valid } = report
  const list = [...mostSevere(diagnostics, maxFindings)].sort(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  )
  const hidden = diagnostics.length - list.length
  return {
    stale: !valid,
    summary: summaryOf(report, messages),
    problemCount: fault ? 1 : diagnostics.filter(({ severity }) => severity !== 'info').length,
    severity: severityOf(report),
    list: fault
      ? [
          {
            ...unlocated,
            label: messages.cli.severity.error,
            message: faultText(fault, messages),
            code: fault.code,
          },
        ]
      : list.map((one) => findingView(one, live, report, messages, local)),
    hidden: hidden > 0 ? messages.cli.hidden(hidden) : '',
  }
}

/** The sentence for a fault. Its path is shortened, so that readers do not learn where the project is on the disk. */
export const faultText = (fault: NonNullable<LiveReport['fault']>, messages: Messages): string =>
  printable(formatMessage(messages, 'path' in fault ? { ...fault, path: shortPath(fault.path) } : fault))

/** The fields of a finding without a place, for a file that cannot be read. */
const unlocated: Omit<FindingView, 'label' | 'message' | 'code'> = {
  severity: 'error',
  place: '',
  slide: null,
  frame: '',
  editor: null,
}

function findingView(
  diagnostic: LocatedDiagnostic,
  live: Live,
  report: LiveReport,
  messages: Messages,
  local: boolean,
): FindingView {
  const { severity, code, range, source, slide } = diagnostic
  const text = source?.text ?? report.text
  const { line, column } = createLocator(text)(range.start)
  const name = source?.name ?? shortPath(live.file.name)
  return {
    severity,
    label: messages.cli.severity[severity],
    message: printable(formatMessage(messages, diagnostic)),
    code,
    place: `${printable(name)}:${line}:${column}`,
    slide: slide === null ? null : { number: slide, label: messages.cli.slide(slide) },
    frame: text === '' ? '' : codeFrame(text, range, { line, width: frameColumns, tone: severity }),
    editor: local && !source ? editorUrl(live.file.path, line, column) : null,
  }
}

/** The URL that opens a place in VS Code. Source: https://code.visualstudio.com/docs/configure/command-line#_opening-vs-code-with-urls */
const editorUrl = (path: string, line: number, column: number): string =>
  `vscode://file${pathToFileURL(path).pathname}:${line}:${column}`

/** Returns a deck as the start page shows it. */
export function deckView({ id, path, served }: DeckEntry, messages: Messages): DeckView {
  const url = deckPath(id)
  const report = served?.report()
  const state = served?.live.state()
  return {
    id,
    url,
    title: state?.data.title.trim() ?? '',
    file: printable(shortPath(path)),
    slides: report ? messages.cli.slides(report.slides, report.valid ? state?.pages.length : undefined) : '',
    summary: report ? summaryOf(report, messages) : '',
    severity: report ? severityOf(report) : null,
    thumbnail: state
      ? {
          url: `${url}thumbnail`,
          version: `${state.version}`,
          width: state.data.width,
          height: state.data.height,
        }
      : null,
    lang: state?.lang ?? null,
  }
}

const summaryOf = ({ diagnostics, fault }: LiveReport, { cli }: Messages): string => {
  const counts = countBySeverity(diagnostics)
  return cli.counts(fault ? { ...counts, error: counts.error + 1 } : counts)
}

function severityOf({ diagnostics, fault }: LiveReport): Severity | null {
  if (fault) return 'error'
  const severities: readonly Severity[] = ['error', 'warning', 'info']
  return severities.find((severity) => diagnostics.some((one) => one.severity === severity)) ?? null
}
