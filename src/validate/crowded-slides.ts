import type { Diagnostic } from '../model/diagnostic.ts'
import { limits } from '../model/limits.ts'
import type { ValidateProblem } from '../model/problems/validate.ts'
import type { ObjectNode, SourceNode, StringNode } from '../model/source.ts'

/** Finds the first slide, or other field of a deck, with more characters or entries than a slide may have; else null. */
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
  // A shorter source has fewer characters.
  if (node.range.end - node.range.start <= limits.characters) return null
  const { characters, longest } = countCharacters(node, { characters: 0, longest: null })
  if (characters <= limits.characters) return null
  const { start } = (longest ?? node).range
  const range = { start, end: start + 1 }
  return { code: 'slide-characters-too-many', characters, limit: limits.characters, severity: 'error', range }
}

interface Count {
  characters: number
  longest: StringNode | null
}

/** Counts the characters of all texts in a value. The bytes of a picture are no text. */
function countCharacters(node: SourceNode, count: Count): Count {
  if (node.type === 'array') for (const item of node.items) countCharacters(item, count)
  else if (node.type === 'object') for (const { value } of node.members) countCharacters(value, count)
  else if (node.type === 'string' && !node.value.startsWith('data:')) {
    count.characters += node.value.length
    if (node.value.length > (count.longest?.value.length ?? -1)) count.longest = node
  }
  return count
}
