import type { Diagnostic } from '../model/diagnostic.ts'
import type { ValidateProblem } from '../model/problems/validate.ts'
import type { SourceNode } from '../model/source.ts'
import { matchName } from './field-names.ts'
import { fieldOfWord } from './field-words.ts'
import { type JsonSchema, resolveSchema } from './schema.ts'

/**
 * Returns the text of `{ "text": "…" }` where a text is expected: an object with this one member has no other reading.
 * Returns any other value unchanged.
 */
export function unwrapText(
  node: SourceNode,
  schema: JsonSchema,
  diagnostics: Diagnostic<ValidateProblem>[],
): SourceNode {
  if (node.type !== 'object' || node.members.length !== 1) return node
  if (resolveSchema(schema, node).names.at(-1) !== 'text') return node
  const { key, value } = node.members[0]!
  if (value.type !== 'string' || !isTextName(key.value)) return node
  const { start, end } = node.range
  diagnostics.push({
    code: 'text-wrapped',
    field: key.value,
    severity: 'warning',
    range: { start, end },
    edits: [
      { start, end: value.range.start, text: '' },
      { start: value.range.end, end, text: '' },
    ],
  })
  return value
}

const isTextName = (name: string) => (matchName(name, ['text', 'value']) ?? fieldOfWord(name, ['text'])) !== null
