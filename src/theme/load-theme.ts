import { lowContrast, textColorPairs } from '../layout/contrast.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { nearestName } from '../model/nearest-name.ts'
import type { AssetProblem } from '../model/problems/asset.ts'
import type { Project } from '../model/project.ts'
import { type Range, toPlainValue } from '../model/source.ts'
import type { Face, Theme } from '../model/theme.ts'
import type { ThemeFile } from '../model/theme-file.ts'
import { parse } from '../parse/parse.ts'
import { checkThemeNames } from './check-names.ts'
import { checkThemeSchema, locationOf, type ThemeSource, toDiagnostic } from './check-schema.ts'
import { checkTemplate } from './check-template.ts'
import { type Json, mergePatch } from './merge-patch.ts'
import { listThemes, readThemeFiles, type ThemeFiles } from './theme-files.ts'

/** A theme, or null if it cannot be used, and its diagnostics. */
export type LoadedTheme = { theme: Theme | null; diagnostics: Diagnostic[] }

/** The location of a diagnostic: in the deck or in a file of the theme. */
type ThemeLocation = Pick<Diagnostic, 'range' | 'source'>

/** One theme in a chain of themes that extend each other. */
interface ThemeLayer {
  themeFiles: ThemeFiles
  value: ThemeFile
  /** Faces with resolved paths; null if the theme defines none. */
  faces: Face[] | null
  /** The source of a project's theme; null for built-in themes, which are not validated here. */
  source: ThemeSource | null
}

/**
 * Loads a theme by name, from the project or else from the built-in themes, together with the themes it extends.
 * `range` is where the deck names it. Problems inside a theme are located in the theme's own files.
 */
export async function loadTheme(
  name: string,
  project: Project,
  range: Range = { start: 0, end: 0 },
): Promise<LoadedTheme> {
  const diagnostics: Diagnostic[] = []
  const layers = await loadLayers(name, project, range, diagnostics)
  if (!layers || diagnostics.some(isError)) return { theme: null, diagnostics }

  const { $schema: _, extends: __, ...whole } = mergeLayers(layers)
  const [top] = layers
  const source = top!.source
  if (source) diagnostics.push(...(await checkThemeSchema(whole)).map((one) => toDiagnostic(one, source)))
  if (source && !diagnostics.some(isError))
    diagnostics.push(...checkThemeNames(whole as never).map((one) => toDiagnostic(one, source)))
  const templates = await compileTemplates(layers, diagnostics)
  if (diagnostics.some(isError)) return { theme: null, diagnostics }
  if (source) diagnostics.push(...lowContrastTexts(whole as unknown as Theme, source))
  const css = layers.map(({ themeFiles }) => themeFiles.css).reverse()
  const faces = layers.find((layer) => layer.faces)!.faces!
  return { theme: { ...(whole as unknown as Theme), id: name, faces, css: css.join('\n'), templates }, diagnostics }
}

/** Applies each theme to the one that it extends. */
function mergeLayers(layers: readonly ThemeLayer[]): Record<string, Json> {
  const [top] = layers
  const merge = () => layers.reduceRight<Json>((base, layer) => mergePatch(base, layer.value as Json), {})
  if (layers.some(({ source }) => source)) return merge() as Record<string, Json>
  const merged = mergedBuiltIn.get(top!.value) ?? (merge() as Record<string, Json>)
  mergedBuiltIn.set(top!.value, merged)
  return merged
}

/** Built-in themes with all that they extend, by their own values: the decks of one process share them. */
const mergedBuiltIn = new WeakMap<ThemeFile, Record<string, Json>>()

/** The values of built-in themes, by the text of their files. */
const builtInValues = new Map<string, ThemeFile>()

function builtInValue(text: string): ThemeFile {
  const value = builtInValues.get(text) ?? (JSON.parse(text) as ThemeFile)
  builtInValues.set(text, value)
  return value
}

const isError = ({ severity }: Diagnostic) => severity === 'error'

/** Warns about text colours of a theme with too little contrast. */
const lowContrastTexts = (theme: Theme, source: ThemeSource): Diagnostic[] =>
  lowContrast(textColorPairs(theme), theme.colors).map((low) => ({
    ...locationOf(['colors', low.color], source),
    code: 'contrast-low',
    ...low,
    severity: 'warning',
  }))

/** Reads and validates a theme and those it extends, the named one first; null if one cannot be read. */
async function loadLayers(
  name: string,
  project: Project,
  range: Range,
  diagnostics: Diagnostic[],
): Promise<ThemeLayer[] | null> {
  const layers: ThemeLayer[] = []
  for (let next: string | null = name; next !== null; ) {
    const below: ThemeLayer | undefined = layers.at(-1)
    const location: ThemeLocation = below ? extendsLocation(below) : { range }
    const themeFiles: ThemeFiles | AssetProblem | null = await readThemeFiles(
      next,
      project,
      below?.themeFiles.id === next,
    )
    const extendsOwnName = themeFiles === null && below?.themeFiles.id === next
    const circle =
      extendsOwnName ||
      layers.some(
        (one) =>
          one.themeFiles.id === next &&
          themeFiles &&
          'builtIn' in themeFiles &&
          one.themeFiles.builtIn === themeFiles.builtIn,
      )
    if (themeFiles === null || !('builtIn' in themeFiles) || circle) {
      const problem = circle
        ? circularTheme(next)
        : ((themeFiles as AssetProblem | null) ?? (await unknownTheme(next, project)))
      diagnostics.push({ ...problem, severity: 'error', ...location } as Diagnostic)
      return null
    }
    diagnostics.push(...themeFiles.diagnostics)
    const layer = await parseLayer(themeFiles, diagnostics)
    if (!layer) return null
    layers.push(layer)
    next = layer.value.extends ?? null
  }
  return layers
}

const circularTheme = (name: string): AssetProblem => ({ code: 'theme-extends-circle', name })

async function unknownTheme(name: string, project: Project): Promise<AssetProblem> {
  const known = await listThemes(project)
  return { code: 'theme-unknown', name, nearest: nearestName(name, known), known }
}

/** Returns the location of `extends` in a theme. */
function extendsLocation({ source }: ThemeLayer): ThemeLocation {
  if (!source) return { range: { start: 0, end: 0 } }
  return locationOf(['extends'], source)
}

/** Parses one theme. Built-in themes are trusted, a project's theme is parsed and validated like a deck. */
async function parseLayer(themeFiles: ThemeFiles, diagnostics: Diagnostic[]): Promise<ThemeLayer | null> {
  if (themeFiles.builtIn) {
    const value = builtInValue(themeFiles.json.text)
    return { themeFiles, value, faces: (value.faces as Face[] | undefined) ?? null, source: null }
  }
  const { name, text } = themeFiles.json
  const parsed = parse(text)
  for (const { edits: _, ...one } of parsed.diagnostics)
    diagnostics.push({ ...one, source: themeFiles.json } as Diagnostic)
  if (!parsed.root) return null
  const source: ThemeSource = { name, text, root: parsed.root }
  if (parsed.root.type !== 'object') {
    diagnostics.push(toDiagnostic({ problem: { code: 'theme-not-object' }, path: [] }, source))
    return null
  }
  const value = toPlainValue(parsed.root) as ThemeFile
  const schemaDiagnostics = (await checkThemeSchema(value as Json)).map((one) => toDiagnostic(one, source))
  diagnostics.push(...schemaDiagnostics)
  const named = schemaDiagnostics.length === 0 && value.faces ? (value.faces as Face[]) : null
  const faces = named && (await themeFiles.resolveFaces(named))
  if (faces && !Array.isArray(faces)) {
    diagnostics.push(toDiagnostic({ problem: faces, path: ['faces'] }, source))
    return null
  }
  return { themeFiles, value, faces, source }
}

/** Precompiles the templates of the themes. The Handlebars compiler is loaded only if there are any. */
async function compileTemplates(
  layers: readonly ThemeLayer[],
  diagnostics: Diagnostic[],
): Promise<Record<string, unknown>> {
  const templates = layers.flatMap(({ themeFiles }) => themeFiles.templates).reverse()
  if (templates.length === 0) return {}
  const [{ precompileTemplate: precompile }, { checkInclusions }] = await Promise.all([
    import('./precompile-template.ts'),
    import('./template-inclusions.ts'),
  ])
  const parsable = templates.filter((template) => checkTemplate(template).length === 0)
  const inclusions = checkInclusions(parsable)
  return Object.fromEntries(
    templates.flatMap((template) => {
      const source = { name: template.file, text: template.text }
      const problems = inclusions.get(template.name) ?? checkTemplate(template)
      for (const { problem, range } of problems) diagnostics.push({ ...problem, severity: 'error', range, source })
      if (problems.length > 0) return []
      const compiled = precompile(template)
      if ('specification' in compiled) return [[template.name, compiled.specification]]
      const { line, reason } = compiled
      const start =
        template.text
          .split('\n')
          .slice(0, line - 1)
          .join('\n').length + (line > 1 ? 1 : 0)
      diagnostics.push({
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
