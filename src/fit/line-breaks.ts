import { findBreaks } from './blink-breaks.ts'
import { tieAt } from './ties.ts'

/** A line may begin here. */
export const breakAllowed = 1
/** A line should begin here only if that saves a line: readers expect the two sides together. */
export const breakDiscouraged = 2
/** A line begins here only rather than inside a word: the two sides belong on one line. */
export const breakTied = 3

/** A word may be divided here, with a hyphen. */
export const breakHyphen = 4

/**
 * Finds the line breaks of a text: `breakAllowed`, `breakDiscouraged`, `breakTied` or 0 by offset.
 *
 * Shape:  a text with single spaces between words. `glue` adds the rules of Kazakh and Russian typesetting (`ties.ts`).
 *         The characters of the text stay the same.
 */
export function findLineBreaks(text: string, lang: string, glue = true): Uint8Array {
  const breaks = findBreaks(text, lang)
  for (let i = 1; i < text.length; i++) {
    if (breaks[i] === 0) continue
    if (text.charCodeAt(i - 1) === softHyphen) breaks[i] = 0
    else if (glue) breaks[i] = strength[tieAt(text, i, lang)]
  }
  return breaks
}

const softHyphen = 0xad

const strength = { none: breakAllowed, weak: breakDiscouraged, strong: breakTied }
