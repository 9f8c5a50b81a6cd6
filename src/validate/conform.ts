import isValid from '#generated/validate-deck.js'
import type { Diagnostic } from '../model/diagnostic.ts'
import { type Lang, langs } from '../model/lang.ts'
import type { ValidateProblem } from '../model/problems/validate.ts'
import { type Member, type ObjectNode, type SourceNode, toPlainValue } from '../model/source.ts'
import { matchName } from './field-names.ts'
import { normalizeFields } from './normalize-fields.ts'
import { parsePointer, removeValues } from './prune.ts'
import { deckSchema, knownNames } from './schema.ts'
import { diagnosticOf } from './schema-diagnostic.ts'
import { actualKind, isEmpty } from './value.ts'

/** A deck of more slides is refused. */
export const slideLimit = 20_000

/** A deck as far as it follows the format. */
export interface ConformResult {
  /** Valid against the schema; what is not has been left out, and a finding says so. Null where there is no deck. */
  root: ObjectNode | null
  diagnostics: Diagnostic<ValidateProblem>[]
  /** Every value that is neither a list nor nothing. */
  values: FieldValue[]
}

/** A value, the field it stands in, and the definitions it stands under (`images`, `image`, `picturePath`). */
export interface FieldValue {
  node: SourceNode
  field: string
  names: readonly string[]
}

const conformCache = new WeakMap<SourceNode, ConformResult>()

/**
 * Reads a tree as a deck: names as they were meant, then the schema, then only what is valid.
 * The rules, the deck and the numbers of slides all ask for it, so the answer for one tree is kept.
 */
export function conform(root: SourceNode): ConformResult {
  const answer = conformCache.get(root) ?? conformTree(root)
  conformCache.set(root, answer)
  return answer
}

function conformTree(root: SourceNode): ConformResult {
  const diagnostics: Diagnostic<ValidateProblem>[] = []
  const values: FieldValue[] = []
  const refuse = (problem: ValidateProblem, { range } = root): ConformResult => {
    return { root: null, diagnostics: [...diagnostics, { ...problem, severity: 'error', range }], values }
  }
  if (root.type !== 'object') return refuse({ code: 'deck-not-object', actual: actualKind(root) })

  const listed = withSlides(root, diagnostics)
  const content = contentOf(listed)?.value
  const slides = content?.type === 'array' ? content.items.length : 0
  if (slides > slideLimit) return refuse({ code: 'slides-too-many', slides, limit: slideLimit }, contentOf(listed)!.key)

  const deck = normalizeFields(listed, deckSchema, {
    diagnostics,
    visit: (node, names, field) => values.push({ node, names, field }),
  })
  if (!content || isEmpty(content)) {
    diagnostics.push({ code: 'content-missing', severity: 'error', range: (contentOf(listed)?.key ?? root).range })
  }
  const valid = withSlideList(deck as ObjectNode)
  diagnostics.push(...removeInvalid(valid))
  return { root: valid, diagnostics, values }
}

const contentOf = (root: ObjectNode): Member | undefined =>
  root.members.find(({ key }) => matchName(key.value, ['content']) !== null)

/** Slides that stand in an object instead of a list: one slide alone, or slides under names of their own. */
function withSlides(root: ObjectNode, diagnostics: Diagnostic<ValidateProblem>[]): ObjectNode {
  const content = contentOf(root)
  if (content?.value.type !== 'object' || isEmpty(content.value)) return root
  const { members, range } = content.value
  const names = knownNames(deckSchema.definitions!.slide!)
  const isSlide = members.some(({ key }) => matchName(key.value, names) !== null)
  const items = isSlide ? [content.value] : members.map(({ value }) => value)
  if (items.some((item) => item.type !== 'object')) return root
  diagnostics.push({ code: 'content-not-list', slides: items.length, severity: 'warning', range: content.key.range })
  const list: Member = { key: content.key, value: { type: 'array', range, items } }
  return { ...root, members: root.members.map((member) => (member === content ? list : member)) }
}

/** The deck with a list of slides in any case: an empty one where there is none. */
function withSlideList(deck: ObjectNode): ObjectNode {
  const content = deck.members.find(({ key }) => key.value === 'content')
  if (content && !isEmptyScalar(content.value)) return deck
  const { range } = content?.value ?? deck
  const key = { type: 'string', range, value: 'content' } as const
  const others = deck.members.filter((member) => member !== content)
  return { ...deck, members: [...others, { key, value: { type: 'array', range, items: [] } }] }
}

const isEmptyScalar = (node: SourceNode) => node.type !== 'array' && isEmpty(node)

/** Takes out of a tree what the schema forbids, one value at a time, until the rest is valid. Changes the tree. */
function removeInvalid(root: ObjectNode): Diagnostic<ValidateProblem>[] {
  const diagnostics = new Map<string, Diagnostic<ValidateProblem>>()
  const first = errorsOf(root)
  for (const error of first) {
    const fault = diagnostics.has(error.instancePath) ? null : diagnosticOf(error, root)
    if (fault) diagnostics.set(error.instancePath, fault)
  }
  // What held a value that was taken out may lack it now: a pair of coordinates with one left.
  let errors = first
  for (let round = 0; errors.length > 0; round++, errors = errorsOf(root)) {
    if (round > 20) throw new Error(`cannot make the deck valid: ${JSON.stringify(errors)}`)
    removeValues(
      root,
      errors.map(({ instancePath }) => parsePointer(instancePath)),
    )
  }
  return [...diagnostics.values()]
}

const errorsOf = (root: ObjectNode) => (isValid(toPlainValue(root)) ? [] : (isValid.errors ?? []))

/** Every text of a deck that people read, and the language it is said to be in; null where it is a plain text. */
export function deckTexts({ values }: ConformResult): { text: string; lang: Lang | null }[] {
  return values.flatMap(({ node, names, field }) => {
    const lang = names.includes('plainText') ? langs.find((one) => one === field) : null
    const isText = names.includes('text') || lang
    return isText && node.type === 'string' && node.value.trim() ? [{ text: node.value, lang: lang ?? null }] : []
  })
}
