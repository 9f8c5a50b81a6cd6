import deck from '../../schemas/deck.schema.json' with { type: 'json' }
import { member, nodeAt, type Path, type SourceNode } from '../model/source.ts'
import { sameName } from './nearest.ts'

/** The part of JSON Schema that `deck.schema.json` uses. */
export interface Schema {
  $ref?: string
  type?: string | readonly string[]
  enum?: readonly unknown[]
  const?: unknown
  pattern?: string
  minimum?: number
  maximum?: number
  required?: readonly string[]
  properties?: Readonly<Record<string, Schema>>
  additionalProperties?: boolean | Schema
  items?: Schema | readonly Schema[]
  if?: Schema
  then?: Schema
  else?: Schema
  oneOf?: readonly Schema[]
  discriminator?: { propertyName: string }
  definitions?: Readonly<Record<string, Schema>>
}

// The type that TypeScript infers from the file is of this very schema, too narrow to walk.
export const deckSchema = deck as unknown as Schema

const prefix = '#/definitions/'

/** A schema with its choices made. `names` are the definitions on the way: `images`, `image`, `imageObject`. */
export interface Resolved {
  schema: Schema
  names: readonly string[]
}

/** Answers of `resolve` that hang on the kind of a value alone: nearly all, and the same for every slide. */
const settled = new Map<Schema, Partial<Record<SourceNode['type'], Resolved>>>()

/**
 * Chooses the branch that a value stands for, by the kind of the value and by its `type`, before anyone validates it:
 * so mistakes are told about the branch that was meant.
 */
export function resolve(schema: Schema, node: SourceNode): Resolved {
  const answers = settled.get(schema) ?? {}
  if (answers[node.type]) return answers[node.type]!
  const { byKind, ...resolved } = follow(schema, node)
  if (byKind) settled.set(schema, Object.assign(answers, { [node.type]: resolved }))
  return resolved
}

function follow(schema: Schema, node: SourceNode): Resolved & { byKind: boolean } {
  const names: string[] = []
  let byKind = true
  let at: Schema | undefined = schema
  while (at) {
    const here: Schema = at
    if (here.$ref) {
      names.push(here.$ref.slice(prefix.length))
      at = definition(here.$ref)
    } else if (here.if) {
      byKind &&= !here.if.properties
      at = holds(here.if, node) ? here.then : here.else
    } else if (here.oneOf) {
      byKind = false
      at = branch(here.oneOf, node)
    } else return { schema: here, names, byKind }
  }
  return { schema: {}, names, byKind }
}

/** The schema of a value inside a deck, with its choices made; the name of the field stands in for one of its own. */
export function resolveAt(root: SourceNode, path: Path): { schema: Schema; name: string } {
  let { schema, names } = resolve(deckSchema, root)
  let node: SourceNode | undefined = root
  for (const step of path) {
    const inner = stepInto(schema, step)
    node = node && (nodeAt(node, [step]) ?? undefined)
    if (!inner || !node) return { schema: {}, name: '' }
    ;({ schema, names } = resolve(inner, node))
  }
  return { schema, name: names.at(-1) ?? String(path.at(-1) ?? '') }
}

function stepInto({ properties, additionalProperties, items }: Schema, step: string | number): Schema | undefined {
  if (properties && Object.hasOwn(properties, step)) return properties[step]
  if (typeof additionalProperties === 'object') return additionalProperties
  return items && 'length' in items ? items[Number(step)] : (items as Schema | undefined)
}

/** The names that an object of this schema may have. */
export const knownNames = (schema: Schema): string[] => Object.keys(schema.properties ?? {})

/** The values that `type` may have in one of these branches. */
export const branchTypes = (branches: readonly Schema[]): string[] => branches.map(typeOfBranch)

/** The schema that a reference names. */
export const definition = (ref: string): Schema | undefined => deckSchema.definitions?.[ref.slice(prefix.length)]

const typeOfBranch = (schema: Schema): string =>
  String((schema.$ref ? definition(schema.$ref) : schema)?.properties?.type?.const)

function branch(branches: readonly Schema[], node: SourceNode): Schema | undefined {
  const members = node.type === 'object' ? node.members : []
  const type = members.find(({ key }) => sameName(key.value, ['type']))?.value
  return branches.find((schema) => type?.type === 'string' && typeOfBranch(schema) === type.value)
}

/** Conditions of this schema ask for the kind of a value and the values of its `type`, for nothing else. */
function holds(condition: Schema, node: SourceNode): boolean {
  if (condition.type && condition.type !== node.type) return false
  const types = condition.properties?.type?.enum
  const type = member(node, 'type')?.value
  return !types || (type?.type === 'string' && types.includes(type.value))
}
