import type { Diagnostic } from '../model/diagnostic.ts'
import { nearestName } from '../model/nearest-name.ts'
import type { AssetProblem, ThemeExpected } from '../model/problems/asset.ts'
import { findMember, type NodePath, nodeAt, type Range, type SourceNode } from '../model/source.ts'
import type { LocatedProblem } from './check-names.ts'
import type { Json } from './merge-patch.ts'

/** The source text of a theme with its syntax tree. */
export interface ThemeSource {
  name: string
  text: string
  root: SourceNode
}

/** Validates a theme against its schema. A theme that extends no other must be complete. */
export async function checkThemeSchema(value: Json): Promise<LocatedProblem[]> {
  const [{ default: validate }, { default: schema }] = await Promise.all([
    import('#generated/validate-theme.js'),
    import('../../schemas/theme.schema.json'),
  ])
  if (validate(value)) return []
  const reported = new Set<string>()
  return (validate.errors ?? []).flatMap(({ instancePath, schemaPath, keyword, params }) => {
    const path = instancePath.slice(1).split('/').filter(Boolean).map(decodePointerStep)
    const located = toLocatedProblem(path, keyword, schemaPath, params, schema as unknown as Json)
    const key = JSON.stringify(located)
    if (!located || reported.has(key)) return []
    reported.add(key)
    return [located]
  })
}

const decodePointerStep = (step: string) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')

function toLocatedProblem(
  path: string[],
  keyword: string,
  schemaPath: string,
  params: Record<string, unknown>,
  schema: Json,
): LocatedProblem | null {
  if (keyword === 'if' || schemaPath.includes('/propertyNames/')) return null
  if (keyword === 'required') {
    const field = String(params.missingProperty)
    return { problem: { code: 'theme-field-missing', field, inside: path.join('.') }, path }
  }
  if (keyword === 'additionalProperties') {
    const field = String(params.additionalProperty)
    const known = Object.keys(schemaAt(path, schema).properties ?? {})
    const problem: AssetProblem = { code: 'theme-field-unknown', field, nearest: nearestName(field, known), known }
    return { problem, path: [...path, field] }
  }
  const name = keyword === 'propertyNames' ? [String(params.propertyName)] : []
  const [expected, detail] = expectationOf(keyword, params)
  const problem: AssetProblem = { code: 'theme-value-wrong', field: [...path, ...name].join('.'), expected, detail }
  return { problem, path: [...path, ...name] }
}

const typeNames: Readonly<Record<string, ThemeExpected>> = {
  array: 'list',
  boolean: 'flag',
  integer: 'count',
  number: 'number',
  object: 'object',
  string: 'text',
}

/** Converts a failed keyword of the schema to what was expected, with its bound or choices. */
function expectationOf(keyword: string, params: Record<string, unknown>): [ThemeExpected, string] {
  if (keyword === 'type') return [typeNames[[params.type].flat().map(String)[0]!] ?? 'object', '']
  if (keyword === 'enum') return ['choice', (params.allowedValues as unknown[]).join(', ')]
  if (keyword === 'minimum') return ['least', String(params.limit)]
  if (keyword === 'maximum') return ['most', String(params.limit)]
  if (keyword === 'exclusiveMinimum') return ['more', String(params.limit)]
  if (keyword === 'minItems' || keyword === 'minLength' || keyword === 'minProperties') return ['filled', '']
  // The patterns of colours, font files and paths are recognized by their text; all others are names.
  const pattern = String(params.pattern ?? '')
  if (pattern.startsWith('^#')) return ['color', '']
  if (/ttf|woff2/.test(pattern)) return ['path', '']
  return [pattern.startsWith('^[Mm') ? 'drawing' : 'name', '']
}

type SchemaNode = { [name: string]: Json }

const isSchema = (value: Json | undefined): value is SchemaNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Returns the schema of the value at a path. */
function schemaAt(path: readonly string[], schema: Json): SchemaNode & { properties?: SchemaNode } {
  const root = schema as SchemaNode
  let at = root
  for (const step of path) {
    const own = isSchema(at.properties) ? at.properties[step] : undefined
    const next: Json | undefined = own ?? at.items ?? at.additionalProperties
    if (!isSchema(next)) return {}
    const name = /^#\/definitions\/(\w+)$/.exec(String(next.$ref))?.[1]
    at = name && isSchema(root.definitions) ? (root.definitions[name] as SchemaNode) : next
  }
  return at as SchemaNode & { properties?: SchemaNode }
}

/** Returns the diagnostic for a problem. If the value is missing, its range is that of the nearest parent. */
export function toDiagnostic({ problem, path }: LocatedProblem, source: ThemeSource): Diagnostic {
  return {
    ...problem,
    severity: 'error',
    ...locationOf(path, source, problem.code === 'theme-field-unknown'),
  } as Diagnostic
}

/** Returns the location of a value, or of its key, in the source text of a theme. */
export function locationOf(
  path: NodePath,
  { root, name, text }: ThemeSource,
  asName = false,
): Pick<Diagnostic, 'range' | 'source'> {
  return { range: rangeOf(root, path, asName), source: { name, text } }
}

function rangeOf(root: SourceNode, path: NodePath, asName: boolean): Range {
  for (let length = path.length; length > 0; length--) {
    const parent = nodeAt(root, path.slice(0, length - 1))
    const found = findMember(parent, String(path[length - 1]))
    // The range of an unknown field is its key, that of a wrong value the value.
    if (found)
      return asName || found.value.type === 'object' || length < path.length ? found.key.range : found.value.range
    if (parent?.type === 'array') {
      const item = nodeAt(root, path.slice(0, length))
      if (item) return item.range
    }
  }
  return { start: root.range.start, end: Math.min(root.range.end, root.range.start + 1) }
}
