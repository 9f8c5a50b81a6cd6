import { decimalSignOf, readNumber } from './read-number.ts'

/** The number in front of a line of a list. */
const place = /^\s*(\d{1,3}(?:[-–—]\d{1,3})?)(?:[.)]|-?(?:орын|место|st|nd|rd|th)\b[.:]?)\s*/iu

/** What separates a name from its value: a dash between blanks, a colon, or a tab. */
const separators = /\t|\s[-–—−]\s|:\s/gu

/** A longer unit is a sentence. */
const longestUnit = 24

/** Splits `Name — 97 points` at the last separator before its number; null if the line has another form. */
export function splitLabelLine(line: string): [label: string, value: string] | null {
  let last: { start: number; end: number } | null = null
  for (const found of line.matchAll(separators)) last = { start: found.index, end: found.index + found[0].length }
  if (!last) return null
  const [label, value] = [line.slice(0, last.start).trim(), line.slice(last.end).trim()]
  const number = readNumber(value.replace(/[;.,]$/u, ''), decimalSignOf([value], 'ru'))
  if (label === '' || !number || number.unit.length > longestUnit) return null
  return [label, value.replace(/;$/u, '')]
}

/** Splits `1. Name — 97 points` into place, name and value; null if the line has another form. */
export function splitRankedLine(line: string): [place: string, label: string, value: string] | null {
  const found = place.exec(line)
  const parts = found && splitLabelLine(line.slice(found[0].length))
  return parts && [found[1]!, ...parts]
}
