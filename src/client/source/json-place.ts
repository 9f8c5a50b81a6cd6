import type { NodePath } from '../../model/source.ts'

/** A place in a text of JSON, which may have mistakes: it only helps to type, what the file means is read elsewhere. */
export interface JsonPlace {
  /** The path of the value, or of the object that the key belongs to. */
  path: NodePath
  isKey: boolean
  /** The word that is typed there: a string with its quotation marks, a number. */
  start: number
  end: number
}

interface Level {
  isList: boolean
  step: string | number
  wantsKey: boolean
}

/** Goes through a text. `onWord` is called for each word and bracket that opens; what it returns ends the walk. */
function walk<T>(
  text: string,
  onWord: (word: { start: number; end: number; levels: readonly Level[] }) => T | undefined,
  onEnd: (levels: readonly Level[]) => T,
  until = text.length,
): T {
  const levels: Level[] = []
  for (let at = 0; at < until; ) {
    const letter = text[at]!
    const top = levels.at(-1)
    if (letter === '{' || letter === '[') {
      const found = onWord({ start: at, end: at + 1, levels })
      if (found !== undefined) return found
      levels.push({ isList: letter === '[', step: letter === '[' ? 0 : '', wantsKey: letter === '{' })
      at++
    } else if (letter === '}' || letter === ']') {
      levels.pop()
      afterValue(levels)
      at++
    } else if (letter === ',') {
      if (top?.isList) top.step = Number(top.step) + 1
      else if (top) Object.assign(top, { step: '', wantsKey: true })
      at++
    } else if (letter === ':') {
      if (top) top.wantsKey = false
      at++
    } else if (/\s/.test(letter)) at++
    else {
      const end = letter === '"' ? stringEnd(text, at) : wordEnd(text, at)
      const found = onWord({ start: at, end, levels })
      if (found !== undefined) return found
      if (top?.wantsKey) top.step = text.slice(at, end).replace(/^"|"$/g, '')
      else afterValue(levels)
      at = end
    }
  }
  return onEnd(levels)
}

/** Behind a value of an object comes a key, even if the comma was forgotten. */
function afterValue(levels: readonly Level[]): void {
  const top = levels.at(-1)
  if (top && !top.isList) top.wantsKey = true
}

/** The end of a string. One that is not closed ends with its line. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at + 1
    // Texts with line breaks in them are common; a line that begins with a key shows that the quotation mark was forgotten.
    else if (text[at] === '\n' && /^\s*"[^"\n]{1,40}"\s*:/.test(text.slice(at + 1, at + 120))) return at
  }
  return text.length
}

function wordEnd(text: string, start: number): number {
  let end = start + 1
  while (end < text.length && !/[\s,:{}[\]"]/.test(text[end]!)) end++
  return end
}

const pathOf = (levels: readonly Level[]): NodePath => levels.map(({ step }) => step)

/** Returns what is typed at an offset. */
export function placeAt(text: string, offset: number): JsonPlace {
  const place = (levels: readonly Level[], start: number, end: number): JsonPlace => {
    const isKey = levels.at(-1)?.wantsKey ?? false
    return { path: pathOf(isKey ? levels.slice(0, -1) : levels), isKey, start, end }
  }
  return walk<JsonPlace>(
    text,
    ({ start, end, levels }) =>
      start < offset && offset <= end && !'{['.includes(text[start]!) ? place(levels, start, end) : undefined,
    (levels) => place(levels, offset, offset),
    offset,
  )
}

/** Returns the offset at which the value of a path begins; null if the text has none. */
export function offsetOf(text: string, path: NodePath): number | null {
  return walk<number | null>(
    text,
    ({ start, levels }) => {
      if (levels.length !== path.length || levels.at(-1)?.wantsKey) return undefined
      return levels.every(({ step }, i) => step === path[i]) ? start : undefined
    },
    () => null,
  )
}
