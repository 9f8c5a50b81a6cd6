import type { Diagnostic } from '../model/diagnostic.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import { type SourceNode, type StringNode, sourceRange } from '../model/source.ts'
import { codePointNames } from './code-point.ts'
import { rewriteString, type ValueEdit } from './rewrite.ts'
import { rejoinHeadingNumbers } from './split-heading-number.ts'

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

type ArtifactCode =
  | 'bullet-private-use'
  | 'character-private-use'
  | 'character-invisible'
  | 'character-control'
  | 'line-break-special'
  | 'line-break-windows'

interface Artifact extends ValueEdit {
  code: ArtifactCode
  character: string
}

/**
 * Makes of Word's leftovers what the author meant, in every string of a tree, and says so.
 *
 * Shape: the strings of the tree are changed; each finding has the edits of the source that do the same.
 */
export function cleanStrings(root: SourceNode, diagnostics: Diagnostic<ParseProblem>[]): void {
  if (root.type === 'string') cleanString(root, diagnostics)
  else if (root.type === 'array') for (const item of root.items) cleanStrings(item, diagnostics)
  else if (root.type === 'object') {
    for (const { key, value } of root.members) {
      cleanString(key, diagnostics)
      cleanStrings(value, diagnostics)
    }
  }
}

function cleanString(node: StringNode, diagnostics: Diagnostic<ParseProblem>[]): void {
  if (node.value.search(suspects) >= 0) {
    const leftovers = findArtifacts(node.value)
    for (const code of new Set(leftovers.map((leftover) => leftover.code))) {
      const ofCode = leftovers.filter((leftover) => leftover.code === code)
      diagnostics.push(diagnosticOf(node, code, ofCode))
    }
    if (leftovers.length > 0) rewriteString(node, leftovers)
  }
  if (node.value.includes('\n')) rejoinHeadingNumbers(node, diagnostics)
}

function findArtifacts(value: string): Artifact[] {
  const leftovers: Artifact[] = []
  const isRightToLeft = rightToLeft.test(value)
  for (const { 0: character, index } of value.matchAll(suspects)) {
    const leftover = replacementFor(value, character, index, isRightToLeft)
    if (leftover) leftovers.push({ ...leftover, character, start: index, end: index + character.length })
  }
  return leftovers
}

/** What becomes of one character; null where it is rightly there. */
function replacementFor(
  value: string,
  character: string,
  index: number,
  isRightToLeft: boolean,
): { code: ArtifactCode; text: string } | null {
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

function diagnosticOf(node: StringNode, code: ArtifactCode, leftovers: readonly Artifact[]): Diagnostic<ParseProblem> {
  const edits = leftovers.map(({ start, end, text }) => ({
    ...sourceRange(node, start, end),
    text: text === '\n' ? '\\n' : text,
  }))
  const count = edits.length
  const range = { start: edits[0]!.start, end: edits[0]!.end }
  if (code === 'line-break-windows') return { code, severity: 'info', range, count, edits }
  const codePoints = codePointNames(leftovers.map(({ character }) => character))
  return { code, codePoints, severity: 'warning', range, count, edits }
}
