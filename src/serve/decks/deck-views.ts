import { pathToFileURL } from 'node:url'
import { formatMessage, type Messages } from '../../languages/messages.ts'
import type { LocatedDiagnostic, Severity } from '../../model/diagnostic.ts'
import type { Live, LiveReport } from '../../model/live.ts'
import type { Range } from '../../model/source.ts'
import {
  type DeckView,
  type FindingFix,
  type FindingPlace,
  type FindingsView,
  type FindingView,
  fixContext,
} from '../../model/wire/serve-pages.ts'
import { codeFrame } from '../../report/code-frame.ts'
import { countFindings, describeGroup, type FindingGroup, groupFindings } from '../../report/group-findings.ts'
import { createLocator } from '../../report/line-column.ts'
import { printable } from '../../report/printable.ts'
import { shortPath } from '../../report/short-path.ts'
import { alsoInLines, mostSevere } from '../../report/text.ts'
import type { DeckEntry } from './deck-list.ts'
import { deckPath } from './deck-routes.ts'

/** A page lists so many different findings; the rest are only counted. */
const maxFindings = 50
/** A finding has links to so many of its places; of the others, the lines are named. */
const maxPlaces = 5
/** The width of code frames. Units: columns. */
const frameColumns = 88

/** Returns the findings of a deck for its page. `local` adds links that open the file in the reader's editor. */
export function findingsView(live: Live, report: LiveReport, messages: Messages, local: boolean): FindingsView {
  const { diagnostics, fault, valid } = report
  const groups = groupFindings(diagnostics, (one) => formatMessage(messages, one))
  const firsts = groups.map(([first]) => first)
  const listed = new Set(mostSevere(firsts, maxFindings))
  const list = groups
    .filter(([first]) => listed.has(first))
    .sort(([a], [b]) => Number(b.severity === 'error') - Number(a.severity === 'error'))
  const hidden = groups.length - list.length
  return {
    stale: !valid,
    summary: summaryOf(report, messages),
    problemCount: fault ? 1 : firsts.filter(({ severity }) => severity !== 'info').length,
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
      : list.map((group) => findingView(group, live, report, messages, local)),
    hidden: hidden > 0 ? messages.cli.hidden(hidden) : '',
  }
}

/** The sentence for a fault. Its path is shortened, so that readers do not learn where the project is on the disk. */
export const faultText = (fault: NonNullable<LiveReport['fault']>, messages: Messages): string =>
  printable(formatMessage(messages, 'path' in fault ? { ...fault, path: shortPath(fault.path) } : fault))

/** The fields of a finding without a place, for a file that cannot be read. */
const unlocated: Omit<FindingView, 'label' | 'message' | 'code'> = {
  severity: 'error',
  places: [],
  also: '',
  frame: '',
}

function findingView(
  group: FindingGroup,
  live: Live,
  report: LiveReport,
  messages: Messages,
  local: boolean,
): FindingView {
  const [first, ...others] = group
  const { severity, code, range, source } = first
  const text = source?.text ?? report.text
  const locate = createLocator(text)
  const { line } = locate(range.start)
  const described = describeGroup(group, (one) => formatMessage(messages, one))
  const placeOf = ({ range, slide }: LocatedDiagnostic): FindingPlace => {
    const { line, column } = locate(range.start)
    return {
      place: `${printable(source?.name ?? shortPath(live.file.name))}:${line}:${column}`,
      slide: slide === null ? null : { number: slide, label: messages.cli.slide(slide) },
      editor: local && !source ? editorUrl(live.file.path, line, column) : null,
    }
  }
  const fix = source ? [] : fixesOf(group, report.text)
  const further = others.slice(maxPlaces - 1).map((one) => locate(one.range.start).line)
  return {
    severity,
    label: messages.cli.severity[severity],
    message: printable(described.sentence),
    code,
    places: group.slice(0, maxPlaces).map(placeOf),
    also: alsoInLines([...new Set(further)], messages.cli),
    frame: text === '' ? '' : codeFrame(text, range, { line, width: frameColumns, tone: severity }),
    ...(fix.length > 0 && { fix }),
  }
}

/** The repairs of a finding; none unless each of its places has one. */
function fixesOf(group: FindingGroup, text: string): FindingFix[] {
  if (!group.every(({ edits }) => edits.length > 0)) return []
  const around = ({ start, end }: Range) => text.slice(Math.max(0, start - fixContext), end + fixContext)
  return group.flatMap(({ edits }) => edits.map((edit) => ({ ...edit, around: around(edit) })))
}

/** The URL that opens a place in VS Code. Source: https://code.visualstudio.com/docs/configure/command-line#_opening-vs-code-with-urls */
const editorUrl = (path: string, line: number, column: number): string =>
  `vscode://file${pathToFileURL(path).pathname}:${line}:${column}`

/** Returns a deck as the start page shows it. */
export function deckView({ id, path, served, changedMs }: DeckEntry, messages: Messages): DeckView {
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
    changedMs,
  }
}

const summaryOf = ({ diagnostics, fault }: LiveReport, messages: Messages): string => {
  const { cli } = messages
  const counts = countFindings(diagnostics, (one) => formatMessage(messages, one))
  return cli.counts(fault ? { ...counts, error: counts.error + 1 } : counts)
}

function severityOf({ diagnostics, fault }: LiveReport): Severity | null {
  if (fault) return 'error'
  const severities: readonly Severity[] = ['error', 'warning', 'info']
  return severities.find((severity) => diagnostics.some((one) => one.severity === severity)) ?? null
}
