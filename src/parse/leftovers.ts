import type { Found } from '../model/diagnostic.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import { type SourceNode, type StringNode, sourceRange } from '../model/source.ts'
import { named } from './code-point.ts'
import { type Change, rewrite } from './rewrite.ts'
import { joinNumbers } from './torn-number.ts'

/**
 * Characters that no text should hold: of control, without width, of private use; halves of characters.
 * Spelled out, since a class such as \p{Co} costs more to compile than a deck to read.
 */
const suspects = new RegExp(
  [
    '[\\0-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF\\uE000-\\uF8FF]',
    '[\\uDB80-\\uDBFF][\\uDC00-\\uDFFF]',
    '[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])',
    '(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]',
  ].join('|'),
  'g',
)

/** What Word writes for bullets, from the fonts Symbol and Wingdings. */
const bullets = new Set('\uF0B7\uF0A7\uF0D8\uF0FC\uF076\uF071\uF06E\uF06C\uF0A8\uF06F\uF075\uF077\uF09F\uF02D')
const lineBreaks = /[\v\f\x85\u2028\u2029]/
const invisible = /[\u00AD\u180E\u200B\u2060-\u2065\uFEFF]/
const joiner = /[\u200C\u200D]/
const direction = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
const plain = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{N}\p{P}\s]?$/u

type Code =
  | 'bullet-private-use'
  | 'character-private-use'
  | 'character-invisible'
  | 'character-control'
  | 'line-break-special'
  | 'line-break-windows'

interface Leftover extends Change {
  code: Code
  character: string
}

/**
 * Makes of Word's leftovers what the author meant, in every string of a tree, and says so.
 *
 * Shape: the strings of the tree are changed; each finding has the edits of the source that do the same.
 */
export function cleanStrings(root: SourceNode, found: Found<ParseProblem>[]): void {
  if (root.type === 'string') cleanString(root, found)
  else if (root.type === 'array') for (const item of root.items) cleanStrings(item, found)
  else if (root.type === 'object') {
    for (const { key, value } of root.members) {
      cleanString(key, found)
      cleanStrings(value, found)
    }
  }
}

function cleanString(node: StringNode, found: Found<ParseProblem>[]): void {
  if (node.value.search(suspects) >= 0) {
    const leftovers = findLeftovers(node.value)
    for (const code of new Set(leftovers.map((leftover) => leftover.code))) {
      const ofCode = leftovers.filter((leftover) => leftover.code === code)
      found.push(finding(node, code, ofCode))
    }
    if (leftovers.length > 0) rewrite(node, leftovers)
  }
  if (node.value.includes('\n')) joinNumbers(node, found)
}

function findLeftovers(value: string): Leftover[] {
  const leftovers: Leftover[] = []
  const isRightToLeft = rightToLeft.test(value)
  for (const { 0: character, index } of value.matchAll(suspects)) {
    const leftover = resolve(value, character, index, isRightToLeft)
    if (leftover) leftovers.push({ ...leftover, character, start: index, end: index + character.length })
  }
  return leftovers
}

/** What becomes of one character; null where it is rightly there. */
function resolve(
  value: string,
  character: string,
  index: number,
  isRightToLeft: boolean,
): { code: Code; text: string } | null {
  if (bullets.has(character)) return { code: 'bullet-private-use', text: bulletText(value, index) }
  if (/^[\uE000-\uF8FF\uDB80-\uDBFF].?$/.test(character) && !/^[\uDB80-\uDBFF]$/.test(character))
    return { code: 'character-private-use', text: '' }
  if (invisible.test(character)) return { code: 'character-invisible', text: '' }
  if (joiner.test(character)) {
    const joins = !plain.test(before(value, index)) || !plain.test(after(value, index + 1))
    return joins ? null : { code: 'character-invisible', text: '' }
  }
  if (direction.test(character)) return isRightToLeft ? null : { code: 'character-invisible', text: '' }
  if (lineBreaks.test(character)) return { code: 'line-break-special', text: '\n' }
  if (character === '\r') return { code: 'line-break-windows', text: value[index + 1] === '\n' ? '' : '\n' }
  return { code: 'character-control', text: '' }
}

/** A bullet that a person can see, with a blank behind it if it begins a line. */
function bulletText(value: string, index: number): string {
  const beginsLine = /(?:^|[\n\v\r\u2028\u2029])[ \t\u00A0]*$/.test(value.slice(Math.max(0, index - 40), index))
  return beginsLine && !/[ \t\u00A0]/.test(value[index + 1] ?? '') ? '• ' : '•'
}

const before = (value: string, index: number) => [...value.slice(Math.max(0, index - 2), index)].at(-1) ?? ''
const after = (value: string, index: number) => [...value.slice(index, index + 2)][0] ?? ''

function finding(node: StringNode, code: Code, leftovers: readonly Leftover[]): Found<ParseProblem> {
  const edits = leftovers.map(({ start, end, text }) => ({
    ...sourceRange(node, start, end),
    text: text === '\n' ? '\\n' : text,
  }))
  const count = edits.length
  const range = { start: edits[0]!.start, end: edits[0]!.end }
  if (code === 'line-break-windows') return { code, severity: 'info', range, count, edits }
  const codePoints = named(leftovers.map(({ character }) => character))
  return { code, codePoints, severity: 'warning', range, count, edits }
}
