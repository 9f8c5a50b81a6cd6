import { isName } from '../../blocks/people/person-lines.ts'
import type { ArrayNode, Member, ObjectNode, SourceNode, StringNode } from '../../model/source.ts'
import { readFieldNames } from '../read-field-names.ts'
import { definition, knownNames } from '../schema.ts'
import { isCell, isCellList, isNothing, memberNamed, type RowsFault } from './cells.ts'
import { hasMore } from './rows-of-records.ts'

/** People as objects, or why a value cannot be read as such. */
export type PersonsReading = { people: ObjectNode[] } | { fault: RowsFault }

const person = definition('#/definitions/personObject')!

/**
 * Reads people who are not written as the format wants: one object alone, lists of name, role and note, or an object with names
 * and roles. Null if they are written as the format wants.
 */
export function readPersons(node: SourceNode): PersonsReading | null {
  if (node.type === 'array') return ofList(node)
  if (node.type !== 'object' || node.members.length === 0 || isCell(node)) return null
  return isPerson(node) ? { people: [node] } : ofFields(node)
}

function isPerson(node: ObjectNode): boolean {
  const readings = readFieldNames(node, person)
  const known = knownNames(person)
  return node.members.some(({ key }) => known.includes(readings.get(key)?.meant ?? key.value))
}

function ofList({ items }: ArrayNode): PersonsReading | null {
  const isOther = (item: SourceNode) => item.type === 'array' || (item.type === 'object' && isPair(item))
  if (!items.some(isOther)) return null
  const people = items.map((item) => {
    if (item.type === 'array') return ofCells(item)
    if (item.type !== 'object') return item
    return isPair(item) ? oneOf(item.members[0]!) : item
  })
  return people.every((one) => one !== null) ? { people: people as ObjectNode[] } : { fault: 'kinds' }
}

/** `{ "Name": "role" }` in a list. */
const isPair = (item: ObjectNode): boolean => {
  const [only] = item.members
  return item.members.length === 1 && !isCell(item) && !isPerson(item) && isCell(only!.value)
}

/** Name, role and note in a list. */
function ofCells(list: ArrayNode): ObjectNode | null {
  const cells = list.items.filter((item) => !isNothing(item))
  if (!isCellList(list) || cells.length === 0 || cells.length > 3) return null
  const fields = ['name', 'role', 'note'] as const
  return { type: 'object', range: list.range, members: cells.map((cell, i) => memberNamed(fields[i]!, cell)) }
}

/** Names with roles, or roles with names. */
function ofFields(node: ObjectNode): PersonsReading {
  if (hasMore(node)) return { fault: 'kinds' }
  const people = node.members.map(oneOf)
  if (people.every((one) => one !== null)) return { people }
  return { fault: node.members.every(({ value }) => isCell(value)) ? 'direction' : 'kinds' }
}

/** The person of a name and a role, whichever of them is the name; null if none or both look like one. */
function oneOf({ key, value }: Member): ObjectNode | null {
  const range = { start: key.range.start, end: value.range.end }
  const isKeyName = isName(key.value)
  if (value.type === 'object' && !isCell(value))
    return isKeyName && isPerson(value)
      ? { type: 'object', range, members: [memberNamed('name', key), ...value.members] }
      : null
  if (!isCell(value)) return null
  const texts: StringNode[] =
    value.type === 'object' ? value.members.map((one) => one.value as StringNode) : [value as StringNode]
  const isValueName = texts.every((text) => text.type === 'string' && isName(text.value))
  if (isKeyName === isValueName) return null
  const [name, role] = isKeyName ? [key, value] : [value, key]
  return { type: 'object', range, members: [memberNamed('name', name), memberNamed('role', role)] }
}
