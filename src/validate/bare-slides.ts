import type { Diagnostic } from '../model/diagnostic.ts'
import { excerpt } from '../model/excerpt.ts'
import type { ValidateProblem } from '../model/problems/validate.ts'
import type { ObjectNode, SourceNode } from '../model/source.ts'
import { isAnnotation } from './field-words.ts'
import { readFieldNames } from './read-field-names.ts'
import { deckSchema, knownNames } from './schema.ts'
import { isEmpty } from './value.ts'

/**
 * Reads a list of slides without a deck around it as a deck. Returns null if not every item is an object, one with a field of
 * a slide among them, or if one is a deck itself.
 */
export function deckOfSlides(root: SourceNode, diagnostics: Diagnostic<ValidateProblem>[]): ObjectNode | null {
  if (root.type !== 'array' || root.items.length === 0) return null
  const slide = deckSchema.definitions!.slide!
  const names = knownNames(slide)
  const objects = root.items.filter((item) => item.type === 'object')
  const isSlide = (item: ObjectNode) =>
    item.members.some(({ key }) => names.includes(key.value)) || readFieldNames(item, slide).size > 0
  const isDeck = (item: ObjectNode) => item.members.some(({ key }) => key.value === 'content' || key.value === 'slides')
  if (objects.length < root.items.length || !objects.some(isSlide) || objects.some(isDeck)) return null
  const { start, end } = root.range
  const edits = [
    { start, end: start, text: '{ "content": ' },
    { start: end, end, text: ' }' },
  ]
  const range = { start, end: start + 1 }
  diagnostics.push({ code: 'content-bare', slides: root.items.length, severity: 'warning', range, edits })
  const key = { type: 'string', range, value: 'content' } as const
  return { type: 'object', range: root.range, members: [{ key, value: root }] }
}

/** Returns the deck in `{ "presentation": { … } }`: the only value of an object, with slides in it. Else the object itself. */
export function unwrapDeck(root: ObjectNode, diagnostics: Diagnostic<ValidateProblem>[]): ObjectNode {
  const [only, ...others] = root.members.filter(({ key }) => !isAnnotation(key.value))
  if (!only || others.length > 0 || only.value.type !== 'object') return root
  const outer = readFieldNames(root, deckSchema).get(only.key)?.meant ?? only.key.value
  if (outer === 'content') return root
  const readings = readFieldNames(only.value, deckSchema)
  const content = only.value.members.find(({ key }) => (readings.get(key)?.meant ?? key.value) === 'content')
  if (!content || !/^(?:array|object)$/.test(content.value.type) || isEmpty(content.value)) return root
  const { start, end } = only.value.range
  const edits = [
    { start: root.range.start, end: start, text: '' },
    { start: end, end: root.range.end, text: '' },
  ]
  const problem = { code: 'deck-wrapped', field: excerpt(only.key.value) } as const
  const annotated = root.members.length > 1 ? {} : { edits }
  diagnostics.push({ ...problem, severity: 'warning', range: only.key.range, ...annotated })
  return only.value
}
