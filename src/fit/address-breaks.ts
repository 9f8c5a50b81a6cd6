import type { TextSpan } from '../model/text.ts'
import { breakDiscouraged, breakTied } from './line-breaks.ts'
import { closingMarks } from './words-around.ts'

/** A line of an address ends behind one of these signs. A hyphen is not among them: it would look like one of ours. */
const signs = new Set([...'/?&=#_.:@,;+~'].map((sign) => sign.charCodeAt(0)))

/** Whether a link shows its own address, as a whole or without the scheme. */
export const isAddress = ({ text, href }: TextSpan): boolean =>
  href !== null && text.length > 3 && /[./@]/.test(text) && !/\s/.test(text) && href.includes(text)

/**
 * Sets the breaks of an address: at its signs if it would take another line else, and anywhere rather than making the
 * whole text smaller. Nothing is added to an address, so that it can be typed.
 * Units: `start` and `end` in UTF-16 units.
 */
export function breakAddress(breaks: Uint8Array, text: string, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const [before, next] = [text.charCodeAt(i - 1), text.charCodeAt(i)]
    if (closingMarks.has(next) || !isCharacter(next) || isEscaped(text, i)) breaks[i] = 0
    else breaks[i] = signs.has(before) || next === percent ? breakDiscouraged : breakTied
  }
}

const percent = 0x25

/** Whether an offset is inside `%D0`. */
const isEscaped = (text: string, at: number) =>
  text.charCodeAt(at - 1) === percent || (text.charCodeAt(at - 2) === percent && at >= 2)

/** Whether a unit begins a character of its own. */
const isCharacter = (unit: number) =>
  !(unit >= 0x300 && unit < 0x370) && !(unit >= 0xdc00 && unit < 0xe000) && unit !== 0x200d && unit !== 0xfe0f
