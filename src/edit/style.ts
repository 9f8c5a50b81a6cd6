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
  /** Its first line break. */
  lineBreak: string
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
  const lineBreak = /\r\n?|\n/.exec(text)?.[0] ?? '\n'
  return { unit: units ?? '  ', colon, gap, padding, lineBreak, hasLines: units !== undefined || !inline }
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

/** How far back the beginning of a line is looked for. Longer lines are not indented. Units: characters. */
const maxLine = 10_000

/** The offset where the line of a place begins; that of the place itself in a very long line. */
export function lineStart(text: string, at: number): number {
  for (let start = at; start > at - maxLine; start--) {
    const before = text[start - 1]
    if (before === '\n' || before === '\r' || before === undefined) return start
  }
  return at
}

/** The indentation of the line of a place. */
export function indentAt(text: string, at: number): string {
  const start = lineStart(text, at)
  let end = start
  while (text[end] === ' ' || text[end] === '\t') end++
  return text.slice(start, Math.min(end, at))
}

/** The line break before a place; that of the file if there is none near. */
export function lineBreakAt(text: string, at: number, { lineBreak }: Style): string {
  const start = lineStart(text, at)
  const before = text.slice(Math.max(0, start - 2), start)
  return before.endsWith('\r\n') ? '\r\n' : /[\r\n]$/.test(before) ? before.slice(-1) : lineBreak
}

/** Whether a number would end the file, which the parser takes for half of one. */
export const isHalf = (text: string, end: number, written: string): boolean =>
  end === text.length && /\d$/.test(written)
