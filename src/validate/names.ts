import type { Found } from '../model/diagnostic.ts'
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
import { langMeant } from './lang.ts'
import { nearest, sameName } from './nearest.ts'
import { readScalar } from './scalar.ts'
import { branchTypes, deckSchema, definition, knownNames, type Resolved, resolve, type Schema } from './schema.ts'
import { isEmpty, sameValue, shortened } from './value.ts'

const slides = (deckSchema.properties?.content?.items ?? {}) as Schema

/** What the walk over a deck tells: the mistakes, and every value that is neither a list nor nothing, with the definitions it stands under. */
export interface Walk {
  found: Found<ValidateProblem>[]
  visit(node: SourceNode, names: readonly string[], field: string): void
}

/**
 * The tree with the names that were meant: misspelt ones mended, unknown ones left out, of two of one name the one that
 * is filled. Numbers and flags in quotes become what they mean. Ranges stay those of the source.
 */
export function readNames(node: SourceNode, schema: Schema, walk: Walk, field = ''): SourceNode {
  const typed = withBlockType(node, schema)
  const resolved = resolve(schema, typed)
  if (typed.type === 'array') return readArray(typed, resolved.schema, walk, field)
  const report = (one: Found<ValidateProblem>) => walk.found.push('field' in one ? { ...one, field } : one)
  const value = typed.type === 'object' ? readObject(typed, resolved, walk) : readScalar(typed, resolved, report)
  if (!isNothing(value)) walk.visit(value, resolved.names, field)
  return value
}

const isNothing = (node: SourceNode) => node.type === 'null' || (node.type === 'string' && node.value === '')

function readArray(node: ArrayNode, schema: Schema, walk: Walk, field: string): ArrayNode {
  const { items: of } = schema
  if (!of) return node
  const schemaAt = (i: number): Schema => ('length' in of ? (of[i] ?? {}) : (of as Schema))
  const items = 'length' in of ? node.items : node.items.filter((item) => isItem(item, of as Schema))
  return { type: 'array', range: node.range, items: items.map((item, i) => readNames(item, schemaAt(i), walk, field)) }
}

/** In a list of objects, nothing is no item (an empty slide is one); in a list of values, it keeps the place of one. */
function isItem(item: SourceNode, schema: Schema): boolean {
  if (definition(schema.$ref ?? '')?.type !== 'object') return true
  return !isEmpty(item) || (item.type === 'object' && schema === slides)
}

function readObject(node: ObjectNode, { schema, names }: Resolved, walk: Walk): ObjectNode {
  const others = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : null
  if (!schema.properties && !others) return node
  if (schema.additionalProperties === true) return node
  const known = knownNames(schema)
  const members = new Map<string, Member>()
  for (const { key, value } of node.members) {
    const own = schema.properties && Object.hasOwn(schema.properties, key.value)
    const name = own || others ? key.value : readName(key, known, walk)
    if (name === null) continue
    const earlier = members.get(name)
    if (earlier) {
      // Written to the file, the right name would stand there twice.
      if (key.value !== name) delete walk.found.at(-1)?.edits
      reportTwice(earlier, { key, value }, names, walk)
    }
    if (!earlier || (isEmpty(earlier.value) && !isEmpty(value)))
      members.set(name, { key: key.value === name ? key : named(key, name), value })
  }
  const read = [...members.values()].map(({ key, value }) => {
    return { key, value: readNames(value, schema.properties?.[key.value] ?? others ?? {}, walk, key.value) }
  })
  return { type: 'object', range: node.range, members: read }
}

const named = ({ range }: StringNode, value: string): StringNode => ({ type: 'string', range, value })

/** The known name that a key is, with a finding where it is not written so; null where it is none. */
function readName(key: StringNode, known: readonly string[], walk: Walk): string | null {
  const field = key.value
  const meant = sameName(field, known) ?? knownLang(field, known)
  if (meant === null) {
    const problem = { code: 'field-unknown', field: shortened(field), nearest: nearest(field, known), known } as const
    walk.found.push({ ...problem, severity: 'warning', range: key.range })
    return null
  }
  const edits = [{ ...sourceRange(key, 0, field.length), text: meant }]
  const cyrillic = /\p{Script=Cyrillic}/u.test(field)
  const problem = { code: 'field-misspelt', field: shortened(field), meant, cyrillic } as const
  walk.found.push({ ...problem, severity: 'warning', range: key.range, edits })
  return meant
}

/** `kz` for Kazakh, where languages are the names. */
function knownLang(field: string, known: readonly string[]): Lang | null {
  return known.includes('kk') ? langMeant(field) : null
}

function reportTwice(earlier: Member, later: Member, names: readonly string[], walk: Walk): void {
  const { range } = later.key
  const field = shortened(later.key.value)
  const loses = !isEmpty(earlier.value) && !isEmpty(later.value) && !sameValue(earlier.value, later.value)
  const problem: ValidateProblem = loses
    ? { code: 'field-duplicate', field, inSlide: names.includes('slide') }
    : { code: 'field-repeated', field }
  walk.found.push({ ...problem, severity: loses ? 'error' : 'warning', range })
}

/** A block whose `Type` or `"Image"` is written in other letters gets the type that was meant, so that a branch is found. */
function withBlockType(node: SourceNode, schema: Schema): SourceNode {
  const { oneOf, discriminator } = (schema.$ref ? definition(schema.$ref) : schema) ?? {}
  if (!oneOf || !discriminator || node.type !== 'object') return node
  const { propertyName } = discriminator
  return {
    ...node,
    members: node.members.map((member) => {
      const { key, value } = member
      if (value.type !== 'string' || !sameName(key.value, [propertyName])) return member
      const type = sameName(value.value, branchTypes(oneOf))
      return type ? { key, value: named(value, type) } : member
    }),
  }
}
