import { lowContrast, pairsOf } from '../layout/contrast.ts'
import type { Found } from '../model/diagnostic.ts'
import type { AssetProblem } from '../model/problems/asset.ts'
import type { Project } from '../model/project.ts'
import { type Range, toValue } from '../model/source.ts'
import type { Face, Theme } from '../model/theme.ts'
import type { ThemeFile } from '../model/theme-file.ts'
import { parse } from '../parse/parse.ts'
import { checkSchema, locate, placeOf, type ThemeSource } from './check.ts'
import { checkNames } from './names.ts'
import { type Json, patched } from './patch.ts'
import { listThemes, nearestTheme, readTheme, type ThemeFiles } from './theme-files.ts'

/** A theme as far as it could be had, and every mistake in it. */
export type LoadedTheme = { theme: Theme | null; found: Found[] }

/** Where a finding lies: in the deck, or in a theme's own file. */
type Place = Pick<Found, 'range' | 'source'>

/** One theme of those that extend each other, the first one last. */
interface Level {
  files: ThemeFiles
  value: ThemeFile
  /** With the paths of the theme's own font files; null where it names no faces. */
  faces: Face[] | null
  /** Of a project's own theme; those that ship were checked before. */
  source: ThemeSource | null
}

/**
 * Loads a theme by its name: the project's own, then those that ship; what it extends comes with it.
 * `range` is where the deck names it. Mistakes inside a theme have their place in the theme's own files.
 */
export async function loadTheme(
  name: string,
  project: Project,
  range: Range = { start: 0, end: 0 },
): Promise<LoadedTheme> {
  const found: Found[] = []
  const levels = await collect(name, project, range, found)
  if (!levels || found.some(isError)) return { theme: null, found }

  const value = levels.reduceRight<Json>((base, level) => patched(base, level.value as Json), {}) as Record<
    string,
    Json
  >
  const { $schema: _, extends: __, ...whole } = value
  const [top] = levels
  const own = top!.source
  if (own) found.push(...(await checkSchema(whole)).map((one) => locate(one, own)))
  if (own && !found.some(isError)) found.push(...checkNames(whole as never).map((one) => locate(one, own)))
  const templates = await templatesOf(levels, found)
  if (found.some(isError)) return { theme: null, found }
  if (own) found.push(...faint(whole as unknown as Theme, own))
  const css = levels.map(({ files }) => files.css).reverse()
  const faces = levels.find((level) => level.faces)!.faces!
  return { theme: { ...(whole as unknown as Theme), id: name, faces, css: css.join('\n'), templates }, found }
}

const isError = ({ severity }: Found) => severity === 'error'

/** The texts of a project's own theme that are hard to read: a warning, since the theme can be used all the same. */
const faint = (theme: Theme, source: ThemeSource): Found[] =>
  lowContrast(pairsOf(theme), theme.colors).map((low) => ({
    ...placeOf(['colors', low.color], source),
    code: 'contrast-low',
    ...low,
    severity: 'warning',
  }))

/** A theme and those it extends, each read and held against the schema; null where one is not to be had. */
async function collect(name: string, project: Project, range: Range, found: Found[]): Promise<Level[] | null> {
  const levels: Level[] = []
  for (let next: string | null = name; next !== null; ) {
    const below: Level | undefined = levels.at(-1)
    const place: Place = below ? extendsPlace(below) : { range }
    const files: ThemeFiles | AssetProblem | null = await readTheme(next, project, below?.files.id === next)
    const circle = levels.some(
      (one) => one.files.id === next && files && 'ours' in files && one.files.ours === files.ours,
    )
    if (files === null || !('ours' in files) || circle) {
      const problem = circle ? circular(next) : ((files as AssetProblem | null) ?? (await unknown(next, project)))
      found.push({ ...problem, severity: 'error', ...place } as Found)
      return null
    }
    found.push(...files.found)
    const level = await understand(files, found)
    if (!level) return null
    levels.push(level)
    next = level.value.extends ?? null
  }
  return levels
}

const circular = (name: string): AssetProblem => ({ code: 'theme-extends-circle', name })

async function unknown(name: string, project: Project): Promise<AssetProblem> {
  const known = await listThemes(project)
  return { code: 'theme-unknown', name, nearest: nearestTheme(name, known), known }
}

/** Where a theme says which one it extends. */
function extendsPlace({ source }: Level): Place {
  if (!source) return { range: { start: 0, end: 0 } }
  return placeOf(['extends'], source)
}

/** The value of one theme. Those that ship are taken as they are; a project's own is checked like a deck. */
async function understand(files: ThemeFiles, found: Found[]): Promise<Level | null> {
  if (files.ours) {
    const value = JSON.parse(files.json.text)
    return { files, value, faces: value.faces ?? null, source: null }
  }
  const { name, text } = files.json
  const parsed = parse(text)
  for (const { edits: _, ...one } of parsed.found) found.push({ ...one, source: files.json } as Found)
  if (!parsed.root) return null
  const source: ThemeSource = { name, text, root: parsed.root }
  if (parsed.root.type !== 'object') {
    found.push(locate({ problem: { code: 'theme-not-object' }, path: [] }, source))
    return null
  }
  const value = toValue(parsed.root) as ThemeFile
  const wrong = (await checkSchema(value as Json)).map((one) => locate(one, source))
  found.push(...wrong)
  const named = wrong.length === 0 && value.faces ? (value.faces as Face[]) : null
  const faces = named && (await files.resolveFaces(named))
  if (faces && !Array.isArray(faces)) {
    found.push(locate({ problem: { code: 'theme-font-missing', ...faces }, path: ['faces'] }, source))
    return null
  }
  return { files, value, faces, source }
}

/** The themes' own templates, precompiled. Handlebars' compiler is loaded only where there are any. */
async function templatesOf(levels: readonly Level[], found: Found[]): Promise<Record<string, unknown>> {
  const own = levels.flatMap(({ files }) => files.templates).reverse()
  if (own.length === 0) return {}
  const { precompile } = await import('./templates.ts')
  return Object.fromEntries(
    own.flatMap((template) => {
      const compiled = precompile(template)
      if ('specification' in compiled) return [[template.name, compiled.specification]]
      const { line, reason } = compiled
      const start =
        template.text
          .split('\n')
          .slice(0, line - 1)
          .join('\n').length + (line > 1 ? 1 : 0)
      const source = { name: template.file, text: template.text }
      found.push({
        code: 'theme-template-wrong',
        template: template.name,
        reason,
        severity: 'error',
        range: { start, end: start + 1 },
        source,
      })
      return []
    }),
  )
}
