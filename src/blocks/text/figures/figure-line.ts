import type { BlockContext } from '../../../model/block-type.ts'
import type { FittedPage, FittedRun } from '../../../model/fitted.ts'
import type { Lang } from '../../../model/lang.ts'
import type { Paragraph, TextSpan } from '../../../model/text.ts'
import { lineHeightAt, type TextStyle } from '../../../model/theme.ts'
import type { Direction } from './parse-figure.ts'
import type { Figure } from './read-figures.ts'

/** The size of units: a fraction of that of their number. `text.css` has the same one. */
export const unitScale = 0.5

/** The width of an arrow with the space after it. Units: em; `text.css` has the same one. */
const arrowWidth = 0.8

/** A part of a line of its own size. */
export interface LinePart {
  spans: readonly TextSpan[]
  /** Set at the size of units. */
  small?: boolean
  arrow?: Direction | null
}

/** The parts of a figure: an arrow, `более`, the number, its unit. */
export const figureParts = ({ arrow, approximation, number, unit }: Figure): LinePart[] => [
  { spans: [], arrow },
  { spans: approximation, small: true },
  { spans: number },
  { spans: unit, small: true },
]

/** The parts of a change. */
export const changeParts = ({ arrow, spans }: NonNullable<Figure['change']>): LinePart[] => [
  { spans: [], arrow },
  { spans },
]

/** Measures and composes lines that have parts of two sizes, which the fitter does not set. */
export class LineSetter {
  readonly missing = new Set<string>()
  readonly #context: BlockContext
  readonly #lang: Lang
  readonly #style: TextStyle
  readonly #words: Readonly<Record<Direction, string>>

  constructor(style: TextStyle, lang: Lang, words: Readonly<Record<Direction, string>>, context: BlockContext) {
    this.#style = { ...style, maxLines: null, balance: false, pretty: false }
    this.#lang = lang
    this.#words = words
    this.#context = context
  }

  /** The width of a line at a size. Units: px. */
  width(parts: readonly LinePart[], size: number): number {
    return parts.reduce((sum, { spans, small, arrow }) => {
      const own = arrow ? arrowWidth * size : 0
      return sum + own + (spans.length > 0 ? this.#measure(spans, small ? size * unitScale : size) : 0)
    }, 0)
  }

  /** Composes one line at a size. */
  compose(parts: readonly LinePart[], size: number, index = 0): FittedPage {
    const runs = parts.flatMap(({ spans, small, arrow }): FittedRun[] => [
      ...(arrow ? [{ ...plainRun(arrow === 'up' ? '▲' : '▼'), arrow, spoken: this.#words[arrow] }] : []),
      ...spans.map((span) => ({ ...span, bold: false, italic: false, ...(small ? { small } : {}) })),
    ])
    const line = { runs, end: 'last' as const, width: this.width(parts, size) }
    const paragraph = { index, kind: 'paragraph', marker: '', indent: 0, markerX: 0, continued: false, y: 0 } as const
    return { paragraphs: [{ ...paragraph, lines: [line] }], height: lineHeightAt(this.#style, size) }
  }

  #measure(spans: readonly TextSpan[], size: number): number {
    const paragraph: Paragraph = { kind: 'paragraph', marker: '', spans: spans.map(plainSpan) }
    const box = { width: 100_000, height: 100_000 }
    const style = { ...this.#style, sizes: [size] }
    const request = { paragraphs: [paragraph], style, first: box, next: box, pages: 'one', lang: this.#lang } as const
    const fitted = this.#context.fitter.fit(request)
    for (const letter of fitted.missing) this.missing.add(letter)
    // The fitter hangs spaces at the ends of a line, which are inside the whole line here.
    const text = paragraph.spans.map((span) => span.text).join('')
    const spaces = text.length - text.trim().length
    return (fitted.pages[0]?.paragraphs[0]?.lines[0]?.width ?? 0) + spaces * spaceEm * size
  }
}

/** The width of a space, at most. Units: em. */
const spaceEm = 0.34

const plainRun = (text: string) => ({ text, bold: false, italic: false, href: null })
const plainSpan = ({ text, href }: TextSpan): TextSpan => ({ text, bold: false, italic: false, href })
