import type { TextLine } from './list-marks.ts'

/** A line of an outline is no sentence. Units: characters. */
const longestLine = 110

/** The least white space of a level. Units: characters; a tab counts as four. */
const leastIndent = 2

const endOfSentence = /[.,!?…]$/u

/**
 * Gives the lines of an outline without marks, such as the structure of an organisation, the marks of a list: the white
 * space before a line shows its level. Other texts stay as they are.
 *
 * Shape: the first line and others begin without white space, short lines below them with some. Lines that end as
 *        sentences and verses do are prose with indented beginnings.
 */
export function markOutline(lines: readonly TextLine[]): readonly TextLine[] {
  if (!isOutline(lines)) return lines
  return lines.map((line) =>
    line.indent < leastIndent
      ? line
      : { ...line, mark: { kind: 'bullet', marker: '', indent: line.indent, rest: line.text } },
  )
}

function isOutline(lines: readonly TextLine[]): boolean {
  const [first] = lines
  if (lines.length < 3 || !first || first.indent > 0 || lines.some(({ mark }) => mark !== null)) return false
  const indented = lines.filter(({ indent }) => indent >= leastIndent)
  return indented.length >= 2 && indented.every(({ text }) => text.length <= longestLine && !endOfSentence.test(text))
}
