import type { ArrayNode, ObjectNode, SourceNode, StringNode } from '../../model/source.ts'
import { isAnnotation } from '../field-words.ts'
import {
  emptyCell,
  isCell,
  isCellList,
  isNumberCell,
  isPlainName,
  isPlainValue,
  mostColumns,
  type RowsReading,
  rowOf,
} from './cells.ts'

/** The fields of all records, each with its first key, in the order in which they first appear. */
export function columnsOf(records: readonly ObjectNode[]): StringNode[] {
  const columns = new Map<string, StringNode>()
  for (const { members } of records) {
    for (const { key } of members) if (!columns.has(key.value)) columns.set(key.value, key)
  }
  return [...columns.values()]
}

/** The cell of a record under a name; an empty one if it has none. */
export function cellOf({ members, range }: ObjectNode, name: string): SourceNode {
  return members.find(({ key }) => key.value === name)?.value ?? emptyCell({ start: range.end - 1, end: range.end - 1 })
}

/** Whether an object says something twice or for its authors only, so that rows would not hold all of it. */
export const hasMore = ({ members }: ObjectNode): boolean =>
  new Set(members.map(({ key }) => key.value)).size < members.length ||
  members.some(({ key }) => isAnnotation(key.value))

/** The objects of a list, if it holds nothing else but empty values; null otherwise. */
export function recordsOf({ items }: ArrayNode): ObjectNode[] | null {
  const filled = items.filter(({ type }) => type !== 'null')
  const records = filled.filter((item) => item.type === 'object' && !isCell(item)) as ObjectNode[]
  return records.length > 0 && records.length === filled.length ? records : null
}

/**
 * Reads a list of objects as rows: each is one, their names are the heads of the columns. Names such as `name` and `value`
 * alone are no heads. `namesFirst`: a single column of words comes first, since charts have their names there.
 */
export function rowsOfRecords(records: readonly ObjectNode[], namesFirst: boolean): RowsReading {
  if (records.some(hasMore)) return { fault: 'kinds' }
  const columns = columnsOf(records)
  const isSingle = records.every(({ members }) => members.length === 1)
  if (isSingle && columns.length === 1) {
    // `{ "cells": [ … ] }` is a row.
    const lists = records.map(({ members }) => members[0]!.value)
    if (lists.every(isCellList)) return { rows: lists.map((list) => rowOf(list.items, list.range)), head: null }
  }
  if (!records.every(({ members }) => members.every(({ value }) => isCell(value)))) return { fault: 'kinds' }
  if (isSingle && columns.length === records.length && records.length > 1)
    return { rows: records.map(({ members: [one], range }) => rowOf([one!.key, one!.value], range)), head: false }
  if (columns.length > mostColumns) return { fault: 'kinds' }
  const ordered = namesFirst ? withNamesFirst(columns, records) : columns
  const rows = records.map((record) =>
    rowOf(
      ordered.map(({ value }) => cellOf(record, value)),
      record.range,
    ),
  )
  const isPlain = ordered.length === 2 && ordered.some(isName) && ordered.some(isValue)
  return isPlain ? { rows, head: false } : { rows: [rowOf(ordered), ...rows], head: true }
}

const isName = ({ value }: StringNode) => isPlainName(value)
const isValue = ({ value }: StringNode) => isPlainValue(value)

/** Puts the only column of words first; two columns by their names, if these tell. */
function withNamesFirst(columns: readonly StringNode[], records: readonly ObjectNode[]): readonly StringNode[] {
  const words = columns.filter(({ value }) => records.every((record) => !isNumberCell(cellOf(record, value))))
  const names = words.length === 1 ? words : columns.filter(isName)
  return names.length === 1 ? [names[0]!, ...columns.filter((one) => one !== names[0])] : columns
}
