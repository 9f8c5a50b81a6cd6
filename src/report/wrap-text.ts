import { columnWidth } from './printable.ts'

/** Stands for a space in a part of a text that must stay on one line. */
const joined = '\u0000'

/**
 * Wraps a text at its spaces. A word that is wider than a line has a line of its own. `whole` are parts with spaces that
 * stay on one line, so that they can be copied: commands, paths.
 *
 * Shape: a printable text of one line. Units: columns.
 */
export function wrapText(text: string, width: number, whole: readonly string[] = []): string {
  const protectedText = whole.reduce((all, part) => all.replaceAll(part, () => part.replaceAll(' ', joined)), text)
  const lines = ['']
  let used = 0
  for (const word of protectedText.split(' ')) {
    const columns = columnWidth(word)
    if (used > 0 && used + 1 + columns > width) {
      lines.push(word)
      used = columns
    } else {
      lines[lines.length - 1] += used > 0 ? ` ${word}` : word
      used += used > 0 ? 1 + columns : columns
    }
  }
  return lines.join('\n').replaceAll(joined, ' ')
}

/** Wraps a text into lines that all start with an indent. Units: columns. */
export const indentText = (text: string, width: number, indent: number, whole: readonly string[] = []): string =>
  wrapText(text, Math.max(20, width - indent), whole)
    .split('\n')
    .map((line) => ' '.repeat(indent) + line)
    .join('\n')
