import isValid from '#generated/validate-deck.js'
import type { Diagnostic } from '../model/diagnostic.ts'
import { type Lang, langs } from '../model/lang.ts'
import { limits } from '../model/limits.ts'
import type { ValidateProblem } from '../model/problems/validate.ts'
import { type Member, type ObjectNode, type SourceNode, toPlainValue } from '../model/source.ts'
import { deckOfSlides, unwrapDeck } from './bare-slides.ts'
import { findCrowded } from './crowded-slides.ts'
import { languageVersions, readDecksByLanguage, readLanguagesOutside } from './languages-outside.ts'
import { normalizeFields } from './normalize-fields.ts'
import { parsePointer, removeValues } from './prune.ts'
import { readFieldNames } from './read-field-names.ts'
import { mendLetters } from './rules/letters.ts'
import { type Definition, deckSchema, knownNames } from './schema.ts'
import { diagnosticOf, type SchemaError } from './schema-diagnostic.ts'
import { actualKind, isEmpty } from './value.ts'

/** The valid part of a deck. */
export interface ConformResult {
  /** Valid against the schema: invalid values are removed, with a diagnostic. Null if the file is not a deck. */
  root: ObjectNode | null
  diagnostics: Diagnostic<ValidateProblem>[]
  /** All values except lists and empty ones. */
  values: FieldValue[]
}

/** A value with its field and the schema definitions that led to it (`images`, `image`, `picturePath`). */
export interface FieldValue {
  node: SourceNode
  field: string
  names: readonly Definition[]
}

const conformCache = new WeakMap<SourceNode, ConformResult>()

/**
 * Reads a tree as a deck: normalizes field names, validates against the schema, and removes what is invalid.
 * The result is cached by tree, since the rules, the deck and the slide numbers all need it.
 */
export function conform(root: SourceNode): ConformResult {
  const result = conformCache.get(root) ?? conformTree(root)
  conformCache.set(root, result)
  return result
}

function conformTree(root: SourceNode): ConformResult {
  const diagnostics: Diagnostic<ValidateProblem>[] = []
  const values: FieldValue[] = []
  const refuse = (problem: ValidateProblem, { range } = root): ConformResult => {
    return { root: null, diagnostics: [...diagnostics, { ...problem, severity: 'error', range }], values }
  }
  const given =
    root.type === 'object'
      ? unwrapDeck(readDecksByLanguage(root, diagnostics), diagnostics)
      : deckOfSlides(root, diagnostics)
  if (!given) return refuse({ code: 'deck-not-object', actual: actualKind(root) })

  const listed = withSlides(given, diagnostics)
  const content = contentOf(listed)?.value
  const slides = content?.type === 'array' ? content.items.length : 0
  if (slides > limits.slides)
    return refuse({ code: 'slides-too-many', slides, limit: limits.slides }, contentOf(listed)!.key)

  const crowded = findCrowded(listed)
  if (crowded) return { root: null, diagnostics: [...diagnostics, crowded], values }

  const deck = normalizeFields(listed, deckSchema, {
    diagnostics,
    visit: (node, names, field) => values.push({ node, names, field }),
  })
  if (!content || isEmpty(content)) {
    diagnostics.push({ code: 'content-missing', severity: 'error', range: (contentOf(listed)?.key ?? root).range })
  }
  diagnostics.push(...mendLetters(values))
  const valid = withSlideList(deck as ObjectNode)
  diagnostics.push(...removeInvalid(valid))
  return { root: valid, diagnostics, values }
}

function contentOf(root: ObjectNode): Member | undefined {
  const readings = readFieldNames(root, deckSchema)
  return root.members.find(({ key }) => (readings.get(key)?.meant ?? key.value) === 'content')
}

/** Turns slides in an object into a list: the object is a single slide, or holds slides under keys of their own. */
function withSlides(root: ObjectNode, diagnostics: Diagnostic<ValidateProblem>[]): ObjectNode {
  const content = contentOf(root)
  if (content?.value.type !== 'object' || isEmpty(content.value)) return root
  if (languageVersions(content.value)) {
    const value = readLanguagesOutside(content.value, deckSchema.properties!.content!, 'content', diagnostics)
    return { ...root, members: root.members.map((member) => (member === content ? { ...member, value } : member)) }
  }
  const { members, range } = content.value
  const slide = deckSchema.definitions!.slide!
  const names = knownNames(slide)
  const readings = readFieldNames(content.value, slide)
  const isSlide = members.some(({ key }) => readings.has(key) || names.includes(key.value))
  const items = isSlide ? [content.value] : members.map(({ value }) => value)
  if (items.some((item) => item.type !== 'object')) return root
  diagnostics.push({ code: 'content-not-list', slides: items.length, severity: 'warning', range: content.key.range })
  const list: Member = { key: content.key, value: { type: 'array', range, items } }
  return { ...root, members: root.members.map((member) => (member === content ? list : member)) }
}

/** Returns the deck with a list of slides, an empty one if it has none. */
function withSlideList(deck: ObjectNode): ObjectNode {
  const content = deck.members.find(({ key }) => key.value === 'content')
  if (content && !isEmptyScalar(content.value)) return deck
  const { range } = content?.value ?? deck
  const key = { type: 'string', range, value: 'content' } as const
  const others = deck.members.filter((member) => member !== content)
  return { ...deck, members: [...others, { key, value: { type: 'array', range, items: [] } }] }
}

const isEmptyScalar = (node: SourceNode) => node.type !== 'array' && isEmpty(node)

/** Removes what the schema forbids until the rest is valid, and reports it. Changes the tree. */
function removeInvalid(root: ObjectNode): Diagnostic<ValidateProblem>[] {
  const diagnostics = new Map<string, Diagnostic<ValidateProblem>>()
  const first = errorsOf(root)
  for (const error of first) {
    const fault = diagnostics.has(error.instancePath) ? null : diagnosticOf(error, root)
    if (fault) diagnostics.set(error.instancePath, fault)
  }
  // Removing a value can make its parent invalid, such as a pair of coordinates.
  let errors = first
  for (let round = 0; errors.length > 0; round++, errors = errorsOf(root)) {
    if (round > 20) throw new Error(`cannot make the deck valid: ${JSON.stringify(errors)}`)
    removeValues(
      root,
      innermost(errors).map(({ instancePath }) => parsePointer(instancePath)),
    )
  }
  return [...diagnostics.values()]
}

/** Keywords that only say that a value inside is wrong, or that one of several forms does not fit. */
const outerKeywords = new Set(['if', 'oneOf', 'anyOf'])

/** The errors without those around other ones, so that a wrong setting does not take the whole object with it. */
function innermost(errors: readonly SchemaError[]): readonly SchemaError[] {
  const wrong = errors.filter(({ keyword }) => !outerKeywords.has(keyword))
  return wrong.length > 0 ? wrong : errors
}

const errorsOf = (root: ObjectNode) => (isValid(toPlainValue(root)) ? [] : (isValid.errors ?? []))

/** Returns every text of a deck that people read, with the language its field names, or null. */
export function deckTexts({ values }: ConformResult): { text: string; lang: Lang | null }[] {
  return values.flatMap(({ node, names, field }) => {
    const lang = names.includes('plainText') ? langs.find((one) => one === field) : null
    const isText = names.includes('text') || lang
    return isText && node.type === 'string' && node.value.trim() ? [{ text: node.value, lang: lang ?? null }] : []
  })
}
