import deck from '../../schemas/deck.schema.json' with { type: 'json' }
import { findMember, type NodePath, nodeAt, type SourceNode } from '../model/source.ts'
import { matchName } from './field-names.ts'

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

// The type that TypeScript infers from the file is of this very schema, too narrow to walk.
export const deckSchema = deck as unknown as JsonSchema

const prefix = '#/definitions/'

/** A schema with its choices made. `names` are the definitions on the way: `images`, `image`, `imageObject`. */
export interface ResolvedSchema {
  schema: JsonSchema
  names: readonly string[]
}

/** Answers of `resolve` that hang on the kind of a value alone: nearly all, and the same for every slide. */
const resolvedByKind = new Map<JsonSchema, Partial<Record<SourceNode['type'], ResolvedSchema>>>()

/**
 * Chooses the branch that a value stands for, by the kind of the value and by its `type`, before anyone validates it:
 * so mistakes are told about the branch that was meant.
 */
export function resolveSchema(schema: JsonSchema, node: SourceNode): ResolvedSchema {
  const answers = resolvedByKind.get(schema) ?? {}
  if (answers[node.type]) return answers[node.type]!
  const { byKind, ...resolved } = followBranches(schema, node)
  if (byKind) resolvedByKind.set(schema, Object.assign(answers, { [node.type]: resolved }))
  return resolved
}

function followBranches(schema: JsonSchema, node: SourceNode): ResolvedSchema & { byKind: boolean } {
  const names: string[] = []
  let byKind = true
  let at: JsonSchema | undefined = schema
  while (at) {
    const here: JsonSchema = at
    if (here.$ref) {
      names.push(here.$ref.slice(prefix.length))
      at = definition(here.$ref)
    } else if (here.if) {
      byKind &&= !here.if.properties
      at = matchesCondition(here.if, node) ? here.then : here.else
    } else if (here.oneOf) {
      byKind = false
      at = selectBranch(here.oneOf, node)
    } else return { schema: here, names, byKind }
  }
  return { schema: {}, names, byKind }
}

/** The schema of a value inside a deck, with its choices made; the name of the field stands in for one of its own. */
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

/** The names that an object of this schema may have. */
export const knownNames = (schema: JsonSchema): string[] => Object.keys(schema.properties ?? {})

/** The values that `type` may have in one of these branches. */
export const branchTypes = (branches: readonly JsonSchema[]): string[] => branches.map(typeOfBranch)

/** The schema that a reference names. */
export const definition = (ref: string): JsonSchema | undefined => deckSchema.definitions?.[ref.slice(prefix.length)]

const typeOfBranch = (schema: JsonSchema): string =>
  String((schema.$ref ? definition(schema.$ref) : schema)?.properties?.type?.const)

function selectBranch(branches: readonly JsonSchema[], node: SourceNode): JsonSchema | undefined {
  const members = node.type === 'object' ? node.members : []
  const type = members.find(({ key }) => matchName(key.value, ['type']))?.value
  return branches.find((schema) => type?.type === 'string' && typeOfBranch(schema) === type.value)
}

/** Conditions of this schema ask for the kind of a value and the values of its `type`, for nothing else. */
function matchesCondition(condition: JsonSchema, node: SourceNode): boolean {
  if (condition.type && condition.type !== node.type) return false
  const types = condition.properties?.type?.enum
  const type = findMember(node, 'type')?.value
  return !types || (type?.type === 'string' && types.includes(type.value))
}
