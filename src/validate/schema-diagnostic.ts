import type { Diagnostic } from '../model/diagnostic.ts'
import { langs } from '../model/lang.ts'
import type { Expected, ValidateProblem } from '../model/problems/validate.ts'
import { type NodePath, nodeAt, type ObjectNode, type SourceNode, toPlainValue } from '../model/source.ts'
import { suggestName } from './field-names.ts'
import { parsePointer } from './prune.ts'
import { branchTypes, deckSchema, type JsonSchema, resolveSchemaAt } from './schema.ts'
import { actualKind, truncateText } from './value.ts'

/** A mistake as ajv tells it. */
export interface SchemaError {
  instancePath: string
  schemaPath: string
  keyword: string
  params: Record<string, unknown>
}

/** What belongs under a definition of the schema, in the words of findings. */
const expected: Readonly<Record<string, Expected>> = {
  background: 'path',
  bbox: 'box',
  block: 'object',
  color: 'color',
  coordinates: 'pair',
  count: 'count',
  decimal: 'number',
  filePath: 'path',
  flag: 'flag',
  focusWords: 'focus',
  fraction: 'number',
  latitude: 'number',
  link: 'address',
  longitude: 'number',
  mapQuery: 'place',
  minutes: 'number',
  picturePath: 'path',
  plainText: 'text',
  regionName: 'place',
  regionScalar: 'number',
  seconds: 'number',
  slide: 'slides',
  text: 'text',
  videoSource: 'address',
  zoom: 'number',
}

const kinds: Readonly<Record<string, Expected>> = {
  string: 'text',
  number: 'number',
  integer: 'count',
  boolean: 'flag',
  array: 'list',
  object: 'object',
}

/** Definitions of settings: without them the usual is done, and nothing that the author wants to show is lost. */
const settings = new Set('background color colors count flag focusWords fraction minutes scale seconds zoom'.split(' '))

/** Keywords whose mistakes another error tells better. */
const ignoredKeywords = new Set(['if', 'oneOf', 'required', 'additionalProperties'])

/** The finding that a mistake against the schema stands for; null where another error of the same value tells it. */
export function diagnosticOf(error: SchemaError, root: ObjectNode): Diagnostic<ValidateProblem> | null {
  if (ignoredKeywords.has(error.keyword)) return null
  const path = parsePointer(error.instancePath)
  const node = nodeAt(root, path)
  if (!node) return null
  if (error.keyword === 'discriminator') return blockTypeDiagnostic(node)
  const { name, schema } = resolveSchemaAt(root, path)
  const field = fieldOf(path)
  if (schema.enum || schema.const) return unknownValueDiagnostic(node, name, schema, field)
  if (node.type === 'number' && (error.keyword === 'minimum' || error.keyword === 'maximum')) {
    const { minimum: min = 0, maximum: max = null } = schema
    return {
      code: 'value-out-of-range',
      field,
      value: Number(node.value),
      min,
      max,
      severity: 'warning',
      range: node.range,
    }
  }
  const isSetting = settings.has(name)
  const facts = { field, expected: expectedOf(name, schema), actual: actualKind(node), value: displayValue(node) }
  const problem: ValidateProblem = { code: isSetting ? 'setting-wrong' : 'value-wrong', ...facts }
  return { ...problem, severity: isSetting ? 'warning' : 'error', range: node.range }
}

function blockTypeDiagnostic(node: SourceNode): Diagnostic<ValidateProblem> {
  const known = branchTypes(deckSchema.definitions!.block!.oneOf!)
  const type = nodeAt(node, ['type'])
  if (type?.type !== 'string') return { code: 'block-type-missing', known, severity: 'error', range: node.range }
  const { value, range } = type
  return {
    code: 'block-type-unknown',
    type: truncateText(value),
    nearest: suggestName(value, known),
    known,
    severity: 'error',
    range,
  }
}

/** A value that is none of the few that may stand there. */
function unknownValueDiagnostic(
  node: SourceNode,
  name: string,
  schema: JsonSchema,
  field: string,
): Diagnostic<ValidateProblem> {
  const location = { severity: 'warning', range: node.range } as const
  const value = displayValue(node) ?? ''
  if (name === 'lang') return { code: 'lang-unknown', lang: value, known: langs, ...location }
  const values = schema.enum ?? [schema.const]
  const known = values.filter((one) => typeof one === 'string').filter((one) => one !== '')
  return { code: 'value-unknown', field, value, nearest: suggestName(value, known), known, ...location }
}

function expectedOf(name: string, { type = [] }: JsonSchema): Expected[] {
  const own = Object.hasOwn(expected, name) ? expected[name] : undefined
  if (own) return [own]
  const types = typeof type === 'string' ? [type] : type
  const known = types.flatMap((one) => kinds[one] ?? [])
  // A text is allowed there only so that it may be empty.
  return known.length > 1 ? known.filter((kind) => kind !== 'text') : known
}

const fieldOf = (path: NodePath): string => path.findLast((step): step is string => typeof step === 'string') ?? ''

/** A single value as it is written; null for lists and objects. */
function displayValue(node: SourceNode): string | null {
  return node.type === 'array' || node.type === 'object' ? null : truncateText(String(toPlainValue(node)))
}
