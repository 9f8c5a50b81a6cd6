import type { Paragraph } from '../model/text.ts'
import { type Column, firstAfter, isHyphenAt } from './breakable-text.ts'
import { lineEnd } from './lines.ts'
import { betweenCost, lastPageCost, pageCost, shortItemLines, splitCost } from './page-cost.ts'

/** A paragraph at one size. */
export interface ParagraphFlow {
  kind: Paragraph['kind']
  text: string
  /** The offsets at which further sentences begin. */
  sentences: () => Int32Array
  /** The column on the first page and on further pages; the same object if they are equally wide. */
  first: Column
  next: Column
}

/** Units: px. */
export interface Metrics {
  lineHeight: number
  /** The distance between two consecutive paragraphs of a page. */
  gap(above: Paragraph['kind'], below: Paragraph['kind']): number
  /** The height of the heading that is repeated on a further page that begins with this paragraph; absent: 0. */
  above?(flow: number): number
  /** The heights of the boxes. */
  first: number
  next: number
}

/** A part of a paragraph on one page. Shape: `ends` are the offsets at which its lines end. */
export interface PagePart {
  flow: number
  from: number
  ends: number[]
}

/** A text distributed over pages. */
export interface Pagination {
  pages: PagePart[][]
  /** The lower the better; comparable between sizes of the same text. */
  cost: number
  /** A single line is higher than its box. */
  overflow: boolean
}

/** A position where a page may begin, with the cheapest way to it. */
interface PageStart {
  flow: number
  from: number
  cost: number
  pages: number
  /** The position where the previous page begins. */
  previous: PageStart | null
}

/** A line on a page that is being filled. */
interface PageLine {
  flow: number
  from: number
  end: number
  /** The number of the line in its paragraph on this page, from 1. */
  nth: number
  /** The distance from the top of the page to the bottom of the line. Units: px. */
  used: number
}

/** Pages that are less full than this are considered only if there are no others. */
const minFill = 0.6

/**
 * Distributes paragraphs over pages with the best page breaks, by dynamic programming over the positions where a page
 * may begin: the ends of lines, and sentences inside a line. Positions are visited in the order of the text, so each is
 * final.
 *
 * Shape:  `flows` is not empty. Returns null if more than `most` pages are needed.
 */
export function paginate(
  flows: readonly ParagraphFlow[],
  metrics: Metrics,
  maxPages = Number.POSITIVE_INFINITY,
): Pagination | null {
  const breaker = new PageBreaker(flows, metrics)
  if (breaker.fewestPages(maxPages) > maxPages) return null
  const last = breaker.cheapest()
  const starts: PageStart[] = []
  for (let start: PageStart | null = last; start; start = start.previous) starts.push(start)
  starts.reverse()
  const pages = starts.slice(1).map((end, i) => breaker.partsBetween(starts[i]!, end))
  const overflow = metrics.lineHeight > metrics.first || (pages.length > 1 && metrics.lineHeight > metrics.next)
  return { pages, cost: last.cost, overflow }
}

class PageBreaker {
  private readonly flows: readonly ParagraphFlow[]
  private readonly metrics: Metrics
  /** By paragraph: the end of the line that begins at an offset of a further page; 0 until it is computed. */
  private readonly ends: (Int32Array | undefined)[]
  /** By position: a number for the paragraph and the offset in it, in the order of the text. */
  private readonly starts = new Map<number, PageStart>()
  private readonly bases: number[] = []
  /** Positions to visit, the earliest last. */
  private readonly queue: number[] = []

  constructor(flows: readonly ParagraphFlow[], metrics: Metrics) {
    this.flows = flows
    this.metrics = metrics
    this.ends = new Array(flows.length)
    let base = 0
    for (const { text } of flows) {
      this.bases.push(base)
      base += text.length + 1
    }
    this.bases.push(base)
  }

  /** Counts the pages of a text that fills each to the last line; stops above `most`. */
  fewestPages(maxPages: number): number {
    let start: PageStart = { flow: 0, from: 0, cost: 0, pages: 0, previous: null }
    while (start.flow < this.flows.length && start.pages <= maxPages) {
      const { flow, end } = this.linesFrom(start).at(-1)!
      const isWhole = end >= this.flows[flow]!.text.length
      start = { ...start, flow: isWhole ? flow + 1 : flow, from: isWhole ? 0 : end, pages: start.pages + 1 }
    }
    return start.pages
  }

  cheapest(): PageStart {
    let start: PageStart = { flow: 0, from: 0, cost: 0, pages: 0, previous: null }
    while (start.flow < this.flows.length) {
      this.addPageEnds(start)
      start = this.starts.get(this.queue.pop()!)!
    }
    return start
  }

  /** Adds the positions where the page that begins here may end. */
  private addPageEnds(start: PageStart): void {
    const lines = this.linesFrom(start)
    const height = this.pageHeight(start)
    const full = lines.at(-1)!.used
    const least = Math.min(minFill * height, 0.8 * full)
    for (let i = lines.length - 1; i >= 0 && lines[i]!.used >= least; i--) {
      const line = lines[i]!
      const fill = Math.min(1, line.used / height)
      if (line.end < this.flows[line.flow]!.text.length) this.addSplits(start, line, pageCost(fill))
      else this.addStart(start, line.flow + 1, 0, this.endingCost(line.flow, fill, i + 1))
    }
  }

  private endingCost(flow: number, fill: number, lines: number): number {
    const below = this.flows[flow + 1]
    if (!below) return lastPageCost(fill, lines)
    const { kind, text } = this.flows[flow]!
    const before = this.flows[flow - 1]
    const isFirst = before !== undefined && (before.kind === 'heading' || before.text.endsWith(':'))
    return pageCost(fill) + betweenCost({ above: kind, below: below.kind, text, isFirst })
  }

  private addSplits(start: PageStart, { flow, from, end, nth }: PageLine, page: number): void {
    const { kind, first, next } = this.flows[flow]!
    const sentences = this.flows[flow]!.sentences()
    const isShort = kind === 'item' && this.isShort(flow)
    // A paragraph that continues from an earlier page has no first line here.
    const orphan = nth === 1 && !(flow === start.flow && start.from > 0)
    const split = (at: number, betweenSentences: boolean) => {
      const widow = this.lineEnd(flow, at, false) >= this.flows[flow]!.text.length
      const insideWord = isHyphenAt((start.pages === 0 ? first : next).source, at)
      this.addStart(start, flow, at, page + splitCost({ kind, isShort, orphan, widow, betweenSentences, insideWord }))
    }
    let k = firstAfter(sentences, from)
    for (; k < sentences.length && sentences[k]! < end; k++) split(sentences[k]!, true)
    split(end, sentences[k] === end)
  }

  private addStart(start: PageStart, flow: number, from: number, added: number): void {
    const key = this.bases[flow]! + from
    const total = start.cost + added
    const known = this.starts.get(key)
    if (known && known.cost <= total) return
    if (!known) insertSorted(this.queue, key)
    this.starts.set(key, { flow, from, cost: total, pages: start.pages + 1, previous: start })
  }

  private isShort(flow: number): boolean {
    const { length } = this.flows[flow]!.text
    let at = 0
    for (let lines = 0; lines < shortItemLines && at < length; lines++) at = this.lineEnd(flow, at, false)
    return at >= length
  }

  private pageHeight(start: PageStart): number {
    return start.pages === 0 ? this.metrics.first : this.metrics.next
  }

  /** Returns the lines that fit on a page; at least one, so that every text ends. */
  private linesFrom(start: PageStart): PageLine[] {
    const { lineHeight, gap } = this.metrics
    const height = this.pageHeight(start)
    const lines: PageLine[] = []
    let used = start.pages === 0 ? 0 : (this.metrics.above?.(start.flow) ?? 0)
    for (let { flow, from } = start; flow < this.flows.length; flow++, from = 0) {
      const { kind, text } = this.flows[flow]!
      if (flow > start.flow) used += gap(this.flows[flow - 1]!.kind, kind)
      let nth = 0
      for (let at = from; at < text.length || nth === 0; ) {
        used += lineHeight
        if (used > height && lines.length > 0) return lines
        const end = this.lineEnd(flow, at, start.pages === 0)
        lines.push({ flow, from: at, end, nth: ++nth, used })
        at = end
      }
    }
    return lines
  }

  private lineEnd(flow: number, at: number, isFirstPage: boolean): number {
    const { text, first, next } = this.flows[flow]!
    if (at >= text.length) return text.length
    if (isFirstPage && first !== next) return lineEnd(first, at)
    const known = (this.ends[flow] ??= new Int32Array(text.length))
    return (known[at] ||= lineEnd(next, at))
  }

  /** Returns the lines between two page breaks. */
  partsBetween(start: PageStart, end: PageStart): PagePart[] {
    const parts: PagePart[] = []
    for (let flow = start.flow; flow < end.flow || (flow === end.flow && end.from > 0); flow++) {
      const from = flow === start.flow ? start.from : 0
      const to = flow === end.flow ? end.from : this.flows[flow]!.text.length
      const ends: number[] = []
      for (let at = from; at < to || ends.length === 0; ) {
        ends.push((at = Math.min(to, this.lineEnd(flow, at, start.pages === 0))))
      }
      parts.push({ flow, from, ends })
    }
    return parts
  }
}

/** Positions arrive nearly in order, so a new one is inserted near the front, where the latest are. */
function insertSorted(queue: number[], key: number): void {
  let i = queue.findIndex((other) => other < key)
  if (i < 0) i = queue.length
  queue.splice(i, 0, key)
}
