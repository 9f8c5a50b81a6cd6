import type { Paragraph, TextSpan } from '../model/text.ts'
import { parseInline } from './parse-inline.ts'

const lineBreaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/
/** White space but no-break spaces, which the author set on purpose. */
const blankRuns = /[^\S\u00a0\u202f\ufeff]+/g
/** A bullet, or a dash or an asterisk with a blank after it. Word's bullets are private-use characters. */
const bulletMarker = /^(?:[•‣◦▪▫■□●○◆◇\uf0b7\uf0a7\uf0d8] ?|[-–—*·] )(?=.)/
/** The bullet of Word's second level, a letter of Courier New, as it comes over the clipboard. */
const wordBullet = /^\s*o\t/
const numberMarker = /^(\d{1,3}[.)]) (?=.)/
/** A numbered or a bold line of up to this many characters is a heading. */
const headingLength = 90

/**
 * The paragraphs of a text, one a line of the source.
 *
 * Shape: blank lines are dropped, runs of blanks are one space, list marks and numbers stand apart from the spans.
 *        A numbered line of up to 90 characters is a heading where something else follows it: the items of a numbered
 *        list (three or more in a row, or the last lines of a text) are `numbered`. A line that is bold from end to end
 *        is a heading, too, where a line that is not bold follows.
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

/** Whether a line is bold from end to end, and no longer than a heading. */
const isBold = (line: string): boolean =>
  line.startsWith('**') && line.length <= headingLength && parseInline(line).every(({ bold }) => bold)

const isPlain = (line: string | undefined): boolean => line !== undefined && !isBold(line)

/** Lines as they are: neither lists nor headings, as titles and captions want. */
export function parsePlainParagraphs(text: string): Paragraph[] {
  return text
    .split(lineBreaks)
    .map(collapseBlanks)
    .filter(Boolean)
    .map((line) => ({ kind: 'paragraph', marker: '', spans: parseInline(line) }))
}

/** The words of paragraphs with nothing between them that the author did not write. */
export const plainText = (list: readonly Paragraph[]): string =>
  list.map(({ spans }) => spans.map(({ text }) => text).join('')).join('\n')

/** A paragraph of one span, for words of the program's own. */
export function plainParagraph(text: string, href: string | null = null): Paragraph {
  const span: TextSpan = { text, bold: false, italic: false, href }
  return { kind: 'paragraph', marker: '', spans: [span] }
}

const normalizeBullet = (line: string) => line.replace(wordBullet, '• ')
const collapseBlanks = (line: string) => line.replace(blankRuns, ' ').replace(/^ | $/g, '')

/** Which numbered lines are items of a list: three or more in a row, or those at the end, which head nothing. */
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
