import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { JsonValue, NodePath } from '../../src/model/source.ts'
import type { EditOp } from '../../src/model/wire/edit.ts'
import { decode } from '../../src/parse/decode.ts'
import { deck, indent } from '../parse/decks.ts'
import { breakText, faults } from '../parse/faults.ts'

const root = join(import.meta.dirname, '../..')

/** The files of a folder whose names say that they are decks; none if the folder is missing. */
function decksIn(folder: string): string[] {
  const path = join(root, folder)
  if (!existsSync(path)) return []
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:\.json|\.json\.txt|(?:^|\/)deck\.txt)$/.test(name))
    .sort()
    .map((name) => join(path, name))
}

/** Decks that were written by hand, broken ones too. Shape: each with the name of its file. */
export const deckTexts: readonly { name: string; text: string }[] = [
  'decks',
  'test/fixtures/parse',
  'test/fixtures/validate',
  '../shared/decks',
  '../shared/cases',
  '../shared/seeds',
]
  .flatMap(decksIn)
  .map((name) => ({ name, text: decode(readFileSync(name)).text ?? '' }))
  .filter(({ name, text }) => text !== '' && text.length < 20_000 && !name.includes('/depth'))

/** How lines end and where commas stand. */
const style = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replace(/,(\n[ \t]*)/g, '$1, '),
)
const plan = fc.array(fc.tuple(faults, fc.nat()), { maxLength: 4 })

/** A deck as staff would write it, with up to four mistakes in it. */
const generated = fc
  .tuple(deck, indent, plan, style)
  .map(([value, space, mistakes, end]) => breakText(JSON.stringify(value, null, space), mistakes).replaceAll('\n', end))

/** The text of a deck: made up, or of a file, or that of a file with further mistakes. */
export const deckText = fc.oneof(
  { weight: 3, arbitrary: generated },
  { weight: 2, arbitrary: fc.constantFrom(...deckTexts.map(({ text }) => text)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...deckTexts.filter(({ text }) => text.length < 10_000)), plan)
      .map(([{ text }, mistakes]) => breakText(text, mistakes)),
  },
)

const texts = fc.constantFrom(
  '',
  'Жаңа мәтін',
  'a "quoted"\nline\\',
  '1. Бір\n2. Екі',
  '{"a": 1}',
  '// no comment',
  '/* open',
  '# сан',
  '😀,]}',
  'Жол： «иә», “тырнақша',
  "it's '",
  'a\u2028b\u0000c\ud800',
  '\u00ad\u200b\ufeff',
  '<<<<<<< HEAD\n=======\n>>>>>>> b',
  '```json\n{}\n```',
  'қазақ-\nстан',
)
const leaf = fc.oneof(texts, fc.integer({ min: -3, max: 300 }), fc.constantFrom(null, true, 1.5))
const value: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 1, arbitrary: fc.array(leaf, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(fc.array(texts, { maxLength: 3 }), { maxLength: 3 }) },
  { weight: 2, arbitrary: fc.dictionary(fc.constantFrom('title', 'text', 'kk', 'ru', 'жаңа'), leaf, { maxKeys: 3 }) },
)

/** An operation in the making: seeds choose places in the value that it is made on. */
export const opSeed = fc.record({
  op: fc.constantFrom<EditOp['op']>('set', 'set', 'set', 'remove', 'insert', 'move', 'copy'),
  seeds: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
  value,
})
export type OpSeed = typeof opSeed extends fc.Arbitrary<infer T> ? T : never

/** An operation on a plain value. One of about twenty cannot be made. */
export function opOf({ op, seeds, value: given }: OpSeed, plain: JsonValue): EditOp {
  const wrong = seeds[0]! % 20 === 0
  const lists = listsIn(plain)
  if (op === 'set' || op === 'remove' || lists.length === 0) {
    const path = pathIn(plain, seeds)
    if (op === 'remove') return { op, path: wrong ? [...path, 'nowhere', 1] : path }
    const isNew = seeds[1]! % 4 === 0
    return { op: 'set', path: isNew || wrong ? [...path.slice(0, -1), 'added'] : path, value: given }
  }
  const [list, length] = lists[seeds[2]! % lists.length]!
  const at = wrong ? length + 2 : seeds[3]! % (length + 1)
  if (op === 'insert') return { op, path: [...list, at], value: given }
  const [other, otherLength] = seeds[4]! % 3 > 0 ? [list, length] : lists[seeds[5]! % lists.length]!
  return { op, from: [...other, otherLength === 0 ? 0 : seeds[6]! % otherLength], path: [...list, Math.max(0, at - 1)] }
}

/** The path of some value. */
function pathIn(plain: JsonValue, seeds: readonly number[]): NodePath {
  const path: (string | number)[] = []
  let here = plain
  for (const seed of seeds.slice(2)) {
    if (typeof here !== 'object' || here === null) break
    const names = Array.isArray(here) ? [...here.keys()] : Object.keys(here)
    if (names.length === 0) break
    const name = names[seed % names.length]!
    path.push(name)
    here = (here as never)[name]
    if (seed % 5 === 0) break
  }
  return path
}

/** All lists with their lengths. */
function listsIn(plain: JsonValue, path: NodePath = []): [NodePath, number][] {
  if (typeof plain !== 'object' || plain === null) return []
  const inner = Object.entries(plain).flatMap(([name, child]) =>
    listsIn(child, [...path, Array.isArray(plain) ? Number(name) : name]),
  )
  return Array.isArray(plain) ? [[path, plain.length], ...inner] : inner
}
