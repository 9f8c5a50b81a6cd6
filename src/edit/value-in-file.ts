import { langs } from '../model/lang.ts'
import { type JsonValue, type ObjectNode, type SourceNode, type StringNode, toPlainValue } from '../model/source.ts'
import { parseLangCode } from '../validate/lang-codes.ts'
import { type JsonSchema, resolveSchema } from '../validate/schema.ts'
import { type FieldsReading, type ReadField, readValue, valueAsRead } from '../validate/value-reading.ts'
import { isEqual } from './assign.ts'
import { languageOfNames, type NameLanguage, nameElsewhere, readsSo, styledWord, wordsFor } from './name-language.ts'
import { keyNode, nodeOfValue } from './node-of.ts'
import { isObject } from './wanted.ts'

/** What is known of a file when a value is written into it. */
export interface FileNames {
  root: SourceNode
  /** The schema of `root`: `wholeFile`. */
  schema: JsonSchema
  /** How a string of the file reads once it is cleaned. */
  cleanedOf: (node: StringNode) => string
}

/** A place that gets a value. */
export interface ValuePlace {
  schema: JsonSchema
  /** What stands there; null if nothing does. */
  node: SourceNode | null
  /** The language of the names around it. */
  lang: NameLanguage
}

/**
 * Returns a value, which has the names of the schema, as the file should have it: with the names that stand there, and new
 * ones in their language. What already reads so stays as it is written.
 */
export function valueInFile(file: FileNames, value: JsonValue, place: ValuePlace): JsonValue {
  const { node } = place
  if (node && isEqual(readClean(file, node, place.schema), value)) return toPlainValue(node)
  if (Array.isArray(value)) return itemsInFile(file, value, place)
  if (isObject(value)) return fieldsInFile(file, value, place)
  const reading = node && readValue(node, place.schema)
  // A text stays in the object around it.
  if (reading?.kind === 'inside' && typeof value === 'string') return { [reading.step]: value }
  return value
}

/** A value as it is read, its strings cleaned. */
function readClean({ cleanedOf }: FileNames, node: SourceNode, schema: JsonSchema): JsonValue {
  const clean = (one: SourceNode): SourceNode => {
    if (one.type === 'string') {
      const value = cleanedOf(one)
      return value === one.value ? one : { ...one, value }
    }
    if (one.type === 'array') {
      const items = one.items.map(clean)
      return items.every((item, i) => item === one.items[i]) ? one : { ...one, items }
    }
    if (one.type !== 'object') return one
    const members = one.members.map((member) => ({ ...member, value: clean(member.value) }))
    return members.every(({ value }, i) => value === one.members[i]!.value) ? one : { ...one, members }
  }
  return valueAsRead(clean(node), schema)
}

function itemsInFile(file: FileNames, values: readonly JsonValue[], { schema, node, lang }: ValuePlace): JsonValue {
  const reading = node && readValue(node, schema)
  const list = reading?.kind === 'list' && node?.type === 'array' ? reading : null
  const own = list?.items ?? []
  const { items } = resolveSchema(schema, nodeOfValue([...values])).schema
  const schemaOf = (i: number): JsonSchema =>
    list?.schemaOf(i) ?? (items && 'length' in items ? items[i] : (items as JsonSchema | undefined)) ?? {}
  const isSame = (i: number, k: number) => isEqual(readClean(file, own[i]!.node, schemaOf(i)), values[k]!)
  const shorter = Math.min(own.length, values.length)
  let head = 0
  while (head < shorter && isSame(head, head)) head++
  let tail = 0
  while (tail < shorter - head && isSame(own.length - 1 - tail, values.length - 1 - tail)) tail++
  const around = languageInList(own, schemaOf, head) ?? lang
  return values.map((value, k) => {
    const i = k < head ? k : k >= values.length - tail ? k - values.length + own.length : k
    const isOwn = k < head || k >= values.length - tail || i < own.length - tail
    const item = isOwn ? (own[i]?.node ?? null) : null
    return valueInFile(file, value, { schema: schemaOf(k), node: item, lang: around })
  })
}

/** The language of the names of the items next to a place in a list; null if these have no names. */
export function languageInList(
  items: readonly { node: SourceNode }[],
  schemaOf: (index: number) => JsonSchema,
  at: number,
): NameLanguage | null {
  const order = [...items.keys()].sort((a, b) => Math.abs(a + 0.5 - at) - Math.abs(b + 0.5 - at) || a - b)
  for (const i of order.slice(0, 20)) {
    const reading = readValue(items[i]!.node, schemaOf(i))
    const lang = reading.kind === 'fields' ? languageOfNames(reading) : null
    if (lang) return lang
  }
  return null
}

function fieldsInFile(
  file: FileNames,
  value: { [name: string]: JsonValue },
  { schema, node, lang }: ValuePlace,
): JsonValue {
  const own = node && readValue(node, schema)
  const reading = own?.kind === 'inside' ? readValue(own.node, own.schema) : own
  const before = reading?.kind === 'fields' ? reading : null
  const after = readValue(nodeOfValue(value), schema)
  if (after.kind !== 'fields') return value
  const around = (before && languageOfNames(before)) ?? lang
  const write = (language: NameLanguage): [JsonValue, boolean] => {
    const entries: [string, JsonValue][] = []
    const wanted = new Map<string, string>()
    for (const { name, schema: inner, node: field } of after.fields) {
      const there = before?.fields.find((one) => one.name === name)
      const steps = there
        ? [there.step, ...there.twins]
        : newNames(file, { reading: after, name, lang: language, fields: before?.fields ?? [] }).slice(0, 1)
      const wantedValue = value[name] ?? toPlainValue(field)
      const place = { schema: inner, node: there?.node ?? null, lang: around }
      const isMeant = there?.meant !== undefined && there.meant === wantedValue
      const written = isMeant ? toPlainValue(there.node) : valueInFile(file, wantedValue, place)
      for (const step of steps) {
        entries.push([step, written])
        wanted.set(step, name)
      }
    }
    const object = objectOf(entries)
    return [object, readsSo(nodeOfValue(object) as ObjectNode, schema, wanted)]
  }
  const [object, isRead] = write(around)
  const inner = isRead || around === 'en' ? object : write('en')[0]
  return own?.kind === 'inside' && isDeckInside(own.schema, schema) ? { [own.step]: inner } : inner
}

/** Whether an object stands around a whole deck, and not around a text. */
const isDeckInside = (inner: JsonSchema, outer: JsonSchema): boolean => inner !== outer

/** Names such as `__proto__` are names, too. */
function objectOf(entries: readonly (readonly [string, JsonValue])[]): { [name: string]: JsonValue } {
  const object = {}
  for (const [name, value] of entries)
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true })
  return object
}

/** A name that an object gets. */
export interface NewName {
  reading: FieldsReading
  name: string
  lang: NameLanguage
  /** The fields that the object has. */
  fields: readonly ReadField[]
}

/**
 * Returns the names under which a new field may stand, the best one first: as the file calls it elsewhere, the words of the
 * language, the name of the schema.
 */
export function newNames(file: FileNames, { reading, name, lang, fields }: NewName): string[] {
  const { schema } = reading
  const isLang = langs.some((one) => one === name)
  // Languages are called by their codes, unless the others beside them have words.
  const isWorded = !isLang || languageOfNames({ ...reading, fields }) !== null
  const isKnown = Object.hasOwn(schema.properties ?? {}, name)
  if (lang === 'en' || !isKnown || !isWorded) return [name]
  const elsewhere = nameElsewhere(file.root, file.schema, { schema, name, lang })
  const words = wordsFor(name, lang).map((word) => styledWord(word, fields))
  const taken = new Set(fields.flatMap(({ steps }) => steps))
  return [...new Set([...(elsewhere === null ? [] : [elsewhere]), ...words, name])].filter((word) => !taken.has(word))
}

/** Returns an object with one more field, or another value of one. */
export const withField = (node: ObjectNode, step: string, value: JsonValue): ObjectNode => {
  const at = node.members.findLastIndex(({ key }) => key.value === step)
  const member = { key: keyNode(step), value: nodeOfValue(value) }
  return { ...node, members: at < 0 ? [...node.members, member] : node.members.with(at, member) }
}

/** Whether an object, in which only languages may stand, can get a name. */
export const isAddable = ({ isByLanguage }: FieldsReading, name: string): boolean =>
  !isByLanguage || parseLangCode(name) !== null
