import type { Lang } from '../model/lang.ts'
import type { Paragraph } from '../model/text.ts'
import { hasCyrillic } from './letters.ts'
import { OwnWords } from './own-words.ts'
import { latinPieces, toLatin } from './to-latin.ts'

/** Fields that are no words for readers. */
const noWords: ReadonlySet<string> = new Set([
  'href',
  'path',
  'picture',
  'region',
  'template',
  'sources',
  'frame',
  'id',
  'shape',
  'd',
])

/** Writes what a deck shows in Kazakh in Latin letters. */
export class Latin {
  readonly own: OwnWords
  readonly #paragraphs = new WeakMap<Paragraph, Paragraph>()

  /** `words`: those that the deck writes in its own way. */
  constructor(words: Readonly<Record<string, string>> = {}) {
    this.own = new OwnWords(words)
  }

  /** Writes a Kazakh text in Latin letters. */
  text(text: string): string {
    return toLatin(text, this.own)
  }

  /** Writes a paragraph in Latin letters. A word may have several spans; an address that is shown stays as it is. */
  paragraph(paragraph: Paragraph): Paragraph {
    const known = this.#paragraphs.get(paragraph)
    if (known) return known
    const pieces = latinPieces(paragraph.spans.map(({ text }) => text).join(''), this.own)
    let at = 0
    const spans = paragraph.spans.map((span) => {
      const from = at
      at += span.text.length
      return pieces && !isShownAddress(span) ? { ...span, text: pieces.slice(from, at).join('') } : span
    })
    const made = { ...paragraph, marker: this.text(paragraph.marker), spans }
    this.#paragraphs.set(paragraph, made)
    return made
  }

  /**
   * Writes all Kazakh words of a value in Latin letters. `lang` is the language of the value; a part of it may name another
   * one in its field `lang`. What has no such words is returned as it is.
   */
  value<T>(value: T, lang: Lang): T {
    return this.#value(value, lang) as T
  }

  #value(value: unknown, lang: string): unknown {
    if (typeof value === 'string') return lang === 'kk' && hasCyrillic(value) ? this.text(value) : value
    if (Array.isArray(value)) {
      const items = value.map((item) => this.#value(item, lang))
      return items.some((item, i) => item !== value[i]) ? items : value
    }
    if (!isPlain(value)) return value
    const own = langOf(value) ?? lang
    let changed: Record<string, unknown> | null = null
    for (const [name, part] of Object.entries(value)) {
      if (noWords.has(name) || (name === 'text' && isShownAddress(value))) continue
      const made = name === 'characters' && 'template' in value ? withLatin(part, this) : this.#value(part, own)
      if (made !== part) (changed ??= { ...value })[name] = made
    }
    return changed ?? value
  }
}

/** Letters that a box draws are drawn by the font in either alphabet. */
const withLatin = (characters: unknown, latin: Latin) =>
  typeof characters === 'string' && hasCyrillic(characters) ? characters + latin.text(characters) : characters

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

function langOf({ lang, attributes }: Record<string, unknown>): string | null {
  if (typeof lang === 'string') return lang
  return isPlain(attributes) && typeof attributes.lang === 'string' ? attributes.lang : null
}

/** Whether a link shows its own address, as a whole or a part of it on a line. */
const isShownAddress = ({ text, href }: { text?: unknown; href?: unknown }): boolean =>
  typeof text === 'string' && typeof href === 'string' && href.includes(text)
