import { pathToFileURL } from 'node:url'
import { formatMessage, type Messages } from '../../languages/messages.ts'
import type { LocatedDiagnostic, Severity } from '../../model/diagnostic.ts'
import type { Live, LiveReport } from '../../model/wire/live.ts'
import type { DeckView, FindingsView, FindingView } from '../../model/wire/serve-pages.ts'
import { codeFrame } from '../../report/code-frame.ts'
import { createLocator } from '../../report/line-column.ts'
import { printable } from '../../report/printable.ts'
import { mostSevere } from '../../report/text.ts'
import type { DeckEntry } from '../../serve/deck-list.ts'
import { shortPath } from '../decks.ts'
import { countBySeverity } from '../print-diagnostics.ts'

/** So many findings are shown in a page; the rest are counted. */
const limit = 50
/** The width of code frames. Units: columns. */
const frameColumns = 88

/** What was found in a deck, for its page. `local`: the reader's editor can open the file. */
export function shownFindings(live: Live, report: LiveReport, messages: Messages, local: boolean): FindingsView {
  const { diagnostics, fault, valid: good } = report
  const list = [...mostSevere(diagnostics, limit)].sort(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  )
  const left = diagnostics.length - list.length
  return {
    stale: !good,
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
      : list.map((one) => shownFinding(one, live, report, messages, local)),
    hidden: left > 0 ? messages.cli.hidden(left) : '',
  }
}

/** What the machine lacks, with the path as it is told from here: where the project lies is nobody's business. */
export const faultText = (fault: NonNullable<LiveReport['fault']>, messages: Messages): string =>
  printable(formatMessage(messages, 'path' in fault ? { ...fault, path: shortPath(fault.path) } : fault))

/** A finding that has no place: the file cannot be read. */
const unlocated: Omit<FindingView, 'label' | 'message' | 'code'> = {
  severity: 'error',
  place: '',
  slide: null,
  frame: '',
  editor: null,
}

function shownFinding(
  one: LocatedDiagnostic,
  live: Live,
  report: LiveReport,
  messages: Messages,
  local: boolean,
): FindingView {
  const { severity, code, range, source, slide } = one
  const text = source?.text ?? report.text
  const { line, column } = createLocator(text)(range.start)
  const name = source?.name ?? shortPath(live.file.name)
  return {
    severity,
    label: messages.cli.severity[severity],
    message: printable(formatMessage(messages, one)),
    code,
    place: `${printable(name)}:${line}:${column}`,
    slide: slide === null ? null : { number: slide, label: messages.cli.slide(slide) },
    frame: text === '' ? '' : codeFrame(text, range, { line, width: frameColumns, tone: severity }),
    editor: local && !source ? editorAddress(live.file.path, line, column) : null,
  }
}

/** Opens a place in VS Code. Source: https://code.visualstudio.com/docs/configure/command-line#_opening-vs-code-with-urls */
const editorAddress = (path: string, line: number, column: number): string =>
  `vscode://file${pathToFileURL(path).pathname}:${line}:${column}`

/** A deck as the start page shows it. */
export function shownDeck({ id, path, served }: DeckEntry, messages: Messages): DeckView {
  const address = `/decks/${encodeURIComponent(id)}/`
  const report = served?.report()
  const state = served?.live.state()
  return {
    id,
    url: address,
    title: state?.data.title.trim() ?? '',
    file: printable(shortPath(path)),
    slides: report ? messages.cli.slides(report.slides) : '',
    summary: report ? summaryOf(report, messages) : '',
    severity: report ? severityOf(report) : null,
    thumbnail: state
      ? {
          url: `${address}thumbnail`,
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
