/** Signs of addresses, file names, formulas and code. */
const noProse = /[@_\\^=`#$<>{}]|:\/\/|^\.{0,2}\/|^www\.|\.[A-Za-z0-9]{2,5}$/i
/** Units: characters on each side of a word that may belong to it. */
const reach = 80

/** Whether a word is part of an address, a file name, a formula or code. Units: `start` and `end` are indexes into the text. */
export function isNoProse(text: string, start: number, end: number): boolean {
  let from = start
  let to = end
  while (from > 0 && from > start - reach && !isBlank(text[from - 1]!)) from--
  while (to < text.length && to < end + reach && !isBlank(text[to]!)) to++
  if (/^\s?[=≤≥≈≠<>]/.test(text.slice(to, to + 2)) || /[=≤≥≈≠<>]\s?$/.test(text.slice(Math.max(0, from - 2), from)))
    return true
  while (opening.includes(text[from]!)) from++
  while (closing.includes(text[to - 1]!)) to--
  return noProse.test(text.slice(from, to))
}

const isBlank = (character: string) => character.trim() === ''
const opening = '(«"“„['
const closing = ').,;:!?»"”]'
