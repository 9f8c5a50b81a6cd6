import type { Diagnostic } from '../model/diagnostic.ts'
import { excerpt } from '../model/excerpt.ts'
import type { ValidateProblem } from '../model/problems/validate.ts'
import { type Member, type ObjectNode, type SourceNode, type StringNode, sourceRange } from '../model/source.ts'
import { matchName } from './field-names.ts'
import { fieldOfWord } from './field-words.ts'
import { branchTypes, definition, type JsonSchema } from './schema.ts'
import { valueMeant } from './words/value-words.ts'

/**
 * Normalizes the `type` of a block, which selects its branch of the schema: `"Type": "Image"`, and words in Kazakh or Russian,
 * which are reported: `"түрі": "сурет"`. Returns any other value unchanged.
 */
export function withBlockType(
  node: SourceNode,
  schema: JsonSchema,
  diagnostics: Diagnostic<ValidateProblem>[],
): SourceNode {
  const { oneOf, discriminator } = (schema.$ref ? definition(schema.$ref) : schema) ?? {}
  if (!oneOf || !discriminator || node.type !== 'object') return node
  const { propertyName } = discriminator
  const known = branchTypes(oneOf)
  const own = node.members.find(({ key }) => matchName(key.value, [propertyName]))
  const member = own ?? wordedType(node, propertyName, known)
  if (member?.value.type !== 'string') return node
  const { key, value } = member
  const type = matchName(value.value, known)
  const meant = type ?? valueMeant(value.value, 'block', known)
  // What kind of block it is, a finding asks.
  if (meant === null && own) return node
  if (!own) {
    const edits = [{ ...sourceRange(key, 0, key.value.length), text: propertyName }]
    const problem = { code: 'field-misspelt', field: excerpt(key.value), meant: propertyName, fault: 'other' } as const
    diagnostics.push({ ...problem, severity: 'warning', range: key.range, edits })
  }
  if (type === null && meant !== null) {
    const edits = [{ ...sourceRange(value, 0, value.value.length), text: meant }]
    const problem = { code: 'value-misspelt', field: propertyName, value: excerpt(value.value), meant } as const
    diagnostics.push({ ...problem, severity: 'warning', range: value.range, edits })
  }
  const named = {
    key: own ? key : { ...key, value: propertyName },
    value: meant === null ? value : stringNamed(value, meant),
  }
  return { ...node, members: node.members.map((one) => (one === member ? named : one)) }
}

const stringNamed = ({ range }: StringNode, value: string): StringNode => ({ type: 'string', range, value })

/** The member that says the type of a block in another language; null if none or several do. */
function wordedType({ members }: ObjectNode, name: string, known: readonly string[]): Member | null {
  const said = members.filter(
    ({ key, value }) =>
      value.type === 'string' &&
      fieldOfWord(key.value, [name]) !== null &&
      (matchName(value.value, known) ?? valueMeant(value.value, 'block', known)) !== null,
  )
  // Of the words for a type and a kind, the first names the block.
  const types = said.length > 1 ? said.filter(({ key }) => fieldOfWord(key.value, [name, 'kind']) === name) : said
  if (types.length > 0) return types.length === 1 ? types[0]! : null
  const named = members.filter(({ key }) => fieldOfWord(key.value, [name, 'kind']) === name)
  return named.length === 1 ? named[0]! : null
}
