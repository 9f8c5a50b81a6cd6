import { langs } from '../model/lang.ts'
import { normalizeName } from '../model/nearest-name.ts'
import type { ObjectNode, SourceNode } from '../model/source.ts'
import type { JsonSchema } from '../validate/schema.ts'
import { type FieldsReading, type ReadField, readValue } from '../validate/value-reading.ts'
import { fieldWords } from '../validate/words/field-word-table.ts'
import { skeletonOf } from '../validate/words/skeleton.ts'

/** The language of names of fields; `en` are those of the schema. */
export type NameLanguage = 'kk' | 'ru' | 'en'

const worded = ['kk', 'ru'] as const

/** The words of a language for a field that stand for it for certain, the first one first. */
export function wordsFor(name: string, lang: 'kk' | 'ru'): string[] {
  const words = Object.hasOwn(fieldWords, name) ? fieldWords[name]![worded.indexOf(lang)]! : ''
  return words.split(' ').filter((word) => /^[^?!]/.test(word))
}

/** So many answers are kept: more than a deck has names. */
const maxKnown = 5_000

/** The languages of names by the fields that they name: each edit asks for those of the whole file. */
const known = new Map<string, readonly NameLanguage[]>()

/** Returns the languages in which a field may be called so. */
export function languagesOfName(step: string, name: string): readonly NameLanguage[] {
  const key = `${name} ${step}`
  const found = known.get(key) ?? findLanguages(step, name)
  if (known.size >= maxKnown) known.clear()
  known.set(key, found)
  return found
}

function findLanguages(step: string, name: string): readonly NameLanguage[] {
  if (step === name) return isLang(name) ? [] : ['en']
  if (!Object.hasOwn(fieldWords, name)) return []
  return worded.filter((lang) =>
    fieldWords[name]![worded.indexOf(lang)]!.split(' ')
      .map((word) => word.replace(/^[?!]/, ''))
      .some((word) => normalizeName(word) === normalizeName(step) || isSpelledAs(step, word)),
  )
}

const isSpelledAs = (step: string, word: string): boolean => {
  const skeleton = skeletonOf(step)
  return skeleton.length > 2 && skeleton === skeletonOf(word)
}

const isLang = (name: string): boolean => langs.some((lang) => lang === name)

/** Returns the language of most names of an object, of several that of its last name; null if its names say nothing. */
export function languageOfNames({ fields, schema }: FieldsReading): NameLanguage | null {
  const count = { kk: 0, ru: 0, en: 0 }
  let last: readonly NameLanguage[] = []
  for (const { name, steps } of fields) {
    if (!Object.hasOwn(schema.properties ?? {}, name)) continue
    for (const step of steps) {
      const found = languagesOfName(step, name)
      // A word that both languages have tells them apart no more than a name of the schema.
      for (const lang of found) count[lang] += 1 / found.length
      if (found.length > 0) last = found
    }
  }
  const most = Math.max(count.kk, count.ru, count.en)
  if (most === 0) return null
  const best = (['kk', 'ru', 'en'] as const).filter((lang) => count[lang] === most)
  return best.find((lang) => last.includes(lang)) ?? best[0]!
}

/** Finds how a field of objects with a schema is called elsewhere in a file, in a language; null if it is nowhere. */
export function nameElsewhere(
  root: SourceNode,
  from: JsonSchema,
  { schema, name, lang }: { schema: JsonSchema; name: string; lang: NameLanguage },
): string | null {
  const find = (node: SourceNode, own: JsonSchema): string | null => {
    const reading = readValue(node, own)
    if (reading.kind === 'value') return null
    if (reading.kind === 'inside') return find(reading.node, reading.schema)
    if (reading.kind === 'list') return firstOf(reading.items, (item, i) => find(item.node, reading.schemaOf(i)))
    const named = reading.schema === schema ? reading.fields.find((field) => field.name === name) : undefined
    if (named && languagesOfName(named.step, name).includes(lang)) return named.step
    return firstOf(reading.fields, (field) => find(field.node, field.schema))
  }
  return find(root, from)
}

function firstOf<T>(all: readonly T[], find: (one: T, index: number) => string | null): string | null {
  for (const [i, one] of all.entries()) {
    const found = find(one, i)
    if (found !== null) return found
  }
  return null
}

/** Writes a word as the other names of an object are written: with a capital letter, with blanks. */
export function styledWord(word: string, fields: readonly ReadField[]): string {
  const others = fields.filter(({ name, step }) => name !== step).map(({ step }) => step)
  const isSpaced = others.some((step) => step.includes(' ')) && !others.some((step) => step.includes('_'))
  const isCapital = others.length > 0 && others.every((step) => /^\p{Lu}/u.test(step))
  const spaced = isSpaced ? word.replaceAll('_', ' ') : word
  return isCapital ? spaced[0]!.toUpperCase() + spaced.slice(1) : spaced
}

/** Whether an object reads as wanted with its names as they are: each of these stands for the field that it should. */
export function readsSo(node: ObjectNode, schema: JsonSchema, wanted: ReadonlyMap<string, string>): boolean {
  const reading = readValue(node, schema)
  if (reading.kind !== 'fields') return false
  const found = new Map(reading.fields.flatMap(({ name, steps }) => steps.map((step) => [step, name] as const)))
  return [...wanted].every(([step, name]) => found.get(step) === name)
}
