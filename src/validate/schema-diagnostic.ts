import type { Diagnostic } from '../model/diagnostic.ts'
import { excerpt } from '../model/excerpt.ts'
import { langs } from '../model/lang.ts'
import type { Expected, ValidateProblem } from '../model/problems/validate.ts'
import { type NodePath, nodeAt, type ObjectNode, type SourceNode, toPlainValue } from '../model/source.ts'
import { suggestField } from './field-names.ts'
import { parsePointer } from './prune.ts'
import { branchTypes, type Definition, deckSchema, type JsonSchema, resolveSchemaAt } from './schema.ts'
import { actualKind } from './value.ts'
import { valueNear } from './words/value-words.ts'

/** An error of ajv. */
export interface SchemaError {
  instancePath: string
  schemaPath: string
  keyword: string
  params: Record<string, unknown>
}

/** What a definition of the schema, or the field `bbox`, expects. */
const expected: Readonly<Partial<Record<Definition | 'bbox', Expected>>> = {
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
  loopSeconds: 'number',
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

/** The definitions of settings. An invalid setting is ignored with a warning, since no content is lost. */
const settings: ReadonlySet<string> = new Set<Definition>([
  'background',
  'color',
  'colors',
  'count',
  'flag',
  'focusWords',
  'fraction',
  'latin',
  'loopSeconds',
  'minutes',
  'scale',
  'seconds',
  'zoom',
])

/** Keywords whose errors come with a more specific one. */
const ignoredKeywords = new Set(['if', 'oneOf', 'required', 'additionalProperties'])

/** Returns the diagnostic for a schema error, or null if another error of the same value is more specific. */
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
  const split = name === 'mapQuery' || name === 'coordinates' || name === 'picturePath' ? splitDecimals(node) : null
  if (split) return { code: 'decimals-split', field, numbers: split, severity: 'error', range: node.range }
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
    type: excerpt(value),
    nearest: valueNear(value, 'block', known) ?? suggestField(value, known),
    known,
    severity: 'error',
    range,
  }
}

/** Returns the diagnostic for a value that is not in an enumeration. */
function unknownValueDiagnostic(
  node: SourceNode,
  name: string,
  schema: JsonSchema,
  field: string,
): Diagnostic<ValidateProblem> {
  const location = { severity: 'warning', range: node.range } as const
  const value = displayValue(node) ?? excerpt(JSON.stringify(toPlainValue(node)))
  if (name === 'lang') return { code: 'lang-unknown', lang: value, known: langs, ...location }
  const values = schema.enum ?? [schema.const]
  const known = values.filter((one) => typeof one === 'string').filter((one) => one !== '')
  const [meant = value] = onlyItems(node)
  const nearest = valueNear(meant, name, known) ?? suggestField(meant, known)
  return { code: 'value-unknown', field, value, nearest, known, ...location }
}

/** The text in a list of one, as in `["all"]`. */
const onlyItems = (node: SourceNode): string[] =>
  node.type === 'array' && node.items.length === 1
    ? node.items.flatMap((item) => (item.type === 'string' ? [item.value] : []))
    : []

function expectedOf(name: string, { type = [] }: JsonSchema): Expected[] {
  const own = Object.hasOwn(expected, name) ? expected[name as Definition] : undefined
  if (own) return [own]
  const types = typeof type === 'string' ? [type] : type
  const known = types.flatMap((one) => kinds[one] ?? [])
  // Strings are only allowed there so that the value can be empty.
  return known.length > 1 ? known.filter((kind) => kind !== 'text') : known
}

/** The numbers of a list such as `[51,16, 71,43]`, if they are the halves of a pair with decimal commas; else null. */
function splitDecimals(node: SourceNode): number[] | null {
  if (node.type !== 'array' || node.items.length < 3 || node.items.length > 4) return null
  const numbers = node.items.map((item) => (item.type === 'number' ? Number(item.value) : Number.NaN))
  return numbers.every((n) => Number.isFinite(n) && Math.abs(n) < 1e9) ? numbers : null
}

const fieldOf = (path: NodePath): string => path.findLast((step): step is string => typeof step === 'string') ?? ''

/** Returns a scalar as text; null for lists and objects. */
function displayValue(node: SourceNode): string | null {
  return node.type === 'array' || node.type === 'object' ? null : excerpt(String(toPlainValue(node)))
}
