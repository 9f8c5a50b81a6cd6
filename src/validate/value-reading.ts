import { type JsonValue, type NodePath, type ObjectNode, type SourceNode, toPlainValue } from '../model/source.ts'
import { unwrapDeck } from './bare-slides.ts'
import { withBlockType } from './block-types.ts'
import { coerceScalar } from './coerce-scalar.ts'
import { isAnnotation } from './field-words.ts'
import { parseLangCode } from './lang-codes.ts'
import { hasLanguagesOutside, languageVersions } from './languages-outside.ts'
import { readFieldNames } from './read-field-names.ts'
import { rowsAsRead } from './rows/read-rows.ts'
import { deckSchema, type JsonSchema, knownNames, type ResolvedSchema, resolveSchema } from './schema.ts'
import { unwrapText } from './unwrap-text.ts'
import { isEmpty } from './value.ts'

/**
 * How the format reads a value of a file:
 * - `value`: a text, a number and the like, or a value of whose inside the schema says nothing; also rows and people that stand
 *   in another shape (`isReshaped`);
 * - `inside`: the value is that of its one field, as in `{ "presentation": { … } }`;
 * - `list`, `fields`: a list, and an object by the names of the schema.
 */
export type ValueReading =
  | { kind: 'value'; value: JsonValue; isReshaped?: true }
  | { kind: 'inside'; step: string; node: SourceNode; schema: JsonSchema }
  | ListReading
  | FieldsReading

/** The items of a list, each with its schema. */
export interface ListReading {
  kind: 'list'
  items: readonly ReadItem[]
  schemaOf: (index: number) => JsonSchema
}

/** An item of a list. `path` leads to it in the file: slides may stand in an object, or be the object. */
export interface ReadItem {
  path: NodePath
  node: SourceNode
}

/** An object of a file by the names of the schema. */
export interface FieldsReading {
  kind: 'fields'
  fields: readonly ReadField[]
  /** The schema of the object; that of each of its values, if languages stand around these. */
  schema: JsonSchema
  /** Whether languages stand around values that are read as one: its names are languages, and nothing else may be added. */
  isByLanguage: boolean
}

/** A field by the name that the schema has for it; names that it does not have stand for themselves. */
export interface ReadField {
  name: string
  /** The name under which it stands in the file: of several, that which counts. */
  step: string
  node: SourceNode
  /** What the value means, if the other values of the object decide it: the type of a block. */
  meant?: JsonValue
  /** Further names of the file under which the same stands. */
  twins: readonly string[]
  /** All names of the file that mean this field, and all their values. */
  steps: readonly string[]
  nodes: readonly SourceNode[]
  schema: JsonSchema
}

/** Stands for the schema of a whole file, which may be a deck, one inside an object, or a list of slides. */
export const wholeFile: JsonSchema = {}

const content = deckSchema.properties!.content!
const slide = deckSchema.definitions!.slide!

const known = new WeakMap<SourceNode, Map<JsonSchema, ValueReading>>()

/** Returns how the format reads a value where the schema stands. It is kept by the node. */
export function readValue(node: SourceNode, schema: JsonSchema): ValueReading {
  const readings = known.get(node) ?? new Map<JsonSchema, ValueReading>()
  known.set(node, readings)
  const reading = readings.get(schema) ?? (schema === wholeFile ? readFile(node) : read(node, schema))
  readings.set(schema, reading)
  return reading
}

function readFile(root: SourceNode): ValueReading {
  if (root.type === 'array') return listOf(root.items, () => slide)
  if (root.type !== 'object') return { kind: 'value', value: root.value }
  const versions = languageVersions(root)
  if (versions?.every(({ value }) => value.type === 'object' && value.members.length > 0))
    return byLanguage(root, deckSchema)
  const deck = unwrapDeck(root, [])
  const outer = deck === root ? null : root.members.find(({ value }) => value === deck)
  return outer ? { kind: 'inside', step: outer.key.value, node: deck, schema: deckSchema } : readValue(root, deckSchema)
}

function read(node: SourceNode, schema: JsonSchema): ValueReading {
  const text = unwrapText(node, schema, [])
  if (text !== node && node.type === 'object')
    return { kind: 'inside', step: node.members[0]!.key.value, node: text, schema }
  if (node.type === 'object' && hasLanguagesOutside(node, schema)) return byLanguage(node, schema)
  const slides = schema === content && node.type === 'object' && !isEmpty(node) ? slidesOf(node) : null
  if (slides) return { kind: 'list', items: slides, schemaOf: () => slide }
  const typed = withBlockType(node, schema, [])
  const reshaped = rowsAsRead(typed, schema)
  if (reshaped !== typed) return { kind: 'value', value: valueAsRead(reshaped, schema), isReshaped: true }
  const resolved = resolveSchema(schema, typed)
  if (node.type === 'array') {
    const { items } = resolved.schema
    return listOf(node.items, (i) => (items && 'length' in items ? items[i] : (items as JsonSchema | undefined)) ?? {})
  }
  if (typed.type !== 'object' || node.type !== 'object') return { kind: 'value', value: scalarOf(node, resolved) }
  const { properties, additionalProperties } = resolved.schema
  if (additionalProperties === true || (!properties && typeof additionalProperties !== 'object'))
    return { kind: 'value', value: toPlainValue(node) }
  return fieldsOf(node, typed, resolved.schema)
}

const listOf = (nodes: readonly SourceNode[], schemaOf: (index: number) => JsonSchema): ValueReading => ({
  kind: 'list',
  items: nodes.map((node, i) => ({ path: [i], node })),
  schemaOf,
})

/** The slides in an object: it is a single slide, or holds slides under keys of their own. Null if it is neither. */
function slidesOf(node: ObjectNode): ReadItem[] | null {
  const names = knownNames(slide)
  const readings = readFieldNames(node, slide)
  if (node.members.some(({ key }) => readings.has(key) || names.includes(key.value))) return [{ path: [], node }]
  if (node.members.some(({ value }) => value.type !== 'object')) return null
  return node.members.map(({ key, value }) => ({ path: [key.value], node: value }))
}

/** What a text or a number means; the text itself where that is nothing. */
function scalarOf(node: SourceNode, resolved: ResolvedSchema): JsonValue {
  const meant = coerceScalar(node, resolved, () => {})
  const value = toPlainValue(meant.type === 'null' ? node : meant)
  // Where both are allowed, a word for true is true itself.
  const flag = value === 'true' ? true : value === 'false' ? false : null
  return flag !== null && resolved.schema.enum?.includes(flag) ? flag : value
}

/** An object with languages around values of a schema. */
const byLanguage = (node: ObjectNode, schema: JsonSchema): FieldsReading => ({
  kind: 'fields',
  fields: node.members.map(({ key, value }) => {
    const lang = isAnnotation(key.value) ? null : parseLangCode(key.value)
    const step = key.value
    return {
      name: lang ?? step,
      step,
      node: value,
      twins: [],
      steps: [step],
      nodes: [value],
      schema: lang ? schema : {},
    }
  }),
  schema,
  isByLanguage: true,
})

/** The fields of an object. `typed` is the object with the type of a block by its name in the schema. */
function fieldsOf(node: ObjectNode, typed: ObjectNode, schema: JsonSchema): FieldsReading {
  const { properties = {}, additionalProperties } = schema
  const others = typeof additionalProperties === 'object' ? additionalProperties : null
  const readings = others ? null : readFieldNames(typed, schema)
  const groups = new Map<string, Pick<ReadField, 'step' | 'node' | 'meant'>[]>()
  for (const [i, { key, value }] of typed.members.entries()) {
    const name = readings?.get(key)?.meant ?? key.value
    const own = node.members[i]!
    const meant = value === own.value ? {} : { meant: toPlainValue(value) }
    groups.set(name, [...(groups.get(name) ?? []), { step: own.key.value, node: own.value, ...meant }])
  }
  const fields = [...groups].map(([name, group]): ReadField => {
    const filled = group.filter((one) => !isEmpty(one.node))
    const chosen = filled.at(-1) ?? group.at(-1)!
    const steps = [...new Set(group.map(({ step }) => step))]
    return {
      name,
      ...chosen,
      twins: [...new Set(filled.map(({ step }) => step))].filter((step) => step !== chosen.step),
      steps,
      nodes: group.map((one) => one.node),
      schema: (Object.hasOwn(properties, name) ? properties[name] : others) ?? {},
    }
  })
  return { kind: 'fields', fields, schema, isByLanguage: false }
}

/** Returns a value as the format reads it: by the names and values of the schema. */
export function valueAsRead(node: SourceNode, schema: JsonSchema): JsonValue {
  const reading = readValue(node, schema)
  switch (reading.kind) {
    case 'value':
      return reading.value
    case 'inside':
      return valueAsRead(reading.node, reading.schema)
    case 'list':
      return reading.items.map((item, i) => valueAsRead(item.node, reading.schemaOf(i)))
    case 'fields': {
      const value: { [name: string]: JsonValue } = {}
      for (const field of reading.fields)
        Object.defineProperty(value, field.name, {
          value: field.meant ?? valueAsRead(field.node, field.schema),
          enumerable: true,
          configurable: true,
          writable: true,
        })
      return value
    }
  }
}
