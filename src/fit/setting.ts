import type { FitRequest } from '../model/fitted.ts'
import { balanced, columnOf, countLines } from './lines.ts'
import type { Flow, Metrics } from './paginate.ts'
import type { Prepared } from './paragraph.ts'

/** All paragraphs of a text at one size. Units: px, but em in the flows. */
export interface Setting {
  size: number
  prepared: readonly Prepared[]
  flows: Flow[]
  metrics: Metrics
  /** Where the lines of each paragraph begin. */
  indents: number[]
}

/**
 * Room kept free at the end of each line: what a browser may measure more than we do, which grows with the line.
 * Source: measured against Chromium: no line comes out too wide, and one text in a hundred takes a line more than it must.
 * Units: px.
 */
export const slackOf = (width: number) => Math.min(0.5, width / 1500)

/** Distance between a number and its words. Units: em. */
const markerGap = 0.35

/** Works out line height, gaps, indents and line widths at a size. */
export function settingAt(size: number, request: FitRequest, prepared: readonly Prepared[]): Setting {
  const { style, first, next } = request
  const lineHeight = Math.round(size * style.lineHeight)
  const indents = indentsAt(size, request, prepared)
  const flows = prepared.map(({ paragraph, source, sentences }, i): Flow => {
    const column = (width: number) => columnOf(source, (width - indents[i]! - slackOf(width)) / size)
    const own = column(first.width)
    const { kind } = paragraph
    const { text } = source.measured
    return { kind, text, sentences, first: own, next: next.width === first.width ? own : column(next.width) }
  })
  const most = style.maxLines === null ? Number.POSITIVE_INFINITY : style.maxLines * lineHeight
  const metrics: Metrics = {
    lineHeight,
    gap: (above, below) => Math.round(gapLines(style.gaps, above, below) * lineHeight),
    first: Math.min(first.height, most),
    next: Math.min(next.height, most),
  }
  return { size, prepared, flows, metrics, indents }
}

type Kind = Flow['kind']

function gapLines(gaps: FitRequest['style']['gaps'], above: Kind, below: Kind): number {
  if (below === 'heading') return gaps.beforeHeading
  if (above === 'heading') return gaps.afterHeading
  return above === 'item' && below === 'item' ? gaps.item : gaps.paragraph
}

/** Items and numbered paragraphs hang at one column, as wide as the widest number needs; headings close to their number. */
function indentsAt(size: number, { style }: FitRequest, prepared: readonly Prepared[]): number[] {
  const column = Math.round(style.indent.text * size)
  const needed = (kind: Kind) => {
    const widest = prepared.reduce((most, p) => (p.paragraph.kind === kind ? Math.max(most, p.marker) : most), 0)
    return widest === 0 ? 0 : Math.ceil((widest + markerGap) * size)
  }
  const numbered = Math.max(column, needed('numbered'))
  const heading = needed('heading')
  const byKind = { paragraph: 0, heading, numbered, item: column }
  return prepared.map(({ paragraph: { kind, marker } }) => (kind === 'heading' && marker === '' ? 0 : byKind[kind]))
}

/** Height of the whole text on one page, or infinity as soon as it is more than the page has. */
export function heightOnOnePage({ flows, metrics }: Setting): number {
  let height = 0
  for (const [i, flow] of flows.entries()) {
    if (i > 0) height += metrics.gap(flows[i - 1]!.kind, flow.kind)
    height += countLines(flow.first) * metrics.lineHeight
    if (height > metrics.first) return Number.POSITIVE_INFINITY
  }
  return height
}

/** Whether a word is wider than its line, so that it has to be cut. */
export const cutsWords = ({ flows }: Setting) => flows.some(({ first }) => first.source.widest > first.limit)

/** Makes the lines of each paragraph nearly equally long. */
export function balance(setting: Setting): Setting {
  return { ...setting, flows: setting.flows.map((flow) => ({ ...flow, first: balanced(flow.first) })) }
}
