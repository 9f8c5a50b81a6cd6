/** Digits as a number has them: in groups of three, or in a row; then decimals. No dates, no telephone numbers. */
const grouped = /^\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?/u
const grouped2 = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+(?:[.,]\d+)?/u
const plain = /^\d{1,9}(?:[.,]\d+)?/u

/** What may stand after the digits: a sign, a unit of a few letters, what it was compared with. */
const unitAfter =
  /^[ \u00a0\u202f]?[%‰°₸$€£₽\p{L}][\p{L}.²³/°% \u00a0]{0,23}(?:\([^()]{1,20}\))?$|^\s*\([^()]{1,20}\)$|^$/u
const signBefore = /^(?:\*\*)?[≈~<>≤≥+−–-]?[ \u00a0]?[₸$€£₽]?[ \u00a0]?[+−–-]?/u

/** A case ending after a hyphen or a letter glued to digits is part of a sentence or of a name. */
const sentence = /[.!?]\s+\p{Lu}/u

/** Whether a cell is a number with at most a short unit: `1 250,5`, `97 %`, `−3`, `12 млн теңге`. */
export function isPlainNumber(cell: string): boolean {
  const text = cell.trim()
  if (text.length === 0 || text.length > 60 || sentence.test(text)) return false
  const start = signBefore.exec(text)![0].length
  const rest = text.slice(start).replace(/\*\*$/u, '')
  const digits = (grouped.exec(rest) ?? grouped2.exec(rest) ?? plain.exec(rest))?.[0]
  if (digits === undefined) return false
  return unitAfter.test(rest.slice(digits.length))
}
