import { blockType } from '../../blocks/registry.ts'
import type { LocalizedBlock } from '../../model/block.ts'
import type { BlockContext, BlockSlot, BlockWords } from '../../model/block-type.ts'
import type { LocalizedSlide } from '../../model/deck.ts'
import type { SaidBox } from '../../model/handout.ts'
import type { PlacedBox } from '../../model/laid-out.ts'
import type { Lang, LocalizedText } from '../../model/lang.ts'
import type { Paragraph } from '../../model/text.ts'
import { lineHeightAt, type Region, type StageDimensions, type Theme } from '../../model/theme.ts'
import { parseParagraphs } from '../../typeset/parse-paragraphs.ts'
import { paperBox, paperStyle, typesetOnPaper } from '../paper-text.ts'

/** A part of what stands beside a slide. `isOwn`: in the language of the slides, as their notes are. */
export type SaidPart = BlockWords & { isOwn?: boolean }

/** What words are set with: what blocks are placed with, without what depends on the size of the text. */
export type SetContext = Omit<BlockContext, 'stage' | 'fit' | 'title' | 'headingLevel' | 'background'>

/** Returns what a slide says, block by block. */
export const saidOf = ({ blocks }: LocalizedSlide, context: SetContext): SaidPart[] =>
  blocks.flatMap((block) => blockType(block.type).words(block, context))

/** The part of the words that stands in one area. Boxes count from its upper left corner. Units: px on paper. */
export interface WordsPage {
  boxes: SaidBox[]
  height: number
}

/** Higher than any words. Units: px. */
export const endless = 1_000_000

/** The distance between texts and rows. Units: px on paper. */
const gap = 8

/** A table that fits the next area begins in this one only if this share of it does. */
const fewestRows = 0.3

/** Tables may be set this small where their columns are narrow: 7.5 pt. Units: px on paper. */
const leastCellSize = 10

/**
 * Sets what a slide says at one size in an area and, if it is too long, in further ones: texts as paragraphs, data as tables.
 * Nothing is left out.
 */
export function setWords(
  parts: readonly SaidPart[],
  first: StageDimensions,
  next: StageDimensions,
  size: number,
  context: SetContext,
): WordsPage[] {
  const flow = new WordsFlow(first, next, size, context)
  for (const part of joinTexts(parts)) {
    if ('paragraphs' in part) flow.addText(part)
    else flow.addRows(part)
  }
  return flow.pages
}

/** Texts that follow one another in one language. */
interface JoinedText {
  paragraphs: Paragraph[]
  lang: Lang
  isOwn: boolean
}

type JoinedPart = JoinedText | { rows: LocalizedBlock; isOwn: boolean }

function joinTexts(parts: readonly SaidPart[]): JoinedPart[] {
  const joined: JoinedPart[] = []
  for (const part of parts) {
    const { isOwn = false } = part
    const last = joined.at(-1)
    if ('rows' in part) joined.push({ rows: part.rows, isOwn })
    else {
      const { lang } = part.text
      const paragraphs = paragraphsOf(part)
      if (last && 'paragraphs' in last && last.lang === lang && last.isOwn === isOwn)
        last.paragraphs.push(...paragraphs)
      else if (paragraphs.length > 0) joined.push({ paragraphs, lang, isOwn })
    }
  }
  return joined
}

/** All texts of a block in their order. */
function* textsIn(value: unknown): Generator<LocalizedText> {
  if (typeof value !== 'object' || value === null) return
  const { text, lang } = value as Partial<LocalizedText>
  if (typeof text === 'string' && lang !== undefined) yield { text, lang }
  else for (const part of Object.values(value)) yield* textsIn(part)
}

/** Headings are bold paragraphs: the headings of a document are those of its slides. */
function paragraphsOf({ text, bold = false }: Extract<SaidPart, { text: unknown }>): Paragraph[] {
  return parseParagraphs(text.text).map((one): Paragraph => {
    const isBold = bold || one.kind === 'heading'
    const kind = one.kind === 'heading' || bold ? 'paragraph' : one.kind
    const lead =
      kind === one.kind || one.marker === '' ? [] : [{ text: `${one.marker} `, bold: true, italic: false, href: null }]
    const marker = lead.length > 0 ? '' : one.marker
    const spans = [...lead, ...one.spans].map((span) => ({
      ...span,
      bold: span.bold || isBold,
      href: outside(span.href),
    }))
    return { ...one, kind, marker, spans }
  })
}

/** Links to slides are those of the slides themselves. */
const outside = (href: string | null): string | null => (href?.startsWith('#') ? null : href)

class WordsFlow {
  readonly pages: WordsPage[] = [{ boxes: [], height: 0 }]
  private readonly theme: Theme
  private readonly lineHeight: number

  constructor(
    private readonly first: StageDimensions,
    private readonly next: StageDimensions,
    private readonly size: number,
    private readonly context: SetContext,
  ) {
    this.theme = paperTheme(context.theme, size)
    this.lineHeight = lineHeightAt(paperStyle(context.theme, [size]), size)
  }

  addText({ paragraphs, lang, isOwn }: JoinedText): void {
    if (this.room < 2 * this.lineHeight) this.turn()
    const { fitter, theme, report } = this.context
    const text = { paragraphs, lang, sizes: [this.size] }
    const fitted = typesetOnPaper(text, { width: this.area.width, height: this.room }, this.next, { fitter, theme })
    reportLetters(fitted.missing, this.theme, report)
    for (const [i, { height }] of fitted.pages.entries()) {
      if (i > 0) this.turn()
      const at = { x: 0, y: this.top, width: this.area.width, height }
      this.add([paperBox(fitted, i, at, 'handout-notes', lang)], isOwn)
    }
  }

  addRows({ rows, isOwn }: Extract<JoinedPart, { rows: unknown }>): void {
    const place = (first: StageDimensions) =>
      this.place(rows, first).map((boxes) => ({ boxes, height: heightOf(boxes) }))
    const whole = place({ width: this.area.width, height: endless })
    const height = whole.reduce((sum, one) => sum + one.height + gap, -gap)
    const isShort = height <= this.next.height && this.room < fewestRows * height
    if (height > this.room && isShort) this.turn()
    const pages = height <= this.room ? whole : place({ width: this.area.width, height: Math.max(1, this.room) })
    // A head that is higher than any area cannot be divided; its words can.
    if (pages.some((page) => page.height > Math.max(this.room, this.next.height) + 0.01)) {
      for (const part of joinTexts([...textsIn(rows)].map((text) => ({ text, isOwn })))) {
        if ('paragraphs' in part) this.addText(part)
      }
      return
    }
    for (const page of pages) {
      if (page.height > this.room + 0.01 && !this.isEmpty) this.turn()
      const { top } = this
      this.add(
        page.boxes.map((box) => ({ ...box, y: box.y + top })),
        isOwn,
      )
    }
  }

  private place(block: LocalizedBlock, first: StageDimensions): PlacedBox[][] {
    const region = ({ width, height }: StageDimensions): Region => ({
      x: 0,
      y: 0,
      width,
      height,
      style: 'body',
      align: 'top',
    })
    const slot: BlockSlot = {
      regionName: 'handout-rows',
      nextRegionName: 'handout-rows',
      first: region(first),
      next: region(this.next),
      layout: { ground: 'ground', footer: false, ornament: false, regions: {} },
      lead: [],
      maxSize: null,
      continued: false,
    }
    const { context, theme } = this
    const facts = { stage: first, fit: 'auto', title: null, headingLevel: 2, background: null } as const
    return blockType(block.type).place(block, slot, { ...context, ...facts, theme }).pages
  }

  private add(boxes: readonly PlacedBox[], isOwn: boolean): void {
    const page = this.pages.at(-1)!
    for (const { sources: _, ...box } of boxes) page.boxes.push(isOwn ? { ...box, isOwn } : box)
    page.height = Math.max(page.height, heightOf(boxes))
  }

  private turn(): void {
    if (!this.isEmpty) this.pages.push({ boxes: [], height: 0 })
  }

  private get area(): StageDimensions {
    return this.pages.length === 1 ? this.first : this.next
  }

  private get isEmpty(): boolean {
    return this.pages.at(-1)!.boxes.length === 0
  }

  private get top(): number {
    return this.isEmpty ? 0 : this.pages.at(-1)!.height + gap
  }

  private get room(): number {
    return this.area.height - this.top
  }
}

const heightOf = (boxes: readonly PlacedBox[]): number => Math.max(0, ...boxes.map(({ y, height }) => y + height))

function reportLetters(letters: readonly string[], { styles }: Theme, report: SetContext['report']): void {
  if (letters.length === 0) return
  const facts = { letters: [...letters], family: styles.body?.family ?? '', style: 'body', theme: null }
  report({ ...facts, code: 'letter-missing', severity: 'warning', range: { start: 0, end: 0 } })
}

const themes = new WeakMap<Theme, Map<number, Theme>>()

/** Returns a theme whose texts and tables have one size on paper, the same one each time. */
function paperTheme(theme: Theme, size: number): Theme {
  const known = themes.get(theme) ?? new Map<number, Theme>()
  themes.set(theme, known)
  const made = known.get(size) ?? makePaperTheme(theme, size)
  known.set(size, made)
  return made
}

function makePaperTheme(theme: Theme, size: number): Theme {
  const cellSizes = [size, size - 1, leastCellSize].filter(
    (one, i, all) => one >= leastCellSize && all.indexOf(one) === i,
  )
  const styles = Object.fromEntries(
    Object.entries(theme.styles).map(([name, style]) => {
      const sizes = name === 'cell' || name === 'body' ? cellSizes : [Math.max(leastCellSize, size - 1)]
      return [name, { ...style, sizes, grid: 1, letterSpacing: 0, maxLines: null, balance: false }]
    }),
  )
  return { ...theme, styles }
}
