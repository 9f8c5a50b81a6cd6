import type { Paragraph } from '../model/text.ts'

type ParagraphKind = Paragraph['kind']

/**
 * What a page break costs. Where a rule has to give way, the cheapest way out is taken; what costs `never` gives way only
 * where there is no other page break at all.
 */
const cost = {
  page: 4,
  emptiness: 20,
  belowFull: 200,
  full: 0.85,
  /** Below this fill a page looks broken off. */
  least: 0.68,
  never: 1000,
  betweenItems: 0.05,
  afterColon: 2,
  betweenSentences: 0.25,
  insideSentence: 1.2,
  insideItem: 1.5,
  insideShortItem: 11,
  insideHeading: 40,
  singleLine: 60,
  fewLastLines: 250,
  nearlyEmptyEnd: 1.2,
  nearlyEmpty: 0.2,
}

/** An item of as many lines is hardly ever split. */
export const shortItemLines = 5

/** The last page has as many lines at least. */
const minLastLines = 3

/** A page that is followed by another. Units: `fill` is 1 for a page with no room left. */
export function pageCost(fill: number): number {
  const empty = 1 - fill
  return (
    cost.page +
    cost.emptiness * empty * empty +
    cost.belowFull * Math.max(0, cost.full - fill) +
    cost.never * Math.max(0, cost.least - fill)
  )
}

/** The last page: its fill is of no account, but it has to be worth turning to. */
export function lastPageCost(fill: number, lines: number): number {
  const few = lines < minLastLines ? cost.fewLastLines : 0
  return cost.page + few + (fill < cost.nearlyEmpty ? cost.nearlyEmptyEnd : 0)
}

/** A break between two paragraphs. */
export function betweenCost(above: ParagraphKind, below: ParagraphKind, text: string): number {
  if (above === 'heading') return cost.never
  if (above === 'item' && below === 'item') return cost.betweenItems
  return text.endsWith(':') ? cost.afterColon : 0
}

/** A break inside a paragraph. */
export interface Split {
  kind: ParagraphKind
  /** An item of few lines. */
  isShort: boolean
  /** Only its first line stands above the break, or only its last below. */
  orphan: boolean
  widow: boolean
  /** A sentence ends there. */
  betweenSentences: boolean
}

export function splitCost({ kind, isShort, orphan, widow, betweenSentences }: Split): number {
  const single = (orphan ? cost.singleLine : 0) + (widow ? cost.singleLine : 0)
  const ending = betweenSentences ? cost.betweenSentences : cost.insideSentence
  if (kind === 'heading') return single + ending + cost.insideHeading
  if (kind !== 'item') return single + ending
  return single + ending + (isShort ? cost.insideShortItem : cost.insideItem)
}
