import type { NodePath, SourceNode } from '../model/source.ts'
import type { JsonSchema } from '../validate/schema.ts'
import {
  type FieldsReading,
  type ReadField,
  readValue,
  type ValueReading,
  wholeFile,
} from '../validate/value-reading.ts'
import { languageOfNames, type NameLanguage } from './name-language.ts'

/** A place of a file, as the format reads it. */
export interface Place {
  /** Where it stands; several, if the same stands under several names. */
  paths: readonly NodePath[]
  node: SourceNode
  schema: JsonSchema
  reading: ValueReading
  /** The language of the names around it. */
  lang: NameLanguage
}

/** Finds a place; null if there is none. */
export function placeAt(root: SourceNode, path: NodePath): Place | null {
  let place = opened({ paths: [[]], node: root, schema: wholeFile, reading: readValue(root, wholeFile), lang: 'en' })
  for (const step of path) {
    const { reading } = place
    if (reading.kind === 'list') {
      const item = typeof step === 'number' ? reading.items[step] : undefined
      if (!item) return null
      place = opened(below(place, [item.path], item.node, reading.schemaOf(Number(step))))
    } else {
      const field = reading.kind === 'fields' ? fieldOf(reading, step) : undefined
      if (!field) return null
      place = opened(
        below(
          place,
          namesOf(field).map((name) => [name]),
          field.node,
          field.schema,
        ),
      )
    }
  }
  return place
}

/** Finds a field of an object by the name of the schema. */
export const fieldOf = ({ fields }: FieldsReading, name: string | number) =>
  fields.find((one) => one.name === String(name))

/** The names of the file whose values a change of a field changes. */
export const namesOf = ({ step, twins }: ReadField): readonly string[] => [step, ...twins]

function below(
  { paths, reading, lang }: Place,
  steps: readonly NodePath[],
  node: SourceNode,
  schema: JsonSchema,
): Place {
  const own = reading.kind === 'fields' ? (languageOfNames(reading) ?? lang) : lang
  return {
    paths: paths.flatMap((path) => steps.map((step) => [...path, ...step])),
    node,
    schema,
    reading: readValue(node, schema),
    lang: own,
  }
}

/** Goes through objects that only stand around a value. */
function opened(place: Place): Place {
  const { reading } = place
  return reading.kind === 'inside' ? opened(below(place, [[reading.step]], reading.node, reading.schema)) : place
}
