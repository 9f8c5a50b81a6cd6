import type { JsonValue, NodePath } from '../../../model/source.ts'
import type { EditOp } from '../../../model/wire/edit.ts'
import type { DeckSchema } from '../schema.ts'
import { fieldAt } from '../text-places.ts'
import { isObject } from '../values.ts'

/** What is looked for. */
export interface Query {
  find: string
  matchCase: boolean
  wholeWord: boolean
}

/** A text of the deck in which something was found. Shape: `marks` are ranges in `text` that do not overlap, in order. */
export interface FoundText {
  path: NodePath
  text: string
  marks: readonly { start: number; end: number }[]
}

/** Fields of the deck with words that are no text: a number, the name of a theme. */
const noTexts = ['ID', 'theme']

/** Finds something in all texts of a deck, in every language, notes and tables included. Values such as paths are no texts. */
export function findTexts(schema: DeckSchema, deck: JsonValue, query: Query): FoundText[] {
  const wanted = fold(query.find, query.matchCase).text
  const found: FoundText[] = []
  if (wanted === '') return found
  const visit = (value: JsonValue, path: NodePath): void => {
    if (typeof value === 'string') {
      const marks = marksIn(value, wanted, query)
      if (marks.length > 0 && isTextPlace(schema, deck, path)) found.push({ path, text: value, marks })
    } else if (Array.isArray(value)) for (const [i, item] of value.entries()) visit(item, [...path, i])
    else if (isObject(value)) for (const [name, field] of Object.entries(value)) visit(field, [...path, name])
  }
  visit(deck, [])
  return found
}

function isTextPlace(schema: DeckSchema, deck: JsonValue, path: NodePath): boolean {
  const [first] = path
  if (path.length === 1 && noTexts.includes(String(first))) return false
  const names = fieldAt(schema, deck, path)?.names ?? []
  return names.some((name) => name === 'text' || name === 'texts' || name === 'plainText')
}

function marksIn(original: string, wanted: string, { matchCase, wholeWord }: Query): FoundText['marks'] {
  const { text, offsets } = fold(original, matchCase)
  const marks: { start: number; end: number }[] = []
  for (let at = text.indexOf(wanted); at !== -1; ) {
    const end = at + wanted.length
    // A letter is never split from its accent.
    const isWhole = offsets[at] !== undefined && offsets[end] !== undefined
    const isHit = isWhole && (!wholeWord || !(inWord(text, at) || inWord(text, end)))
    if (isHit) marks.push({ start: offsets[at]!, end: offsets[end]! })
    at = text.indexOf(wanted, isHit ? end : at + 1)
  }
  return marks
}

/** Whether a place is inside a word: parts of words stand on both of its sides. */
const inWord = (text: string, at: number): boolean =>
  /[\p{L}\p{M}\p{N}_]$/u.test(text.slice(Math.max(at - 2, 0), at)) &&
  /^[\p{L}\p{M}\p{N}_]/u.test(text.slice(at, at + 2))

/**
 * A text as it is compared: accents joined to their letters, unbreakable spaces as spaces, and small letters unless
 * `matchCase`. Shape: `offsets` has the place in the original where a letter begins, and that of the end; none inside of a letter.
 */
export function fold(original: string, matchCase: boolean): { text: string; offsets: readonly (number | undefined)[] } {
  let text = ''
  const offsets: (number | undefined)[] = []
  for (const { 0: cluster, index } of original.matchAll(/[^\p{M}]\p{M}*|\p{M}/gsu)) {
    const composed = cluster.replace(/[\u00a0\u202f]/g, ' ').normalize('NFC')
    const letter = matchCase ? composed : composed.toLowerCase()
    offsets[text.length] = index
    text += letter
  }
  offsets[text.length] = original.length
  return { text, offsets }
}

/** Returns the operations that replace what was found: one edit, which one step undoes. */
export function replaceOps(found: readonly FoundText[], replacement: string): EditOp[] {
  return found.flatMap(({ path, text, marks }): EditOp[] => {
    const value = replaceMarks(text, marks, replacement)
    return value === text ? [] : [{ op: 'set', path, value }]
  })
}

function replaceMarks(text: string, marks: FoundText['marks'], replacement: string): string {
  let [replaced, at] = ['', 0]
  for (const { start, end } of marks) {
    replaced += text.slice(at, start) + replacement
    at = end
  }
  return replaced + text.slice(at)
}

/** A part of a text, and whether it was found. */
export interface ExcerptPart {
  text: string
  isFound: boolean
}

/** So much of a text is shown around what was found. Units: UTF-16 units. */
const around = { before: 28, after: 90 }

/** Returns the part of a text around the first place that was found, in one line. */
export function excerptOf({ text, marks }: FoundText): ExcerptPart[] {
  const first = marks[0]!
  const from = first.start <= around.before ? 0 : wordStart(text, first.start - around.before)
  const to = Math.max(Math.min(text.length, from + around.before + around.after), first.end)
  const parts: ExcerptPart[] = []
  const add = (part: string, isFound: boolean) => {
    if (part !== '') parts.push({ text: part.replace(/\s+/g, ' '), isFound })
  }
  let at = from
  add(from > 0 ? '…' : '', false)
  for (const { start, end } of marks.filter((mark) => mark.end <= to)) {
    add(text.slice(at, start), false)
    add(text.slice(start, end), true)
    at = end
  }
  add(text.slice(at, to), false)
  add(to < text.length ? '…' : '', false)
  return parts
}

const wordStart = (text: string, at: number): number => {
  const space = text.indexOf(' ', at)
  return space === -1 || space > at + around.before ? at : space + 1
}
