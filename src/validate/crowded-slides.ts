import type { Diagnostic } from '../model/diagnostic.ts'
import { limits } from '../model/limits.ts'
import type { ValidateProblem } from '../model/problems/validate.ts'
import type { ObjectNode, SourceNode, StringNode } from '../model/source.ts'

/** Finds the first slide, or other field of a deck, with more characters or lines than a slide may have; else null. */
export function findCrowded(deck: ObjectNode): Diagnostic<ValidateProblem> | null {
  for (const { value } of deck.members) {
    const isContent = value.type === 'array'
    for (const node of isContent ? value.items : [value]) {
      const found = checkSize(node)
      if (found) return found
    }
  }
  return null
}

function checkSize(node: SourceNode): Diagnostic<ValidateProblem> | null {
  // A shorter source has fewer lines and characters.
  if (node.range.end - node.range.start <= Math.min(limits.characters, limits.lines)) return null
  const { characters, cellCharacters, lines, longest } = countTexts(node, noTexts(), false)
  const { start } = (longest ?? node).range
  const place = { severity: 'error', range: { start, end: start + 1 } } as const
  if (characters > limits.characters)
    return { code: 'slide-characters-too-many', characters, limit: limits.characters, ...place }
  if (cellCharacters > limits.cellCharacters)
    return { code: 'slide-characters-too-many', characters: cellCharacters, limit: limits.cellCharacters, ...place }
  if (lines > limits.lines) return { code: 'slide-lines-too-many', lines, limit: limits.lines, ...place }
  return null
}

interface Count {
  characters: number
  /** Those of cells in tables. A table is set row by row, so that it may be much longer than a text. */
  cellCharacters: number
  lines: number
  longest: StringNode | null
}

const noTexts = (): Count => ({ characters: 0, cellCharacters: 0, lines: 0, longest: null })

/** Fields whose lists are rows of cells. */
const tableFields = new Set(['table', 'rows'])

/** A longer cell counts as a text. Units: UTF-16 units. */
const longestCell = 400

/** Counts the characters and lines of all texts in a value. The bytes of a picture are no text. */
function countTexts(node: SourceNode, count: Count, inTable: boolean): Count {
  if (node.type === 'array') for (const item of node.items) countTexts(item, count, inTable)
  else if (node.type === 'object') {
    for (const { key, value } of node.members) countTexts(value, count, inTable || isRows(key.value, value))
  } else if (node.type === 'string' && !node.value.startsWith('data:')) {
    const isCell = inTable && node.value.length <= longestCell && !node.value.includes('\n')
    if (isCell) count.cellCharacters += node.value.length
    else {
      count.characters += node.value.length
      count.lines += countLines(node.value)
    }
    if (node.value.length > (count.longest?.value.length ?? -1)) count.longest = node
  }
  return count
}

const isRows = (field: string, value: SourceNode): boolean => tableFields.has(field) && value.type !== 'string'

function countLines(text: string): number {
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
