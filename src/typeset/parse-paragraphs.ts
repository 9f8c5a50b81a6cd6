import type { Paragraph, TextSpan } from '../model/text.ts'
import { countNotes } from './find-notes.ts'
import { deepestLevel, listLevels } from './list-levels.ts'
import { collapseBlanks, type ListMark, readLines, splitLines, type TextLine } from './list-marks.ts'
import { markOutline } from './outline.ts'
import { parseInline } from './parse-inline.ts'

/** A numbered or bold line of up to this many characters is a heading. */
const headingLength = 90

/**
 * Parses a text into paragraphs, one per line of the source.
 *
 * Shape: blank lines are dropped, white space is collapsed, list marks, signs and numbers are separate from the spans.
 *        A numbered line of up to 90 characters is a heading if other text follows. The items of a numbered list (three
 *        or more in a row, two that a colon or their own semicolons show to be one, or the last lines) are `numbered`.
 *        A bold line is a heading if a line that is not bold follows. Lists have up to two further levels. The last lines
 *        are notes if they begin with marks of footnotes.
 */
export function parseParagraphs(text: string): Paragraph[] {
  return readParagraphs(text).paragraphs
}

/** Counts the lines of a text that stand deeper in a list than slides show. */
export const countTooDeep = (text: string): number => readParagraphs(text).tooDeep

function readParagraphs(text: string): { paragraphs: Paragraph[]; tooDeep: number } {
  const all = markOutline(readLines(text))
  const notes = countNotes(all.map((line) => line.text))
  const lines = notes === 0 ? all : all.map((line, i) => (i < all.length - notes ? line : { ...line, mark: null }))
  const listed = findListItems(lines)
  const isHeading = ({ text, mark }: TextLine, i: number) =>
    numberOf(mark) !== '' && mark?.kind !== 'letter' && text.length <= headingLength && !listed[i]
  const levels = listLevels(lines.map((line, i) => (isHeading(line, i) ? null : line.mark)))
  const paragraphs = lines.map((line, i): Paragraph => {
    const { mark } = line
    if (i >= lines.length - notes) return { kind: 'paragraph', marker: '', spans: parseInline(line.text), note: true }
    if (mark) {
      const kind = numberOf(mark) === '' ? 'item' : isHeading(line, i) ? 'heading' : 'numbered'
      const level = Math.min(levels[i]!, deepestLevel)
      const paragraph: Paragraph = { kind, marker: mark.marker, spans: parseInline(mark.rest) }
      return level > 0 ? { ...paragraph, level: level as 1 | 2 } : paragraph
    }
    const isBoldHeading = isBold(line.text) && isPlain(lines[i + 1]?.text)
    return { kind: isBoldHeading ? 'heading' : 'paragraph', marker: '', spans: parseInline(line.text) }
  })
  return { paragraphs, tooDeep: levels.filter((level) => level > deepestLevel).length }
}

/** Whether a whole line is bold and not longer than a heading. */
const isBold = (line: string): boolean =>
  line.startsWith('**') && line.length <= headingLength && parseInline(line).every(({ bold }) => bold)

const isPlain = (line: string | undefined): boolean => line !== undefined && !isBold(line)

/** Parses a text without lists and headings, for titles and captions. */
export function parsePlainParagraphs(text: string): Paragraph[] {
  return splitLines(text)
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

/** The number of a mark; empty for bullets and signs. */
const numberOf = (mark: ListMark | null | undefined): string => (mark && mark.kind !== 'bullet' ? mark.marker : '')

/** Whether a line begins with a number, a letter with a bracket, or a Roman number. */
const isNumbered = (line: TextLine | undefined): boolean => numberOf(line?.mark) !== ''

const isBulleted = (line: TextLine | undefined): boolean => Boolean(line?.mark) && !isNumbered(line)

/**
 * Whether each numbered line is a list item: three or more in a row are, those at the end, which head nothing, and those
 * that the line before or their own punctuation makes one. Indented bullets between them are part of the row.
 */
function findListItems(lines: readonly TextLine[]): boolean[] {
  const listed: boolean[] = Array(lines.length).fill(false)
  for (let start = 0; start < lines.length; ) {
    let end = start
    let count = 0
    for (let indent = 0; end < lines.length; end++) {
      const line = lines[end]!
      if (isNumbered(line)) {
        indent = line.indent
        count++
      } else if (count === 0 || !isBulleted(line) || line.indent < indent + 2) break
    }
    const isLong = count >= 3 || (end > start && end === lines.length)
    if (isLong || (end - start === 2 && isListOfTwo(lines, start))) listed.fill(true, start, end)
    start = end + 1
  }
  return listed
}

/**
 * Whether two numbered lines are a list: a colon precedes them, the first ends as an item does, or they are 1 and 2 between
 * two paragraphs, and no later number makes them headings of a plan.
 */
function isListOfTwo(lines: readonly TextLine[], start: number): boolean {
  const before = lines[start - 1]
  const first = lines[start]!
  const after = lines[start + 2]
  if (!before) return /[;,]$/.test(first.text)
  if (before.text.endsWith(':') || /[;,]$/.test(first.text)) return true
  if (!/^1[.)]/.test(first.text) || !after || isBulleted(before) || isBulleted(after)) return false
  return !lines.slice(start + 2).some(isNumbered)
}

/** What the lines 1 and 2 of a text are shown as if nothing decides it; null if something does or there are none. */
export function doubtfulNumbers(text: string): 'list' | 'headings' | null {
  const lines = readLines(text)
  const numbers = lines.map(({ mark }) => numberOf(mark))
  const start = numbers.findIndex((number, i) => /^1[.)]$/.test(number) && /^2[.)]$/.test(numbers[i + 1] ?? ''))
  if (start < 1 || start + 2 >= lines.length || numbers[start + 2] || numbers[start - 1]) return null
  const before = lines[start - 1]!
  if (before.text.endsWith(':') || isBulleted(before) || /[;,]$/.test(lines[start]!.text)) return null
  return isListOfTwo(lines, start) ? 'list' : 'headings'
}
