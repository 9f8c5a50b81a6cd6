import type { Paragraph } from '../model/text.ts'
import { type Column, firstAfter, lineEnd } from './lines.ts'

/** A paragraph at one size. */
export interface Flow {
  kind: Paragraph['kind']
  text: string
  /** Offsets at which a further sentence begins. */
  sentences: () => Int32Array
  /** Its column on the first page and on the further ones; the same one where they are equally wide. */
  first: Column
  next: Column
}

/** Units: px. */
export interface Metrics {
  lineHeight: number
  /** Distance between two paragraphs that follow each other on a page. */
  gap(above: Paragraph['kind'], below: Paragraph['kind']): number
  /** Heights of the boxes. */
  first: number
  next: number
}

/** Part of a paragraph on one page. Shape: `ends` are the offsets at which its lines end. */
export interface Part {
  flow: number
  from: number
  ends: number[]
}

export interface Pagination {
  pages: Part[][]
  /** The lower, the better; comparable between sizes for the same text. */
  cost: number
  /** A single line is higher than its box. */
  overflow: boolean
}

/**
 * What a page break costs. Where a rule has to give way, the cheapest way out is taken; `never` are the rules that only
 * give way where there is no other page break at all.
 */
const cost = {
  page: 4,
  emptiness: 20,
  belowFull: 60,
  full: 0.85,
  /** Below this fill a page looks broken off. */
  least: 0.68,
  never: 1000,
  betweenItems: 0.05,
  afterColon: 2,
  betweenSentences: 0.25,
  insideSentence: 1.2,
  insideItem: 1.5,
  insideShortItem: 8,
  shortItem: 5,
  insideHeading: 40,
  singleLine: 60,
  lastLines: 3,
  fewLastLines: 250,
  nearlyEmptyEnd: 1.2,
  nearlyEmpty: 0.2,
}

/** A place where a page may begin, with the cheapest way there. */
interface Start {
  flow: number
  from: number
  cost: number
  pages: number
  /** The page before, as far as its lines go. */
  previous: Start | null
}

/** Distributes paragraphs over pages at the best page breaks. Shape: `flows` has one entry at least. */
export function paginate(flows: readonly Flow[], metrics: Metrics): Pagination {
  const walk = new Walk(flows, metrics)
  const last = walk.run()
  const starts: Start[] = []
  for (let start: Start | null = last; start; start = start.previous) starts.unshift(start)
  const pages = starts.slice(1).map((end, i) => walk.linesBetween(starts[i]!, end, i === 0))
  const overflow = metrics.lineHeight > metrics.first || (pages.length > 1 && metrics.lineHeight > metrics.next)
  return { pages, cost: last.cost, overflow }
}

/** Dijkstra over the places where a page may begin: they lie in the order of the text, so each is final when reached. */
class Walk {
  private readonly flows: readonly Flow[]
  private readonly metrics: Metrics
  /** By paragraph: where the line that begins at an offset ends, -1 until asked for. Further pages only. */
  private readonly lines: (Int32Array | undefined)[]
  private readonly reached = new Map<number, Start>()
  private readonly bases: number[] = []
  private readonly queue: number[] = []

  constructor(flows: readonly Flow[], metrics: Metrics) {
    this.flows = flows
    this.metrics = metrics
    this.lines = new Array(flows.length)
    let base = 0
    for (const { text } of flows) {
      this.bases.push(base)
      base += text.length + 1
    }
    this.bases.push(base)
  }

  run(): Start {
    let start: Start = { flow: 0, from: 0, cost: 0, pages: 0, previous: null }
    while (start.flow < this.flows.length) {
      this.leave(start)
      start = this.reached.get(takeLeast(this.queue))!
    }
    return start
  }

  /** Offers every page that may begin here. */
  private leave(start: Start): void {
    const page = new PageFill(this.metrics, start.pages === 0)
    let { flow, from } = start
    for (; flow < this.flows.length; flow++, from = 0) {
      const { text, kind } = this.flows[flow]!
      const length = text.length
      page.open(kind)
      let lines = 0
      for (let at = from; at < length || lines === 0; ) {
        if (!page.takeLine()) return
        const end = length === 0 ? 0 : this.lineEnd(flow, at, start.pages === 0)
        lines++
        if (end >= length) break
        this.offerInside(start, page, flow, from, at, end, lines)
        at = end
      }
      const isLast = flow + 1 === this.flows.length
      const added = isLast ? cost.page + endCost(page) : this.pageCost(page) + this.afterParagraph(flow)
      this.offer(start, flow + 1, 0, added)
    }
  }

  private offerInside(
    start: Start,
    page: PageFill,
    flow: number,
    from: number,
    at: number,
    end: number,
    lines: number,
  ) {
    // Pages far from full are no use, except where nothing else is possible.
    if (page.fill() < 0.5 && page.lines > 1) return
    const sentences = this.flows[flow]!.sentences()
    const base = this.pageCost(page) + this.splitCost(flow, from, lines)
    for (let k = firstAfter(sentences, at); k < sentences.length && sentences[k]! < end; k++) {
      const split = sentences[k]!
      this.offer(start, flow, split, base + cost.betweenSentences + this.widow(flow, split))
    }
    const inside = sentences[firstAfter(sentences, end - 1)] === end ? cost.betweenSentences : cost.insideSentence
    this.offer(start, flow, end, base + inside + this.widow(flow, end))
  }

  private offer(start: Start, flow: number, from: number, added: number): void {
    const key = this.bases[flow]! + from
    const total = start.cost + added
    const known = this.reached.get(key)
    if (known && known.cost <= total) return
    if (!known) addSorted(this.queue, key)
    this.reached.set(key, { flow, from, cost: total, pages: start.pages + 1, previous: start })
  }

  private pageCost(page: PageFill): number {
    const empty = 1 - page.fill()
    return (
      cost.page +
      cost.emptiness * empty * empty +
      cost.belowFull * Math.max(0, cost.full - page.fill()) +
      (page.fill() < cost.least ? cost.never * (cost.least - page.fill()) : 0)
    )
  }

  private afterParagraph(flow: number): number {
    const { kind, text } = this.flows[flow]!
    if (kind === 'heading') return cost.never
    if (kind === 'item' && this.flows[flow + 1]!.kind === 'item') return cost.betweenItems
    return text.endsWith(':') ? cost.afterColon : 0
  }

  private splitCost(flow: number, from: number, linesHere: number): number {
    const { kind } = this.flows[flow]!
    const orphan = linesHere === 1 && from === 0 ? cost.singleLine : 0
    if (kind === 'heading') return cost.insideHeading
    if (kind !== 'item') return orphan
    return orphan + (this.isShort(flow) ? cost.insideShortItem : cost.insideItem)
  }

  private isShort(flow: number): boolean {
    const length = this.flows[flow]!.text.length
    let at = 0
    for (let lines = 0; lines < cost.shortItem && at < length; lines++) at = this.lineEnd(flow, at, false)
    return at >= length
  }

  private widow(flow: number, from: number): number {
    return this.lineEnd(flow, from, false) >= this.flows[flow]!.text.length ? cost.singleLine : 0
  }

  private lineEnd(flow: number, at: number, isFirst: boolean): number {
    const { text, first, next } = this.flows[flow]!
    if (isFirst && first !== next) return lineEnd(first, at)
    const known = (this.lines[flow] ??= new Int32Array(text.length + 1).fill(-1))
    if (known[at]! < 0) known[at] = lineEnd(next, at)
    return known[at]!
  }

  /** The lines of the page between two page breaks. */
  linesBetween(start: Start, end: Start, isFirst: boolean): Part[] {
    const parts: Part[] = []
    for (let flow = start.flow; flow < end.flow || (flow === end.flow && end.from > 0); flow++) {
      const from = flow === start.flow ? start.from : 0
      const length = this.flows[flow]!.text.length
      const to = flow === end.flow ? end.from : length
      const ends: number[] = []
      for (let at = from; at < to; ) ends.push((at = Math.min(to, this.lineEnd(flow, at, isFirst))))
      if (ends.length === 0) ends.push(to)
      parts.push({ flow, from, ends })
      if (flow === end.flow) break
    }
    return parts
  }
}

/** What the last page costs: its fill is of no account, but it has to be worth turning to. */
function endCost(page: PageFill): number {
  if (page.lines < cost.lastLines) return cost.fewLastLines
  return page.fill() < cost.nearlyEmpty ? cost.nearlyEmptyEnd : 0
}

/** How far a page is filled, line by line. */
class PageFill {
  lines = 0
  private used = 0
  private gap = 0
  private above: Paragraph['kind'] | null = null
  private readonly room: number
  private readonly metrics: Metrics

  constructor(metrics: Metrics, isFirst: boolean) {
    this.metrics = metrics
    this.room = isFirst ? metrics.first : metrics.next
  }

  open(kind: Paragraph['kind']): void {
    this.gap = this.above === null ? 0 : this.metrics.gap(this.above, kind)
    this.above = kind
  }

  /** Adds a line; false where it does not fit. The first line of a page always goes in, or no page would hold it. */
  takeLine(): boolean {
    const used = this.used + this.gap + this.metrics.lineHeight
    if (used > this.room && this.lines > 0) return false
    this.used = used
    this.gap = 0
    this.lines++
    return true
  }

  fill(): number {
    return Math.min(1, this.used / this.room)
  }
}

/** Keys come nearly in order, so the place of a new one is near the end. */
function addSorted(queue: number[], key: number): void {
  let i = queue.length
  queue.push(key)
  while (i > 0 && queue[i - 1]! < key) {
    queue[i] = queue[i - 1]!
    i--
  }
  queue[i] = key
}

/** The queue is kept with its least key last. */
function takeLeast(queue: number[]): number {
  return queue.pop()!
}
