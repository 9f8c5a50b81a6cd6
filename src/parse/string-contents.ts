import type { Edit, Range } from '../model/source.ts'

/** What stands between two quotation marks. Shape: `marks` as `StringNode` has them; the edits are in order. */
export interface StringContents {
  value: string
  offsetMap: readonly number[] | null
  /** Raw line breaks and tabs, as the escapes they should be. */
  breaks: Edit[]
  tabs: Edit[]
  /** Backslashes before an apostrophe. */
  needlessEscapes: Edit[]
  /** Backslashes that begin no escape of JSON. */
  unknownEscapes: Range[]
  /** How many backslashes a Windows path in it has; 0 where there is none that an escape would break. */
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

/** Reads the contents of a string: escapes resolved, raw line breaks and tabs kept. */
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

/** A character of the value and how many of the source it takes. */
interface SpecialCharacter {
  value: string
  size: number
}

/** One escape or raw control character. `from` is where `raw` begins in the source. */
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

/** Units: characters. A longer text is no path, and is not searched for one. */
const maxPathLength = 1000
const drive = /(?:^|[\s"'«“(])[A-Za-z]:\\[A-Za-z\d]/
/** `C:\\Users\name`: a real backslash behind a drive, and then one that is an escape. */
const halfDoubled = /(?:^|[\s"'«“(])[A-Za-z]:\/[^\s\\"]*\\[bfnrt][\w-]/
/** `C:\temp\new`; not the letters of questions and answers, which may well stand on lines of their own. */
const wholePath = /^[C-HX-Zc-hx-z]:(?:\\[\w.-]+){2,}$/
const media =
  /^(?:[A-Za-z]:|[^\s"<>|]*[\w.)/-])?\\[bfnrt][^\s"<>|]*\.(?:png|jpe?g|gif|webp|avif|svg|mp4|webm|mov|vtt|geojson|json)$/i

/**
 * How many single backslashes a Windows path has that JSON takes for escapes: `C:\Users`, `img\team.png`.
 * The second is valid JSON, but no author ever meant a tab there. A text such as `A:\nb` is left alone.
 */
function countPathBackslashes(raw: string, broken: boolean): number {
  if (!raw.includes('\\') || (raw.length > maxPathLength && !broken)) return 0
  const single = raw.replaceAll('\\\\', '/')
  const isPath =
    (broken && drive.test(single)) ||
    (raw.length <= maxPathLength && [halfDoubled, wholePath, media].some((pattern) => pattern.test(single)))
  return isPath ? single.split('\\').length - 1 : 0
}
