import { formatNumber } from '../../languages/format.ts'
import type { PickText } from '../../model/block-type.ts'
import type { DataRow, DataTable, TextRow } from '../../model/data-table.ts'
import type { Lang, LocalizedText, MultilingualText } from '../../model/lang.ts'
import { findMember, type SourceNode } from '../../model/source.ts'
import { booleanOf, textOf } from '../fields.ts'
import { splitRows } from './split-rows.ts'

/**
 * Reads the value of a table: a text of rows, a list of rows (lists of cells, or texts), or an object with `rows`. Null if
 * it is empty.
 */
export function readTable(node: SourceNode | undefined): DataTable<MultilingualText> | null {
  if (!node) return null
  const rowsNode = node.type === 'object' ? (findMember(node, 'rows')?.value ?? node) : node
  const head = node.type === 'object' ? findMember(node, 'head')?.value : undefined
  const rows = rowsNode.type === 'array' ? rowsNode.items.flatMap(readRow) : readRow(rowsNode)
  if (rows.length === 0) return null
  return { rows, head: head?.type === 'boolean' ? booleanOf(head) : null, range: node.range }
}

function readRow(node: SourceNode): DataRow<MultilingualText>[] {
  const { range } = node
  if (node.type === 'array') {
    const cells = node.items.map((item) => ({ text: textOf(item) ?? '', range: item.range, ...numberIn(item) }))
    return cells.some(({ text }) => text !== '') ? [{ cells, range }] : []
  }
  const text = textOf(node)
  return text === null ? [] : [{ text, range }]
}

const numberIn = (node: SourceNode) => (node.type === 'number' ? { number: Number(node.value) } : {})

/** Gives the texts of a table in the language of the output. */
export const localizeTable = (
  { rows, ...rest }: DataTable<MultilingualText>,
  pick: PickText,
): DataTable<LocalizedText> => ({
  ...rest,
  rows: rows.map((row): DataRow<LocalizedText> => {
    if ('text' in row) return { ...row, text: pick(row.text, row.range, 'rows') }
    // Most cells are numbers, which need no check.
    return { ...row, cells: row.cells.map((cell) => ({ ...cell, text: pick(cell.text, cell.range, 'rows') })) }
  }),
})

/** Returns the rows of a table with their cells as plain texts; numbers of JSON are written as in the language. */
export function textRows({ rows }: DataTable<LocalizedText>, lang: Lang): TextRow[] {
  const isYearAt = yearsOf(rows)
  return rows.flatMap((row, at): TextRow[] => {
    const { range } = row
    if ('cells' in row)
      return [
        {
          cells: row.cells.map(({ text, number }, column) => {
            if (number === undefined) return text.text.trim()
            return isYearAt(at, column) ? String(number) : formatNumber(number, lang)
          }),
          range,
          line: 0,
        },
      ]
    return splitRows(row.text.text).map(({ cells, line }) => ({ cells, range, line }))
  })
}

const isYear = (number: number) => Number.isInteger(number) && number >= 1800 && number < 2200

/** Tells where numbers are years, which are written without a space: all of the first row, or of the rest of a column. */
function yearsOf(rows: DataTable<LocalizedText>['rows']): (row: number, column: number) => boolean {
  const numbers = rows.map((row) => ('cells' in row ? row.cells.map(({ number }) => number) : []))
  const head = numbers[0] ?? []
  const areYears = (list: readonly (number | undefined)[]) =>
    list.every((number) => number === undefined || isYear(number))
  const inHead = areYears(head)
  const width = numbers.reduce((most, { length }) => Math.max(most, length), 0)
  const inBody = Array.from({ length: width }, (_, column) => areYears(numbers.slice(1).map((row) => row[column])))
  return (row, column) => (row === 0 ? inHead || (inBody[column]! && areYears([head[column]])) : inBody[column]!)
}

/** The language of most of a table: that of its first text. */
export function languageOf({ rows }: DataTable<LocalizedText>): LocalizedText['lang'] | null {
  for (const row of rows) {
    const text = 'text' in row ? row.text : row.cells.find(({ text }) => /\p{L}/u.test(text.text))?.text
    if (text) return text.lang
  }
  return null
}
