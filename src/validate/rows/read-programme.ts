import { normalizeName } from '../../model/nearest-name.ts'
import type { ArrayNode, Member, ObjectNode, SourceNode, StringNode } from '../../model/source.ts'
import { joinStrings } from '../join-strings.ts'
import { isCell, isCellList, isNothing, mostColumns, type RowsReading, rowOf } from './cells.ts'
import { cellOf, columnsOf, hasMore, recordsOf } from './rows-of-records.ts'

const words = (list: string) => new Set(list.split(' ').map(normalizeName))

const starts = words('start from begin starttime басталуы начало старт с')
const ends = words('end to until finish endtime аяқталуы соңы конец окончание до по')
const times = words(
  'time when date day period year month hour уақыт уақыты сағат сағаты күн күні мерзім мерзімі жыл жылы ай айы время час дата день срок период год месяц этап кезең stage phase',
)

/**
 * Reads a programme or stages that are not written as rows: objects in a list, or an object whose names are times, with a text,
 * a list or an object each. Times come first. Null if it is written as rows or as a text.
 */
export function readProgramme(node: SourceNode): RowsReading | null {
  if (node.type === 'array') {
    const records = recordsOf(node)
    return records && rowsOfEvents(records)
  }
  return node.type === 'object' && !isCell(node) && node.members.length > 0 ? rowsOfTimes(node) : null
}

function rowsOfEvents(records: readonly ObjectNode[]): RowsReading {
  const isPlain = records.every((one) => !hasMore(one) && one.members.every(({ value }) => isCell(value)))
  if (!isPlain) return { fault: 'kinds' }
  const columns = columnsOf(records)
  if (columns.length > mostColumns) return { fault: 'kinds' }
  const isIn = (set: ReadonlySet<string>) => columns.filter(({ value }) => set.has(normalizeName(value)))
  const [start, end, time] = [isIn(starts), isIn(ends), isIn(times)]
  if (start.length > 1 || end.length > 1 || (end.length === 1 && start.length + time.length === 0))
    return { fault: 'direction' }
  const first = start[0] ?? time.find(({ value }) => normalizeName(value) === 'time') ?? time[0]
  const isFirst = ({ value }: StringNode) => value === first?.value || value === end[0]?.value
  // A day stands before the time, as an author writes it.
  const others = columns.filter((column) => !isFirst(column))
  return {
    rows: records.map((record) => {
      const span = first ? [spanOf(cellOf(record, first.value), end[0] ? cellOf(record, end[0].value) : null)] : []
      const cells = [...span, ...others.map(({ value }) => cellOf(record, value))]
      return rowOf(withoutEmptyEnd(cells), record.range)
    }),
    head: null,
  }
}

/** A time with its end: `09:00–09:30`. */
function spanOf(start: SourceNode, end: SourceNode | null): SourceNode {
  const isPlain = (node: SourceNode) => node.type === 'string' || node.type === 'number'
  return end && !isNothing(end) && isPlain(start) && isPlain(end) ? joinStrings([start, end], '–') : start
}

function withoutEmptyEnd(cells: readonly SourceNode[]): readonly SourceNode[] {
  let { length } = cells
  while (length > 1 && isNothing(cells[length - 1]!)) length--
  return cells.slice(0, length)
}

function rowsOfTimes(node: ObjectNode): RowsReading {
  if (hasMore(node)) return { fault: 'kinds' }
  const rows = node.members.map(rowsOfTime)
  return rows.includes(null) ? { fault: 'kinds' } : { rows: rows.flatMap((own) => own ?? []), head: null }
}

/** The row of a time, or the rows of a day below its name. */
function rowsOfTime({ key, value }: Member): ArrayNode[] | null {
  if (isCell(value)) return [rowOf([key, value])]
  if (value.type === 'array') return rowsOfList(key, value)
  if (value.type === 'object' && value.members.every((one) => isCell(one.value)) && !hasMore(value)) {
    const isDay = value.members.length > 1 && value.members.every((one) => /^\s*\d{1,2}[:.]\d\d/.test(one.key.value))
    return isDay
      ? [rowOf([key]), ...value.members.map((one) => rowOf([one.key, one.value]))]
      : [rowOf([key, ...value.members.map((one) => one.value)])]
  }
  return null
}

function rowsOfList(key: StringNode, value: ArrayNode): ArrayNode[] | null {
  if (value.items.every(isCell)) return [rowOf([key, ...value.items])]
  if (value.items.every(isCellList)) return [rowOf([key]), ...(value.items as ArrayNode[])]
  const inner = readProgramme(value)
  return inner && 'rows' in inner ? [rowOf([key]), ...inner.rows] : null
}
