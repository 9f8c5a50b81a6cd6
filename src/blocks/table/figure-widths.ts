/** Digits and what stands between them; nothing in it is markup, and no line breaks before its end. */
const figure = /^[\d+−–%](?:[\d ,.%\u00a0\u202f]*[\d%])?$/u

/** Whether a cell is only a figure, whose width is that of its characters. */
export const isFigure = (text: string): boolean => figure.test(text)

/**
 * Adds up the widths of figures, which is much faster than shaping each. A character counts with the one that follows it,
 * so that kerning is included. Units: em.
 */
export class FigureWidths {
  readonly #measure: (text: string) => number
  readonly #pairs = new Map<string, number>()

  /** `measure`: the width of a text that neither begins nor ends with a space. */
  constructor(measure: (text: string) => number) {
    this.#measure = measure
  }

  widthOf(text: string): number {
    let width = 0
    for (let i = 0; i < text.length; i++) width += this.#advance(text[i]!, text[i + 1] ?? '')
    return width
  }

  /** The width of a character before another one; before nothing if `next` is empty. */
  #advance(character: string, next: string): number {
    if (character === ' ' && next === ' ') return 0
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
