import { isHeadWord } from '../../blocks/data/table-head.ts'
import type { ArrayNode, Member, ObjectNode, StringNode } from '../../model/source.ts'
import {
  emptyCell,
  isCell,
  isCellList,
  isNothing,
  isNumberCell,
  isPlainName,
  isPlainValue,
  mostColumns,
  type RowsReading,
  rowOf,
} from './cells.ts'
import { cellOf, columnsOf, hasMore } from './rows-of-records.ts'

/**
 * Reads an object whose names are the author's own as rows: a name and a value each, lists as columns, or objects as rows.
 * `isChart`: the shorter side of a table of objects are its columns.
 */
export function rowsOfFields(fields: readonly Member[], isChart: boolean): RowsReading {
  if (fields.length === 0) return { fault: 'kinds' }
  if (hasMore({ type: 'object', range: { start: 0, end: 0 }, members: [...fields] })) return { fault: 'kinds' }
  if (fields.every(({ value }) => isCell(value)))
    return { rows: fields.map(({ key, value }) => rowOf([key, value])), head: false }
  if (fields.every(({ value }) => isCellList(value))) return ofLists(fields as ListField[], isChart)
  return fields.every(({ value }) => value.type === 'object' && value.members.every((one) => isCell(one.value)))
    ? ofObjects(fields as ObjectField[], isChart)
    : { fault: 'kinds' }
}

type ListField = Member & { value: ArrayNode }
type ObjectField = Member & { value: ObjectNode }

/**
 * Lists of the same length are columns if one of them has words and another numbers, or if the first has the name of a column.
 * In a chart, the only one with words comes first.
 */
function ofLists(fields: readonly ListField[], isChart: boolean): RowsReading {
  const { length } = fields[0]!.value.items
  if (fields.length === 1) return { fault: 'direction' }
  if (length === 0 || fields.some(({ value }) => value.items.length !== length)) return { fault: 'lengths' }
  const numbers = fields.filter(({ value }) => value.items.every((item) => isNumberCell(item) || isNothing(item)))
  const words = fields.filter(({ value }) => !value.items.some(isNumberCell))
  const first = fields[0]!
  const hasNames = isHeadWord(first.key.value) || isPlainName(first.key.value)
  if (!hasNames && (numbers.length === 0 || words.length === 0)) return { fault: 'direction' }
  const [only] = words
  const ordered = isChart && words.length === 1 ? [only!, ...fields.filter((field) => field !== only)] : fields
  return columnsAsRows(
    ordered.map(({ key }) => key),
    ordered.map(({ value }) => value),
  )
}

/** Columns of the same length as rows, with their names above them, unless these say nothing. */
export function columnsAsRows(heads: readonly StringNode[], columns: readonly ArrayNode[]): RowsReading {
  const rows = columns[0]!.items.map((_, i) => rowOf(columns.map(({ items }) => items[i]!)))
  const isPlain = heads.length === 2 && isPlainName(heads[0]!.value) && isPlainValue(heads[1]!.value)
  return isPlain ? { rows, head: false } : { rows: [rowOf(heads), ...rows], head: true }
}

/** Objects are rows with their names first, or columns. */
function ofObjects(fields: readonly ObjectField[], isChart: boolean): RowsReading {
  if (fields.some(({ value }) => hasMore(value) || value.members.length === 0)) return { fault: 'kinds' }
  const inner = columnsOf(fields.map(({ value }) => value))
  if (Math.min(inner.length, isChart ? fields.length : inner.length) > mostColumns) return { fault: 'kinds' }
  const start = fields[0]!.key.range
  if (inner.length === 1 && isPlainValue(inner[0]!.value))
    return { rows: fields.map(({ key, value }) => rowOf([key, value.members[0]!.value])), head: false }
  if (isChart && inner.length > fields.length) {
    const rows = inner.map((name) => rowOf([name, ...fields.map(({ value }) => cellOf(value, name.value))]))
    return { rows: [rowOf([emptyCell(start), ...fields.map(({ key }) => key)]), ...rows], head: true }
  }
  const rows = fields.map(({ key, value }) => rowOf([key, ...inner.map((name) => cellOf(value, name.value))]))
  return { rows: [rowOf([emptyCell(start), ...inner]), ...rows], head: true }
}
