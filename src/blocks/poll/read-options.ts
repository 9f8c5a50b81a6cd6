import { type Lang, langs, type MultilingualText } from '../../model/lang.ts'
import { keyOfText } from '../../model/poll.ts'
import type { Range, SourceNode } from '../../model/source.ts'
import { readLines, type TextLine } from '../../typeset/list-marks.ts'
import { textOf } from '../fields.ts'
import type { PollBlockOption } from './types.ts'

/** The options of a poll as written, empty ones included (null). */
export type WrittenOption = { text: MultilingualText | null; range: Range }

/** Reads options: a list of texts, or a text in one or several languages with an option on each line. */
export function readOptions(node: SourceNode | undefined): WrittenOption[] {
  if (!node) return []
  if (node.type !== 'array') {
    const { range } = node
    const text = textOf(node)
    return text === null ? [] : splitText(text).map((option) => ({ text: option, range }))
  }
  const written = node.items.map((item) => ({ text: textOf(item), range: item.range }))
  // A list of one text with lines is that text.
  const [only] = written
  if (written.length === 1 && only!.text !== null && splitText(only!.text).length > 1)
    return splitText(only!.text).map((text) => ({ text, range: only!.range }))
  const lines = written.map(({ text }) => (typeof text === 'string' ? (readLines(text)[0] ?? null) : null))
  const areNumbered = lines.every((line) => line?.mark && line.mark.marker !== '')
  return written.map(({ text, range }, i) => {
    const { mark = null } = lines[i] ?? {}
    const isMarked = mark !== null && (areNumbered || isBullet(mark))
    return { text: isMarked && readLines(text as string).length === 1 ? mark.rest : text, range }
  })
}

const isBullet = (mark: NonNullable<TextLine['mark']>): boolean => mark.marker === '' || /^[☐☑☒⬜]/u.test(mark.marker)

/** The lines of a text without their list marks; in several languages, line by line. */
function splitText(text: MultilingualText): MultilingualText[] {
  if (typeof text === 'string') return linesOf(text)
  const byLang = langs.flatMap((lang): [Lang, string[]][] => {
    const one = text[lang]
    return one === undefined ? [] : [[lang, linesOf(one)]]
  })
  const count = Math.max(0, ...byLang.map(([, lines]) => lines.length))
  return Array.from({ length: count }, (_, i) =>
    Object.fromEntries(byLang.flatMap(([lang, lines]) => (lines[i] === undefined ? [] : [[lang, lines[i]!]]))),
  )
}

function linesOf(text: string): string[] {
  const lines = readLines(text)
  const areMarked = lines.every(({ mark }) => mark !== null)
  return lines.map(({ text: line, mark }) => (mark && (areMarked || isBullet(mark)) ? mark.rest : line))
}

/** The keys of a text in each of its languages. */
export const keysOf = (text: MultilingualText): string[] => [
  ...new Set((typeof text === 'string' ? [text] : Object.values(text)).map(keyOfText)),
]

/** Options with their keys. Those of an option that says the same as one before it are told apart by a number. */
export function withKeys(written: readonly { text: MultilingualText; item: number; range: Range }[]): {
  options: PollBlockOption[]
  twice: { text: string; range: Range }[]
} {
  const seen = new Map<string, number>()
  const twice: { text: string; range: Range }[] = []
  const options = written.map(({ text, item, range }) => {
    const keys = keysOf(text)
    const before = Math.max(0, ...keys.map((key) => seen.get(key) ?? 0))
    for (const key of keys) seen.set(key, before + 1)
    if (before > 0) twice.push({ text: firstText(text), range })
    return { text, item, range, keys: before === 0 ? keys : keys.map((key) => `${key}-${before + 1}`) }
  })
  return { options, twice }
}

/** The text in the first of its languages. */
export const firstText = (text: MultilingualText): string =>
  typeof text === 'string' ? text : (Object.values(text)[0] ?? '')
