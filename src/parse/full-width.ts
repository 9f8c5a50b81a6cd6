import type { Diagnostic } from '../model/diagnostic.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import type { Edit, SourceNode } from '../model/source.ts'

/** The punctuation of JSON as East Asian keyboards write it. */
const plainOf: Readonly<Record<string, string>> = {
  '：': ':',
  '，': ',',
  '；': ';',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
}
const anyFullWidth = /[：，；｛｝［］]/

/** Quotation marks that open a string, with those that close it. */
const closing: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', '＂': '＂' }

/** A text with plain punctuation between its strings. Shape: `text` has the length of the source, so offsets stay. */
export interface PlainPunctuation {
  text: string
  edits: Edit[]
  /** The finding; empty if there is no full-width punctuation outside strings. */
  diagnostics: Diagnostic<ParseProblem>[]
}

/** Replaces full-width punctuation outside strings by the characters of JSON. */
export function plainPunctuation(text: string): PlainPunctuation {
  if (!anyFullWidth.test(text)) return { text, edits: [], diagnostics: [] }
  const edits: Edit[] = []
  let end: string | null = null
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!
    if (end !== null) {
      if (character === '\\') i++
      else if (character === end) end = null
    } else if (Object.hasOwn(closing, character)) end = closing[character]!
    else if (Object.hasOwn(plainOf, character)) edits.push({ start: i, end: i + 1, text: plainOf[character]! })
  }
  const [first] = edits
  if (!first) return { text, edits, diagnostics: [] }
  const characters = text.split('')
  for (const { start, text: plain } of edits) characters[start] = plain
  const found = [...new Set(edits.map(({ start }) => text[start]!))]
  const problem = { code: 'punctuation-full-width', found, count: edits.length } as const
  const range = { start: first.start, end: first.end }
  return { text: characters.join(''), edits, diagnostics: [{ ...problem, severity: 'warning', range, edits }] }
}

/** Returns a string of the tree that would be changed by these edits: a mark in it may have been taken for its end. */
export function stringWithEdit(node: SourceNode, edits: readonly Edit[]): SourceNode | null {
  if (edits.length === 0) return null
  if (node.type === 'array') return firstOf(node.items, edits)
  if (node.type === 'object')
    return firstOf(
      node.members.flatMap(({ key, value }) => [key, value]),
      edits,
    )
  if (node.type !== 'string') return null
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (edits[middle]!.start < node.range.start) low = middle + 1
    else high = middle
  }
  const next = edits[low]
  return next && next.start < node.range.end ? node : null
}

function firstOf(nodes: readonly SourceNode[], edits: readonly Edit[]): SourceNode | null {
  for (const node of nodes) {
    const found = stringWithEdit(node, edits)
    if (found) return found
  }
  return null
}
