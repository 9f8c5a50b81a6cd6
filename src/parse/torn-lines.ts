import type { Diagnostic } from '../model/diagnostic.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import { type Edit, type SourceNode, type StringNode, sourceOffset } from '../model/source.ts'
import { dropEdits } from './drop-edits.ts'
import { rewriteString, type ValueEdit } from './rewrite.ts'
import { readHyphen } from './torn-words.ts'

/** A line break that a program put into a sentence. Units: indexes into the value; the break is inside the range. */
interface Join extends ValueEdit {
  /** What stood there and what it is now, for the author: `үкі-⏎меттік`. */
  words: string
}

const hyphenBreak = /\p{Ll}[-‐¬\u00AD][ \t]{0,20}\n[ \t]{0,20}(?=\p{Ll})/gu
const lineBreak = /[\p{Ll},][ \t]{0,20}\n[ \t]{0,20}(?=\p{Ll})/gu
const wordBefore = /\p{L}{1,40}$/u
const wordAfter = /^\p{L}{1,40}/u
const listItem = /^\s*(?:[•▪●◦‣·*–—-]|\d{1,3}[.)]|\p{L}[.)])\s/u

/** In lines at least this long, a sentence that goes on is not the line of a poem or a list. Units: characters. */
const minColumn = 45
/** The same in a text whose words are divided too. */
const minSplitColumn = 25

/**
 * Joins the lines that a PDF tore out of sentences and words, in every string of a tree, where that is certain, and reports
 * them. `text` is the source, from which edits of other diagnostics at the same places are taken over.
 */
export function joinTornLines(root: SourceNode, text: string, diagnostics: Diagnostic<ParseProblem>[]): void {
  const strings = stringsWithBreaks(root)
  if (strings.length === 0) return
  const words = wordsOf(root)
  const others = editsByStart(diagnostics)
  const replaced = new Set<Edit>()
  // A word that was joined is one that the next string may refer to.
  for (let found = true; found; ) {
    found = false
    for (const node of strings) {
      const joins = findJoins(node.value, words)
      if (joins.length === 0) continue
      found = true
      const edits = joins.flatMap((join) => editsOf(node, join, text, others))
      for (const { start } of edits) if (others.has(start)) replaced.add(others.get(start)!)
      diagnostics.push(diagnosticOf(joins, edits))
      rewriteString(node, joins)
      addWords(node.value, words)
    }
  }
  if (replaced.size > 0) dropEdits(diagnostics, (edit) => replaced.has(edit))
}

/** The strings in which a line ends within a word or a sentence. */
function stringsWithBreaks(node: SourceNode, found: StringNode[] = []): StringNode[] {
  if (node.type === 'string') {
    if (node.value.includes('\n') && (node.value.search(hyphenBreak) >= 0 || node.value.search(lineBreak) >= 0))
      found.push(node)
  } else if (node.type === 'array') for (const item of node.items) stringsWithBreaks(item, found)
  else if (node.type === 'object') for (const { value } of node.members) stringsWithBreaks(value, found)
  return found
}

function wordsOf(node: SourceNode, words = new Set<string>()): Set<string> {
  if (node.type === 'string') addWords(node.value, words)
  else if (node.type === 'array') for (const item of node.items) wordsOf(item, words)
  else if (node.type === 'object') for (const { value } of node.members) wordsOf(value, words)
  return words
}

/** Adds the words of a text, except the halves at the ends of torn lines. */
function addWords(text: string, words: Set<string>): void {
  for (const [word] of text
    .replace(/\p{L}{1,40}[-‐¬\u00AD][ \t]{0,20}\n[ \t]{0,20}\p{L}{1,40}/gu, ' ')
    .matchAll(/[\p{L}-]+/gu))
    words.add(word.toLowerCase())
}

/** Finds the breaks of a text that are certainly none of the author's. */
function findJoins(value: string, words: ReadonlySet<string>): Join[] {
  const hyphens = [...value.matchAll(hyphenBreak)]
  const torn = hyphens.filter(({ 0: found }) => found[1] === '-' || found[1] === '‐')
  const breaks = brokenSentences(value)
  const isWrapped = torn.length > 1 || hyphens.length > torn.length || areColumn(breaks, value)
  const joins = hyphens.flatMap(({ 0: found, index }): Join[] =>
    joinAtHyphen(value, index + 1, index + found.length, words, isWrapped),
  )
  const isColumn = joins.length > 1 || areColumn(breaks, value)
  if (!isColumn) return joins
  const sentences = breaks
    .filter(({ fits, column }) => !fits && column >= minSplitColumn)
    .map(({ start, end, words }): Join => ({ start, end, words, text: ' ' }))
  return [...joins, ...sentences].sort((a, b) => a.start - b.start)
}

function joinAtHyphen(
  value: string,
  start: number,
  end: number,
  words: ReadonlySet<string>,
  isWrapped: boolean,
): Join[] {
  const left = wordBefore.exec(value.slice(Math.max(0, start - 40), start))![0]
  const right = wordAfter.exec(value.slice(end, end + 40))![0]
  const mark = value[start]!
  // A soft hyphen and the mark of old word processors stand nowhere else.
  const reading = /[¬\u00AD]/.test(mark) ? 'word' : readHyphen(left, right, words, isWrapped)
  if (reading === 'unknown') return []
  const shown = `${left}${/[¬\u00AD]/.test(mark) ? '-' : mark}⏎${right}`
  return [{ start: reading === 'compound' ? start + 1 : start, end, text: '', words: shown }]
}

/** A line break between two lower-case words. */
interface SentenceBreak {
  start: number
  end: number
  /** The line before the break ends with a comma. */
  comma: boolean
  /** The next word would have fitted into the line, so its end was not forced. */
  fits: boolean
  column: number
  words: string
}

function brokenSentences(value: string): SentenceBreak[] {
  const lines = value.split('\n')
  const column = lines.reduce((longest, line) => Math.max(longest, line.trim().length), 0)
  const found: SentenceBreak[] = []
  let offset = 0
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    const bare = line.trimEnd()
    if (next !== undefined && /[\p{Ll},]$/u.test(bare) && /^[ \t]*\p{Ll}/u.test(next) && !listItem.test(next)) {
      const blanks = next.length - next.trimStart().length
      const word = /^\S{1,60}/.exec(next.trimStart())![0]
      const start = offset + bare.length
      const last = /\S{1,40}$/.exec(bare.slice(-40))![0]
      found.push({
        start,
        end: offset + line.length + 1 + blanks,
        comma: bare.endsWith(','),
        fits: line.trim().length + 1 + word.length <= column,
        column,
        words: `${last}⏎${word}`,
      })
    }
    offset += line.length + 1
  }
  return found
}

/**
 * Whether breaks are those of a column of text: several, each forced by its width, not only after commas, in one sentence from
 * its capital to its full stop. A list without marks has lines of the same kind, but not these.
 */
const areColumn = (breaks: readonly SentenceBreak[], value: string) =>
  breaks.length > 1 &&
  isSentence(value, breaks) &&
  breaks.every(({ fits, column }) => !fits && column >= minColumn) &&
  breaks.filter(({ comma }) => !comma).length * 2 >= breaks.length

/** Whether the lines around all breaks follow one another, begin with a capital and end with a full stop. */
function isSentence(value: string, breaks: readonly SentenceBreak[]): boolean {
  const [first, last] = [breaks[0]!, breaks.at(-1)!]
  const start = value.lastIndexOf('\n', first.start - 1) + 1
  const lineEnd = value.indexOf('\n', last.end)
  const lines = value.slice(start, lineEnd < 0 ? value.length : lineEnd).trim()
  const isWhole = lines.split('\n').length === breaks.length + 1
  return isWhole && /^[«"“(]?\p{Lu}/u.test(lines) && /[.!?…]["»”)]?$/u.test(lines)
}

function diagnosticOf(joins: readonly Join[], edits: Edit[]): Diagnostic<ParseProblem> {
  const words = joins.slice(0, 3).map(({ words: shown }) => shown)
  const range = { start: edits[0]!.start, end: edits.at(-1)!.end }
  return { code: 'line-joined', words, severity: 'warning', range, count: joins.length, edits }
}

/** The edits of the source for one join, character by character, since escapes and other repairs stand between them. */
function editsOf(
  node: StringNode,
  { start, end, text }: Join,
  source: string,
  others: ReadonlyMap<number, Edit>,
): Edit[] {
  const edits: Edit[] = []
  for (let i = start; i < end; i++) {
    const at = sourceOffset(node, i)
    const size = source[at] !== '\\' ? 1 : source[at + 1] === 'u' ? 6 : 2
    edits.push({ start: at, end: others.get(at)?.end ?? at + size, text: i === start ? text : '' })
  }
  return edits
}

/** The replacements that diagnostics make already, by their start. */
function editsByStart(diagnostics: readonly Diagnostic<ParseProblem>[]): Map<number, Edit> {
  const found = new Map<number, Edit>()
  for (const { edits = [] } of diagnostics)
    for (const edit of edits) if (edit.end > edit.start) found.set(edit.start, edit)
  return found
}
