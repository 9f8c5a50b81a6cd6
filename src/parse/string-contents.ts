import type { Edit, Range } from '../model/source.ts'

/** The contents of a string. Shape: `offsetMap` as in `StringNode`; the edits are in order. */
export interface StringContents {
  value: string
  offsetMap: readonly number[] | null
  /** Edits that replace raw line breaks and tabs by escapes. */
  breaks: Edit[]
  tabs: Edit[]
  /** Edits that remove backslashes before apostrophes. */
  needlessEscapes: Edit[]
  /** The ranges of escapes that JSON does not have. */
  unknownEscapes: Range[]
  /** The number of backslashes in a Windows path that escapes would break; 0 if there is no such path. */
  pathBackslashes: number
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

const special = /[\\\n\r\t]/g

/** Reads the contents of a string: resolves escapes, keeps raw line breaks and tabs. */
export function readContents(text: string, from: number, to: number): StringContents {
  const raw = text.slice(from, to)
  const offsetMap = [0, from]
  const contents: StringContents = {
    value: '',
    offsetMap,
    breaks: [],
    tabs: [],
    needlessEscapes: [],
    unknownEscapes: [],
    pathBackslashes: 0,
  }
  const parts: string[] = []
  let length = 0
  let at = 0
  special.lastIndex = 0
  for (let hit = special.exec(raw); hit; hit = special.exec(raw)) {
    const { index } = hit
    const { value, size } = readSpecialCharacter(raw, index, from, contents)
    parts.push(raw.slice(at, index), value)
    length += index - at + value.length
    at = special.lastIndex = index + size
    if (size !== value.length) offsetMap.push(length - value.length, from + index, length, from + at)
  }
  parts.push(raw.slice(at))
  contents.value = parts.join('')
  if (offsetMap.length === 2) contents.offsetMap = null
  contents.pathBackslashes = countPathBackslashes(raw, contents.unknownEscapes.length > 0)
  return contents
}

/** Counts the characters of a string without reading it. Units: UTF-16 units. */
export function countCharacters(text: string, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++, count++) {
    const code = text.charCodeAt(i)
    if (code === 0x5c) i += text[i + 1] === 'u' ? 5 : 1
    else if (code === 0x0d && text[i + 1] === '\n') i++
  }
  return count
}

/** A character of the value and the number of source characters it takes. */
interface SpecialCharacter {
  value: string
  size: number
}

/** Reads one escape or raw control character. `from` is the source offset of `raw`. */
function readSpecialCharacter(raw: string, at: number, from: number, contents: StringContents): SpecialCharacter {
  const character = raw[at]!
  const start = from + at
  if (character === '\\') return readEscape(raw, at, from, contents)
  if (character === '\t') {
    contents.tabs.push({ start, end: start + 1, text: '\\t' })
    return { value: '\t', size: 1 }
  }
  const size = character === '\r' && raw[at + 1] === '\n' ? 2 : 1
  contents.breaks.push({ start, end: start + size, text: '\\n' })
  return { value: '\n', size }
}

function readEscape(raw: string, at: number, from: number, contents: StringContents): SpecialCharacter {
  const name = raw[at + 1] ?? ''
  const known = escapes[name]
  if (known !== undefined) return { value: known, size: 2 }
  const start = from + at
  const digits = raw.slice(at + 2, at + 6)
  if (name === 'u' && /^[\da-f]{4}$/i.test(digits)) {
    return { value: String.fromCharCode(Number.parseInt(digits, 16)), size: 6 }
  }
  if (name === "'") {
    contents.needlessEscapes.push({ start, end: start + 1, text: '' })
    return { value: "'", size: 2 }
  }
  contents.unknownEscapes.push({ start, end: start + 1 + name.length })
  return { value: '\\', size: 1 }
}

/** Longer strings are not searched for paths. Units: characters. */
const maxPathLength = 1000
const drive = /(?:^|[\s"'«“(])[A-Za-z]:\\[A-Za-z\d]/
/** `C:\\Users\name`: an escaped backslash after a drive, then one that would begin an escape. */
const halfDoubled = /\\(?<=(?:^|[\s"'«“(])[A-Za-z]:\/[^\s\\"]*\\)[bfnrt][\w-]/
/** `C:\temp\new`. Not `A:` or `Q:`, which begin answers and questions. */
const wholePath = /^[C-HX-Zc-hx-z]:(?:\\[\w.-]+){2,}$/
const media = /^[^\s"<>|]*\.(?:png|jpe?g|gif|webp|avif|svg|mp4|webm|mov|vtt|geojson|json)$/i
const escapeInPath = /(?:^|^[A-Za-z]:|[\w.)/-])\\[bfnrt]/i

/**
 * Counts the single backslashes of a Windows path, which JSON would read as escapes: `C:\Users`, `img\team.png`.
 * The second is valid JSON, but no author means a tab there. A text such as `A:\nb` is left alone.
 */
function countPathBackslashes(raw: string, broken: boolean): number {
  if (!raw.includes('\\') || (raw.length > maxPathLength && !broken)) return 0
  const single = raw.replaceAll('\\\\', '/')
  const isPath =
    (broken && drive.test(single)) ||
    (raw.length <= maxPathLength &&
      (halfDoubled.test(single) || wholePath.test(single) || (media.test(single) && escapeInPath.test(single))))
  return isPath ? single.split('\\').length - 1 : 0
}
