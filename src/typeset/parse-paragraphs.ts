import type { Paragraph, TextSpan } from '../model/text.ts'
import { parseInline } from './parse-inline.ts'

const lineBreaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/
/** White space except no-break spaces, which the author set on purpose. */
const blankRuns = /[^\S\u00a0\u202f\ufeff]+/g
/** A bullet, or a dash or an asterisk followed by a space. Word's bullets are private-use characters. */
const bulletMarker = /^(?:[•‣◦▪▫■□●○◆◇\uf0b7\uf0a7\uf0d8] ?|[-–—*·] )(?=.)/
/** Word's bullet of the second level on the clipboard: a letter of Courier New. */
const wordBullet = /^\s*o\t/
const numberMarker = /^(\d{1,3}[.)]) (?=.)/
/** A numbered or bold line of up to this many characters is a heading. */
const headingLength = 90

/**
 * Parses a text into paragraphs, one per line of the source.
 *
 * Shape: blank lines are dropped, white space is collapsed, list marks and numbers are separate from the spans.
 *        A numbered line of up to 90 characters is a heading if other text follows. The items of a numbered list (three
 *        or more in a row, two that a colon or their own semicolons show to be one, or the last lines) are `numbered`. A bold line is a heading if a line that is not
 *        bold follows.
 */
export function parseParagraphs(text: string): Paragraph[] {
  const lines = linesOf(text)
  const numbers = lines.map((line) => numberMarker.exec(line))
  const listed = findListItems(numbers, lines)
  return lines.map((line, i) => {
    const numbered = numbers[i]
    if (numbered) {
      const kind = line.length <= headingLength && !listed[i] ? 'heading' : 'numbered'
      return { kind, marker: numbered[1]!, spans: parseInline(line.slice(numbered[0].length)) }
    }
    const mark = bulletMarker.exec(line)?.[0]
    if (mark) return { kind: 'item', marker: '', spans: parseInline(line.slice(mark.length)) }
    return {
      kind: isBold(line) && isPlain(lines[i + 1]) ? 'heading' : 'paragraph',
      marker: '',
      spans: parseInline(line),
    }
  })
}

/** Whether a whole line is bold and not longer than a heading. */
const isBold = (line: string): boolean =>
  line.startsWith('**') && line.length <= headingLength && parseInline(line).every(({ bold }) => bold)

const isPlain = (line: string | undefined): boolean => line !== undefined && !isBold(line)

/** Parses a text without lists and headings, for titles and captions. */
export function parsePlainParagraphs(text: string): Paragraph[] {
  return text
    .split(lineBreaks)
    .map(collapseBlanks)
    .filter(Boolean)
    .map((line) => ({ kind: 'paragraph', marker: '', spans: parseInline(line) }))
}

/** Returns the text of paragraphs, one per line, without markup and markers. */
export const plainText = (list: readonly Paragraph[]): string =>
  list.map(({ spans }) => spans.map(({ text }) => text).join('')).join('\n')

/** Creates a paragraph of one span, for the program's own words. */
export function plainParagraph(text: string, href: string | null = null): Paragraph {
  const span: TextSpan = { text, bold: false, italic: false, href }
  return { kind: 'paragraph', marker: '', spans: [span] }
}

const normalizeBullet = (line: string) => line.replace(wordBullet, '• ')
const collapseBlanks = (line: string) => line.replace(blankRuns, ' ').replace(/^ | $/g, '')

const linesOf = (text: string) => text.split(lineBreaks).map(normalizeBullet).map(collapseBlanks).filter(Boolean)

/**
 * Whether each numbered line is a list item: three or more in a row are, those at the end, which head nothing, and those
 * that the line before or their own punctuation makes one.
 */
function findListItems(numbers: readonly (RegExpExecArray | null)[], lines: readonly string[]): boolean[] {
  const listed: boolean[] = Array(numbers.length).fill(false)
  for (let start = 0; start < numbers.length; ) {
    let end = start
    while (end < numbers.length && numbers[end]) end++
    const isLong = end - start >= 3 || (end > start && end === numbers.length)
    if (isLong || (end - start === 2 && isListOfTwo(lines, start))) listed.fill(true, start, end)
    start = end + 1
  }
  return listed
}

/**
 * Whether two numbered lines are a list: a colon precedes them, the first ends as an item does, or they are 1 and 2 between
 * two paragraphs, and no later number makes them headings of a plan.
 */
function isListOfTwo(lines: readonly string[], start: number): boolean {
  const [before, first, , after] = lines.slice(Math.max(0, start - 1))
  if (start === 0 || before === undefined) return /[;,]$/.test(lines[0]!)
  if (before.endsWith(':') || /[;,]$/.test(first!)) return true
  if (!/^1[.)]/.test(first!) || after === undefined || bulletMarker.test(before) || bulletMarker.test(after))
    return false
  return !lines.slice(start + 2).some((line) => numberMarker.test(line))
}

/** What the lines 1 and 2 of a text are shown as if nothing decides it; null if something does or there are none. */
export function doubtfulNumbers(text: string): 'list' | 'headings' | null {
  const lines = linesOf(text)
  const numbers = lines.map((line) => numberMarker.exec(line)?.[1])
  const start = numbers.findIndex((number, i) => /^1[.)]$/.test(number ?? '') && /^2[.)]$/.test(numbers[i + 1] ?? ''))
  if (start < 1 || start + 2 >= lines.length || numbers[start + 2] || numbers[start - 1]) return null
  const before = lines[start - 1]!
  if (before.endsWith(':') || bulletMarker.test(before) || /[;,]$/.test(lines[start]!)) return null
  return isListOfTwo(lines, start) ? 'list' : 'headings'
}
