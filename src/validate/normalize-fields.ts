import type { Diagnostic } from '../model/diagnostic.ts'
import { excerpt } from '../model/excerpt.ts'
import type { ValidateProblem } from '../model/problems/validate.ts'
import {
  type ArrayNode,
  type Member,
  type ObjectNode,
  type SourceNode,
  type StringNode,
  sourceRange,
} from '../model/source.ts'
import { withBlockType } from './block-types.ts'
import { coerceScalar } from './coerce-scalar.ts'
import { readLanguagesOutside } from './languages-outside.ts'
import { readFieldNames } from './read-field-names.ts'
import { readRows } from './rows/read-rows.ts'
import {
  type Definition,
  deckSchema,
  definition,
  type JsonSchema,
  type ResolvedSchema,
  resolveSchema,
} from './schema.ts'
import { unknownField } from './unknown-field.ts'
import { unwrapText } from './unwrap-text.ts'
import { isEmpty, sameValue } from './value.ts'

const slides = (deckSchema.properties?.content?.items ?? {}) as JsonSchema

/** Receives diagnostics, and every value that is neither a list nor empty, with the definitions that led to it. */
export interface SchemaVisitor {
  diagnostics: Diagnostic<ValidateProblem>[]
  visit(node: SourceNode, names: readonly Definition[], field: string): void
}

/**
 * Returns the tree with normalized fields: corrects misspelt names, removes unknown ones, and keeps the filled one of two
 * with the same name. Converts numbers and booleans in quotation marks. Ranges stay those of the source.
 */
export function normalizeFields(node: SourceNode, schema: JsonSchema, visitor: SchemaVisitor, field = ''): SourceNode {
  const { diagnostics } = visitor
  const read = readLanguagesOutside(unwrapText(node, schema, diagnostics), schema, field, diagnostics)
  const typed = readRows(withBlockType(read, schema, diagnostics), schema, field, diagnostics)
  const resolved = resolveSchema(schema, typed)
  if (typed.type === 'array') return readArray(typed, resolved.schema, visitor, field)
  const report = (one: Diagnostic<ValidateProblem>) => diagnostics.push('field' in one ? { ...one, field } : one)
  const value = typed.type === 'object' ? readObject(typed, resolved, visitor) : coerceScalar(typed, resolved, report)
  if (!isNothing(value)) visitor.visit(value, resolved.names, field)
  return value
}

const isNothing = (node: SourceNode) => node.type === 'null' || (node.type === 'string' && node.value === '')

function readArray(node: ArrayNode, schema: JsonSchema, visitor: SchemaVisitor, field: string): ArrayNode {
  const { items: of } = schema
  if (!of) return node
  const schemaAt = (i: number): JsonSchema => ('length' in of ? (of[i] ?? {}) : (of as JsonSchema))
  const items = 'length' in of ? node.items : node.items.filter((item) => isItem(item, of as JsonSchema))
  return {
    type: 'array',
    range: node.range,
    items: items.map((item, i) => normalizeFields(item, schemaAt(i), visitor, field)),
  }
}

/** Whether an item counts: empty ones are dropped from lists of objects, except slides, but keep their place in others. */
function isItem(item: SourceNode, schema: JsonSchema): boolean {
  if (definition(schema.$ref ?? '')?.type !== 'object') return true
  return !isEmpty(item) || (item.type === 'object' && schema === slides)
}

function readObject(node: ObjectNode, { schema, names }: ResolvedSchema, visitor: SchemaVisitor): ObjectNode {
  const others = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : null
  if (!schema.properties && !others) return node
  if (schema.additionalProperties === true) return node
  const nameOf = others ? () => null : fieldNamer(node, schema, names, visitor)
  const members = new Map<string, Member>()
  for (const { key, value } of node.members) {
    const own = schema.properties && Object.hasOwn(schema.properties, key.value)
    const name = own || others ? key.value : nameOf({ key, value })
    if (name === null) continue
    const earlier = members.get(name)
    if (earlier) {
      // Applied to the file, the correction would repeat the name.
      if (key.value !== name) delete visitor.diagnostics.at(-1)?.edits
      reportDuplicate(earlier, { key, value }, names, visitor)
    }
    if (!earlier || (isEmpty(earlier.value) && !isEmpty(value)))
      members.set(name, { key: key.value === name ? key : keyNamed(key, name), value })
  }
  const read = [...members.values()].map(({ key, value }) => {
    return { key, value: normalizeFields(value, schema.properties?.[key.value] ?? others ?? {}, visitor, key.value) }
  })
  return { type: 'object', range: node.range, members: read }
}

const keyNamed = ({ range }: StringNode, value: string): StringNode => ({ type: 'string', range, value })

/** Returns a function that gives the known name of a member, and reports another spelling; null if there is no such field. */
function fieldNamer(
  node: ObjectNode,
  schema: JsonSchema,
  names: readonly Definition[],
  { diagnostics }: SchemaVisitor,
): (member: Member) => string | null {
  const readings = readFieldNames(node, schema)
  const place = names.length === 0 ? 'deck' : names.includes('colors') ? 'settings' : 'slide'
  return (member) => {
    const { key } = member
    const reading = readings.get(key)
    if (reading) {
      const edits = [{ ...sourceRange(key, 0, key.value.length), text: reading.meant }]
      const problem = { code: 'field-misspelt', field: excerpt(key.value), ...reading } as const
      diagnostics.push({ ...problem, severity: 'warning', range: key.range, edits })
      return reading.meant
    }
    diagnostics.push(unknownField(member, schema, place))
    return null
  }
}

function reportDuplicate(earlier: Member, later: Member, names: readonly Definition[], visitor: SchemaVisitor): void {
  const { range } = later.key
  const field = excerpt(later.key.value)
  const loses = !isEmpty(earlier.value) && !isEmpty(later.value) && !sameValue(earlier.value, later.value)
  const problem: ValidateProblem = loses
    ? { code: 'field-duplicate', field, inSlide: names.includes('slide') }
    : { code: 'field-repeated', field }
  visitor.diagnostics.push({ ...problem, severity: loses ? 'error' : 'warning', range })
}
