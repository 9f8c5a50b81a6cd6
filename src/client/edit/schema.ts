import type { JsonValue } from '../../model/source.ts'
import { isObject } from './values.ts'

/** A schema of JSON, as far as the deck's schema goes. */
export interface Schema {
  $ref?: string
  title?: string
  description?: string
  examples?: JsonValue[]
  type?: string | string[]
  enum?: JsonValue[]
  const?: JsonValue
  pattern?: string
  minimum?: number
  maximum?: number
  required?: string[]
  properties?: Record<string, Schema>
  additionalProperties?: boolean | Schema
  items?: Schema | Schema[]
  contains?: Schema
  oneOf?: Schema[]
  if?: Schema
  then?: Schema
  else?: Schema
  definitions?: Record<string, Schema>
}

/** The schema of a deck with the words of a language. */
export interface DeckSchema {
  root: Schema
}

/** A field as a form shows it. */
export interface Field {
  /** The schema of its value, references and conditions followed. */
  schema: Schema
  /** The definitions that led to it: `images`, `image`, `picturePath`. */
  names: readonly string[]
  title: string
  description: string
  example: string
}

/** Follows references and conditions from a schema to that of a value. */
export function fieldOf(deck: DeckSchema, schema: Schema, value: JsonValue | undefined, title = ''): Field {
  const names: string[] = []
  const words = { title: schema.title ?? title, description: schema.description ?? '' }
  const [example] = schema.examples ?? []
  let at = schema
  for (let depth = 0; depth < 20; depth++) {
    if (at.$ref) {
      const name = at.$ref.replace('#/definitions/', '')
      names.push(name)
      at = deck.root.definitions?.[name] ?? {}
      words.title ||= at.title ?? ''
    } else if (at.if) at = (matches(at.if, value) ? at.then : at.else) ?? {}
    else if (at.oneOf && isObject(value)) at = at.oneOf.find((one) => isOfType(deck, one, value)) ?? { properties: {} }
    else break
  }
  return { schema: at, names, ...words, example: typeof example === 'string' ? example : '' }
}

/** Whether a schema is that of blocks with the type of this one. */
function isOfType(deck: DeckSchema, schema: Schema, value: JsonValue): boolean {
  const own = schema.$ref ? deck.root.definitions?.[schema.$ref.replace('#/definitions/', '')] : schema
  return isObject(value) && own?.properties?.type?.const === value.type
}

/** Whether a value meets a condition of the schema. */
function matches(condition: Schema, value: JsonValue | undefined): boolean {
  const { type, required = [], properties = {}, contains, enum: allowed } = condition
  if (type !== undefined && !isOneOf(type, value)) return false
  if (allowed && !allowed.includes(value ?? null)) return false
  if (contains && !(Array.isArray(value) && value.some((item) => matches(contains, item)))) return false
  if (!isObject(value)) return required.length === 0
  return (
    required.every((name) => name in value) &&
    Object.entries(properties).every(([name, own]) => !(name in value) || matches(own, value[name]))
  )
}

const isOneOf = (type: string | string[], value: JsonValue | undefined) =>
  [type].flat().includes(Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value)

/** The types that a field may have. */
export const typesOf = ({ type }: Schema): readonly string[] => (type === undefined ? [] : [type].flat())

/** The properties of a slide or of the deck, in the order of the schema. */
export const propertiesOf = ({ root }: DeckSchema, name?: string): Readonly<Record<string, Schema>> =>
  (name === undefined ? root.properties : root.definitions?.[name]?.properties) ?? {}
