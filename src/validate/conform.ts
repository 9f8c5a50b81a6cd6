import isValid from '#generated/validate-deck.js'
import type { Found } from '../model/diagnostic.ts'
import { type Lang, langs } from '../model/lang.ts'
import type { ValidateProblem } from '../model/problems/validate.ts'
import { type Member, type ObjectNode, type SourceNode, toValue } from '../model/source.ts'
import { faultOf } from './fault.ts'
import { readNames } from './names.ts'
import { sameName } from './nearest.ts'
import { leaveOut, pathOf } from './prune.ts'
import { deckSchema, knownNames } from './schema.ts'
import { actualOf, isEmpty } from './value.ts'

/** A deck of more slides is refused. */
export const slideLimit = 20_000

/** A deck as far as it follows the format. */
export interface Conformed {
  /** Valid against the schema; what is not has been left out, and a finding says so. Null where there is no deck. */
  root: ObjectNode | null
  found: Found<ValidateProblem>[]
  /** Every value that is neither a list nor nothing. */
  values: PlacedValue[]
}

/** A value, the field it stands in, and the definitions it stands under (`images`, `image`, `picturePath`). */
export interface PlacedValue {
  node: SourceNode
  field: string
  names: readonly string[]
}

const known = new WeakMap<SourceNode, Conformed>()

/**
 * Reads a tree as a deck: names as they were meant, then the schema, then only what is valid.
 * The rules, the deck and the numbers of slides all ask for it, so the answer for one tree is kept.
 */
export function conform(root: SourceNode): Conformed {
  const answer = known.get(root) ?? read(root)
  known.set(root, answer)
  return answer
}

function read(root: SourceNode): Conformed {
  const found: Found<ValidateProblem>[] = []
  const values: PlacedValue[] = []
  const refuse = (problem: ValidateProblem, { range } = root): Conformed => {
    return { root: null, found: [...found, { ...problem, severity: 'error', range }], values }
  }
  if (root.type !== 'object') return refuse({ code: 'deck-not-object', actual: actualOf(root) })

  const listed = withSlides(root, found)
  const content = contentOf(listed)?.value
  const slides = content?.type === 'array' ? content.items.length : 0
  if (slides > slideLimit) return refuse({ code: 'slides-too-many', slides, limit: slideLimit }, contentOf(listed)!.key)

  const deck = readNames(listed, deckSchema, {
    found,
    visit: (node, names, field) => values.push({ node, names, field }),
  })
  if (!content || isEmpty(content)) {
    found.push({ code: 'content-missing', severity: 'error', range: (contentOf(listed)?.key ?? root).range })
  }
  const valid = withSlideList(deck as ObjectNode)
  found.push(...leaveOutInvalid(valid))
  return { root: valid, found, values }
}

const contentOf = (root: ObjectNode): Member | undefined =>
  root.members.find(({ key }) => sameName(key.value, ['content']) !== null)

/** Slides that stand in an object instead of a list: one slide alone, or slides under names of their own. */
function withSlides(root: ObjectNode, found: Found<ValidateProblem>[]): ObjectNode {
  const content = contentOf(root)
  if (content?.value.type !== 'object' || isEmpty(content.value)) return root
  const { members, range } = content.value
  const names = knownNames(deckSchema.definitions!.slide!)
  const isSlide = members.some(({ key }) => sameName(key.value, names) !== null)
  const items = isSlide ? [content.value] : members.map(({ value }) => value)
  if (items.some((item) => item.type !== 'object')) return root
  found.push({ code: 'content-not-list', slides: items.length, severity: 'warning', range: content.key.range })
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
function leaveOutInvalid(root: ObjectNode): Found<ValidateProblem>[] {
  const found = new Map<string, Found<ValidateProblem>>()
  const first = errorsOf(root)
  for (const error of first) {
    const fault = found.has(error.instancePath) ? null : faultOf(error, root)
    if (fault) found.set(error.instancePath, fault)
  }
  // What held a value that was taken out may lack it now: a pair of coordinates with one left.
  let errors = first
  for (let round = 0; errors.length > 0; round++, errors = errorsOf(root)) {
    if (round > 20) throw new Error(`cannot make the deck valid: ${JSON.stringify(errors)}`)
    leaveOut(
      root,
      errors.map(({ instancePath }) => pathOf(instancePath)),
    )
  }
  return [...found.values()]
}

const errorsOf = (root: ObjectNode) => (isValid(toValue(root)) ? [] : (isValid.errors ?? []))

/** Every text of a deck that people read, and the language it is said to be in; null where it is a plain text. */
export function textsOf({ values }: Conformed): { text: string; lang: Lang | null }[] {
  return values.flatMap(({ node, names, field }) => {
    const lang = names.includes('plainText') ? langs.find((one) => one === field) : null
    const isText = names.includes('text') || lang
    return isText && node.type === 'string' && node.value.trim() ? [{ text: node.value, lang: lang ?? null }] : []
  })
}
