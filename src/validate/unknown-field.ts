import type { Diagnostic } from '../model/diagnostic.ts'
import { excerpt } from '../model/excerpt.ts'
import type { ValidateProblem } from '../model/problems/validate.ts'
import type { Member, SourceNode } from '../model/source.ts'
import { suggestField } from './field-names.ts'
import { isAnnotation, isForeignSetting } from './field-words.ts'
import { type JsonSchema, knownNames } from './schema.ts'
import { valueFits } from './value-fits.ts'

/**
 * Returns the diagnostic for a field that does not exist: an error if text would be lost from a slide, or a list of slides
 * from the deck; an info if the name says that it is a remark of the authors.
 */
export function unknownField(
  { key, value }: Member,
  schema: JsonSchema,
  place: 'deck' | 'slide' | 'settings',
): Diagnostic<ValidateProblem> {
  const { range } = key
  const field = excerpt(key.value)
  if (isAnnotation(key.value)) return { code: 'field-annotation', field, severity: 'info', range }
  const found = isForeignSetting(key.value) ? null : firstText(value)
  const text = found === null ? null : excerpt(found)
  const holdsSlides = value.type === 'array' && value.items.some(({ type }) => type === 'object')
  const isLost = text !== null && (place === 'slide' || (place === 'deck' && holdsSlides))
  const known = knownNames(schema)
  const nearest = suggestField(key.value, known, (name) => valueFits(value, name, schema.properties?.[name] ?? {}))
  return { code: 'field-unknown', field, nearest, text, known, severity: isLost ? 'error' : 'warning', range }
}

/** Returns the first string of a value that has a letter, whatever its depth. */
function firstText(value: SourceNode): string | null {
  if (value.type === 'string') return /\p{L}/u.test(value.value) ? value.value : null
  const inner =
    value.type === 'array' ? value.items : value.type === 'object' ? value.members.map((one) => one.value) : []
  for (const node of inner) {
    const text = firstText(node)
    if (text !== null) return text
  }
  return null
}
