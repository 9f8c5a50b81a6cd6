import {
  type JsonValue,
  type NodePath,
  nodeAt,
  type ObjectNode,
  type SourceNode,
  type StringNode,
  toPlainValue,
} from '../model/source.ts'
import type { EditOp } from '../model/wire/edit.ts'
import { type FieldsReading, type ReadField, wholeFile } from '../validate/value-reading.ts'
import type { RefusalReason } from './edit-result.ts'
import { makeOp } from './make-ops.ts'
import { languageOfNames, readsSo } from './name-language.ts'
import { nodeOfWanted } from './node-of.ts'
import { fieldOf, namesOf, type Place, placeAt } from './place-in-file.ts'
import { isInside } from './plain-ops.ts'
import { type FileNames, isAddable, languageInList, newNames, valueInFile, withField } from './value-in-file.ts'
import type { Wanted } from './wanted.ts'

/** The operations on the names that stand in a file, or why there are none. */
export type OpsInFile = readonly EditOp[] | { why: RefusalReason; path: NodePath }

/**
 * Turns an operation on a deck as the format reads it (see `valueAsRead`) into operations on the file: on the names that stand
 * in it. A new field gets a name in the language of those around it. Where the same stands under two names, both change.
 */
export function opsInFile(wanted: Wanted, op: EditOp, cleanedOf: (node: StringNode) => string): OpsInFile {
  const reshaping = reshapeAround(nodeOfWanted(wanted), 'from' in op ? [op.from, op.path] : [op.path])
  const reshaped = reshaping.length > 0 ? afterOps(wanted, reshaping) : null
  if (reshaped) {
    const later = opsInFile(reshaped, op, cleanedOf)
    return 'why' in later ? later : [...reshaping, ...later]
  }
  const ops = translated(wanted, op, cleanedOf)
  if ('why' in ops || 'from' in op || !hasWords(nodeOfWanted(wanted), op.path)) return ops
  const after = afterOps(wanted, ops)
  return after ? [...ops, ...renames(nodeOfWanted(wanted), nodeOfWanted(after), op)] : ops
}

/** Writes rows that stand in another shape as rows, if a place is inside them. */
function reshapeAround(root: SourceNode, paths: readonly NodePath[]): EditOp[] {
  for (const path of paths) {
    for (let i = 1; i < path.length; i++) {
      const place = placeAt(root, path.slice(0, i))
      if (!place) break
      const { reading } = place
      if (reading.kind !== 'value' || !reading.isReshaped) continue
      return place.paths.map((at): EditOp => ({ op: 'set', path: at, value: reading.value }))
    }
  }
  return []
}

/** Whether a field on the way to a place stands under another name than that of the schema. */
function hasWords(root: SourceNode, path: NodePath): boolean {
  return path.some((name, i) => {
    const place = placeAt(root, path.slice(0, i))
    const field = place?.reading.kind === 'fields' ? fieldOf(place.reading, name) : undefined
    return field !== undefined && field.step !== field.name
  })
}

function translated(wanted: Wanted, op: EditOp, cleanedOf: (node: StringNode) => string): OpsInFile {
  const root = nodeOfWanted(wanted)
  const file: FileNames = { root, schema: wholeFile, cleanedOf }
  switch (op.op) {
    case 'set':
      return setInFile(file, op.path, op.value)
    case 'remove':
      return removeInFile(root, op.path)
    case 'insert':
      return insertInFile(file, op.path, op.value)
    case 'move':
    case 'copy':
      return moveInFile(wanted, op)
  }
}

const missing = (path: NodePath) => ({ why: 'path-missing', path }) as const

function setInFile(file: FileNames, path: NodePath, value: JsonValue): OpsInFile {
  if (path.length === 0) {
    const place = { schema: wholeFile, node: file.root, lang: 'en' } as const
    return [{ op: 'set', path, value: valueInFile(file, value, place) }]
  }
  const parent = placeAt(file.root, path.slice(0, -1))
  if (!parent) return missing(path)
  const { reading, paths, lang } = parent
  const step = path.at(-1)!
  if (reading.kind === 'list') {
    const item = typeof step === 'number' ? reading.items[step] : undefined
    if (!item) return { why: 'index-outside', path }
    const around = languageInList(reading.items, reading.schemaOf, Number(step)) ?? lang
    const place = { schema: reading.schemaOf(Number(step)), node: item.node, lang: around }
    const written = valueInFile(file, value, place)
    return paths.map((at): EditOp => ({ op: 'set', path: [...at, ...item.path], value: written }))
  }
  if (reading.kind !== 'fields')
    return parent.node.type === 'object'
      ? paths.map((at): EditOp => ({ op: 'set', path: [...at, step], value }))
      : missing(path)
  const named: Named = { parent, reading, name: String(step) }
  const field = fieldOf(reading, step)
  return field ? setField(file, named, field, value) : addField(file, named, value)
}

/** A field of an object. */
interface Named {
  parent: Place
  reading: FieldsReading
  name: string
}

function setField(file: FileNames, named: Named, field: ReadField, value: JsonValue): OpsInFile {
  const { parent, reading } = named
  const lang = languageOfNames(reading) ?? parent.lang
  const place = { schema: field.schema, node: field.node, lang }
  const written = field.meant === value ? toPlainValue(field.node) : valueInFile(file, value, place)
  const steps = namesOf(field)
  return parent.paths.flatMap((at) => steps.map((step): EditOp => ({ op: 'set', path: [...at, step], value: written })))
}

function addField(file: FileNames, { parent, reading, name }: Named, value: JsonValue): OpsInFile {
  if (!isAddable(reading, name)) return { why: 'languages-outside', path: [...(parent.paths[0] ?? []), name] }
  const { fields, schema } = reading
  const lang = languageOfNames(reading) ?? parent.lang
  const { properties = {}, additionalProperties } = schema
  const others = typeof additionalProperties === 'object' ? additionalProperties : {}
  const inner = reading.isByLanguage ? schema : ((Object.hasOwn(properties, name) ? properties[name] : others) ?? {})
  const written = valueInFile(file, value, { schema: inner, node: null, lang })
  const meanings = meaningsOf(reading)
  const isRead = (word: string) =>
    readsSo(withField(parent.node as ObjectNode, word, written), parent.schema, new Map([...meanings, [word, name]]))
  const words = reading.isByLanguage ? [name] : newNames(file, { reading, name, lang, fields })
  const word = words.find(isRead) ?? name
  return parent.paths.map((at): EditOp => ({ op: 'set', path: [...at, word], value: written }))
}

/** What the names of an object mean. */
const meaningsOf = ({ fields }: FieldsReading) =>
  new Map(fields.flatMap(({ name, steps }) => steps.map((step) => [step, name] as const)))

function removeInFile(root: SourceNode, path: NodePath): OpsInFile {
  const parent = path.length === 0 ? null : placeAt(root, path.slice(0, -1))
  if (!parent) return missing(path)
  const { reading, paths } = parent
  const step = path.at(-1)!
  const item = reading.kind === 'list' && typeof step === 'number' ? reading.items[step] : undefined
  const field = reading.kind === 'fields' ? fieldOf(reading, step) : undefined
  // A deck whose only slide stands in no list keeps it.
  if (item && item.path.length === 0) return { why: 'not-a-list', path }
  if (reading.kind === 'list' && !item) return { why: 'index-outside', path }
  const steps: readonly NodePath[] = item
    ? [item.path]
    : field
      ? field.steps.map((one) => [one])
      : reading.kind === 'value' && parent.node.type === 'object'
        ? [[step]]
        : []
  if (steps.length === 0) return missing(path)
  return paths.flatMap((at) => steps.map((own): EditOp => ({ op: 'remove', path: [...at, ...own] })))
}

function insertInFile(file: FileNames, path: NodePath, value: JsonValue): OpsInFile {
  const place = path.length === 0 ? null : placeAt(file.root, path.slice(0, -1))
  if (!place) return missing(path)
  const { reading, paths, lang } = place
  const at = path.at(-1)!
  if (reading.kind !== 'list' || place.node.type !== 'array')
    return paths.map((own): EditOp => ({ op: 'insert', path: [...own, at], value }))
  const around = languageInList(reading.items, reading.schemaOf, Number(at)) ?? lang
  const written = valueInFile(file, value, { schema: reading.schemaOf(Number(at)), node: null, lang: around })
  return paths.map((own): EditOp => ({ op: 'insert', path: [...own, at], value: written }))
}

function moveInFile(wanted: Wanted, op: EditOp & { op: 'move' | 'copy' }): OpsInFile {
  const root = nodeOfWanted(wanted)
  const list = op.from.length === 0 ? null : placeAt(root, op.from.slice(0, -1))
  if (!list) return missing(op.from)
  const item = list.reading.kind === 'list' ? list.reading.items[Number(op.from.at(-1))] : undefined
  const step = item ? item.path : [op.from.at(-1)!]
  const from = list.paths.map((path): NodePath => [...path, ...step])
  if (op.op === 'move' && isInside(op.path, op.from)) return { why: 'inside-itself', path: op.path }
  const rest = op.op === 'copy' ? wanted : without(wanted, from)
  const to = rest && op.path.length > 0 ? placeAt(nodeOfWanted(rest), op.path.slice(0, -1)) : null
  if (!to) return missing(op.path)
  const targets = to.paths.map((path): NodePath => [...path, op.path.at(-1)!])
  // Lists that stand twice change both.
  if (targets.length === from.length && isSameList(op.from, op.path))
    return targets.map((path, i): EditOp => ({ ...op, from: from[i]!, path }))
  const [first, ...others] = targets as [NodePath, ...NodePath[]]
  const taken = op.op === 'move' ? from.slice(1) : []
  return [
    ...taken.map((path): EditOp => ({ op: 'remove', path })),
    { ...op, from: from[0]!, path: first },
    ...others.map((path): EditOp => ({ op: 'copy', from: first, path })),
  ]
}

const isSameList = (a: NodePath, b: NodePath): boolean =>
  a.length === b.length && a.slice(0, -1).every((step, i) => step === b[i])

/** The tree after values were taken away; null if that is not possible. */
const without = (wanted: Wanted, paths: readonly NodePath[]): Wanted | null =>
  afterOps(
    wanted,
    paths.map((path) => ({ op: 'remove', path })),
  )

/** The tree after operations on the file; null if one of them is not possible. */
function afterOps(wanted: Wanted, ops: readonly EditOp[]): Wanted | null {
  let root: Wanted = wanted
  for (const op of ops) {
    const made = makeOp(root, op, ({ value }) => value)
    if ('why' in made) return null
    root = made.root
  }
  return root
}

/**
 * A word with several meanings stands for the field that its value fits. Where another value gives it another meaning, the
 * field gets its name of the schema.
 */
function renames(before: SourceNode, after: SourceNode, { op, path }: EditOp): EditOp[] {
  for (const [i, name] of path.entries()) {
    const own = placeAt(before, path.slice(0, i))
    const field = own?.reading.kind === 'fields' ? fieldOf(own.reading, name) : undefined
    if (!own || !field || field.step === field.name || (op === 'remove' && i === path.length - 1)) continue
    const other = placeAt(after, path.slice(0, i))
    const read = other?.reading.kind === 'fields' ? fieldOf(other.reading, name) : undefined
    if (read?.step === field.step) continue
    return own.paths.flatMap((at) => {
      const node = nodeAt(after, [...at, field.step])
      const gone = field.steps.map((step): EditOp => ({ op: 'remove', path: [...at, step] }))
      return node ? [...gone, { op: 'set', path: [...at, field.name], value: toPlainValue(node) }] : []
    })
  }
  return []
}
