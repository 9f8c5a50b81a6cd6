import { normalizeName } from '../../model/nearest-name.ts'
import { type ArrayNode, type Member, type ObjectNode, type SourceNode, toPlainValue } from '../../model/source.ts'
import { isAnnotation } from '../field-words.ts'
import { readFieldNames } from '../read-field-names.ts'
import { definition, knownNames } from '../schema.ts'
import { valueFits } from '../value-fits.ts'
import {
  isCell,
  isCellList,
  isNumberCell,
  isPlainName,
  isPlainValue,
  memberNamed,
  type RowsReading,
  rowOf,
} from './cells.ts'
import { rowsOfFields } from './rows-of-fields.ts'
import { cellOf, columnsOf, recordsOf, rowsOfRecords } from './rows-of-records.ts'
import { rowsOfSeries, seriesOf } from './rows-of-series.ts'

/** What holds rows: a table, a chart, or the data of a chart. */
export type RowsHolder = 'table' | 'chart' | 'data'

/** The rows of a table or a chart, with its settings; `reading` is what its data are read as. */
export interface DataReading {
  reading: RowsReading
  settings: Member[]
}

const roles = {
  labels: 'labels categories names x xaxis атаулар санаттар белгілер названия категории подписи метки',
  series: 'series datasets қатарлар сериялар ряды серии',
  head: 'head header headers columns cols fields бағандар тақырыптар столбцы колонки заголовки шапка',
  body: 'rows data body values items records numbers y жолдар деректер мәндер сандар строки данные значения числа',
} as const
type Role = keyof typeof roles

const roleOf = new Map(
  Object.entries(roles).flatMap(([role, words]) =>
    words.split(' ').map((word) => [normalizeName(word), role as Role] as const),
  ),
)

/**
 * Reads the value of a table or a chart that is not written as rows: objects in a list, or an object with the author's names,
 * with lists of names and of numbers, or with series. Null if it is written as rows, as a text, or as something else.
 */
export function readData(node: SourceNode, holder: RowsHolder): DataReading | null {
  const isChart = holder !== 'table'
  if (node.type === 'array') {
    const reading = readList(node, isChart)
    return reading && { reading, settings: [] }
  }
  if (node.type !== 'object') return null
  const { settings, main, rest } = divide(node, holder)
  // What stands under the name of the data is read by itself, or is a text.
  if (main && (main.value.type === 'string' || rest.length === 0))
    return holder === 'chart' ? null : ofMain(main, settings, isChart)
  const given = main ? [main, ...rest] : rest
  if (given.length === 0 || given.some(({ key }) => slideNames.has(key.value) && !roleOf.has(key.value))) return null
  const parts = partsOf(given)
  if (parts.scalars.some(isText) || (isChart && !hasNumber(given))) return null
  const reading = readParts(parts, given, isChart) ?? (holder === 'chart' ? rowsBesideSettings(parts, settings) : null)
  return reading && { reading, settings: parts.roles.size > 0 ? [...settings, ...parts.scalars] : settings }
}

/** A text under a name for rows, which is a text of rows. */
const isText = ({ key, value }: Member): boolean =>
  value.type === 'string' && !isNumberCell(value) && roleOf.has(normalizeName(key.value))

const hasNumber = (members: readonly Member[]): boolean =>
  members.some(({ value }) => isNumberCell(value) || (value.type !== 'string' && !isCell(value)))

/** Rows under the name that tables have for them, beside settings of a chart. */
function rowsBesideSettings({ roles: own, others }: Parts, settings: readonly Member[]): RowsReading | null {
  const body = own.get('body')?.value
  const isAlone = own.size === 1 && others.length === 0 && settings.some(({ key }) => key.value !== 'type')
  if (!isAlone || body?.type !== 'array' || !body.items.every(isCellList)) return null
  return { rows: body.items as ArrayNode[], head: null }
}

/** Names of a slide, which are nobody's data. */
const slideNames = new Set([...knownNames(definition('#/definitions/slide')!), 'subtitle', 'heading', 'description'])

function ofMain(main: Member, settings: Member[], isChart: boolean): DataReading | null {
  const reading = ofBody(main.value, isChart)
  return reading && { reading, settings }
}

function readList(list: ArrayNode, isChart: boolean): RowsReading | null {
  const records = recordsOf(list)
  if (!records) return null
  const series = isChart ? seriesOf(list) : null
  return series ? rowsOfSeries(series, null) : rowsOfRecords(records, isChart)
}

interface Divided {
  /** What the format knows as settings there. */
  settings: Member[]
  /** The data by their name of the format. */
  main: Member | null
  rest: Member[]
}

function divide(node: ObjectNode, holder: RowsHolder): Divided {
  const schema = definition(`#/definitions/${holder === 'chart' ? 'chartObject' : 'tableObject'}`)!
  const mainName = holder === 'chart' ? 'data' : 'rows'
  const readings = readFieldNames(node, schema)
  const known = knownNames(schema)
  const divided: Divided = { settings: [], main: null, rest: [] }
  for (const member of node.members) {
    const { key, value } = member
    const name = known.includes(key.value) ? key.value : readings.get(key)?.meant
    if (name === mainName) divided.main ??= member
    else if (isAnnotation(key.value) || key.value === 'type') divided.settings.push(member)
    else if (name !== undefined && valueFits(value, name, schema.properties![name]!)) divided.settings.push(member)
    else divided.rest.push(member)
  }
  return divided
}

interface Parts {
  roles: Map<Role, Member>
  /** Texts and numbers beside lists, which say something else. */
  scalars: Member[]
  /** Lists and objects with names of the author's own. */
  others: Member[]
}

function partsOf(members: readonly Member[]): Parts {
  const parts: Parts = { roles: new Map(), scalars: [], others: [] }
  for (const member of members) {
    const role = roleOf.get(normalizeName(member.key.value))
    if (isCell(member.value)) parts.scalars.push(member)
    else if (role && !parts.roles.has(role)) parts.roles.set(role, member)
    else parts.others.push(member)
  }
  return parts
}

function readParts({ roles: own, others }: Parts, members: readonly Member[], isChart: boolean): RowsReading | null {
  const [labels, series, head, body] = (['labels', 'series', 'head', 'body'] as const).map((role) => own.get(role))
  // A single part is rows, or the only column.
  if (others.length > 0 || (!body && !series)) return readFields(members, isChart)
  if (head && body && !labels && !series) return belowHead(head.value, body.value)
  if (labels && !head) return withLabels(labels.value, series, body)
  if (series && !body && !head) return ofSeries(series.value)
  if (body && !series && !head) return ofBody(body.value, isChart)
  return { fault: 'kinds' }
}

/** A name and its value in fields that say so, `{ "name": "Almaty", "value": 98 }`, or fields with the author's names. */
function readFields(members: readonly Member[], isChart: boolean): RowsReading {
  const name = members.find(({ key }) => isPlainName(key.value))
  const value = members.find(({ key }) => isPlainValue(key.value))
  const isOne = members.length === 2 && name && value && isCell(name.value) && isCell(value.value)
  return isOne ? { rows: [rowOf([name.value, value.value])], head: false } : rowsOfFields(members, isChart)
}

/** What stands under a name for rows alone: rows already, or another shape of them. */
function ofBody(body: SourceNode, isChart: boolean): RowsReading | null {
  if (body.type === 'array') return readList(body, isChart)
  return body.type === 'object' && !isCell(body) ? readParts(partsOf(body.members), body.members, isChart) : null
}

function ofSeries(value: SourceNode): RowsReading {
  const series = seriesOf(value)
  return series ? rowsOfSeries(series, null) : { fault: 'kinds' }
}

/** Names in one list, and numbers in another or in series. */
function withLabels(labels: SourceNode, series: Member | undefined, body: Member | undefined): RowsReading {
  const values = (series ?? body)?.value
  if (!isCellList(labels) || !values || (series && body)) return { fault: 'kinds' }
  if (isCellList(values)) {
    if (values.items.length !== labels.items.length) return { fault: 'lengths' }
    return { rows: labels.items.map((label, i) => rowOf([label, values.items[i]!])), head: false }
  }
  const found = seriesOf(values)
  return found ? rowsOfSeries(found, labels) : { fault: 'direction' }
}

/** The names of the columns in one list, and rows or objects in another. */
function belowHead(head: SourceNode, body: SourceNode): RowsReading {
  if (!isCellList(head) || body.type !== 'array') return { fault: 'kinds' }
  if (body.items.every(isCellList)) {
    const rows = body.items as ArrayNode[]
    return rows.some(({ items }) => items.length > head.items.length)
      ? { fault: 'lengths' }
      : { rows: [head, ...rows], head: true }
  }
  const records = recordsOf(body)
  const names = head.items.map((item) => (item.type === 'string' ? item.value : ''))
  if (!records || columnsOf(records).some(({ value }) => !names.includes(value))) return { fault: 'kinds' }
  const rows = records.map((record) => rowOf(names.map((name) => cellOf(record, name))))
  return rows.every(({ items }) => items.every(isCell)) ? { rows: [head, ...rows], head: true } : { fault: 'kinds' }
}

/** Rows as a value of a table or a chart, with its settings. */
export function dataOf(
  rows: readonly ArrayNode[],
  head: boolean | null,
  settings: Member[],
  holder: RowsHolder,
  node: SourceNode,
): SourceNode {
  const { range } = node
  const list: ArrayNode = { type: 'array', range, items: [...rows] }
  const isOwnHead = settings.some(({ key }) => key.value === 'head')
  const isKnown = head === null || isOwnHead || (!head && startsWithNumbers(rows[0]))
  const headMember = isKnown
    ? []
    : [memberNamed('head', { type: 'boolean', range: { ...range, end: range.start }, value: head })]
  if (holder !== 'chart' && settings.length === 0 && headMember.length === 0) return list
  if (holder !== 'chart')
    return { type: 'object', range, members: [...settings, memberNamed('rows', list), ...headMember] }
  const data: SourceNode =
    headMember.length === 0 ? list : { type: 'object', range, members: [memberNamed('rows', list), ...headMember] }
  return settings.length === 0 ? data : { type: 'object', range, members: [...settings, memberNamed('data', data)] }
}

/** Whether a first row has a number that is no year, so that nobody takes it for the heads of the columns. */
const startsWithNumbers = (row: ArrayNode | undefined): boolean =>
  row?.items.slice(1).some((item) => isNumberCell(item) && !/^(?:1[89]|2[01])\d\d$/.test(String(toPlainValue(item)))) ??
  false
