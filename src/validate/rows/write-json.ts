import { type SourceNode, toPlainValue } from '../../model/source.ts'
import { isExact } from '../value.ts'

/** A longer value is written on several lines. Units: UTF-16 units. */
const longestLine = 80

/**
 * Writes a value as JSON, short ones on one line; null if a number would lose digits. `depth`: how far its closing bracket is
 * indented. Units: blanks.
 */
export function writeJson(node: SourceNode, depth: number): string | null {
  if (!isWritable(node)) return null
  return write(node, depth)
}

const isWritable = (node: SourceNode): boolean =>
  node.type === 'array'
    ? node.items.every(isWritable)
    : node.type === 'object'
      ? node.members.every(({ value }) => isWritable(value))
      : isExact(node)

function write(node: SourceNode, depth: number): string {
  if (node.type !== 'array' && node.type !== 'object') return JSON.stringify(node.value)
  const short = oneLine(node)
  if (short.length <= longestLine) return short
  const inner = ' '.repeat(depth + 2)
  const entries =
    node.type === 'array'
      ? node.items.map((item) => inner + write(item, depth + 2))
      : node.members.map(({ key, value }) => `${inner}${JSON.stringify(key.value)}: ${write(value, depth + 2)}`)
  const [open, close] = node.type === 'array' ? '[]' : '{}'
  return `${open}\n${entries.join(',\n')}\n${' '.repeat(depth)}${close}`
}

function oneLine(node: SourceNode): string {
  if (node.type === 'array') return `[${node.items.map(oneLine).join(', ')}]`
  if (node.type !== 'object') return JSON.stringify(toPlainValue(node))
  if (node.members.length === 0) return '{}'
  return `{ ${node.members.map(({ key, value }) => `${JSON.stringify(key.value)}: ${oneLine(value)}`).join(', ')} }`
}
