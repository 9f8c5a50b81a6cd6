import type { JsonValue, NodePath } from '../../model/source.ts'
import type { SourcePlace } from '../../model/wire/edit-source.ts'
import { type DeckSchema, type Field, fieldOf, type Schema } from './schema.ts'
import { isObject, valueAt } from './values.ts'

/** Returns the field at a path of a deck; null if the schema has none there. */
export function fieldAt(schema: DeckSchema, deck: JsonValue, path: NodePath): Field | null {
  let field = fieldOf(schema, schema.root, deck)
  for (const [i, step] of path.entries()) {
    const next = childSchema(field.schema, step)
    if (!next) return null
    field = fieldOf(schema, next, valueAt(deck, path.slice(0, i + 1)))
  }
  return field
}

function childSchema({ properties, items, additionalProperties }: Schema, step: string | number): Schema | null {
  if (typeof step === 'number') return (Array.isArray(items) ? items[step] : items) ?? null
  return properties?.[step] ?? (typeof additionalProperties === 'object' ? additionalProperties : null)
}

/** Definitions whose strings are edited in the panel: they are rows, not sentences. */
const inRows = ['tableRows', 'timelineRows']

/** Whether a field holds words that can be typed where they stand. */
export const isText = ({ names }: Field): boolean =>
  names.some((name) => name === 'text' || name === 'texts') && !names.some((name) => inRows.includes(name))

/**
 * Returns the path of the text that a box shows, in a language; null for anything but a text. `isCaption`: the box is that of
 * a caption, which comes from its picture.
 */
export function textPath(
  schema: DeckSchema,
  deck: JsonValue,
  { path, items }: SourcePlace,
  { lang, isCaption }: { lang: string; isCaption: boolean },
): NodePath | null {
  const value = valueAt(deck, path)
  const item = items[0] ?? 0
  if (isCaption) {
    const caption = captionPath(deck, path)
    if (!caption) return null
    const at = Array.isArray(valueAt(deck, caption)) ? [...caption, item] : caption
    return inLanguage(deck, at, lang)
  }
  if (isObject(value) && typeof value.type === 'string' && 'text' in value)
    return inLanguage(deck, [...path, 'text'], lang)
  const field = fieldAt(schema, deck, path)
  if (!field || !isText(field)) return null
  return inLanguage(deck, Array.isArray(value) ? [...path, item] : path, lang)
}

/** The path of the caption of a picture: beside it in its block, or among the fields of its slide. */
function captionPath(deck: JsonValue, path: NodePath): NodePath | null {
  for (let length = path.length; length > 0; length--) {
    const at = path.slice(0, length)
    const value = valueAt(deck, at)
    if (!isObject(value)) continue
    if ('caption' in value) return [...at, 'caption']
    if ('img_caption' in value) return [...at, 'img_caption']
  }
  return null
}

const inLanguage = (deck: JsonValue, path: NodePath, lang: string): NodePath =>
  isObject(valueAt(deck, path)) ? [...path, lang] : path
