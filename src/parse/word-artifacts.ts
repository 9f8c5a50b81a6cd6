import type { Diagnostic } from '../model/diagnostic.ts'
import { limits } from '../model/limits.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import { type Edit, type SourceNode, type StringNode, sourceOffset, sourceRange } from '../model/source.ts'
import { findBulletLetters } from './bullet-letters.ts'
import { codePointNames } from './code-point.ts'
import { rewriteString, type ValueEdit } from './rewrite.ts'
import { rejoinHeadingNumbers } from './split-heading-number.ts'
import { findWrittenCharacters } from './written-characters.ts'

/**
 * Characters that no text should contain: ligatures, control, zero-width and private-use characters, and lone surrogates.
 * Spelled out because a class such as \p{Co} takes longer to compile than a deck takes to read.
 */
const suspects = new RegExp(
  [
    '[\\0-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF\\uE000-\\uF8FF\\uFB00-\\uFB06]',
    '[\\uDB80-\\uDBFF][\\uDC00-\\uDFFF]',
    '[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])',
    '(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]',
  ].join('|'),
  'g',
)

/** Characters of the fonts Symbol and Wingdings that Word writes for bullets. */
const bullets = new Set('\uF0B7\uF0A7\uF0D8\uF0FC\uF076\uF071\uF06E\uF06C\uF0A8\uF06F\uF075\uF077\uF09F\uF02D')
/** Symbols of Wingdings that Word sets for `-->`, `:)` and the like, and the minus and ticks of other symbol fonts. */
const symbols: Readonly<Record<string, string>> = {
  '\uF0E0': '→',
  '\uF0E8': '→',
  '\uF0DF': '←',
  '\uF0E7': '←',
  '\uF0F3': '↔',
  '\uF0FC': '✓',
  '\uF0FB': '✗',
  '\uF04A': '☺',
  '\uF04C': '☹',
  '\uF02D': '−',
}
const lineBreaks = /[\v\f\x85\u2028\u2029]/
const invisible = /[\u00AD\u180E\u200B\u2060-\u2065\uFEFF]/
const joiner = /[\u200C\u200D]/
const direction = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
const plain = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{N}\p{P}\s]?$/u

type ArtifactCode =
  | 'bullet-private-use'
  | 'symbol-private-use'
  | 'character-private-use'
  | 'character-invisible'
  | 'character-control'
  | 'character-ligature'
  | 'line-break-special'
  | 'line-break-windows'

interface Artifact extends ValueEdit {
  code: ArtifactCode
  character: string
}

/**
 * Replaces characters left over from Word in every string of a tree by what the author meant, and reports them.
 *
 * Shape: the strings of the tree are changed; each diagnostic has the source edits that do the same. It ends with an error
 *        when there are too many; strings that are too long for any slide are skipped.
 */
export function cleanStrings(root: SourceNode, diagnostics: Diagnostic<ParseProblem>[]): void {
  const repairs = diagnostics.reduce((sum, { edits = [] }) => sum + edits.length, 0)
  cleanNode(root, { diagnostics, left: limits.repairs - repairs })
}

interface Cleaning {
  diagnostics: Diagnostic<ParseProblem>[]
  /** How many more repairs are allowed; negative after the error. */
  left: number
}

function cleanNode(root: SourceNode, cleaning: Cleaning): void {
  if (root.type === 'string') cleanWithin(root, cleaning)
  else if (root.type === 'array') for (const item of root.items) cleanNode(item, cleaning)
  else if (root.type === 'object') {
    for (const { key, value } of root.members) {
      cleanWithin(key, cleaning)
      cleanNode(value, cleaning)
    }
  }
}

/** Cleans a string, unless too much was repaired before. */
function cleanWithin(node: StringNode, cleaning: Cleaning): void {
  if (cleaning.left < 0 || node.value.length > limits.characters) return
  const { diagnostics } = cleaning
  const before = diagnostics.length
  cleanString(node, diagnostics)
  for (let i = before; i < diagnostics.length; i++) cleaning.left -= diagnostics[i]!.edits?.length ?? 0
  if (cleaning.left >= 0) return
  diagnostics.push({ code: 'mistakes-too-many', limit: limits.repairs, severity: 'error', range: node.range })
}

function cleanString(node: StringNode, diagnostics: Diagnostic<ParseProblem>[]): void {
  let removed: readonly Edit[] = []
  if (node.value.search(suspects) >= 0) {
    const artifacts = findArtifacts(node.value)
    for (const code of new Set(artifacts.map((artifact) => artifact.code))) {
      const ofCode = artifacts.filter((artifact) => artifact.code === code)
      diagnostics.push(diagnosticOf(node, code, ofCode))
    }
    removed = artifacts.map((one) => ({ ...sourceRange(node, one.start, one.end), text: one.text }))
    if (artifacts.length > 0) rewriteString(node, artifacts)
  }
  cleanBulletLetters(node, diagnostics)
  cleanWrittenCharacters(node, removed, diagnostics)
  if (node.value.includes('\n')) rejoinHeadingNumbers(node, diagnostics)
}

/** Replaces the letters that Word's bullets became. */
function cleanBulletLetters(node: StringNode, diagnostics: Diagnostic<ParseProblem>[]): void {
  const changes = findBulletLetters(node.value)
  if (changes.length === 0) return
  const marks = [...new Set(changes.map(({ start }) => node.value[start]!))]
  const edits = changes.map(({ start, text }) => {
    const at = sourceOffset(node, start)
    return { start: at, end: at + 1, text }
  })
  const range = { start: edits[0]!.start, end: edits[0]!.end }
  diagnostics.push({ code: 'bullet-letter', marks, severity: 'warning', range, count: edits.length, edits })
  rewriteString(node, changes)
}

/** Reads characters that another program wrote as codes. */
function cleanWrittenCharacters(
  node: StringNode,
  removed: readonly Edit[],
  diagnostics: Diagnostic<ParseProblem>[],
): void {
  const changes = findWrittenCharacters(node.value)
  const [first] = changes
  if (!first) return
  const codes = [...new Set(changes.map(({ start, end }) => node.value.slice(start, end).trim()))].slice(0, 6)
  let next = 0
  const edits = changes.flatMap(({ start, end, text }) => {
    const range = { start: sourceOffset(node, start), end: sourceOffset(node, end - 1) + 1 }
    while (next < removed.length && removed[next]!.end <= range.start) next++
    return editsAround(removed, next, { ...range, text: JSON.stringify(text).slice(1, -1) })
  })
  const range = { start: edits[0]!.start, end: edits[0]!.end }
  const problem = { code: 'character-encoded', found: codes, count: changes.length } as const
  diagnostics.push({ ...problem, severity: 'warning', range, edits })
  rewriteString(node, changes)
}

/** Divides an edit into several around the places that other edits remove, from the `next` one on, so that none overlap. */
function editsAround(removed: readonly Edit[], next: number, { start, end, text }: Edit): Edit[] {
  const edits: Edit[] = []
  let at = start
  for (let i = next; i < removed.length && removed[i]!.start < end; i++) {
    const other = removed[i]!
    if (other.start > at) edits.push({ start: at, end: other.start, text: '' })
    at = other.end
  }
  if (at < end) edits.push({ start: at, end, text: '' })
  return edits.map((edit, i) => (i === 0 ? { ...edit, text } : edit))
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
  const isBullet = /^[\uF000-\uF0FF]$/.test(character) && beginsItem(value, index)
  const symbol = isBullet ? undefined : symbols[character]
  if (symbol !== undefined) return { code: 'symbol-private-use', text: symbol }
  if (isBullet || bullets.has(character)) return { code: 'bullet-private-use', text: bulletText(value, index) }
  if (/^[\uE000-\uF8FF\uDB80-\uDBFF].?$/.test(character) && !/^[\uDB80-\uDBFF]$/.test(character))
    return { code: 'character-private-use', text: '' }
  // A soft hyphen at the end of a line divides a word, which the next step joins.
  if (
    character === '\u00AD' &&
    /^[ \t]{0,20}\r?\n[ \t]{0,20}\p{Ll}/u.test(value.slice(index + 1, index + 50)) &&
    /[^\\]\p{Ll}$/u.test(value.slice(Math.max(0, index - 2), index))
  )
    return null
  if (/[\uFB00-\uFB06]/.test(character)) return { code: 'character-ligature', text: character.normalize('NFKC') }
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

const beginsLine = (value: string, index: number) =>
  /(?:^|[\n\v\r\u2028\u2029])[ \t\u00A0]*$/.test(value.slice(Math.max(0, index - 40), index))

/** Whether a symbol is the mark of a list item: first on its line, and a usual bullet or before a tab. */
const beginsItem = (value: string, index: number) =>
  (bullets.has(value[index]!) || value[index + 1] === '\t') && beginsLine(value, index)

/** Returns a standard bullet, with a space after it if it begins a line. */
function bulletText(value: string, index: number): string {
  // Word's mark of the third level stays one, for nothing else may show the level.
  const bullet = value[index] === '\uF0A7' ? '▪' : '•'
  return beginsLine(value, index) && !/[ \t\u00A0]/.test(value[index + 1] ?? '') ? `${bullet} ` : bullet
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
  if (code === 'symbol-private-use') {
    const signs = [...new Set(artifacts.map(({ text }) => text))]
    return { code, codePoints, signs, severity: 'warning', range, count, edits }
  }
  return { code, codePoints, severity: 'warning', range, count, edits }
}
