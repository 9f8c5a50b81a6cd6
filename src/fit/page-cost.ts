import type { Paragraph } from '../model/text.ts'

type ParagraphKind = Paragraph['kind']

/**
 * The costs of page breaks. The cheapest breaks are chosen; one that costs `never` is used only
 * if there is no other.
 */
const cost = {
  page: 4,
  emptiness: 20,
  belowFull: 200,
  full: 0.85,
  /** A page that is filled less than this looks incomplete. */
  least: 0.68,
  never: 1000,
  betweenItems: 0.05,
  /** Only the first of several items is below its heading or its introduction. */
  itemLeftBehind: 60,
  afterColon: 2,
  betweenSentences: 0.25,
  insideSentence: 3,
  insideItem: 1.5,
  insideShortItem: 11,
  insideHeading: 40,
  insideWord: 60,
  singleLine: 60,
  fewLastLines: 250,
  nearlyEmptyEnd: 1.2,
  nearlyEmpty: 0.2,
}

/** An item with up to this many lines is rarely split. */
export const shortItemLines = 5

/** The least number of lines on the last page, if the page before is full. */
const minLastLines = 4

/** The cost of a page that is followed by another. Units: `fill` is 1 for a full page. */
export function pageCost(fill: number): number {
  const empty = 1 - fill
  return (
    cost.page +
    cost.emptiness * empty * empty +
    cost.belowFull * Math.max(0, cost.full - fill) +
    cost.never * Math.max(0, cost.least - fill)
  )
}

/** The cost of the last page: it need not be full, but must not be nearly empty. */
export function lastPageCost(fill: number, lines: number): number {
  const few = lines < minLastLines ? cost.fewLastLines : 0
  return cost.page + few + (fill < cost.nearlyEmpty ? cost.nearlyEmptyEnd : 0)
}

/** A break between two paragraphs. */
export interface Between {
  above: ParagraphKind
  below: ParagraphKind
  /** The text above. */
  text: string
  /** The paragraph above is the first below a heading or an introduction that ends with a colon. */
  isFirst: boolean
}

/** The cost of a break between two paragraphs. */
export function betweenCost({ above, below, text, isFirst }: Between): number {
  if (above === 'heading') return cost.never
  const isList = isListed(above) && isListed(below)
  if (isList) return isFirst ? cost.itemLeftBehind : cost.betweenItems
  return text.endsWith(':') ? cost.afterColon : 0
}

const isListed = (kind: ParagraphKind) => kind === 'item' || kind === 'numbered'

/** The cost of a break inside a paragraph. */
export interface Split {
  kind: ParagraphKind
  /** An item of few lines. */
  isShort: boolean
  /** Only the first line is before the break, or only the last after it. */
  orphan: boolean
  widow: boolean
  /** A sentence ends at the break. */
  betweenSentences: boolean
  /** The line before the break ends with a hyphen of ours. */
  insideWord: boolean
}

/** The cost of a break inside a paragraph. */
export function splitCost({ kind, isShort, orphan, widow, betweenSentences, insideWord }: Split): number {
  const single = (orphan ? cost.singleLine : 0) + (widow ? cost.singleLine : 0) + (insideWord ? cost.insideWord : 0)
  const ending = betweenSentences ? cost.betweenSentences : cost.insideSentence
  if (kind === 'heading') return single + ending + cost.insideHeading
  if (kind !== 'item') return single + ending
  return single + ending + (isShort ? cost.insideShortItem : cost.insideItem)
}
