import fc from 'fast-check'
import type { JsonValue } from '../../src/model/source.ts'
import { fieldWords } from '../../src/validate/words/field-word-table.ts'
import { text } from '../parse/decks.ts'

const filled = text.map((one) => `a ${one}`)
const texts = fc.oneof(filled, fc.record({ kk: filled, ru: filled }), fc.array(filled, { minLength: 1, maxLength: 3 }))
const people = fc.array(
  fc.record(
    { name: filled, role: filled, img_path: fc.constant('/img/a.png'), note: filled },
    { requiredKeys: ['name'] },
  ),
  { minLength: 1, maxLength: 3 },
)
const rows = fc.array(fc.array(filled, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 3 })
const blocks = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('text'), text: filled }),
    fc.record(
      { type: fc.constant('image'), src: fc.constant('/img/a.png'), alt: filled },
      { requiredKeys: ['type', 'src'] },
    ),
    fc.record({ type: fc.constant('table'), rows, total: fc.boolean() }, { requiredKeys: ['type', 'rows'] }),
  ),
  { minLength: 1, maxLength: 3 },
)

const slide = fc.record(
  {
    title: fc.oneof(filled, fc.record({ kk: filled, ru: filled })),
    block: fc.constantFrom('2', 'text', 'cover', 'picture'),
    text: texts,
    img_path: fc.constantFrom('/img/a.png', '/img/b.jpg'),
    img_caption: filled,
    notes: filled,
    people,
    table: fc.record({ rows, head: fc.boolean(), note: filled }, { requiredKeys: ['rows'] }),
    blocks,
    steps: fc.boolean(),
    fit: fc.constantFrom('shrink', 'split'),
  },
  { requiredKeys: ['title'] },
)

/** A deck with many kinds of fields, by the names of the schema. */
export const fullDeck = fc.record(
  {
    name: filled,
    author: filled,
    minutes: fc.constantFrom(1.5, 20),
    lang: fc.constantFrom('kk', 'ru'),
    content: fc.array(slide, { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: ['content'] },
)

/** Values as people write them in Kazakh and Russian. */
const valueWords: Readonly<Record<string, readonly string[]>> = {
  cover: ['обложка', 'мұқаба', 'Cover'],
  text: ['текст', 'мәтін'],
  shrink: ['уменьшить', 'кішірейту'],
  split: ['бөлу', 'разделить'],
  kk: ['қазақша', 'kz'],
  ru: ['русский', 'rus'],
  true: ['да', 'иә', 'true'],
  false: ['нет', 'жоқ'],
}

/** Whether the value of a field has words that are read. */
const isWorded = (name: string) => ['block', 'fit', 'lang', 'head', 'total', 'steps'].includes(name)

/** Names of a field in a language: 0 Kazakh, 1 Russian. */
const wordsOf = (name: string, lang: number): string[] =>
  (fieldWords[name]?.[lang] ?? '').split(' ').filter((word) => /^[^?!]/.test(word))

/** Takes one seed after the other. */
type Next = (below: number) => number

/**
 * Writes the names of a deck, and some values, as people do: in Kazakh, in Russian or as in the schema, each object in a
 * language of its own or mixed, some under two names.
 */
export function renamed(deck: JsonValue, seeds: readonly number[]): JsonValue {
  let at = 0
  const next: Next = (below) => seeds[at++ % seeds.length]! % below
  const visit = (value: JsonValue, around: number): JsonValue => {
    if (Array.isArray(value)) return value.map((item) => visit(item, around))
    if (typeof value !== 'object' || value === null) return value
    const lang = next(3) === 0 ? next(4) : around
    const entries: [string, JsonValue][] = []
    for (const [name, field] of Object.entries(value)) {
      const words = wordsOf(name, lang === 3 ? next(3) : lang)
      const word = words[next(3) === 0 ? next(Math.max(1, words.length)) : 0] ?? name
      const spoken = isWorded(name) ? (valueWords[String(field)] ?? []) : []
      const own = spoken.length > 0 && next(2) === 0 ? spoken[next(spoken.length)]! : visit(field, lang)
      const twin = next(8)
      if (twin === 0 && word !== name) entries.push([name, next(2) ? own : ''])
      entries.push([word, own])
    }
    return Object.fromEntries(entries)
  }
  return visit(deck, next(4))
}
