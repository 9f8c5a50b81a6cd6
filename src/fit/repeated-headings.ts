import type { FitRequest } from '../model/fitted.ts'
import type { Paragraph } from '../model/text.ts'
import { createColumn, linesOf } from './lines.ts'
import type { PreparedParagraph } from './prepare-paragraph.ts'
import { lineSlack, type RepeatedHeading, type TextSetting } from './text-setting.ts'

/** A longer heading is not repeated. */
const mostLines = 2

/** A heading that takes a larger share of its page is not repeated. */
const mostShare = 0.3

/**
 * Makes a text repeat the heading of what goes on at the top of each further page, with `suffix` behind it.
 * `prepare` measures a paragraph.
 */
export function repeatHeadings(
  setting: TextSetting,
  { next }: Pick<FitRequest, 'next'>,
  suffix: string,
  prepare: (paragraph: Paragraph) => PreparedParagraph,
): TextSetting {
  const { prepared, metrics, indents, size } = setting
  const kinds = prepared.map(({ paragraph }) => paragraph.kind)
  const headings = headingsAbove(kinds)
  const known = new Map<number, RepeatedHeading | null>()

  const make = (flow: number): RepeatedHeading | null => {
    const written = prepared[flow]!.paragraph
    const again = prepare(withSuffix(written, suffix))
    const ends = linesOf(createColumn(again.source, (next.width - indents[flow]! - lineSlack(next.width)) / size))
    const isShort = ends.length <= mostLines && ends.length * metrics.lineHeight <= mostShare * metrics.next
    return isShort ? { flow, prepared: again, ends } : null
  }
  const heading = (flow: number): RepeatedHeading | null => {
    if (kinds[flow] === 'heading') return null
    const above = headings[flow]!
    if (above < 0) return null
    let made = known.get(above)
    if (made === undefined) known.set(above, (made = make(above)))
    return made
  }
  const above = (flow: number): number => {
    const made = heading(flow)
    return made ? made.ends.length * metrics.lineHeight + metrics.gap('heading', kinds[flow]!) : 0
  }
  return { ...setting, metrics: { ...metrics, above }, heading }
}

/** The index of the last heading at or above each paragraph; -1: there is none. */
function headingsAbove(kinds: readonly Paragraph['kind'][]): number[] {
  let last = -1
  return kinds.map((kind, flow) => {
    if (kind === 'heading') last = flow
    return last
  })
}

/** A heading with words behind it; they stand before a colon that ends it. */
function withSuffix(heading: Paragraph, suffix: string): Paragraph {
  const spans = [...heading.spans]
  const last = spans.at(-1)
  if (last) spans[spans.length - 1] = { ...last, text: last.text.replace(/[ :]{1,8}$/, '') }
  return { ...heading, spans: [...spans, { text: ` ${suffix}`, bold: true, italic: false, href: null }] }
}
