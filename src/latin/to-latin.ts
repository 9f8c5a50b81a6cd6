import { findAddresses, mayHaveAddress } from '../typeset/find-addresses.ts'
import { capitalOf, hasCyrillic, inCapitals, isUnofficial, latinOf } from './letters.ts'
import type { OwnWords } from './own-words.ts'

/**
 * Writes a Kazakh text in Latin letters, word by word. Words of the deck's own list win over the table. Addresses, code, names
 * of files and what is in Latin letters already stay as they are.
 *
 * Shape: a piece for each UTF-16 unit of the text, in which a word of the list is the piece of its first unit; null if there
 * is nothing to replace. The pieces of a part of the text, joined, are that part in Latin letters.
 */
export function latinPieces(text: string, own: OwnWords): string[] | null {
  if (!hasCyrillic(text)) return null
  const pieces = text.split('')
  const kept = keptUnits(text)
  let done = 0
  for (const { 0: word, index } of text.matchAll(words)) {
    const end = index + word.length
    let at = Math.max(index, done)
    if (at >= end) continue
    const found = at === index && kept?.[at] !== 1 ? own.at(text, at) : null
    if (found) {
      for (let i = at; i < at + found.length; i++) pieces[i] = ''
      pieces[at] = found.latin
      at += found.length
    }
    done = at
    for (; at < end; at++) if (kept?.[at] !== 1) replaceLetter(text, at, pieces)
  }
  return pieces
}

/** Writes a Kazakh text in Latin letters. */
export const toLatin = (text: string, own: OwnWords): string => latinPieces(text, own)?.join('') ?? text

const words = /[\p{L}\p{M}]+/gu

/** Letters and the marks that Word may write separately: `и` and a breve are `й`. */
const marks = new Set(['\u0306', '\u0308'])

function replaceLetter(text: string, at: number, pieces: string[]): void {
  const letter = text.charAt(at)
  const mark = text.charAt(at + 1)
  const marked = marks.has(mark) ? (letter + mark).normalize() : ''
  const isMarked = marked.length === 1 && latinOf(marked.toLowerCase()) !== undefined
  const whole = isMarked ? marked : letter
  const small = whole.toLowerCase()
  const latin = latinOf(small)
  if (latin === undefined) return
  if (isMarked) pieces[at + 1] = ''
  if (whole === small) pieces[at] = latin
  else
    pieces[at] = isAmongCapitals(text, at, isMarked ? 2 : 1)
      ? inCapitals(latin)
      : capitalOf(latin.charAt(0)) + latin.slice(1)
}

/** Whether a capital is in a word of capitals: `ЯНВАРЬ`, but not `Январь` or `Я`. */
function isAmongCapitals(text: string, at: number, length: number): boolean {
  const next = text.charAt(at + length)
  return isLetter(next) ? isCapital(next) : isCapital(text.charAt(at - 1))
}

const isLetter = (char: string) => /\p{L}/u.test(char)
const isCapital = (char: string) => /\p{Lu}/u.test(char)

const files =
  /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|txt|csv|json|html?|jpe?g|png|gif|svg|webp|mp[34]|mov|avi|zip|rar)[.,;:!?)»"”]*$/i
const tokens = /\S+/g
const code = /`[^`\n]+`/g

/** Names and paths of files, names of accounts, mail addresses with Cyrillic letters. */
const isKeptToken = (token: string): boolean =>
  files.test(token) || /^[A-Za-z]:\\/.test(token) || token.includes('\\\\') || /(?:^\(?|[\p{L}\d])@\p{L}/u.test(token)

/** The units that stay as they are, marked by 1; null if there are none. */
function keptUnits(text: string): Uint8Array | null {
  const ranges: { start: number; end: number }[] = mayHaveAddress(text) ? findAddresses(text) : []
  const keep = ({ 0: found, index }: RegExpMatchArray) => ranges.push({ start: index!, end: index! + found.length })
  if (text.includes('`')) for (const found of text.matchAll(code)) keep(found)
  if (/[.@\\]/.test(text)) {
    for (const found of text.matchAll(tokens)) {
      if (isKeptToken(found[0])) keep(found)
    }
  }
  if (ranges.length === 0) return null
  const kept = new Uint8Array(text.length)
  for (const { start, end } of ranges) kept.fill(1, start, end)
  return kept
}

/** The words of a text whose letters the alphabet of 2021 does not have, and which the deck does not list. */
export function unofficialWords(text: string, own: OwnWords): string[] {
  if (!hasCyrillic(text)) return []
  const kept = keptUnits(text)
  return [...text.matchAll(words)].flatMap(({ 0: word, index }) =>
    kept?.[index] !== 1 && [...word.toLowerCase()].some(isUnofficial) && !own.at(text, index) ? [word] : [],
  )
}
