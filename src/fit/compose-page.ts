import type { FittedLine, FittedPage, FittedParagraph, FittedRun } from '../model/fitted.ts'
import type { TextStyle } from '../model/theme.ts'
import { type BreakableText, firstAfter, isHyphenAt, lineWidth, visibleEnd } from './breakable-text.ts'
import { breakAllowed } from './line-breaks.ts'
import { linesOf } from './lines.ts'
import type { PagePart } from './paginate.ts'
import type { PreparedParagraph } from './prepare-paragraph.ts'
import type { RepeatedHeading, TextSetting } from './text-setting.ts'

/** All lines on one page. */
export function singlePage(setting: TextSetting): PagePart[] {
  return setting.flows().map(({ first }, flow) => ({ flow, from: 0, ends: linesOf(first) }))
}

/** Composes the lines of a page from their runs, each paragraph at its height. */
export function composePage(
  parts: readonly PagePart[],
  setting: TextSetting,
  style: TextStyle,
  isFirstPage = true,
): FittedPage {
  const { prepared, metrics, indents, starts, size } = setting
  const heading = isFirstPage || parts.length === 0 ? null : (setting.heading?.(parts[0]!.flow) ?? null)
  let y = heading ? (metrics.above?.(parts[0]!.flow) ?? 0) : 0
  const paragraphs = parts.map(({ flow, from, ends }, i): FittedParagraph => {
    const source = prepared[flow]!
    const { kind, marker, level } = source.paragraph
    const { first, next } = setting.flows()[flow]!
    const divided = [first.source, next.source].find(({ hasHyphens }) => hasHyphens) ?? null
    if (i > 0) y += metrics.gap(prepared[parts[i - 1]!.flow]!.paragraph.kind, kind)
    const top = y
    y += ends.length * metrics.lineHeight
    const fitted: FittedParagraph = {
      index: flow,
      kind,
      marker: from > 0 ? '' : marker,
      indent: indents[flow]!,
      markerX: kind === 'item' ? Math.round(style.indent.marker * size) : 0,
      continued: from > 0,
      y: top,
      lines: ends.map((end, line) => composeLine(source, line === 0 ? from : ends[line - 1]!, end, size, divided)),
    }
    return level ? { ...fitted, level, start: starts[flow]! } : fitted
  })
  if (heading) paragraphs.unshift(composeHeading(heading, indents[heading.flow]!, size))
  return { paragraphs, height: y }
}

function composeHeading({ flow, prepared, ends }: RepeatedHeading, indent: number, size: number): FittedParagraph {
  const { kind, marker } = prepared.paragraph
  const lines = ends.map((end, i) => composeLine(prepared, ends[i - 1] ?? 0, end, size, null))
  return { index: flow, kind, marker, indent, markerX: 0, continued: false, repeated: true, y: 0, lines }
}

function composeLine(
  { paragraph, source, spanEnds }: PreparedParagraph,
  from: number,
  end: number,
  size: number,
  divided: BreakableText | null,
): FittedLine {
  const { text } = source.measured
  const last = visibleEnd(text, end)
  const runs: FittedRun[] = []
  for (let span = 0, start = 0; span < spanEnds.length && start < last; start = spanEnds[span++]!) {
    const to = Math.min(spanEnds[span]!, last)
    if (to <= from || to <= start) continue
    const { bold, italic, href } = paragraph.spans[span]!
    const first = Math.max(start, from)
    const run: FittedRun = { text: text.slice(first, to), bold, italic, href }
    const ties = tiesBetween(source, first, to)
    if (ties.length > 0) run.ties = ties
    runs.push(run)
  }
  const isDivided = divided !== null && isHyphenAt(divided, end)
  const ending = end === text.length ? 'last' : last < end ? 'space' : isDivided ? 'hyphen' : 'inside'
  return { runs, end: ending, width: lineWidth(isDivided ? divided : source, from, end) * size }
}

/** A longer tie might not fit the line of a phone. Units: characters. */
const longestTie = 24

/** Returns the tied parts of a run, between two places where a line may end. */
function tiesBetween({ places, strengths, measured: { text } }: BreakableText, from: number, to: number) {
  const ties: { start: number; end: number }[] = []
  let start = from
  let tied = false
  for (let k = firstAfter(places, from); start < to; k++) {
    const end = Math.min(places[k] ?? to, to)
    if (end < to && strengths[k] !== breakAllowed) {
      tied = true
      continue
    }
    const last = visibleEnd(text, end)
    if (tied && last - start <= longestTie) ties.push({ start: start - from, end: last - from })
    start = end
    tied = false
  }
  return ties
}
