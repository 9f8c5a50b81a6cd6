import type { Diagnostic } from '../../model/diagnostic.ts'
import { excerpt } from '../../model/excerpt.ts'
import type { ValidateProblem } from '../../model/problems/validate.ts'
import type { ArrayNode, ObjectNode, SourceNode, StringNode } from '../../model/source.ts'
import { isAnnotation } from '../field-words.ts'
import { parseLangCode } from '../lang-codes.ts'
import { type Definition, definition, type JsonSchema, resolveSchema } from '../schema.ts'
import { isEmpty, nullAt } from '../value.ts'
import type { RowsFault } from './cells.ts'
import { dataOf, type RowsHolder, readData } from './read-data.ts'
import { readPersons } from './read-persons.ts'
import { readProgramme } from './read-programme.ts'
import { rowsOfHtml } from './rows-of-html.ts'
import { writeJson } from './write-json.ts'

/** Rows or people that were written in another shape. */
type Shaped = { node: SourceNode; kind: 'rows' | 'people'; items: readonly SourceNode[] } | { fault: RowsFault }

/**
 * Returns rows and people that are written in another shape as the format wants them, with a warning: objects in a list, an
 * object with the author's own names, lists of names and of numbers, series. Where such a value has more than one reading, nothing
 * is left of it, with an error. Returns any other value unchanged.
 */
export function readRows(
  node: SourceNode,
  schema: JsonSchema,
  field: string,
  diagnostics: Diagnostic<ValidateProblem>[],
): SourceNode {
  const shaped = shapeOf(node, schema)
  if (!shaped) return node
  const { range } = node
  if ('fault' in shaped) {
    diagnostics.push({ code: 'rows-unclear', field, reason: shaped.fault, severity: 'error', range })
    return nullAt(node)
  }
  const text = writeJson(shaped.node, 6)
  const edits = text === null ? [] : [{ ...range, text }]
  const { kind, items } = shaped
  const sample = excerpt(writeSample(items[0]))
  diagnostics.push({
    code: 'rows-reshaped',
    field,
    kind,
    rows: items.length,
    sample,
    severity: 'warning',
    range,
    edits,
  })
  return shaped.node
}

/** Returns rows and people as `readRows` does, without a finding; unchanged if they cannot be read. */
export function rowsAsRead(node: SourceNode, schema: JsonSchema): SourceNode {
  const shaped = shapeOf(node, schema)
  return shaped && 'node' in shaped ? shaped.node : node
}

const writeSample = (item: SourceNode | undefined): string => (item ? (writeJson(item, 0) ?? '') : '')

const holders = ['chartValue', 'chartBlock', 'tableValue', 'tableBlock'] as const satisfies Definition[]
const holderOf: Readonly<Record<(typeof holders)[number], RowsHolder>> = {
  chartValue: 'chart',
  chartBlock: 'chart',
  tableValue: 'table',
  tableBlock: 'table',
}

/** What the schema has for the data of a chart; it is that of a table. */
const chartData: ReadonlySet<JsonSchema | undefined> = new Set(
  ['chartObject', 'chartBlock'].map((name) => definition(`#/definitions/${name}`)?.properties?.data),
)

const lists: ReadonlySet<string> = new Set<Definition>([
  ...holders,
  'timelineRows',
  'timelineValue',
  'peopleValue',
  'block',
])

function shapeOf(node: SourceNode, schema: JsonSchema): Shaped | null {
  if (node.type === 'string') return shapeOfText(node, schema)
  if (node.type !== 'array' && node.type !== 'object') return null
  if (!schema.$ref || !lists.has(schema.$ref.slice('#/definitions/'.length)) || isEmpty(node)) return null
  if (node.type === 'object' && isInLanguages(node)) return null
  const { names } = resolveSchema(schema, node)
  if (chartData.has(schema)) return shapeOfData(node, 'data')
  const holder = holders.find((name) => names.includes(name))
  if (holder) return shapeOfData(node, holderOf[holder])
  if (names.includes('timelineRows')) return shapeOfProgramme(node)
  return names.includes('peopleValue') ? shapeOfPeople(node) : null
}

/** Whether the names of an object are languages, besides remarks: a text in several languages. */
const isInLanguages = ({ members }: ObjectNode): boolean =>
  members.every(({ key }) => isAnnotation(key.value) || parseLangCode(key.value) !== null)

/** A text that is a table of a web page. */
function shapeOfText(node: StringNode, schema: JsonSchema): Shaped | null {
  if (!node.value.includes('<') || !isForRows(schema)) return null
  const table = rowsOfHtml(node)
  if (!table) return null
  const { rows, head } = table
  return { node: dataOf(rows, head ? true : null, [], 'data', node), kind: 'rows', items: rows }
}

const isForRows = (schema: JsonSchema): boolean =>
  chartData.has(schema) || schema.$ref === '#/definitions/tableValue' || schema.$ref === '#/definitions/chartValue'

function shapeOfData(node: ArrayNode | ObjectNode, holder: RowsHolder): Shaped | null {
  const data = readData(node, holder)
  if (!data) return null
  const { reading, settings } = data
  if ('fault' in reading) return reading
  const { rows, head } = reading
  return { node: dataOf(rows, head, settings, holder, node), kind: 'rows', items: rows }
}

function shapeOfProgramme(node: ArrayNode | ObjectNode): Shaped | null {
  const reading = readProgramme(node)
  if (!reading || 'fault' in reading) return reading
  return { node: { type: 'array', range: node.range, items: reading.rows }, kind: 'rows', items: reading.rows }
}

function shapeOfPeople(node: ArrayNode | ObjectNode): Shaped | null {
  const reading = readPersons(node)
  if (!reading || 'fault' in reading) return reading
  return { node: { type: 'array', range: node.range, items: reading.people }, kind: 'people', items: reading.people }
}
