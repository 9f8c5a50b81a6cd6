import type { BlockContext, BlockSlot } from '../../../model/block-type.ts'
import type { TextStyle, Theme } from '../../../model/theme.ts'
import { styleName } from '../../../typeset/typeset-text.ts'

/** The sizes of texts on a map: credits, names of the basemap, and the author's texts. Units: px. */
export interface MapTextSizes {
  credit: number
  small: number
  plain: number
}

/** The size of the smallest names for which symbols and distances are made. Units: px. */
const plainSmall = 16

/** The author's texts are larger than the names of the basemap by so much, credits may be smaller. Units: px. */
const sizeStep = 2

/** Texts of this size are large enough, and need no such steps. Units: px. */
const largeSmall = 24

/** No text is smaller than the smallest one in tables and captions of the theme; credits may be as small as its footer. */
function textSizesOf({ styles }: Theme, style: TextStyle): MapTextSizes {
  const least = ({ sizes }: TextStyle) => Math.min(...sizes)
  const small = Math.max(...[styles.cell, styles.caption, style].flatMap((one) => (one ? least(one) : [])))
  const step = small < largeSmall ? sizeStep : 0
  const credit = Math.min(small, Math.max(small - step, styles.footer ? least(styles.footer) : 0))
  return { credit, small, plain: small + step }
}

/** Measures the texts of a map in the fonts of the theme. */
export class TextRuler {
  /** The name of the text style whose font family is used. */
  readonly style: string
  /** The font weights, regular and bold. */
  readonly weights: { plain: number; bold: number }
  readonly sizes: MapTextSizes
  /** How much larger than usual boxes around texts are. */
  readonly scale: number
  /** How much larger than usual symbols are: less than texts, so that large ones leave room for them. */
  readonly symbolScale: number
  readonly missing = new Set<string>()
  readonly #context: BlockContext
  readonly #textStyle: TextStyle
  readonly #widths = new Map<string, number>()

  constructor(slot: BlockSlot, context: BlockContext) {
    const caption = slot.layout.regions.caption ?? slot.first
    this.style = context.theme.styles.caption ? 'caption' : styleName(caption, context.theme)
    this.#textStyle = context.theme.styles[this.style]!
    this.sizes = textSizesOf(context.theme, this.#textStyle)
    this.scale = this.sizes.small / plainSmall
    this.symbolScale = Math.round(Math.sqrt(this.scale) * 100) / 100
    this.weights = { plain: this.#textStyle.weight, bold: this.#textStyle.boldWeight }
    this.#context = context
  }

  /** Units: px. */
  width(text: string, size: number, bold = false): number {
    const key = `${size} ${bold} ${text}`
    const known = this.#widths.get(key)
    if (known !== undefined) return known
    const fitted = this.#context.fitter.fit({
      paragraphs: [{ kind: 'paragraph', marker: '', spans: [{ text, bold, italic: false, href: null }] }],
      style: { ...this.#textStyle, sizes: [size], letterSpacing: 0, maxLines: null, balance: false },
      first: { width: 10_000, height: 10_000 },
      next: { width: 10_000, height: 10_000 },
      pages: 'one',
      lang: this.#context.lang,
    })
    for (const letter of fitted.missing) this.missing.add(letter)
    const width = Math.max(
      0,
      ...fitted.pages.flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines.map((line) => line.width))),
    )
    this.#widths.set(key, width)
    return width
  }

  /** Breaks a text between words into as few lines as a width allows. A word that is too long is a line of its own. */
  lines(text: string, size: number, width: number, bold = false): string[] {
    const lines: string[] = []
    for (const word of text.split(/ +/)) {
      const joined = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
      if (lines.length > 0 && this.width(joined, size, bold) <= width) lines[lines.length - 1] = joined
      else lines.push(word)
    }
    return lines
  }
}
