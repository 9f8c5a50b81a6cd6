import type { FittedPage, FittedParagraph, FittedText, Fitter } from '../../model/fitted.ts'
import type { Lang } from '../../model/lang.ts'
import type { Paragraph } from '../../model/text.ts'
import { lineHeightAt, type TextStyle } from '../../model/theme.ts'
import { parsePlainParagraphs } from '../../typeset/parse-paragraphs.ts'
import { FigureWidths, isFigure } from './figure-widths.ts'

/** A cell measured once for all sizes. */
export interface MeasuredCell {
  text: string
  bold: boolean
  /** The width of its longest line, on lines as written. Units: em. */
  width: number
  /** The number of these lines. */
  lines: number
  /** Its lines at `baseSize`; null if they are not made yet. */
  fitted: FittedText | null
  /** Its lines as set last, by size and width; without a width for lines as written. */
  set: { size: number; width: number | null; fitted: FittedText } | null
}

/** All cells are measured at this size, since widths grow with the size. Units: px. */
const baseSize = 20

/** More than any cell is wide or high. Units: px. */
const unlimited = 1_000_000

/** Measures the cells of a table, each text once. */
export class CellRuler {
  readonly style: TextStyle
  readonly #given: TextStyle
  readonly #fitter: Fitter
  readonly #lang: Lang
  readonly #cells = [new Map<string, MeasuredCell>(), new Map<string, MeasuredCell>()] as const
  readonly #missing = new Set<string>()
  readonly #figures: readonly [FigureWidths, FigureWidths]

  constructor(style: TextStyle, lang: Lang, fitter: Fitter) {
    this.style = { ...style, maxLines: null, balance: false, pretty: false }
    this.#given = style
    this.#lang = lang
    this.#fitter = fitter
    const widths = (bold: boolean) => new FigureWidths((text) => this.#measureText(text, bold).width)
    this.#figures = [widths(false), widths(true)]
  }

  /** Whether it measures in a style with a fitter. */
  isOf(fitter: Fitter, style: TextStyle): boolean {
    return fitter === this.#fitter && style === this.#given
  }

  /** The characters that the font lacks. */
  get missing(): string[] {
    return [...this.#missing]
  }

  /** Measures a text on lines as written. */
  measure(text: string, bold: boolean): MeasuredCell {
    const cells = this.#cells[bold ? 1 : 0]
    let cell = cells.get(text)
    if (!cell) cells.set(text, (cell = this.#make(text, bold)))
    return cell
  }

  /** Sets a cell in a width at a size. Units: px. */
  set(cell: MeasuredCell, size: number, width: number): FittedText {
    const given = cell.width * size <= width ? null : width
    if (cell.set?.size === size && cell.set.width === given) return cell.set.fitted
    const fitted =
      given === null
        ? this.#scale((cell.fitted ??= this.#figure(cell)), size)
        : this.#fit(cellParagraphs(cell.text, cell.bold), size, width, unlimited, 'one')
    cell.set = { size, width: given, fitted }
    return fitted
  }

  /** Sets a cell on pages of a height. Units: px. */
  setOnPages({ text, bold }: MeasuredCell, size: number, width: number, height: number): FittedText {
    return this.#fit(cellParagraphs(text, bold), size, width, height, 'auto')
  }

  #make(text: string, bold: boolean): MeasuredCell {
    if (!isFigure(text)) return this.#measureText(text, bold)
    return { text, bold, width: this.#figures[bold ? 1 : 0].widthOf(text), lines: 1, fitted: null, set: null }
  }

  #measureText(text: string, bold: boolean): MeasuredCell {
    const fitted = this.#fit(cellParagraphs(text, bold), baseSize, unlimited, unlimited, 'one')
    for (const letter of fitted.missing) this.#missing.add(letter)
    let lines = 0
    let width = 0
    for (const paragraph of fitted.pages[0]!.paragraphs) {
      for (const line of paragraph.lines) width = Math.max(width, line.width)
      lines += paragraph.lines.length
    }
    return { text, bold, width: width / baseSize, lines, fitted, set: null }
  }

  /** The line of a cell that is only a figure. */
  #figure({ text, bold, width }: MeasuredCell): FittedText {
    const run = { text: text.replace(/ {2,}/g, ' '), bold, italic: false, href: null }
    const line = { runs: [run], end: 'last' as const, width: width * baseSize }
    const place = { index: 0, kind: 'paragraph' as const, marker: '', indent: 0, markerX: 0, continued: false, y: 0 }
    const paragraphs: FittedParagraph[] = [{ ...place, lines: [line] }]
    const lineHeight = lineHeightAt(this.style, baseSize)
    return { size: baseSize, lineHeight, pages: [{ paragraphs, height: lineHeight }], overflow: false, missing: [] }
  }

  #fit(paragraphs: readonly Paragraph[], size: number, width: number, height: number, pages: 'one' | 'auto') {
    const box = { width: Math.max(1, width), height }
    const style = { ...this.style, sizes: [size] }
    return this.#fitter.fit({ paragraphs, style, first: box, next: box, pages, lang: this.#lang, hyphens: true })
  }

  #scale(fitted: FittedText, size: number): FittedText {
    const lineHeight = lineHeightAt(this.style, size)
    const [page] = fitted.pages
    const scaled: FittedPage = {
      paragraphs: page!.paragraphs.map((paragraph, i) => ({
        ...paragraph,
        y: i * lineHeight,
        lines: paragraph.lines.map((line) => ({ ...line, width: (line.width * size) / baseSize })),
      })),
      height: page!.paragraphs.length * lineHeight,
    }
    return { ...fitted, size, lineHeight, pages: [scaled] }
  }
}

/** The paragraphs of a cell: one for each of its lines. */
function cellParagraphs(text: string, bold: boolean): Paragraph[] {
  const paragraphs = parsePlainParagraphs(text)
  if (!bold) return paragraphs
  return paragraphs.map((one) => ({ ...one, spans: one.spans.map((span) => ({ ...span, bold: true })) }))
}
