import type { Diagnostic } from '../model/diagnostic.ts'
import type { Lang } from '../model/lang.ts'
import type { ValidateProblem } from '../model/problems/validate.ts'
import {
  type ArrayNode,
  type Member,
  type ObjectNode,
  type SourceNode,
  type StringNode,
  sourceRange,
} from '../model/source.ts'
import { coerceScalar } from './coerce-scalar.ts'
import { matchName, suggestName } from './field-names.ts'
import { parseLangCode } from './lang-codes.ts'
import {
  branchTypes,
  deckSchema,
  definition,
  type JsonSchema,
  knownNames,
  type ResolvedSchema,
  resolveSchema,
} from './schema.ts'
import { isEmpty, sameValue, truncateText } from './value.ts'

const slides = (deckSchema.properties?.content?.items ?? {}) as JsonSchema

/** What the walk over a deck tells: the mistakes, and every value that is neither a list nor nothing, with the definitions it stands under. */
export interface SchemaVisitor {
  diagnostics: Diagnostic<ValidateProblem>[]
  visit(node: SourceNode, names: readonly string[], field: string): void
}

/**
 * The tree with the names that were meant: misspelt ones mended, unknown ones left out, of two of one name the one that
 * is filled. Numbers and flags in quotes become what they mean. Ranges stay those of the source.
 */
export function normalizeFields(node: SourceNode, schema: JsonSchema, visitor: SchemaVisitor, field = ''): SourceNode {
  const typed = withBlockType(node, schema)
  const resolved = resolveSchema(schema, typed)
  if (typed.type === 'array') return readArray(typed, resolved.schema, visitor, field)
  const report = (one: Diagnostic<ValidateProblem>) =>
    visitor.diagnostics.push('field' in one ? { ...one, field } : one)
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

/** In a list of objects, nothing is no item (an empty slide is one); in a list of values, it keeps the place of one. */
function isItem(item: SourceNode, schema: JsonSchema): boolean {
  if (definition(schema.$ref ?? '')?.type !== 'object') return true
  return !isEmpty(item) || (item.type === 'object' && schema === slides)
}

function readObject(node: ObjectNode, { schema, names }: ResolvedSchema, visitor: SchemaVisitor): ObjectNode {
  const others = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : null
  if (!schema.properties && !others) return node
  if (schema.additionalProperties === true) return node
  const known = knownNames(schema)
  const members = new Map<string, Member>()
  for (const { key, value } of node.members) {
    const own = schema.properties && Object.hasOwn(schema.properties, key.value)
    const name = own || others ? key.value : normalizeKey(key, known, visitor)
    if (name === null) continue
    const earlier = members.get(name)
    if (earlier) {
      // Written to the file, the right name would stand there twice.
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

/** The known name that a key is, with a finding where it is not written so; null where it is none. */
function normalizeKey(key: StringNode, known: readonly string[], visitor: SchemaVisitor): string | null {
  const field = key.value
  const meant = matchName(field, known) ?? langKey(field, known)
  if (meant === null) {
    const problem = {
      code: 'field-unknown',
      field: truncateText(field),
      nearest: suggestName(field, known),
      known,
    } as const
    visitor.diagnostics.push({ ...problem, severity: 'warning', range: key.range })
    return null
  }
  const edits = [{ ...sourceRange(key, 0, field.length), text: meant }]
  const cyrillic = /\p{Script=Cyrillic}/u.test(field)
  const problem = { code: 'field-misspelt', field: truncateText(field), meant, cyrillic } as const
  visitor.diagnostics.push({ ...problem, severity: 'warning', range: key.range, edits })
  return meant
}

/** `kz` for Kazakh, where languages are the names. */
function langKey(field: string, known: readonly string[]): Lang | null {
  return known.includes('kk') ? parseLangCode(field) : null
}

function reportDuplicate(earlier: Member, later: Member, names: readonly string[], visitor: SchemaVisitor): void {
  const { range } = later.key
  const field = truncateText(later.key.value)
  const loses = !isEmpty(earlier.value) && !isEmpty(later.value) && !sameValue(earlier.value, later.value)
  const problem: ValidateProblem = loses
    ? { code: 'field-duplicate', field, inSlide: names.includes('slide') }
    : { code: 'field-repeated', field }
  visitor.diagnostics.push({ ...problem, severity: loses ? 'error' : 'warning', range })
}

/** A block whose `Type` or `"Image"` is written in other letters gets the type that was meant, so that a branch is found. */
function withBlockType(node: SourceNode, schema: JsonSchema): SourceNode {
  const { oneOf, discriminator } = (schema.$ref ? definition(schema.$ref) : schema) ?? {}
  if (!oneOf || !discriminator || node.type !== 'object') return node
  const { propertyName } = discriminator
  return {
    ...node,
    members: node.members.map((member) => {
      const { key, value } = member
      if (value.type !== 'string' || !matchName(key.value, [propertyName])) return member
      const type = matchName(value.value, branchTypes(oneOf))
      return type ? { key, value: keyNamed(value, type) } : member
    }),
  }
}
