import type { BlockContext } from '../../../model/block-type.ts'
import type { Fitter } from '../../../model/fitted.ts'
import type { Lang } from '../../../model/lang.ts'
import type { TextStyle } from '../../../model/theme.ts'

/** A text in lines. Units: px. */
export interface RuledText {
  lines: string[]
  /** The width of the widest line. */
  width: number
  /** A word is wider than its line, and cut. */
  cut: boolean
}

/** A number without a unit in letters. */
const numeric = /^[\d\u00a0 .,+\u2212%()-]+$/

/** The widths of the signs of numbers, in both weights. Units: em. */
interface SignWidths {
  plain: Map<string, number>
  bold: Map<string, number>
}

/** All charts of a run share the widths of signs, by their fonts. */
const shared = new WeakMap<Fitter, Map<string, SignWidths>>()

function signWidths({ family, weight, boldWeight }: TextStyle, lang: Lang, fitter: Fitter): SignWidths {
  const all = shared.get(fitter) ?? new Map<string, SignWidths>()
  shared.set(fitter, all)
  const key = `${family} ${weight} ${boldWeight} ${lang}`
  const known = all.get(key) ?? { plain: new Map(), bold: new Map() }
  all.set(key, known)
  return known
}

/** Measures and breaks the texts of drawings with the fitter. */
export class ChartRuler {
  readonly missing = new Set<string>()
  #characters = new Set<string>()
  readonly #signs: SignWidths
  readonly #widths = new Map<string, number>()
  readonly #known = new Map<string, RuledText>()

  constructor(
    private readonly style: TextStyle,
    private readonly lang: Lang,
    private readonly context: Pick<BlockContext, 'fitter'>,
  ) {
    this.#signs = signWidths(style, lang, context.fitter)
  }

  /** All characters that were measured. */
  characters(): string {
    return [...this.#characters].join('')
  }

  /** The width of a text in one line. Widths are proportional to the size. */
  width(text: string, size: number, bold = false): number {
    const key = bold ? `\u0001${text}` : text
    const known = this.#widths.get(key)
    if (known !== undefined) return known * size
    const em = numeric.test(text) ? this.#numberWidth(text, bold) : this.#emWidth(text, bold)
    this.#widths.set(key, em)
    return em * size
  }

  #emWidth(text: string, bold: boolean): number {
    return this.#fit(text, measuredSize, unlimited, bold).width / measuredSize
  }

  /** The sum of the widths of its characters: charts have many numbers, and few signs. Units: em. */
  #numberWidth(text: string, bold: boolean): number {
    const known = bold ? this.#signs.bold : this.#signs.plain
    let sum = 0
    for (const sign of plainLine(text)) {
      this.#characters.add(sign)
      let width = known.get(sign)
      if (width === undefined) {
        // Between two digits, since white space at an end is not measured.
        width = this.#emWidth(`0${sign}0`, bold) - this.#emWidth('00', bold)
        known.set(sign, width)
      }
      sum += width
    }
    return sum
  }

  /** Breaks a text into lines of a width. */
  lines(text: string, size: number, width: number, bold = false): RuledText {
    const natural = this.width(text, size, bold)
    if (natural <= width - 1 && !text.includes('\n') && text !== '')
      return { lines: [plainLine(text)], width: natural, cut: false }
    const key = `${size} ${Math.floor(width)} ${bold} ${text}`
    const known = this.#known.get(key)
    if (known) return known
    const ruled = this.#fit(text, size, width, bold)
    this.#known.set(key, ruled)
    return ruled
  }

  #fit(text: string, size: number, width: number, bold: boolean): RuledText {
    const plain = plainLine(text)
    if (plain === '') return { lines: [], width: 0, cut: false }
    for (const letter of plain) this.#characters.add(letter)
    const box = { width: Math.max(1, width), height: unlimited }
    const fitted = this.context.fitter.fit({
      paragraphs: [{ kind: 'paragraph', marker: '', spans: [{ text: plain, bold, italic: false, href: null }] }],
      style: { ...this.style, sizes: [size], letterSpacing: 0, maxLines: null, balance: false, pretty: false },
      first: box,
      next: box,
      pages: 'one',
      lang: this.lang,
    })
    for (const letter of fitted.missing) this.missing.add(letter)
    const all = fitted.pages.flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))
    const lines = all.map(({ runs }) => runs.map((run) => run.text).join(''))
    return {
      lines,
      width: Math.max(0, ...all.map((line) => line.width)),
      cut: all.some(({ end }, i) => end === 'inside' && /[\p{L}\p{N}]$/u.test(lines[i]!)),
    }
  }
}

/** Wider and higher than any drawing. Units: px. */
const unlimited = 100_000

/** A size at which widths are measured. Units: px. */
const measuredSize = 20

/** A text without line breaks and doubled spaces. */
const plainLine = (text: string) =>
  text.replace(/\s+/g, (blank) => (/[\u00a0\u202f]/.test(blank) ? '\u00a0' : ' ')).trim()
