import { langs } from '../../model/lang.ts'
import { findMember, type SourceNode } from '../../model/source.ts'
import { textOf } from '../fields.ts'
import { isProgramme } from './recognize-programme.ts'
import { recognizeRanking } from './recognize-ranking.ts'
import { recognizeTable } from './recognize-table.ts'
import { splitRows } from './split-rows.ts'

/** What a text is shown as without being asked to, and how many rows and columns it has. */
export interface RecognizedText {
  shown: 'table' | 'ranking' | 'programme'
  rows: number
  columns: number
}

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

/** A longer text is a list of words or a novel, and costs too much to look at. Units: UTF-16 units. */
const longestText = 4_000_000

/** Recognizes a text in one language; null if it is a text. */
export function recognize(text: string): RecognizedText | null {
  if (text.length > longestText) return null
  const lines = text.split(lineBreak).filter((line) => line.trim() !== '')
  if (lines.length < 2) return null
  if (isProgramme(lines)) {
    const rows = splitRows(text)
    return { shown: 'programme', rows: rows.length, columns: Math.max(2, ...rows.map(({ cells }) => cells.length)) }
  }
  const table = recognizeTable(text, lines)
  if (table) return { shown: 'table', ...table }
  const ranking = recognizeRanking(lines)
  return ranking && { shown: 'ranking', ...ranking }
}

const known = new WeakMap<SourceNode, { found: RecognizedText | null }>()

/** Recognizes the text of a slide. In several languages, it counts only if all are recognized alike. */
export function recognizeText(node: SourceNode | undefined): RecognizedText | null {
  if (!node || node.type === 'array' || textOf(node) === null) return null
  const before = known.get(node)
  if (before) return before.found
  const found = recognizeNode(node)
  known.set(node, { found })
  return found
}

function recognizeNode(node: SourceNode): RecognizedText | null {
  if (node.type === 'string') return recognize(node.value)
  const texts = langs.flatMap((lang) => findMember(node, lang)?.value ?? [])
  const found = texts.flatMap((text) => (text.type === 'string' && text.value.trim() ? [recognize(text.value)] : []))
  const [first = null] = found
  if (!first) return null
  const { shown, columns, rows } = first
  return found.every((one) => one?.shown === shown && one.columns === columns && one.rows === rows) ? first : null
}
