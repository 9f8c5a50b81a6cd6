import type { Found } from '../model/diagnostic.ts'
import type { AssetProblem, ThemeExpected } from '../model/problems/asset.ts'
import { member, nodeAt, type Path, type Range, type SourceNode } from '../model/source.ts'
import { nearest } from '../validate/nearest.ts'
import type { Placed } from './names.ts'
import type { Json } from './patch.ts'

/** A theme's own text as a tree that knows its places. */
export interface ThemeSource {
  name: string
  text: string
  root: SourceNode
}

/** What of a theme does not follow its schema. `whole`: it extends no other, so nothing may be missing. */
export async function checkSchema(value: Json): Promise<Placed[]> {
  const [{ default: validate }, { default: schema }] = await Promise.all([
    import('#generated/validate-theme.js'),
    import('../../schemas/theme.schema.json'),
  ])
  if (validate(value)) return []
  const seen = new Set<string>()
  return (validate.errors ?? []).flatMap(({ instancePath, schemaPath, keyword, params }) => {
    const path = instancePath.slice(1).split('/').filter(Boolean).map(unescaped)
    const placed = problemOf(path, keyword, schemaPath, params, schema as unknown as Json)
    const key = JSON.stringify(placed)
    if (!placed || seen.has(key)) return []
    seen.add(key)
    return [placed]
  })
}

const unescaped = (step: string) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')

function problemOf(
  path: string[],
  keyword: string,
  schemaPath: string,
  params: Record<string, unknown>,
  schema: Json,
): Placed | null {
  if (keyword === 'if' || schemaPath.includes('/propertyNames/')) return null
  if (keyword === 'required') {
    const field = String(params.missingProperty)
    return { problem: { code: 'theme-field-missing', field, inside: path.join('.') }, path }
  }
  if (keyword === 'additionalProperties') {
    const field = String(params.additionalProperty)
    const known = Object.keys(schemaAt(schema, schemaPath.replace(/additionalProperties$/, 'properties')))
    const problem: AssetProblem = { code: 'theme-field-unknown', field, nearest: nearest(field, known), known }
    return { problem, path: [...path, field] }
  }
  const name = keyword === 'propertyNames' ? [String(params.propertyName)] : []
  const [expected, detail] = wanted(keyword, schemaPath, params)
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
function wanted(keyword: string, at: string, params: Record<string, unknown>): [ThemeExpected, string] {
  if (keyword === 'type') return [typeNames[[params.type].flat().map(String)[0]!] ?? 'object', '']
  if (keyword === 'enum') return ['choice', (params.allowedValues as unknown[]).join(', ')]
  if (keyword === 'minimum') return ['least', String(params.limit)]
  if (keyword === 'maximum') return ['most', String(params.limit)]
  if (keyword === 'exclusiveMinimum') return ['more', String(params.limit)]
  if (keyword === 'minItems' || keyword === 'minLength' || keyword === 'minProperties') return ['filled', '']
  if (keyword === 'pattern' && at.includes('/Color/')) return ['color', '']
  if (keyword === 'pattern' && /ttf|woff2/.test(at)) return ['path', '']
  if (keyword === 'pattern' && at.includes('/path/')) return ['drawing', '']
  return ['name', '']
}

/** The part of the schema that a rule's path leads to. */
function schemaAt(schema: Json, path: string): { [name: string]: Json } {
  let at: Json | undefined = schema
  for (const step of path.replace(/^#\//, '').split('/')) {
    at = typeof at === 'object' && at !== null && !Array.isArray(at) ? at[unescaped(step)] : undefined
  }
  return typeof at === 'object' && at !== null && !Array.isArray(at) ? at : {}
}

/** A mistake at its place in the theme's text; of what is not there, the nearest thing around it. */
export function locate({ problem, path }: Placed, source: ThemeSource): Found {
  return { ...problem, severity: 'error', ...placeOf(path, source, problem.code === 'theme-field-unknown') } as Found
}

/** The place of a value in a theme's text, or of its name. */
export function placeOf(
  path: Path,
  { root, name, text }: ThemeSource,
  asName = false,
): Pick<Found, 'range' | 'source'> {
  return { range: rangeOf(root, path, asName), source: { name, text } }
}

function rangeOf(root: SourceNode, path: Path, asName: boolean): Range {
  for (let length = path.length; length > 0; length--) {
    const parent = nodeAt(root, path.slice(0, length - 1))
    const found = member(parent, String(path[length - 1]))
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
