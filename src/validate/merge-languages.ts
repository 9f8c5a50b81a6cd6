import type { Lang } from '../model/lang.ts'
import {
  type ArrayNode,
  findMember,
  type Member,
  type ObjectNode,
  type SourceNode,
  type StringNode,
} from '../model/source.ts'
import { joinStrings } from './join-strings.ts'
import { readFieldNames } from './read-field-names.ts'
import { rowsAsRead } from './rows/read-rows.ts'
import { type Definition, type JsonSchema, knownNames, resolveSchema } from './schema.ts'
import { unwrapText } from './unwrap-text.ts'
import { isEmpty, nullAt, sameValue } from './value.ts'

/** A value in one language. `key` is the name under which it stands. */
export interface Version {
  lang: Lang
  key: StringNode
  value: SourceNode
}

/** How values were joined: item by item, as the lines of a text in each language, or not, and why. */
export type Merging = 'items' | 'lines'

/**
 * Why values in several languages cannot be joined: lists differ in their number of items, values are of different kinds, or
 * values that have no language differ.
 */
export interface Unmatched {
  reason: 'items' | 'kinds' | 'values'
  /** The field where they differ. */
  inner: string
}

/** The result of `mergeLanguages`. */
export type Merged = { node: SourceNode; merging: Merging } | { unmatched: Unmatched }

/**
 * Joins values that a deck has in several languages to one value with languages at its texts, which the format wants: lists of
 * the same shape item by item, objects field by field. Lists of lines and rows that differ become a text in each language.
 */
export function mergeLanguages(versions: readonly Version[], schema: JsonSchema, field: string): Merged {
  const merger = new Merger()
  const node = merger.merge(versions, schema, field)
  return node
    ? { node, merging: merger.merging }
    : { unmatched: merger.unmatched ?? { reason: 'values', inner: field } }
}

/** A text, by the definitions that lead to it, may be a list of paragraphs, of columns, of rows. */
const joined: ReadonlySet<string> = new Set<Definition>(['texts', 'text'])
/** Lists that go with the pictures of a slide by the place of their items, so that one may be shorter. */
const aligned: ReadonlySet<string> = new Set(['img_alt', 'img_caption', 'alt', 'caption'])
const rowLists: ReadonlySet<string> = new Set<Definition>(['tableRows', 'timelineRows', 'peopleValue'])

class Merger {
  merging: Merging = 'items'
  /** What was found first is nearest to the cause. */
  unmatched: Unmatched | null = null

  merge(given: readonly Version[], schema: JsonSchema, field: string): SourceNode | null {
    const filled = given.filter(({ value }) => !isEmpty(value))
    const read = (value: SourceNode) => rowsAsRead(takesText(schema) ? unwrapText(value, schema, []) : value, schema)
    const versions = filled.map((one) => ({ ...one, value: read(one.value) }))
    const first = versions[0]?.value
    if (!first) return nullAt(given[0]!.value)
    if (versions.every(({ value }) => isScalar(value)) && takesText(schema)) return textOf(versions)
    const { schema: own, names } = resolveSchema(schema, first)
    const isSameKind = versions.every(({ value }) => value.type === first.type)
    if (first.type === 'array' && isSameKind && !isJoined(names, field)) {
      const list = this.#mergeItems(versions as ListVersion[], own, field)
      if (list) return list
    }
    if (first.type === 'object' && isSameKind) return this.#mergeFields(versions as ObjectVersion[], own)
    if (takesText(schema)) return this.#mergeLines(versions, names, field)
    if (versions.every(({ value }) => sameValue(value, first))) return first
    return this.#fail(first.type === 'array' ? 'items' : 'values', field)
  }

  #fail(reason: Unmatched['reason'], inner: string): null {
    this.unmatched ??= { reason, inner }
    return null
  }

  #mergeItems(versions: readonly ListVersion[], { items: of }: JsonSchema, field: string): ArrayNode | null {
    const [{ value: first }] = versions as [ListVersion]
    const lengths = versions.map(({ value }) => value.items.length)
    const longest = Math.max(...lengths)
    if (!aligned.has(field) && Math.min(...lengths) < longest) return this.#fail('items', field)
    const items: SourceNode[] = []
    for (let i = 0; i < longest; i++) {
      const schema = of && 'length' in of ? of[i] : (of as JsonSchema | undefined)
      const at = versions.flatMap(({ value, ...version }) => {
        const item = value.items[i]
        return item ? [{ ...version, value: item }] : []
      })
      const item = this.merge(at, schema ?? {}, field)
      if (!item) return null
      items.push(item)
    }
    return { ...first, items }
  }

  /** Fields may have words of several languages, too. */
  #mergeFields(versions: readonly ObjectVersion[], schema: JsonSchema): ObjectNode | null {
    const known = knownNames(schema)
    const fields = new Map<string, { key: StringNode; versions: Version[] }>()
    for (const { value, ...version } of versions) {
      const readings = known.length > 0 ? readFieldNames(value, schema) : new Map<StringNode, { meant: string }>()
      for (const { key, value: inner } of value.members) {
        const name = readings.get(key)?.meant ?? key.value
        const entry = fields.get(name) ?? { key, versions: [] }
        entry.versions.push({ ...version, value: inner })
        fields.set(name, entry)
      }
    }
    const members: Member[] = []
    for (const [name, { key, versions: inner }] of fields) {
      const value = this.merge(inner, schema.properties?.[name] ?? {}, name)
      if (!value) return null
      members.push({ key, value })
    }
    return { ...versions[0]!.value, members }
  }

  /** Lists of lines or rows that do not match: a text for each language. */
  #mergeLines(versions: readonly Version[], names: readonly string[], field: string): SourceNode | null {
    const isRows = names.some((name) => rowLists.has(name))
    const texts = versions.map(({ value, ...version }) => {
      const text = isScalar(value) ? value : linesOf(value, isRows)
      return text && { ...version, value: text }
    })
    if (texts.includes(null) || names.includes('tableRow') || names.includes('timelineRow') || aligned.has(field)) {
      const lengths = versions.map(({ value }) => (value.type === 'array' ? value.items.length : -1))
      return this.#fail(!lengths.includes(-1) && new Set(lengths).size > 1 ? 'items' : 'kinds', field)
    }
    this.merging = 'lines'
    this.unmatched = null
    return textOf(texts as Version[])
  }
}

type ListVersion = Version & { value: ArrayNode }
type ObjectVersion = Version & { value: ObjectNode }

/** Whether a list stands for one text whose paragraphs are its items. */
const isJoined = (names: readonly string[], field: string): boolean => joined.has(names[0] ?? '') && !aligned.has(field)

const isScalar = ({ type }: SourceNode) => type === 'string' || type === 'number'

const aText: SourceNode = { type: 'string', range: { start: 0, end: 0 }, value: 'a' }

/** Whether a value may be a text, which may be in several languages. */
const takesText = (schema: JsonSchema): boolean => resolveSchema(schema, aText).names.at(-1) === 'text'

/** A text in several languages; a number that they share stays one. */
function textOf(versions: readonly Version[]): SourceNode {
  const [first] = versions as [Version]
  if (versions.every(({ value }) => value.type === 'number' && sameValue(value, first.value))) return first.value
  const members = versions.map(({ lang, key, value }) => ({ key: { ...key, value: lang as string }, value }))
  return { type: 'object', range: first.value.range, members }
}

/** A list as the lines of a text, the cells of a row apart by tabs; null if that would lose something. */
function linesOf(node: SourceNode, isRows: boolean): StringNode | null {
  if (node.type !== 'array') return null
  const lines = node.items.filter((item) => !isEmpty(item)).map((item) => (isRows ? rowOf(item) : paragraphsOf(item)))
  return lines.every((line) => line !== null && isScalar(line)) ? joinStrings(lines as SourceNode[], '\n') : null
}

/** A paragraph, or the paragraphs of a list inside a list. */
const paragraphsOf = (node: SourceNode): SourceNode | null => (node.type === 'array' ? linesOf(node, false) : node)

/** The line of a row; that of a person, if it has nothing but a name and what they do. */
function rowOf(node: SourceNode): SourceNode | null {
  if (node.type === 'object') {
    const [name, role] = ['name', 'role'].map((key) => findMember(node, key)?.value)
    const isWhole = node.members.length === (role ? 2 : 1)
    return name && isWhole && [name, role ?? name].every(isScalar)
      ? joinStrings(role ? [name, role] : [name], ', ')
      : null
  }
  if (node.type !== 'array') return node
  const cells = node.items.map((cell) => (isEmpty(cell) ? joinStrings([], '') : cell))
  const isPlain = cells.every((cell) => isScalar(cell) && !/[\t\n\r]/.test(String((cell as StringNode).value)))
  return isPlain ? joinStrings(cells, '\t') : null
}
