import type { Diagnostic } from '../model/diagnostic.ts'
import { excerpt } from '../model/excerpt.ts'
import { limits } from '../model/limits.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import { looksLikeRussian, russianShare } from './cp1251-heuristic.ts'
import { findLostLetters } from './lost-letters.ts'
import { findMisreadUtf8 } from './misread-utf8.ts'

/** A decoded file. Shape: `text` has no BOM and is null if the file was refused. */
export interface Decoded {
  text: string | null
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'cp866' | 'koi8-r' | 'unknown'
  diagnostics: Diagnostic<ParseProblem>[]
}

const start = { start: 0, end: 0 }

/**
 * Decodes UTF-8, UTF-16 (with or without a BOM), Windows-1251, CP866 and KOI8-R, and reports everything but plain UTF-8,
 * also UTF-8 that was once read as something else.
 *
 * Errors: none thrown; an empty, oversized, binary, garbled or undecodable file gives a diagnostic and no text.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > limits.deckBytes) {
    return refuse({ code: 'deck-too-large', sizeBytes: bytes.length, limitBytes: limits.deckBytes })
  }
  const wide = detectUtf16(bytes)
  if (wide) return decodeUtf16(bytes, wide)
  const format = binaryFormat(bytes)
  if (format !== undefined) return refuse({ code: 'file-binary', format })
  const text = decodeStrictly('utf-8', bytes)
  return text === null ? decodeCp1251(bytes) : decodeUtf8(bytes, text)
}

function decodeUtf8(bytes: Uint8Array, text: string): Decoded {
  if (isBlank(text)) return refuse({ code: 'file-empty' })
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return restore({ text, encoding: 'utf-8', diagnostics: bom ? [warning({ code: 'bom-present' })] : [] }, text)
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = decodeStrictly(encoding, bytes)
  if (text === null) return refuse({ code: 'encoding-unknown', line: 1 })
  if (isBlank(text)) return refuse({ code: 'file-empty' })
  if (text.includes('\0')) return refuse({ code: 'file-binary', format: null })
  return restore({ text, encoding, diagnostics: [warning({ code: 'encoding-utf16' })] }, text)
}

/** Restores text that was misread before it was saved, perhaps twice, and reports letters that were lost. */
function restore(decoded: Decoded, text: string, rounds = 3): Decoded {
  const misread = rounds > 0 ? findMisreadUtf8(text) : null
  if (misread) {
    const { as, sample, at, restored } = misread
    const line = text.slice(0, at).split('\n').length
    if (restored === null) return refuse({ code: 'encoding-garbled', as, text: excerpt(sample), line })
    const problem = { code: 'encoding-twice', as, text: excerpt(sample) } as const
    return restore(
      { ...decoded, text: restored, diagnostics: [...decoded.diagnostics, warning(problem)] },
      restored,
      rounds - 1,
    )
  }
  const lost = findLostLetters(text)
  if (!lost) return decoded
  const range = { start: lost.at, end: lost.at + 1 }
  const problem = { code: 'letters-lost', text: excerpt(lost.word), count: lost.count } as const
  return { ...decoded, diagnostics: [...decoded.diagnostics, { ...problem, severity: 'error', range }] }
}

/**
 * Decodes a file that is not UTF-8 as Windows-1251, if the result reads as Russian.
 * KZ-1048 is the same code page with Kazakh letters in places where Russian text has none.
 */
function decodeCp1251(bytes: Uint8Array): Decoded {
  const text = decodeStrictly('windows-1251', bytes)
  const broken = scanInvalidUtf8(bytes)
  if (text === null || broken.utf8 * 4 > broken.count) return refuse({ code: 'encoding-unknown', line: broken.line })
  const other = decodeOther(bytes, text)
  if (other) return other
  const kazakh = text.search(/[ЈЄЌЅҐЎЇЋјєќѕґўїћ]/)
  if (kazakh >= 0) {
    const letters = [...new Set(text.match(/[ЈЄЌЅҐЎЇЋјєќѕґўїћ]/g))].join(' ')
    return refuse({ code: 'encoding-kz1048', letters, line: text.slice(0, kazakh).split('\n').length })
  }
  if (!looksLikeRussian(text)) return refuse({ code: 'encoding-unknown', line: broken.line })
  // Kazakh letters that this encoding lacks may have become question marks.
  return restore({ text, encoding: 'windows-1251', diagnostics: [warning({ code: 'encoding-cp1251' })] }, text, 0)
}

/** Decodes CP866 or KOI8-R, if the file reads as Russian in it and clearly better than as Windows-1251, `text`. */
function decodeOther(bytes: Uint8Array, text: string): Decoded | null {
  const readings = (['cp866', 'koi8-r'] as const)
    .map((encoding) => ({ encoding, text: decodeStrictly(encoding, bytes) ?? '' }))
    .filter((reading) => looksLikeRussian(reading.text))
    .map((reading) => ({ ...reading, share: russianShare(reading.text) }))
    .sort((a, b) => b.share - a.share)
  const [best, second] = readings
  const rival = Math.max(second?.share ?? 0, looksLikeRussian(text) ? russianShare(text) : 0)
  if (!best || best.share < Math.max(0.25, rival + 0.1)) return null
  const name = best.encoding === 'cp866' ? 'CP866' : 'KOI8-R'
  const diagnostics = [warning({ code: 'encoding-cyrillic', encoding: name })]
  return { text: best.text, encoding: best.encoding, diagnostics }
}

/** Detects UTF-16 by its BOM, or by the zero in every second byte of ASCII characters. */
function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes.length < 4 || bytes.length % 2 === 1) return null
  const zeros = [0, 0]
  const sample = Math.min(bytes.length, 4096)
  for (let i = 0; i < sample; i++) if (bytes[i] === 0) zeros[i % 2]!++
  // In Cyrillic text only blanks and punctuation have zeros, but a deck begins with a brace, a quote and a name.
  if (bytes[0] !== 0 && bytes[1] === 0 && zeros[0] === 0) return 'utf-16le'
  if (bytes[0] === 0 && bytes[1] !== 0 && zeros[1] === 0) return 'utf-16be'
  return null
}

const signatures = [
  ['office', [0x50, 0x4b, 0x03, 0x04]],
  ['office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
] as const

/** Returns the format of a binary file, null if it is unknown, and undefined if the file is text. */
function binaryFormat(bytes: Uint8Array): 'office' | 'pdf' | 'rtf' | 'image' | null | undefined {
  for (const [format, signature] of signatures) {
    if (signature.every((byte, i) => bytes[i] === byte)) return format
  }
  return bytes.includes(0) ? null : undefined
}

/** Finds the first line that is invalid UTF-8, and counts invalid bytes and valid multi-byte sequences. */
function scanInvalidUtf8(bytes: Uint8Array): { line: number; count: number; utf8: number } {
  let line = 0
  let lines = 1
  let count = 0
  let utf8 = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte === 0x0a) lines++
    if (byte < 0x80) continue
    const more = byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0
    let good = more > 0
    for (let k = 1; k <= more; k++) if ((bytes[i + k]! & 0xc0) !== 0x80) good = false
    if (good) {
      utf8++
      i += more
    } else {
      count++
      line ||= lines
    }
  }
  return { line: line || 1, count, utf8 }
}

function decodeStrictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const isBlank = (text: string) => !/\S/.test(text)

const warning = (problem: ParseProblem): Diagnostic<ParseProblem> => ({ ...problem, severity: 'warning', range: start })

const refuse = (problem: ParseProblem): Decoded => ({
  text: null,
  encoding: 'unknown',
  diagnostics: [{ ...problem, severity: 'error', range: start }],
})
