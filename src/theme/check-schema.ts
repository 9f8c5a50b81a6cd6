import type { Diagnostic } from '../model/diagnostic.ts'
import { nearestName } from '../model/nearest-name.ts'
import type { AssetProblem, ThemeExpected } from '../model/problems/asset.ts'
import { findMember, type NodePath, nodeAt, type Range, type SourceNode } from '../model/source.ts'
import type { LocatedProblem } from './check-names.ts'
import type { Json } from './merge-patch.ts'

/** A theme's own text as a tree that knows its places. */
export interface ThemeSource {
  name: string
  text: string
  root: SourceNode
}

/** What of a theme does not follow its schema. `whole`: it extends no other, so nothing may be missing. */
export async function checkThemeSchema(value: Json): Promise<LocatedProblem[]> {
  const [{ default: validate }, { default: schema }] = await Promise.all([
    import('#generated/validate-theme.js'),
    import('../../schemas/theme.schema.json'),
  ])
  if (validate(value)) return []
  const seen = new Set<string>()
  return (validate.errors ?? []).flatMap(({ instancePath, schemaPath, keyword, params }) => {
    const path = instancePath.slice(1).split('/').filter(Boolean).map(decodePointerStep)
    const placed = toLocatedProblem(path, keyword, schemaPath, params, schema as unknown as Json)
    const key = JSON.stringify(placed)
    if (!placed || seen.has(key)) return []
    seen.add(key)
    return [placed]
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

/** What a rule of the schema asks for, in our words. */
function expectationOf(keyword: string, params: Record<string, unknown>): [ThemeExpected, string] {
  if (keyword === 'type') return [typeNames[[params.type].flat().map(String)[0]!] ?? 'object', '']
  if (keyword === 'enum') return ['choice', (params.allowedValues as unknown[]).join(', ')]
  if (keyword === 'minimum') return ['least', String(params.limit)]
  if (keyword === 'maximum') return ['most', String(params.limit)]
  if (keyword === 'exclusiveMinimum') return ['more', String(params.limit)]
  if (keyword === 'minItems' || keyword === 'minLength' || keyword === 'minProperties') return ['filled', '']
  // A pattern says what it is the pattern of: colours, font files, drawings; the rest are names.
  const pattern = String(params.pattern ?? '')
  if (pattern.startsWith('^#')) return ['color', '']
  if (/ttf|woff2/.test(pattern)) return ['path', '']
  return [pattern.startsWith('^[Mm') ? 'drawing' : 'name', '']
}

type SchemaNode = { [name: string]: Json }

const isSchema = (value: Json | undefined): value is SchemaNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The part of the schema that a value is held against, by the way to the value. */
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

/** A mistake at its place in the theme's text; of what is not there, the nearest thing around it. */
export function toDiagnostic({ problem, path }: LocatedProblem, source: ThemeSource): Diagnostic {
  return {
    ...problem,
    severity: 'error',
    ...locationOf(path, source, problem.code === 'theme-field-unknown'),
  } as Diagnostic
}

/** The place of a value in a theme's text, or of its name. */
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
    // Of an unknown name the name is marked, of a wrong value the value.
    if (found)
      return asName || found.value.type === 'object' || length < path.length ? found.key.range : found.value.range
    if (parent?.type === 'array') {
      const item = nodeAt(root, path.slice(0, length))
      if (item) return item.range
    }
  }
  return { start: root.range.start, end: Math.min(root.range.end, root.range.start + 1) }
}
