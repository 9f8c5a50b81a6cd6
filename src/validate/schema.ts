import deck from '../model/deck.schema.json' with { type: 'json' }
import { findMember, type Member, type NodePath, nodeAt, type SourceNode } from '../model/source.ts'
import { matchName } from './field-names.ts'
import { fieldOfWord } from './field-words.ts'

/** The part of JSON Schema that `deck.schema.json` uses. */
export interface JsonSchema {
  $ref?: string
  type?: string | readonly string[]
  enum?: readonly unknown[]
  const?: unknown
  pattern?: string
  minimum?: number
  maximum?: number
  required?: readonly string[]
  properties?: Readonly<Record<string, JsonSchema>>
  additionalProperties?: boolean | JsonSchema
  items?: JsonSchema | readonly JsonSchema[]
  if?: JsonSchema
  then?: JsonSchema
  else?: JsonSchema
  oneOf?: readonly JsonSchema[]
  discriminator?: { propertyName: string }
  definitions?: Readonly<Record<string, JsonSchema>>
}

// The type that TypeScript infers from the file describes exactly this schema, which is too narrow to walk.
export const deckSchema = deck as unknown as JsonSchema

/** The name of a definition in `deck.schema.json`. */
export type Definition = keyof typeof deck.definitions

const prefix = '#/definitions/'

/** A schema with its branches selected. `names` are the definitions passed: `images`, `image`, `imageObject`. */
export interface ResolvedSchema {
  schema: JsonSchema
  names: readonly Definition[]
}

/** Cached results of `resolveSchema` that depend only on the kind of the value, as nearly all do. */
const resolvedByKind = new Map<JsonSchema, Partial<Record<SourceNode['type'], ResolvedSchema>>>()

/**
 * Selects the branch of a schema for a value, by the kind of the value and its `type`, before validation: so errors refer
 * to the branch that was meant.
 */
export function resolveSchema(schema: JsonSchema, node: SourceNode): ResolvedSchema {
  const cached = resolvedByKind.get(schema) ?? {}
  if (cached[node.type]) return cached[node.type]!
  const { byKind, ...resolved } = followBranches(schema, node)
  if (byKind) resolvedByKind.set(schema, Object.assign(cached, { [node.type]: resolved }))
  return resolved
}

function followBranches(schema: JsonSchema, node: SourceNode): ResolvedSchema & { byKind: boolean } {
  const names: Definition[] = []
  let byKind = true
  let at: JsonSchema | undefined = schema
  while (at) {
    const here: JsonSchema = at
    if (here.$ref) {
      names.push(here.$ref.slice(prefix.length) as Definition)
      at = definition(here.$ref)
    } else if (here.if) {
      byKind &&= !here.if.properties && !here.if.required && !here.if.items
      at = matchesCondition(here.if, node) ? here.then : here.else
    } else if (here.oneOf) {
      byKind = false
      at = selectBranch(here.oneOf, node)
    } else return { schema: here, names, byKind }
  }
  return { schema: {}, names, byKind }
}

/** Returns the schema of a value inside a deck with its branches selected. `name` is its definition, or else its field. */
export function resolveSchemaAt(root: SourceNode, path: NodePath): { schema: JsonSchema; name: string } {
  let { schema, names } = resolveSchema(deckSchema, root)
  let node: SourceNode | undefined = root
  for (const step of path) {
    const inner = childSchema(schema, step)
    node = node && (nodeAt(node, [step]) ?? undefined)
    if (!inner || !node) return { schema: {}, name: '' }
    ;({ schema, names } = resolveSchema(inner, node))
  }
  return { schema, name: names.at(-1) ?? String(path.at(-1) ?? '') }
}

function childSchema(
  { properties, additionalProperties, items }: JsonSchema,
  step: string | number,
): JsonSchema | undefined {
  if (properties && Object.hasOwn(properties, step)) return properties[step]
  if (typeof additionalProperties === 'object') return additionalProperties
  return items && 'length' in items ? items[Number(step)] : (items as JsonSchema | undefined)
}

/** Returns the fields that an object of this schema may have. */
export const knownNames = (schema: JsonSchema): string[] => Object.keys(schema.properties ?? {})

/** Returns the values of `type` that these branches accept. */
export const branchTypes = (branches: readonly JsonSchema[]): string[] => branches.map(typeOfBranch)

/** Returns the schema that a reference names. */
export const definition = (ref: string): JsonSchema | undefined => deckSchema.definitions?.[ref.slice(prefix.length)]

const typeOfBranch = (schema: JsonSchema): string =>
  String((schema.$ref ? definition(schema.$ref) : schema)?.properties?.type?.const)

function selectBranch(branches: readonly JsonSchema[], node: SourceNode): JsonSchema | undefined {
  const members = node.type === 'object' ? node.members : []
  const type = members.find(({ key }) => matchName(key.value, ['type']))?.value
  return branches.find((schema) => type?.type === 'string' && typeOfBranch(schema) === type.value)
}

/**
 * Whether a value meets a condition. Conditions in the schema test only the kind of a value, its fields, its `type`, and
 * whether all items of a list are numbers; numbers in quotation marks count, since they are converted, and so do words for
 * fields.
 */
function matchesCondition(condition: JsonSchema, node: SourceNode): boolean {
  if (condition.type && condition.type !== node.type) return false
  if (condition.items && node.type === 'array' && !node.items.every(isNumberLike)) return false
  const members = node.type === 'object' ? node.members : []
  const isNamed = (name: string, { key }: Member) =>
    (matchName(key.value, [name]) ?? fieldOfWord(key.value, [name])) !== null
  if (!(condition.required ?? []).every((name) => members.some((member) => isNamed(name, member)))) return false
  const types = condition.properties?.type?.enum
  const type = findMember(node, 'type')?.value
  return !types || (type?.type === 'string' && types.includes(type.value))
}

const isNumberLike = (node: SourceNode): boolean =>
  node.type === 'number' || node.type === 'null' || (node.type === 'string' && numeric.test(node.value.trim()))

const numeric = /^(?:-?\d+(?:[.,]\d+)?)?$/
