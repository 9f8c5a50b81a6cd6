/** A code page as which UTF-8 was read. Latin-1 counts as Windows-1252, which differs in control characters only. */
export type MisreadAs = 'windows-1251' | 'windows-1252'

/** A text of which UTF-8 bytes were once read as another encoding. */
export interface Misread {
  as: MisreadAs
  /** The text as it was; null if some bytes were lost on the way, so that it cannot be restored. */
  restored: string | null
  /** The first garbled piece and its offset. */
  sample: string
  at: number
}

const codePages = ['windows-1251', 'windows-1252'] as const

/** The characters of the bytes from 0x80 on. Written out, since Node 20 decodes Windows-1252 as Latin-1. */
const charactersOf: Readonly<Record<MisreadAs, string>> = {
  'windows-1251':
    'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕї' +
    'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя',
  'windows-1252':
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ' +
    Array.from({ length: 96 }, (_, i) => String.fromCharCode(160 + i)).join(''),
}
const latin1 = Array.from({ length: 128 }, (_, i) => String.fromCharCode(128 + i)).join('')

/** The bytes of the characters beyond ASCII, by code page; Latin-1 is read as Windows-1252. */
const bytesOf: Readonly<Record<MisreadAs, ReadonlyMap<string, number>>> = {
  'windows-1251': byteMap(charactersOf['windows-1251']),
  'windows-1252': new Map([...byteMap(latin1), ...byteMap(charactersOf['windows-1252'])]),
}

function byteMap(characters: string): Map<string, number> {
  return new Map(characters.split('').map((character, i) => [character, 128 + i] as const))
}

/** What a restored text may consist of: the letters of our languages and their neighbours, and office punctuation. */
const plausible =
  /^[А-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІіЇїЄєҐґЉљЊњЋћЂђЏџЈјЅѕЎўЃѓЌќ\u0080-\u017F\u0192\u02C6\u02DC\u2010-\u2027\u202F-\u203A\u20AC\u20B8\u20BD\u2116\u2122\u2190-\u2193\u2212\u2264\u2265\u2713\u2714\u25A0-\u25FF\uFEFF\u{1F300}-\u{1FAFF}]*$/u

/** What no text in Western letters contains: `Ã¼`, `â€™`. One of them is proof. */
const proof = /Ã[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|Â[\u00A0-\u00BF]/

/** Returns what bytes read as UTF-8 mean, if every character of a run is one byte of a plausible text; else null. */
function restoreRun(run: string, map: ReadonlyMap<string, number>): string | null {
  const parts: string[] = []
  // No TextDecoder: nearly every run of sound text fails, and an exception for each would take seconds.
  for (let i = 0; i < run.length; ) {
    const lead = map.get(run[i]!) ?? 0
    const size = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0
    if (size === 0 || i + size > run.length) return null
    let code = lead & (0xff >> (size + 1))
    for (let k = 1; k < size; k++) {
      const byte = map.get(run[i + k]!) ?? 0
      if ((byte & 0xc0) !== 0x80) return null
      code = (code << 6) | (byte & 0x3f)
    }
    if (code > 0x10ffff) return null
    parts.push(String.fromCodePoint(code))
    i += size
  }
  const text = parts.join('')
  return plausible.test(text) ? text : null
}

const nonAscii = /[^\x00-\x7F]+/g
const strings = /[^"\r\n]+/g
/** The first byte of a letter and one that follows, as each code page shows them; no pair of capitals of our languages. */
const pairs: Readonly<Record<MisreadAs, RegExp>> = {
  'windows-1251': /[РСТУ][ЂЃ‚ѓ„…†‡€‰‹Ќђ‘’“”•–—\u0098™љ›њќћџ\u00A0ў¤¦§©«¬\u00AD®°±іґµ¶·ё№є»јЅѕї]/g,
  'windows-1252': /[ÐÑÒÓÃÂ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/g,
}

/** How a piece of text looks under the suspicion that it was misread. */
interface Suspicion {
  start: number
  end: number
  text: string
  /** Restored, if all of it can be. */
  restored: string | null
  /** Letters that were restored. */
  letters: number
  /** Whether it is certainly garbled. */
  certain: boolean
}

/**
 * Recognises UTF-8 that was once read as Windows-1251, Windows-1252 or Latin-1 and saved as such: `ТљР°Р·Р°Т›СЃС‚Р°РЅ`. The
 * way back is taken only if it is exact for every garbled piece, and leads forth to the same text again.
 *
 * Shape: null if no piece is garbled.
 */
export function findMisreadUtf8(text: string): Misread | null {
  for (const as of codePages) {
    const map = bytesOf[as]
    const pieces = [...text.matchAll(strings)].flatMap(({ 0: piece, index }) => suspect(piece, index, as, map) ?? [])
    const first = pieces.find(({ certain }) => certain)
    if (!first) continue
    const misread = { as, sample: first.text, at: first.start }
    // Beside garbled pieces, a short one that can be restored is garbled as well; one letter beside sound text may be chance.
    const others = countPieces(text) > pieces.length
    const doubtful = pieces.some((piece) => piece.restored === null || (others && !piece.certain && piece.letters < 2))
    return { ...misread, restored: doubtful ? null : restore(text, pieces, as) }
  }
  return null
}

const countPieces = (text: string) => (text.match(strings) ?? []).filter((piece) => /[^\x00-\x7F]/.test(piece)).length

/** Returns all runs restored, or null as soon as one cannot be: in sound text, that is the first. */
function restoreRuns(runs: readonly string[], map: ReadonlyMap<string, number>): string[] | null {
  const restored: string[] = []
  for (const run of runs) {
    const text = restoreRun(run, map)
    if (text === null) return null
    restored.push(text)
  }
  return restored
}

function suspect(piece: string, start: number, as: MisreadAs, map: ReadonlyMap<string, number>): Suspicion | null {
  const runs = piece.match(nonAscii)
  if (!runs) return null
  const suspicion = { start, end: start + piece.length, text: piece.trim() }
  const restored = restoreRuns(runs, map)
  if (restored) {
    const letters = restored.reduce((sum, run) => sum + run.length, 0)
    let next = 0
    const whole = piece.replace(nonAscii, () => restored[next++]!)
    const isProof = as === 'windows-1252' && proof.test(piece)
    return { ...suspicion, restored: whole, letters, certain: isProof || letters >= 3 }
  }
  const all = runs.reduce((sum, run) => sum + run.length, 0)
  const paired = (piece.match(pairs[as])?.length ?? 0) * 2
  const isGarbled = paired >= 10 && paired * 4 >= all * 3
  return isGarbled ? { ...suspicion, restored: null, letters: paired / 2, certain: true } : null
}

/** Returns the text with all pieces restored; null if reading it wrongly again does not give the text as it is now. */
function restore(text: string, pieces: readonly Suspicion[], as: MisreadAs): string | null {
  const parts: string[] = []
  let at = 0
  for (const { start, end, restored } of pieces) {
    parts.push(text.slice(at, start), restored!)
    at = end
  }
  const whole = parts.join('') + text.slice(at)
  const original = pieces.map((piece) => text.slice(piece.start, piece.end)).join('')
  const bytes = new TextEncoder().encode(pieces.map(({ restored }) => restored!).join(''))
  const tables = as === 'windows-1252' ? [charactersOf[as], latin1] : [charactersOf[as]]
  return tables.some((table) => readAs(bytes, table) === original) ? whole : null
}

/** The way forth: bytes as a code page shows them. */
function readAs(bytes: Uint8Array, table: string): string {
  const characters = Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : table[byte - 128]!))
  return characters.join('')
}
