import { normalizeName } from '../../model/nearest-name.ts'
import type { ArrayNode, ObjectNode, SourceNode, StringNode } from '../../model/source.ts'
import {
  emptyCell,
  isCell,
  isCellList,
  isPlainName,
  isPlainValue,
  mostColumns,
  type RowsReading,
  rowOf,
} from './cells.ts'
import { columnsAsRows } from './rows-of-fields.ts'
import { recordsOf } from './rows-of-records.ts'

/** A column of a chart as programs write it: its name, and its numbers in a list, by their names, or in pairs. */
interface Series {
  name: StringNode
  values: ArrayNode | ObjectNode
}

const dataNames = new Set(
  'data values points y деректер мәндер сандар данные значения числа'.split(' ').map(normalizeName),
)

/** The series of a list of objects such as `{ "name": "2025", "data": [5, 6] }`; null if it is another list. */
export function seriesOf(node: SourceNode): Series[] | null {
  if (node.type === 'object') {
    const lists = node.members.filter(({ value }) => isCellList(value))
    return lists.length > 0 && lists.length === node.members.length
      ? lists.map(({ key, value }) => ({ name: key, values: value as ArrayNode }))
      : null
  }
  if (node.type !== 'array') return null
  const records = recordsOf(node)
  const series = records?.map(oneSeries)
  return series && !series.includes(null) ? (series as Series[]) : null
}

function oneSeries({ members, range }: ObjectNode): Series | null {
  const data = members.filter(({ key }) => dataNames.has(normalizeName(key.value)))
  const names = members.filter(({ key, value }) => isPlainName(key.value) && isCell(value))
  const [only] = data
  if (data.length !== 1 || names.length > 1 || members.length > data.length + names.length) return null
  const { value } = only!
  if (value.type !== 'array' && value.type !== 'object') return null
  const name = names[0]?.value
  if (name && name.type !== 'string' && name.type !== 'number') return null
  return { name: name?.type === 'string' ? name : textAt(name, range.start), values: value }
}

const textAt = (node: SourceNode | undefined, start: number): StringNode => ({
  type: 'string',
  range: node?.range ?? { start, end: start },
  value: node?.type === 'number' ? String(node.value) : '',
})

/** Reads series as rows: the names of their points in the first column. `labels`: those names, if they stand apart. */
export function rowsOfSeries(series: readonly Series[], labels: ArrayNode | null): RowsReading {
  if (series.length > mostColumns) return { fault: 'kinds' }
  const heads = series.map(({ name }) => name)
  if (labels) {
    const lists = series.map(({ values }) => values)
    if (!lists.every(isCellList)) return { fault: 'kinds' }
    if (lists.some(({ items }) => items.length !== labels.items.length)) return { fault: 'lengths' }
    const only = series.length === 1 && heads[0]!.value === ''
    const rows = labels.items.map((label, i) => rowOf([label, ...lists.map(({ items }) => items[i]!)]))
    return only ? { rows, head: false } : { rows: [rowOf([emptyCell(labels.range), ...heads]), ...rows], head: true }
  }
  const points = series.map(({ values }) => pointsOf(values))
  if (points.includes(null)) return { fault: series.every(({ values }) => isCellList(values)) ? 'names' : 'kinds' }
  const all = points as Map<string, [StringNode, SourceNode]>[]
  const names = new Map(all.flatMap((one) => [...one].map(([name, [key]]) => [name, key] as const)))
  const column = (one: Map<string, [StringNode, SourceNode]>, range: StringNode['range']) =>
    rowOf(
      [...names].map(([name, key]) => one.get(name)?.[1] ?? emptyCell(key.range)),
      range,
    )
  const first = emptyCell(series[0]!.values.range)
  const columns = series.map(({ values }, i) => column(all[i]!, values.range))
  return columnsAsRows([first, ...heads], [rowOf([...names.values()]), ...columns])
}

/** The points of a series by their names; null if they have none, or one name twice. */
function pointsOf(node: ArrayNode | ObjectNode): Map<string, [StringNode, SourceNode]> | null {
  const points = new Map<string, [StringNode, SourceNode]>()
  const pairs = node.type === 'object' ? node.members.map(({ key, value }) => [key, value]) : node.items.map(pairOf)
  for (const pair of pairs) {
    const [key, value] = pair ?? []
    const name = key && (key.type === 'number' ? textAt(key, 0) : key)
    if (name?.type !== 'string' || !value || !isCell(value) || points.has(name.value)) return null
    points.set(name.value, [name, value])
  }
  return points.size > 0 ? points : null
}

/** `["Almaty", 98]`, or `{ "x": "Almaty", "y": 98 }`. */
function pairOf(node: SourceNode): [SourceNode, SourceNode] | null {
  if (node.type === 'array') return node.items.length === 2 ? [node.items[0]!, node.items[1]!] : null
  if (node.type !== 'object' || node.members.length !== 2) return null
  const name = node.members.find(({ key }) => isPlainName(key.value))
  const value = node.members.find(({ key }) => isPlainValue(key.value))
  return name && value ? [name.value, value.value] : null
}
