import type { FittedPage, FittedText, Fitter } from '../../model/fitted.ts'
import type { Lang } from '../../model/lang.ts'
import type { Paragraph } from '../../model/text.ts'
import { lineHeightAt, type TextStyle } from '../../model/theme.ts'
import { parsePlainParagraphs } from '../../typeset/parse-paragraphs.ts'

/** A cell measured once for all sizes. */
export interface MeasuredCell {
  paragraphs: readonly Paragraph[]
  /** Its lines as written, at `baseSize`. */
  fitted: FittedText
  /** The width of its longest line. Units: em. */
  width: number
}

/** All cells are measured at this size, since widths grow with the size. Units: px. */
const baseSize = 20

/** More than any cell is wide or high. Units: px. */
const unlimited = 1_000_000

/** Measures the cells of a table, each text once. */
export class CellRuler {
  readonly style: TextStyle
  readonly #fitter: Fitter
  readonly #lang: Lang
  readonly #cells = [new Map<string, MeasuredCell>(), new Map<string, MeasuredCell>()] as const

  constructor(style: TextStyle, lang: Lang, fitter: Fitter) {
    this.style = { ...style, maxLines: null, balance: false, pretty: false }
    this.#lang = lang
    this.#fitter = fitter
  }

  /** The characters that the font lacks. */
  get missing(): string[] {
    return [...new Set(this.#cells.flatMap((cells) => [...cells.values()].flatMap(({ fitted }) => fitted.missing)))]
  }

  /** Measures a text on lines as written. */
  measure(text: string, bold: boolean): MeasuredCell {
    const cells = this.#cells[bold ? 1 : 0]
    const known = cells.get(text)
    if (known) return known
    const paragraphs = cellParagraphs(text, bold)
    const fitted = this.#fit(paragraphs, baseSize, unlimited, unlimited, 'one')
    const lines = fitted.pages[0]!.paragraphs.flatMap((one) => one.lines)
    const width = lines.reduce((most, line) => Math.max(most, line.width), 0) / baseSize
    const made = { paragraphs, fitted, width }
    cells.set(text, made)
    return made
  }

  /** Sets a cell in a width at a size. Units: px. */
  set(cell: MeasuredCell, size: number, width: number): FittedText {
    if (cell.width * size <= width) return this.#scale(cell, size)
    return this.#fit(cell.paragraphs, size, width, unlimited, 'one')
  }

  /** Sets a cell on pages of a height. Units: px. */
  setOnPages(cell: MeasuredCell, size: number, width: number, height: number): FittedText {
    return this.#fit(cell.paragraphs, size, width, height, 'auto')
  }

  #fit(paragraphs: readonly Paragraph[], size: number, width: number, height: number, pages: 'one' | 'auto') {
    const box = { width: Math.max(1, width), height }
    const style = { ...this.style, sizes: [size] }
    return this.#fitter.fit({ paragraphs, style, first: box, next: box, pages, lang: this.#lang })
  }

  #scale({ fitted }: MeasuredCell, size: number): FittedText {
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
