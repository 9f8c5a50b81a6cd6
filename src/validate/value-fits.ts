import type { SourceNode, StringNode } from '../model/source.ts'
import { matchName } from './field-names.ts'
import { parseLangCode } from './lang-codes.ts'
import { type Definition, type JsonSchema, type ResolvedSchema, resolveSchema } from './schema.ts'
import { isEmpty } from './value.ts'
import { valueMeant } from './words/value-words.ts'

/** A longer text is no named value, number or path. Units: UTF-16 units. */
const maxLength = 200

/**
 * Whether a value looks like one of a field, by its kind and by its words: `"2"` is a layout and no list of blocks, a path no
 * name of an organization. So it is found out which field a word with several meanings stands for. Nothing fits everywhere.
 */
export function valueFits(node: SourceNode, field: string, schema: JsonSchema): boolean {
  if (isEmpty(node)) return true
  const resolved = resolveSchema(schema, node)
  if (node.type === 'string') return stringFits(node, field, resolved)
  const { schema: own, names } = resolved
  if (own.enum) return (node.type === 'number' || node.type === 'boolean') && own.enum.includes(node.value)
  // A text in several languages has nothing else in it.
  if (node.type === 'object' && names.at(-1) === 'text')
    return node.members.every(({ key }) => parseLangCode(key.value) !== null)
  // A text that is a number is written so; what is looked for is rather a field of numbers.
  if (node.type === 'number' && isText(names)) return false
  return allows(own, node.type)
}

const allows = ({ type }: JsonSchema, kind: string): boolean =>
  [type].flat().some((one) => one === kind || (one === 'integer' && kind === 'number'))

const isText = (names: readonly Definition[]) => names.some((name) => name === 'text' || name === 'plainText')

/** Definitions of texts that name a file or an address. */
const paths: ReadonlySet<string> = new Set<Definition>(['picturePath', 'filePath', 'videoSource', 'link'])

const path = /^(?:https?:|[./~])|\.[a-z\d]{2,8}$/i
const data = /\.(?:geo|topo)?json$/i
const color = /^#(?:[\da-f]{3}|[\da-f]{6})$/i
const number = /^-?\d+(?:[.,]\d+)?$/

function stringFits({ value }: StringNode, field: string, { schema, names }: ResolvedSchema): boolean {
  const word = value.trim()
  const name = names.at(-1) ?? ''
  if (!allows(schema, 'string')) return false
  const isLong = word.length > maxLength
  if (schema.enum) return !isLong && isNamed(word, name, schema.enum)
  if (allows(schema, 'boolean')) return !isLong && isFlag(word)
  if (name === 'focusWords') return !isLong && word.split(/\s+/).every((one) => isNamed(one, name, sides))
  if (name === 'color') return color.test(word)
  // A list or an object may be written as nothing, too.
  if (schema.pattern) return allows(schema, 'number') && number.test(word)
  if (paths.has(name)) return !isLong && path.test(word) && data.test(word) === (field === 'geojson')
  // The name of a theme is that of a folder.
  if (field === 'theme') return /^[a-z][\w-]*$/i.test(word)
  return !number.test(word)
}

const sides = ['left', 'right', 'center', 'top', 'bottom']

function isNamed(word: string, definition: string, values: readonly unknown[]): boolean {
  const known = values.filter((one) => typeof one === 'string')
  if (matchName(word, known) !== null) return true
  return definition === 'lang' ? parseLangCode(word) !== null : valueMeant(word, definition, known) !== null
}

const isFlag = (word: string) => /^(?:true|false)$/i.test(word) || valueMeant(word, 'flag', ['true', 'false']) !== null
