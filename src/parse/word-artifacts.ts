import type { Diagnostic } from '../model/diagnostic.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import { type SourceNode, type StringNode, sourceRange } from '../model/source.ts'
import { codePointNames } from './code-point.ts'
import { rewriteString, type ValueEdit } from './rewrite.ts'
import { rejoinHeadingNumbers } from './split-heading-number.ts'

/**
 * Characters that no text should contain: control, zero-width and private-use characters, and lone surrogates.
 * Spelled out because a class such as \p{Co} takes longer to compile than a deck takes to read.
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

/** Characters of the fonts Symbol and Wingdings that Word writes for bullets. */
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
 * Replaces characters left over from Word in every string of a tree by what the author meant, and reports them.
 *
 * Shape: the strings of the tree are changed; each diagnostic has the source edits that do the same.
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
    const artifacts = findArtifacts(node.value)
    for (const code of new Set(artifacts.map((artifact) => artifact.code))) {
      const ofCode = artifacts.filter((artifact) => artifact.code === code)
      diagnostics.push(diagnosticOf(node, code, ofCode))
    }
    if (artifacts.length > 0) rewriteString(node, artifacts)
  }
  if (node.value.includes('\n')) rejoinHeadingNumbers(node, diagnostics)
}

function findArtifacts(value: string): Artifact[] {
  const artifacts: Artifact[] = []
  const isRightToLeft = rightToLeft.test(value)
  for (const { 0: character, index } of value.matchAll(suspects)) {
    const artifact = replacementFor(value, character, index, isRightToLeft)
    if (artifact) artifacts.push({ ...artifact, character, start: index, end: index + character.length })
  }
  return artifacts
}

/** Returns the replacement for a character; null if the character is legitimate. */
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

/** Returns a standard bullet, with a space after it if it begins a line. */
function bulletText(value: string, index: number): string {
  const beginsLine = /(?:^|[\n\v\r\u2028\u2029])[ \t\u00A0]*$/.test(value.slice(Math.max(0, index - 40), index))
  return beginsLine && !/[ \t\u00A0]/.test(value[index + 1] ?? '') ? '• ' : '•'
}

const before = (value: string, index: number) => [...value.slice(Math.max(0, index - 2), index)].at(-1) ?? ''
const after = (value: string, index: number) => [...value.slice(index, index + 2)][0] ?? ''

function diagnosticOf(node: StringNode, code: ArtifactCode, artifacts: readonly Artifact[]): Diagnostic<ParseProblem> {
  const edits = artifacts.map(({ start, end, text }) => ({
    ...sourceRange(node, start, end),
    text: text === '\n' ? '\\n' : text,
  }))
  const count = edits.length
  const range = { start: edits[0]!.start, end: edits[0]!.end }
  if (code === 'line-break-windows') return { code, severity: 'info', range, count, edits }
  const codePoints = codePointNames(artifacts.map(({ character }) => character))
  return { code, codePoints, severity: 'warning', range, count, edits }
}
