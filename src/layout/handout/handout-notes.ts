import type { FittedText } from '../../model/fitted.ts'
import type { PerPage, SaidBox } from '../../model/handout.ts'
import type { PlacedBox } from '../../model/laid-out.ts'
import type { Lang, LocalizedText } from '../../model/lang.ts'
import type { Box, StageDimensions } from '../../model/theme.ts'
import type { PrintWords } from '../../model/words.ts'
import { parsePlainParagraphs } from '../../typeset/parse-paragraphs.ts'
import { lineOnPaper, type PaperContext, paperBox, paperParagraph, typesetOnPaper } from '../paper-text.ts'
import { mm } from './sheet-grid.ts'

/** Sizes of notes: the fewer slides per sheet, the larger. Units: px on paper; 12 px are 9 pt. */
const sizesFor: Readonly<Record<PerPage, readonly number[]>> = {
  1: [15, 14, 13],
  2: [14, 13, 12],
  3: [13, 12, 11],
  4: [13, 12, 11],
  6: [12, 11, 10.5],
  9: [12, 11, 10.5],
}

/** The line that says where notes continue, and the one that says which slide they belong to. Units: px on paper. */
const signSize = 11
/** The height of such a line with the space around it. Units: px on paper. */
export const signHeight = 20

/** Notes set next to their slide. Their first page goes there, the others continue on further sheets. */
export interface TypesetNotes {
  fitted: FittedText
  lang: Lang
  /** The index of the slide's page. */
  page: number
}

/** Sets the notes of a slide: next to it, and if they are too long in columns of further sheets. */
export function typesetNotes(
  notes: LocalizedText,
  page: number,
  area: Box,
  column: StageDimensions,
  perPage: PerPage,
  context: PaperContext,
): TypesetNotes | null {
  const text = { paragraphs: parsePlainParagraphs(notes.text), lang: notes.lang, sizes: sizesFor[perPage] }
  if (text.paragraphs.length === 0) return null
  const next = { width: column.width, height: column.height - signHeight }
  const whole = typesetOnPaper(text, area, next, context)
  const short = { width: area.width, height: area.height - signHeight }
  const fitted = whole.pages.length === 1 ? whole : typesetOnPaper(text, short, next, context)
  return { fitted, lang: notes.lang, page }
}

/** The line below notes that continue, in the language of the sheet. */
export function continuedSign(sheet: number, lang: Lang, area: Box, words: PrintWords, context: PaperContext) {
  const sign = paperParagraph(words.more.replace('{x}', String(sheet)))
  const box = lineOnPaper(sign, lang, signSize, area, 'handout-more', context)
  return { ...box, y: area.y + area.height - box.height }
}

/** The line above notes that continue, in the language of the sheet. `page` is the index of the slide's page. */
export function restSign(page: number, lang: Lang, area: Box, words: PrintWords, context: PaperContext): PlacedBox {
  const sign = paperParagraph(words.rest.replace('{x}', String(page + 1)), { bold: true })
  return lineOnPaper(sign, lang, signSize, area, 'handout-rest', context)
}

/** Columns of a readable width. Units: px on paper. */
export function notesColumns(body: Box): Box[] {
  const gap = mm(8)
  const count = Math.max(1, Math.round(body.width / mm(85)))
  const width = (body.width - gap * (count - 1)) / count
  return Array.from({ length: count }, (_, i) => ({ ...body, width, x: body.x + i * (width + gap) }))
}

/** Sheets with the rest of notes, and the sheet on which each note continues. */
export interface NotesOverflow {
  sheets: PlacedBox[][]
  /** Indexes into `sheets`. */
  starts: Map<TypesetNotes, number>
}

/** Continues notes column by column, sheet by sheet. */
export function layoutOverflow(
  running: readonly TypesetNotes[],
  columns: readonly Box[],
  words: PrintWords,
  sheetLang: Lang,
  context: PaperContext,
): NotesOverflow {
  const flow = new ColumnFlow(columns)
  const starts = new Map<TypesetNotes, number>()
  for (const notes of running) {
    const { fitted, lang, page } = notes
    for (let i = 1; i < fitted.pages.length; i++) {
      const area = flow.take(signHeight + fitted.pages[i]!.height)
      const text = { ...area, y: area.y + signHeight }
      flow.sheets
        .at(-1)!
        .push(restSign(page, sheetLang, area, words, context), paperBox(fitted, i, text, 'handout-notes', lang))
      if (i === 1) starts.set(notes, flow.sheets.length - 1)
    }
  }
  return { sheets: flow.sheets, starts }
}

/** The distance between two notes. Units: mm. */
const gapBetween = 5

/** Columns on as many sheets as needed, filled from the top. */
export class ColumnFlow {
  readonly sheets: SaidBox[][] = []
  private column = -1
  private y = 0

  constructor(private readonly columns: readonly Box[]) {}

  /** Takes an area of that height in this column or at the top of the next one. */
  take(height: number): Box {
    const current = this.columns[this.column]
    if (!current || this.y + height > current.y + current.height + 0.01) this.nextColumn()
    const area = { ...this.columns[this.column]!, y: this.y, height }
    this.y += height + mm(gapBetween)
    return area
  }

  private nextColumn(): void {
    this.column = (this.column + 1) % this.columns.length
    if (this.column === 0) this.sheets.push([])
    this.y = this.columns[this.column]!.y
  }
}
