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
 *        or more in a row, or the last lines of a text) are `numbered`. A bold line is a heading if a line that is not
 *        bold follows.
 */
export function parseParagraphs(text: string): Paragraph[] {
  const lines = text.split(lineBreaks).map(normalizeBullet).map(collapseBlanks).filter(Boolean)
  const numbers = lines.map((line) => numberMarker.exec(line))
  const listed = findListItems(numbers)
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

/** Whether each numbered line is a list item: three or more in a row are, and those at the end, which head nothing. */
function findListItems(numbers: readonly (RegExpExecArray | null)[]): boolean[] {
  const listed: boolean[] = Array(numbers.length).fill(false)
  for (let start = 0; start < numbers.length; ) {
    let end = start
    while (end < numbers.length && numbers[end]) end++
    if (end - start >= 3 || (end > start && end === numbers.length)) listed.fill(true, start, end)
    start = end + 1
  }
  return listed
}
