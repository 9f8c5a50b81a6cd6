import type { Style } from './style.ts'
import { openContainer, type Wanted, type WantedContainer, type WantedEntry } from './wanted.ts'

/** How a new value is written at its place. */
export interface Placing extends Style {
  /** The indentation of the line on which the value begins. */
  indent: string
  lineBreak: string
  /** Whether its lists and objects go over several lines. */
  isExpanded: boolean
  /** The text of a value of the source, with the changes inside it. */
  sourceText: (wanted: Wanted) => string
}

/** The longest list of texts and numbers that is written on one line. Units: characters. */
const maxLine = 100

/** Writes a value as JSON in the style of the file. What stands in the source is taken from there as it is. */
export function writeValue(wanted: Wanted, placing: Placing): string {
  if (wanted.kind === 'kept' || (wanted.kind === 'container' && wanted.node)) return placing.sourceText(wanted)
  const container = openContainer(wanted)
  if (!container) return JSON.stringify(wanted.kind === 'written' ? wanted.value : null)
  const [open, close] = container.type === 'array' ? '[]' : '{}'
  if (container.entries.length === 0) return `${open}${close}`
  const line = placing.isExpanded && !isPlainList(container) ? null : onOneLine(container, placing)
  if (line !== null && (!placing.isExpanded || line.length <= maxLine)) return line
  const { indent, unit, lineBreak } = placing
  const inner = { ...placing, indent: indent + unit }
  const entries = container.entries.map((entry) => `${lineBreak}${inner.indent}${writeEntry(entry, inner)}`)
  return `${open}${entries.join(',')}${lineBreak}${indent}${close}`
}

/** Writes an item, or a field with its name. */
export function writeEntry({ name, value }: WantedEntry, placing: Placing): string {
  const text = writeValue(value, placing)
  return name === null ? text : `${JSON.stringify(name)}${placing.colon}${text}`
}

function onOneLine({ type, entries }: WantedContainer, placing: Placing): string {
  const texts = entries.map((entry) => writeEntry(entry, { ...placing, isExpanded: false })).join(`,${placing.gap}`)
  return type === 'array' ? `[${texts}]` : `{${placing.padding}${texts}${placing.padding}}`
}

/** Whether a list holds only texts, numbers and the like. */
const isPlainList = ({ type, entries }: WantedContainer) =>
  type === 'array' && entries.every(({ value }) => openContainer(value) === null)
