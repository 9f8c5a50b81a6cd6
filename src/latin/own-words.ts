import { inCapitals, withCapital } from './letters.ts'

/** A word of the deck's own list at a place of a text. */
interface OwnWord {
  /** Units: UTF-16 units. */
  length: number
  latin: string
}

const cases = '[ндт][ыі]ң|[ғқ]а|[гк]е|н?[ае]|[ндт][ыі]|н?[дт][ае]|[дтн][ае]н|[мбп]ен|н'
const plural = '[лдт][ае]р'

/**
 * Endings of Kazakh nouns, in their order: a suffix that makes a word, plural, possessive, case (or `-дағы`, which has endings
 * of its own), and the person of a predicate.
 */
const ending = new RegExp(
  `^(?:${[
    '[лдт][ыі][қк]|л[ыі]|с[ыі]з|ш[ыі]|[дт][ае]й|ш[ае]',
    plural,
    '[ыі]?м(?:[ыі]з)?|[ыі]?ң(?:[ыі]з)?|с?[ыі]',
    `${cases}|н?[дт][ае][ғг][ыі](?:${plural})?(?:${cases})?|[ндт][іы]к[іы]`,
    '[мбп][ыі]н|с[ыі]ң|с[ыі]з|[мбп][ыі]з',
  ].join(')?(?:')})?$`,
)

const letters = /^[\p{L}\p{M}]{1,24}/u

/** The words that a deck writes in its own way, with any ending: `Цой` is also in `Цойдың` and `ЦОЙҒА`. */
export class OwnWords {
  /** The words in all forms, by their first letter; longer ones first. */
  readonly #forms = new Map<string, [form: string, latin: string][]>()

  /** `words`: as the deck has them, by the Cyrillic spelling. */
  constructor(words: Readonly<Record<string, string>>) {
    for (const [written, latin] of Object.entries(words)) {
      const word = written.trim().normalize()
      if (word === '') continue
      for (const [form, value] of formsOf(word, latin.trim())) {
        const alike = this.#forms.get(form.charAt(0)) ?? []
        alike.push([form, value])
        this.#forms.set(form.charAt(0), alike)
      }
    }
    for (const alike of this.#forms.values()) alike.sort(([a], [b]) => b.length - a.length)
  }

  /** Finds the longest own word that begins at the start of a word of a text. */
  at(text: string, start: number): OwnWord | null {
    for (const [form, latin] of this.#forms.get(text.charAt(start)) ?? []) {
      if (!text.startsWith(form, start)) continue
      const [rest = ''] = letters.exec(text.slice(start + form.length, start + form.length + 25)) ?? []
      if (rest === '' || ending.test(rest.toLowerCase())) return { length: form.length, latin }
    }
    return null
  }
}

/** A word as it is listed, in capitals, and with a capital at its start. */
function formsOf(word: string, latin: string): Map<string, string> {
  const forms = new Map<string, string>()
  const [capitals, first] = [word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)]
  if (word.length > 1) forms.set(capitals, inCapitals(latin))
  forms.set(first, withCapital(latin))
  return forms.set(word, latin)
}
