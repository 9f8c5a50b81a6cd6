import type { FitRequest } from '../model/fitted.ts'
import { lineHeightAt, snapToGrid } from '../model/theme.ts'
import { balance, countLines, createColumn, linesOf, withoutWidow } from './lines.ts'
import type { Metrics, PagePart, ParagraphFlow } from './paginate.ts'
import type { PreparedParagraph } from './prepare-paragraph.ts'

/** All paragraphs of a text at one size. Units: px. */
export interface TextSetting {
  size: number
  prepared: readonly PreparedParagraph[]
  metrics: Metrics
  /** The left edge of the lines of each paragraph. */
  indents: readonly number[]
  /** Where the space for the marker of each paragraph begins. Units: px. */
  starts: readonly number[]
  /** Returns the paragraphs in their columns. */
  flows(): readonly ParagraphFlow[]
  /** Returns the heading to repeat on a further page that begins with a paragraph, if there is one. */
  heading?(flow: number): RepeatedHeading | null
}

/** A heading that is set again above the rest of its text. Shape: `ends` are the offsets at which its lines end. */
export interface RepeatedHeading {
  flow: number
  prepared: PreparedParagraph
  ends: number[]
}

/**
 * The tolerance at the end of each line, because browsers may measure slightly more; it grows with the line.
 * Source: compared with Chromium: no line is too wide, and one text in a hundred takes one line more than necessary.
 * Units: px.
 */
export const lineSlack = (width: number) => Math.min(0.5, width / 1500)

/** The distance between a number and its text. Units: em. */
const markerGap = 0.35

/** Computes line height, gaps and indents at a size, and on demand the columns. */
export function settingAt(size: number, request: FitRequest, prepared: readonly PreparedParagraph[]): TextSetting {
  const { style, first, next } = request
  const lineHeight = lineHeightAt(style, size)
  const places = indentsAt(size, request, prepared)
  const indents = places.map(({ indent }) => indent)
  const starts = places.map(({ start }) => start)
  const most = style.maxLines === null ? Number.POSITIVE_INFINITY : style.maxLines * lineHeight
  const metrics: Metrics = {
    lineHeight,
    gap: (above, below) => snapToGrid(gapLines(style.gaps, above, below) * lineHeight, style.grid),
    first: Math.min(first.height, most),
    next: Math.min(next.height, most),
  }
  let flows: readonly ParagraphFlow[] | null = null
  const makeFlows = () => prepared.map((one, i) => createFlow(one, size, request, indents[i]!))
  return { size, prepared, metrics, indents, starts, flows: () => (flows ??= makeFlows()) }
}

function createFlow(prepared: PreparedParagraph, size: number, request: FitRequest, indent: number): ParagraphFlow {
  const { paragraph, source, sentences } = prepared
  const column = (width: number) => {
    const limit = (width - indent - lineSlack(width)) / size
    return createColumn(sourceFor(prepared, limit, request), limit)
  }
  const first = column(request.first.width)
  const next = request.next.width === request.first.width ? first : column(request.next.width)
  return { kind: paragraph.kind, text: source.measured.text, sentences, first, next }
}

/** Wider columns need no hyphens: 26 characters of average width. Units: em. */
const widestHyphenated = 26 * 0.53

/** A text of more lines has hyphens also where they save none, so that its lines are not too uneven. */
const mostWhole = 6

/** Returns the text as a column of a width sets it: with hyphens if it is narrow. */
function sourceFor(
  { paragraph, source, hyphenated }: PreparedParagraph,
  limit: number,
  { hyphens, style }: FitRequest,
) {
  if (!hyphens || limit >= widestHyphenated || paragraph.kind === 'heading') return source
  if (hyphens === 'regular' && paragraph.spans.every(({ bold }) => bold)) return source
  const divided = source.measured.before.at(-1)! <= limit ? null : hyphenated()
  if (!divided) return source
  const [lines, dividedLines] = [source, divided].map((one) => countLines(createColumn(one, limit)))
  if (source.widest > limit) return divided
  // A label, and lines of equal length, have no need of hyphens, unless a word is too wide or they save a line.
  return lines! > dividedLines! || (lines! > mostWhole && lines === dividedLines && !style.balance) ? divided : source
}

/**
 * Returns a lower bound for the number of pages, as if all lines were full and each ended with a hanging space.
 * It is cheap, because no line is broken.
 */
export function minPages({ size, prepared, metrics, indents }: TextSetting, { first, next }: FitRequest): number {
  const width = Math.max(first.width, next.width)
  let height = 0
  for (const [i, { source, paragraph }] of prepared.entries()) {
    const { before, text } = source.measured
    const lines = Math.ceil(before[text.length]! / ((width - indents[i]!) / size + hangingSpaceEm))
    if (i > 0) height += metrics.gap(prepared[i - 1]!.paragraph.kind, paragraph.kind)
    height += Math.max(1, lines) * metrics.lineHeight
  }
  if (height <= metrics.first) return 1
  // The gap between two paragraphs disappears at a page break.
  const page = Math.max(metrics.first, metrics.next) + 2 * metrics.lineHeight
  return Math.max(2, Math.ceil(height / page))
}

/** The width of a hanging space at the end of a line. Units: em, more than in any font. */
const hangingSpaceEm = 0.5

type ParagraphKind = ParagraphFlow['kind']

function gapLines(gaps: FitRequest['style']['gaps'], above: ParagraphKind, below: ParagraphKind): number {
  if (below === 'heading') return gaps.beforeHeading
  if (above === 'heading') return gaps.afterHeading
  return above === 'item' && below === 'item' ? gaps.item : gaps.paragraph
}

/**
 * Items and numbered paragraphs share one indent, as wide as the widest number or sign of their level. Further levels begin where
 * the text of the level above does. The text of numbered headings is close to the number, unless the small difference
 * from the indent of items would look like a mistake.
 */
function indentsAt(size: number, { style }: FitRequest, prepared: readonly PreparedParagraph[]) {
  const column = Math.round(style.indent.text * size)
  const needed = (kind: ParagraphKind, level = 0) => {
    const widest = prepared.reduce((most, { paragraph, marker }) => {
      return paragraph.kind === kind && (paragraph.level ?? 0) === level ? Math.max(most, marker) : most
    }, 0)
    return widest === 0 ? 0 : Math.ceil((widest + markerGap) * size)
  }
  const [numbered, signed] = (['numbered', 'item'] as const).map((kind) =>
    [0, 1, 2].map((level) => Math.max(column, needed(kind, level))),
  ) as [number[], number[]]
  const starts = [0, Math.max(numbered[0]!, signed[0]!)]
  starts.push(starts[1]! + Math.max(numbered[1]!, signed[1]!))
  const hangs = prepared.some(({ paragraph: { kind } }) => kind === 'item' || kind === 'numbered')
  const heading = needed('heading') === 0 ? 0 : Math.max(needed('heading'), hangs ? column : 0)
  return prepared.map(({ paragraph: { kind, marker, level = 0 } }) => {
    if (kind === 'paragraph') return { start: 0, indent: 0 }
    if (kind === 'heading') return { start: 0, indent: marker === '' ? 0 : heading }
    const start = starts[level]!
    return { start, indent: start + (kind === 'numbered' ? numbered : signed)[level]! }
  })
}

/** Whether the whole text fits on one page. */
export function fitsOnOnePage(setting: TextSetting): boolean {
  return measureHeight(setting.flows(), setting.metrics) <= setting.metrics.first
}

/** Returns the height of a text on one page; stops counting when the page is full. Units: px. */
function measureHeight(flows: readonly ParagraphFlow[], { gap, lineHeight, first }: Metrics): number {
  let height = 0
  for (const [i, flow] of flows.entries()) {
    if (i > 0) height += gap(flows[i - 1]!.kind, flow.kind)
    height += countLines(flow.first) * lineHeight
    if (height > first) break
  }
  return height
}

/** Whether a word is wider than its line, so that it is cut. */
export const breaksWords = (setting: TextSetting) =>
  setting.flows().some(({ first }) => first.source.widest > first.limit)

/**
 * Improves a text of one page as its style wants: balanced lines, or no single word on the last line and, if there is
 * space for another line, words that belong together.
 */
export function refineSetting(setting: TextSetting, request: FitRequest): TextSetting {
  const { style } = request
  if (!style.balance && !style.pretty) return setting
  const whole = style.balance ? setting.flows() : withWordsTogether(setting, request)
  const better = ({ first, sentences }: ParagraphFlow) =>
    style.balance ? balance(first, sentences()) : withoutWidow(first)
  const flows = whole.map((flow) => ({ ...flow, first: better(flow) }))
  return { ...setting, flows: () => flows }
}

/** Keeps words together at the cost of a line, paragraph by paragraph while there is space. */
function withWordsTogether({ prepared, metrics, flows }: TextSetting, request: FitRequest): ParagraphFlow[] {
  const kept = [...flows()]
  let free = metrics.first - measureHeight(kept, metrics)
  for (const [i, flow] of kept.entries()) {
    const { limit } = flow.first
    const strict = { source: sourceFor(prepared[i]!, limit, request), limit }
    if (flow.first.source === strict.source) continue
    const added = (countLines(strict) - countLines(flow.first)) * metrics.lineHeight
    if (added > free) continue
    kept[i] = { ...flow, first: strict }
    free -= added
  }
  return kept
}

/** Avoids single words on the last line of paragraphs that end on this page. */
export function withoutWidows(parts: readonly PagePart[], setting: TextSetting, isFirstPage: boolean): PagePart[] {
  const flows = setting.flows()
  return parts.map((part) => {
    const { first, next, text } = flows[part.flow]!
    if (part.ends.at(-1) !== text.length) return part
    const ends = linesOf(withoutWidow(isFirstPage ? first : next, part.from), part.from)
    return ends.length === part.ends.length ? { ...part, ends } : part
  })
}
