/**
 * Signs that a terminal would obey, hide or draw as an empty box: controls, formatting and zero-width signs, line
 * separators, private use, halves of pairs, code points that stand for nothing.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u2028\u2029]/u
const special = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u2028\u2029]|\uFE0F/u
const lineBreak = /[\n\r\u2028\u2029]/
const combining = /^[\p{Mn}\p{Me}]$/u
const wide =
  /^(?:(?!\p{Regional_Indicator})\p{Emoji_Presentation}|[\u{1f300}-\u{1faff}]|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}])$/u

/** One sign of a text as it is printed, with the columns it takes on a terminal and its offset in the text. */
export interface Cell {
  shown: string
  columns: number
  offset: number
}

/** The signs of a text one by one. */
export function cells(text: string): Cell[] {
  const list: Cell[] = []
  let offset = 0
  for (const sign of text) {
    const shown = shownAs(sign, text, offset)
    list.push({ shown, columns: columns(shown), offset })
    offset += sign.length
  }
  return list
}

/** A text that is safe to print on one line: no sign in it moves the cursor, changes a colour, or hides another. */
export function printable(text: string): string {
  if (!special.test(text)) return text
  return cells(text.replace(/\r\n/g, '\n'))
    .map(({ shown }) => shown)
    .join('')
}

/** How many columns a printable text takes on a terminal. */
export function columns(text: string): number {
  let sum = 0
  for (const sign of text) {
    if (sign < '\u0300') sum += 1
    else if (!combining.test(sign)) sum += wide.test(sign) ? 2 : 1
  }
  return sum
}

/** A space for a tab, an arrow for a line break, the number of any other hidden sign. Emoji lose what glues them. */
function shownAs(sign: string, text: string, offset: number): string {
  if (sign === '\uFE0F' || (sign === '\u200D' && isGlue(text, offset))) return ''
  if (!hidden.test(sign)) return sign
  if (sign === '\t') return ' '
  if (lineBreak.test(sign)) return '↵'
  return `‹U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`
}

const isGlue = (text: string, offset: number): boolean =>
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?$/u.test(text.slice(Math.max(0, offset - 3), offset)) &&
  /^\p{Extended_Pictographic}/u.test(text.slice(offset + 1, offset + 3))

/** A text with spaces after it, up to a number of columns. */
export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columns(text)))
