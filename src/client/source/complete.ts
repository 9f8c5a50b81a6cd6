import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { JsonValue } from '../../model/source.ts'
import type { DeckSchema } from '../edit/schema.ts'
import { fieldOf } from '../edit/schema.ts'
import { fieldAt } from '../edit/text-places.ts'
import { isObject, valueAt } from '../edit/values.ts'
import { placeAt } from './json-place.ts'

/** Returns a source of completions: names of fields with their meanings, and values that they may have. */
export function completeDeck(
  schema: DeckSchema,
  deck: () => JsonValue,
): (context: CompletionContext) => CompletionResult | null {
  return ({ state, pos, explicit }) => {
    const place = placeAt(state.doc.toString(), pos)
    if (!explicit && place.start === place.end) return null
    const options = place.isKey
      ? namesAt(schema, deck(), place.path, state.sliceDoc(place.end, place.end + 20))
      : valuesAt(schema, deck(), place.path)
    return options.length > 0 ? { from: place.start, to: place.end, options, filter: true } : null
  }
}

function namesAt(
  schema: DeckSchema,
  deck: JsonValue,
  path: Parameters<typeof fieldAt>[2],
  after: string,
): Completion[] {
  const properties = fieldAt(schema, deck, path)?.schema.properties ?? {}
  const there = valueAt(deck, path)
  const hasColon = /^\s*:/.test(after)
  return Object.entries(properties)
    .filter(([name]) => !isObject(there) || !Object.hasOwn(there, name))
    .map(([name, own]) => {
      const { title, description } = fieldOf(schema, own, undefined)
      return {
        label: `"${name}"`,
        detail: title,
        type: 'property',
        apply: hasColon ? `"${name}"` : `"${name}": `,
        ...(description && { info: description }),
      }
    })
}

function valuesAt(schema: DeckSchema, deck: JsonValue, path: Parameters<typeof fieldAt>[2]): Completion[] {
  const field = fieldAt(schema, deck, path)
  if (!field) return []
  const { schema: own, description } = field
  const values = [...(own.enum ?? []), ...(own.examples ?? [])].filter((value) => value !== null && value !== '')
  const labels = [...new Set(values.map((value) => JSON.stringify(value)))]
  return labels.map((label) => ({ label, type: 'enum', ...(description && { info: description }) }))
}
