import { join } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Files } from '../model/files.ts'
import { limits } from '../model/limits.ts'
import type { AssetProblem } from '../model/problems/asset.ts'
import type { Project } from '../model/project.ts'
import type { Face } from '../model/theme.ts'
import { displayPath, isInside } from '../system/inside.ts'
import { packageRoot } from '../system/package-root.ts'
import { errorReason, isNotFound } from '../system/system-error.ts'
import { checkFont } from './check-font.ts'
import { inlineImages } from './theme-pictures.ts'

/** A folder with a `themes/` folder. `builtIn` is the one of Korme itself. */
interface ThemeRoot {
  files: Files
  /** No file outside of it is read. Shape: a real path. */
  root: string
  builtIn: boolean
}

/** The files of a theme. */
export interface ThemeFiles {
  id: string
  builtIn: boolean
  /** `theme.json`. Shape: `name` is its path for messages. */
  json: { name: string; text: string }
  /** `theme.css` with its pictures inlined; empty if there is none. */
  css: string
  /** Templates that replace Korme's own, by name. */
  templates: readonly { name: string; file: string; text: string }[]
  diagnostics: Diagnostic<AssetProblem>[]
  /** Resolves the font files of faces, in the theme's folder or else among Korme's fonts. Returns the first problem. */
  resolveFaces(faces: readonly Face[]): Promise<Face[] | AssetProblem>
}

/**
 * Reads a theme by name, from the project or else from the built-in themes; null if there is none.
 * `builtInOnly` is for a project's theme that extends the built-in theme of the same name.
 */
export async function readThemeFiles(
  name: string,
  project: Project,
  builtInOnly = false,
): Promise<ThemeFiles | AssetProblem | null> {
  if (!isThemeName(name)) return null
  const { files, root } = project
  const builtIn = { files, root: await realPackageRoot(files), builtIn: true }
  for (const themeRoot of builtInOnly ? [builtIn] : [{ files, root, builtIn: false }, builtIn]) {
    const text = await readThemeText(themeRoot, name, 'theme.json')
    if (text === null) continue
    if (typeof text !== 'string') return text
    return readThemeFolder(text, name, themeRoot)
  }
  return null
}

/** Returns the names of all themes available to a project, sorted. */
export async function listThemes(project: Project): Promise<string[]> {
  const names = new Set<string>()
  for (const root of [project.root, packageRoot()]) {
    const entries = await project.files.list(join(root, 'themes')).catch(() => [])
    for (const { name, kind } of entries) if (kind === 'folder' && isThemeName(name)) names.add(name)
  }
  return [...names].sort()
}

/** Whether a name is that of a single folder, not a path. */
const isThemeName = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,63}$/u.test(name)

/** Reads the other files in a theme's folder. */
async function readThemeFolder(text: string, name: string, themeRoot: ThemeRoot): Promise<ThemeFiles | AssetProblem> {
  const folder = join(themeRoot.root, 'themes', name)
  const css = await readThemeText(themeRoot, name, 'theme.css')
  if (css !== null && typeof css !== 'string') return css
  const entries = themeRoot.builtIn ? [] : await themeRoot.files.list(folder).catch(() => [])
  const names = entries.map((entry) => entry.name).filter((file) => file.endsWith('.hbs'))
  const templates: ThemeFiles['templates'][number][] = []
  for (const entry of names.sort()) {
    const template = await readThemeText(themeRoot, name, entry)
    if (template === null) continue
    if (typeof template !== 'string') return template
    templates.push({ name: entry.slice(0, -4), file: displayPath(themeRoot.root, join(folder, entry)), text: template })
  }
  const inlined = await inlineImages(css ?? '', { folder, ...themeRoot })
  return {
    id: name,
    builtIn: themeRoot.builtIn,
    json: { name: displayPath(themeRoot.root, join(folder, 'theme.json')), text },
    templates,
    ...inlined,
    resolveFaces: (faces) => resolveFontPaths(faces, themeRoot, name),
  }
}

/** Reads a text file of a theme; null if there is none. */
async function readThemeText(themeRoot: ThemeRoot, name: string, part: string): Promise<string | AssetProblem | null> {
  const path = join(themeRoot.root, 'themes', name, part)
  const file = displayPath(themeRoot.root, path)
  try {
    const real = await themeRoot.files.realPath(path)
    if (real === null) return null
    if (!isInside(real, themeRoot.root)) return { code: 'theme-unreadable', file, reason: 'outside' }
    const read = await themeRoot.files.read(real, limits.themeFileBytes)
    return 'bytes' in read
      ? new TextDecoder().decode(read.bytes)
      : { code: 'theme-unreadable', file, reason: read.refused }
  } catch (error) {
    return isNotFound(error) ? null : { code: 'theme-unreadable', file, reason: errorReason(error) }
  }
}

async function resolveFontPaths(
  faces: readonly Face[],
  themeRoot: ThemeRoot,
  name: string,
): Promise<Face[] | AssetProblem> {
  if (themeRoot.builtIn) return [...faces]
  const result: Face[] = []
  for (const face of faces) {
    const resolved = { ...face }
    for (const kind of ['ttf', 'woff2'] as const) {
      const font = face[kind]
      const path = await findFontFile(font, themeRoot, name)
      if (path === null) return { code: 'theme-font-missing', font }
      const reason = await checkFont(path, kind, themeRoot.files).catch(() => 'not-font' as const)
      if (reason) return { code: 'theme-font-wrong', font, reason, limitMegabytes: limits.fontBytes / 1e6 }
      resolved[kind] = path
    }
    result.push(resolved)
  }
  return result
}

async function findFontFile(path: string, themeRoot: ThemeRoot, name: string): Promise<string | null> {
  const { files, root } = themeRoot
  const builtInRoot = await realPackageRoot(files)
  for (const [folder, limit] of [
    [join(root, 'themes', name), root],
    [join(builtInRoot, 'static', 'fonts'), builtInRoot],
  ] as const) {
    const real = await files.realPath(join(folder, path))
    if (real !== null && isInside(real, limit)) return real
  }
  return null
}

const realPackageRoot = async (files: Files): Promise<string> => (await files.realPath(packageRoot())) ?? packageRoot()
