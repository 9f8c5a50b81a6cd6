import { normalizeName } from '../../model/nearest-name.ts'
import type { ArrayNode, Member, Range, SourceNode, StringNode } from '../../model/source.ts'
import { parseLangCode } from '../lang-codes.ts'

/** Why values that are not written as rows cannot be read as such. */
export type RowsFault = 'lengths' | 'kinds' | 'direction' | 'names'

/** Rows that were written in another shape, or why they cannot be read. */
export type RowsReading = { rows: ArrayNode[]; head: boolean | null } | { fault: RowsFault }

/** No table has more columns; objects whose names all differ would make one of any size. */
export const mostColumns = 100

/** Whether a value fills a cell: a text, a number, nothing, or a text in several languages. */
export function isCell(node: SourceNode): boolean {
  if (node.type === 'array') return false
  if (node.type !== 'object') return true
  return node.members.length > 0 && node.members.every(({ key, value }) => isLanguage(key) && isScalar(value))
}

const isLanguage = ({ value }: StringNode) => parseLangCode(value) !== null
const isScalar = ({ type }: SourceNode) => type !== 'array' && type !== 'object'

/** Whether a value is a list of cells. */
export const isCellList = (node: SourceNode): node is ArrayNode => node.type === 'array' && node.items.every(isCell)

/** Whether a cell is a number, or a text that begins with one. */
export function isNumberCell(node: SourceNode): boolean {
  if (node.type === 'number') return true
  return node.type === 'string' && /^\s*[+\-−–]?\s?\d/u.test(node.value)
}

/** Whether a cell has nothing in it. */
export const isNothing = (node: SourceNode): boolean =>
  node.type === 'null' || (node.type === 'string' && node.value.trim() === '')

/** A row of cells. */
export function rowOf(items: readonly SourceNode[], range?: Range): ArrayNode {
  const own = range ?? { start: items[0]?.range.start ?? 0, end: items.at(-1)?.range.end ?? 0 }
  return { type: 'array', range: own, items: [...items] }
}

/** An empty cell at a place. */
export const emptyCell = ({ start }: Range): StringNode => ({ type: 'string', range: { start, end: start }, value: '' })

/** A member with a name of the schema. */
export const memberNamed = (value: string, node: SourceNode): Member => ({
  key: { type: 'string', range: node.range, value },
  value: node,
})

const listOf = (words: string) => new Set(words.split(/\s+/).map(normalizeName))

/** Names that programs give to what a value is the value of. */
const names = listOf(
  'name label title category x key item region атауы атау аты белгі белгісі санат название имя наименование подпись метка категория',
)
/** Names that programs give to a value itself. */
const values = listOf('value val y number count amount мәні мән саны сан значение число количество')

/** Whether a name says nothing but that its values are names or values, so that no column needs it as its head. */
export const isPlainName = (name: string): boolean => names.has(normalizeName(name))
export const isPlainValue = (name: string): boolean => values.has(normalizeName(name))
