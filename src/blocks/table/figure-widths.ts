/** Digits and what stands between them; nothing in it is markup, and no line breaks before its end. */
const figure = /^[\d+−–%](?:[\d ,.%\u00a0\u202f]*[\d%])?$/u

/** Whether a cell is only a figure, whose width is that of its characters. */
export const isFigure = (text: string): boolean => figure.test(text)

const signs = [...'0123456789,.%']
const blanks = [' ', '\u00a0', '\u202f']

/** Widths that differ less are equal. Units: em. */
const tolerance = 1e-6

/**
 * Adds up the widths of figures, which is much faster than shaping each. In most fonts tabular figures have no kerning,
 * which three texts show; in others a character counts with the one that follows it. Units: em.
 */
export class FigureWidths {
  readonly #measure: (text: string) => number
  readonly #pairs = new Map<string, number>()
  #alone: ReadonlyMap<string, number> | null = null

  /** `measure`: the width of a text that neither begins nor ends with a space. */
  constructor(measure: (text: string) => number) {
    this.#measure = measure
  }

  widthOf(text: string): number {
    this.#alone ??= widthsAlone(this.#measure)
    let width = 0
    for (let i = 0; i < text.length; i++) {
      const next = text[i + 1] ?? ''
      const isDoubleSpace = text[i] === ' ' && next === ' '
      if (!isDoubleSpace) width += this.#alone.get(text[i]!) ?? this.#advance(text[i]!, next)
    }
    return width
  }

  /** The width of a character before another one; before nothing if `next` is empty. */
  #advance(character: string, next: string): number {
    const pair = character + next
    let width = this.#pairs.get(pair)
    if (width === undefined) this.#pairs.set(pair, (width = this.#measurePair(character, next)))
    return width
  }

  #measurePair(character: string, next: string): number {
    const measure = this.#measure
    if (next === '') return measure(character)
    if (character === ' ') return measure(`0 ${next}`) - this.#advance('0', ' ') - measure(next)
    if (next === ' ') return measure(`${character} 0`) - this.#space - measure('0')
    return measure(character + next) - measure(next)
  }

  get #space(): number {
    return this.#measure('0 0') - 2 * this.#measure('0')
  }
}

/** The widths of characters whose neighbours do not change them; empty if some do. */
function widthsAlone(measure: (text: string) => number): ReadonlyMap<string, number> {
  const widths = new Map(signs.map((sign) => [sign, measure(sign)]))
  const sum = signs.reduce((all, sign) => all + widths.get(sign)!, 0)
  const pairs = allPairs(signs)
  const added = [...pairs].reduce((all, sign) => all + widths.get(sign)!, 0)
  if (Math.abs(measure(pairs) - added) > tolerance) return new Map()
  for (const blank of blanks) {
    const width = measure(`0${blank}0`) - 2 * widths.get('0')!
    const between = measure(signs.join(blank)) - sum
    if (Math.abs(between - (signs.length - 1) * width) <= tolerance) widths.set(blank, width)
  }
  return widths
}

/** A text in which each two characters follow each other once. */
function allPairs(characters: readonly string[]): string {
  const words = characters.flatMap((first, i) => [first, ...characters.slice(i + 1).map((second) => first + second)])
  return words.join('') + characters[0]!
}
