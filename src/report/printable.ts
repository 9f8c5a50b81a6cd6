/**
 * Characters that a terminal would interpret, hide or draw as an empty box: control, format and zero-width characters,
 * line separators, private use, lone surrogates, unassigned code points.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u2028\u2029]/u
const lineBreak = /[\n\r\u2028\u2029]/
const combining = /^[\p{Mn}\p{Me}]$/u
const wide =
  /^(?:(?!\p{Regional_Indicator})\p{Emoji_Presentation}|[\u{1f300}-\u{1faff}]|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}])$/u

/**
 * Whether a character is common: Latin, Cyrillic, punctuation. Such characters take one column and need none of the
 * classes above, which take longer to compile than a whole report takes to write.
 */
const isPlain = (code: number): boolean =>
  (code >= 0x20 && code < 0x7f) ||
  (code >= 0x400 && code < 0x483) ||
  (code >= 0x48a && code < 0x530) ||
  (code >= 0xa0 && code < 0x300 && code !== 0xad) ||
  (code >= 0x2010 && code < 0x2028) ||
  code === 0x2039 ||
  code === 0x203a

function isAllPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isPlain(text.charCodeAt(i))) return false
  return true
}

/** A character as printed, with its width on a terminal and its offset in the text. */
export interface Cell {
  shown: string
  columns: number
  offset: number
}

/** Splits a text into printable characters. */
export function cells(text: string): Cell[] {
  const list: Cell[] = []
  let offset = 0
  for (const sign of text) {
    const plain = isPlain(sign.codePointAt(0)!)
    const shown = plain ? sign : displayForm(sign, text, offset)
    list.push({ shown, columns: plain ? 1 : columnWidth(shown), offset })
    offset += sign.length
  }
  return list
}

/** Makes a text safe to print on one line: no character moves the cursor, changes a colour, or hides another. */
export function printable(text: string): string {
  if (isAllPlain(text)) return text
  return cells(text.replace(/\r\n/g, '\n'))
    .map(({ shown }) => shown)
    .join('')
}

/** Returns the width of a printable text on a terminal. */
export function columnWidth(text: string): number {
  let sum = 0
  for (const sign of text) {
    if (isPlain(sign.codePointAt(0)!)) sum += 1
    else if (!combining.test(sign)) sum += wide.test(sign) ? 2 : 1
  }
  return sum
}

/** Returns a space for a tab, an arrow for a line break, and the code point of any other hidden character. */
function displayForm(sign: string, text: string, offset: number): string {
  if (sign === '\uFE0F' || (sign === '\u200D' && isGlue(text, offset))) return ''
  if (sign === '\t') return ' '
  if (!isPrivate(sign) && !hidden.test(sign)) return sign
  if (lineBreak.test(sign)) return '↵'
  return `‹U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`
}

/** Private-use characters, mostly Word's bullets: tested first, so that the large class above is rarely compiled. */
const isPrivate = (sign: string): boolean => sign >= '\uE000' && sign <= '\uF8FF'

const isGlue = (text: string, offset: number): boolean =>
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?$/u.test(text.slice(Math.max(0, offset - 3), offset)) &&
  /^\p{Extended_Pictographic}/u.test(text.slice(offset + 1, offset + 3))

/** Pads a text with spaces to a number of columns. */
export const padColumns = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - columnWidth(text)))

/** Cuts a printable text to a number of columns; what is cut ends with an ellipsis. Units: `width` in columns. */
export function cutColumns(text: string, width: number): string {
  if (columnWidth(text) <= width) return text
  let shown = ''
  let used = 1
  for (const sign of text) {
    used += columnWidth(sign)
    if (used > width) break
    shown += sign
  }
  return width > 0 ? `${shown.trimEnd()}…` : ''
}
