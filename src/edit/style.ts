import type { ObjectNode, SourceNode } from '../model/source.ts'
import { entryRanges } from './tokens.ts'

/** How a file is written, as far as its author shows it. */
export interface Style {
  /** One step of indentation. */
  unit: string
  /** What stands between a name and its value. */
  colon: string
  /** What stands behind a comma that does not end its line. */
  gap: string
  /** What stands inside the braces of an object on one line. */
  padding: string
  /** Whether lists and objects go over several lines at all. */
  hasLines: boolean
}

/** Reads the style of a file from its first objects. */
export function styleOf(text: string, root: SourceNode): Style {
  const objects = firstObjects(root)
  const colon = objects.map((node) => colonOf(text, node)).find((found) => found !== null) ?? ': '
  const gap = /\s$/.test(colon) ? ' ' : ''
  const units = objects.map((node) => unitOf(text, node)).find((found) => found !== null)
  const inline = objects.find(({ range }) => !/[\r\n]/.test(text.slice(range.start, range.end)))
  const padding = inline ? (/^\{[ \t]/.test(text.slice(inline.range.start, inline.range.end)) ? ' ' : '') : gap
  return { unit: units ?? '  ', colon, gap, padding, hasLines: units !== undefined || !inline }
}

/** How many objects are looked at. */
const maxObjects = 50

/** The first objects that are not empty, outer ones first. */
function firstObjects(root: SourceNode): ObjectNode[] {
  const found: ObjectNode[] = []
  const queue: SourceNode[] = [root]
  for (let node = queue.shift(); node && found.length < maxObjects; node = queue.shift()) {
    if (node.type === 'array') queue.push(...node.items.slice(0, maxObjects))
    else if (node.type === 'object') {
      if (node.members.length > 0) found.push(node)
      queue.push(...node.members.slice(0, maxObjects).map(({ value }) => value))
    }
  }
  return found
}

function colonOf(text: string, { members }: ObjectNode): string | null {
  for (const { key, value } of members) {
    const between = text.slice(key.range.end, value.range.start)
    if (/^[ \t]{0,8}:[ \t]{0,8}$/.test(between)) return between
  }
  return null
}

/** The indentation of an object's fields beyond that of the line on which the object begins. */
function unitOf(text: string, node: ObjectNode): string | null {
  const outer = indentAt(text, node.range.start)
  for (const { start } of entryRanges(node)) {
    const line = lineStart(text, start)
    const inner = text.slice(line, start)
    if (line > node.range.start && /^[ \t]+$/.test(inner) && inner.startsWith(outer) && inner.length > outer.length)
      return inner.slice(outer.length)
  }
  return null
}

/** The offset where the line of a place begins. */
export const lineStart = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1

/** The indentation of the line of a place. */
export function indentAt(text: string, at: number): string {
  const start = lineStart(text, at)
  let end = start
  while (text[end] === ' ' || text[end] === '\t') end++
  return text.slice(start, Math.min(end, at))
}

/** The line break that the lines around a place have. */
export function lineBreakAt(text: string, at: number): '\n' | '\r\n' | '\r' {
  const before = text.lastIndexOf('\n', at - 1)
  const found = before >= 0 ? before : text.indexOf('\n', at)
  if (found >= 0) return text[found - 1] === '\r' ? '\r\n' : '\n'
  return text.includes('\r') ? '\r' : '\n'
}

/** Whether a number would end the file, which the parser takes for half of one. */
export const isHalf = (text: string, end: number, written: string): boolean =>
  end === text.length && /\d$/.test(written)
