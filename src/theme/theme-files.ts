import { readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { distance } from 'fastest-levenshtein'
import type { Found } from '../model/diagnostic.ts'
import type { AssetProblem } from '../model/problems/asset.ts'
import type { Project } from '../model/project.ts'
import type { Face } from '../model/theme.ts'
import { isMissing, reasonOf } from '../system/failure.ts'
import { home } from '../system/home.ts'
import { isInside, shownFrom } from '../system/inside.ts'
import { readRegular } from '../system/regular-file.ts'
import { inlinePictures } from './theme-pictures.ts'

const limitBytes = 8 * 1024 * 1024

/** A folder that holds themes; `ours` are those that ship, which the tests have checked. */
interface Shelf {
  /** Nothing outside is read. Shape: a real path. */
  root: string
  ours: boolean
}

/** A theme's files as they lie on the disk. */
export interface ThemeFiles {
  id: string
  ours: boolean
  /** `theme.json`. Shape: `name` is its path as messages show it. */
  json: { name: string; text: string }
  /** `theme.css` with its pictures inside; empty where there is none. */
  css: string
  /** Templates that take the place of the engine's, by name. */
  templates: readonly { name: string; file: string; text: string }[]
  found: Found<AssetProblem>[]
  /** The faces with the paths of the theme's own font files made absolute; others lie in the folder of all fonts. */
  resolveFaces(faces: readonly Face[]): Promise<Face[] | { font: string }>
}

/**
 * Reads a theme by its name: the project's own, then those that ship; null where there is none.
 * `oursOnly`: a project's theme may extend the one of ours that has its name.
 */
export async function readTheme(
  name: string,
  project: Project,
  oursOnly = false,
): Promise<ThemeFiles | AssetProblem | null> {
  if (!isName(name)) return null
  const ours = { root: await realpath(home()), ours: true }
  for (const shelf of oursOnly ? [ours] : [{ root: project.root, ours: false }, ours]) {
    const text = await readText(shelf, name, 'theme.json')
    if (text === null) continue
    if (typeof text !== 'string') return text
    return readBeside(text, name, shelf)
  }
  return null
}

/** Names of all themes that a deck of this project can choose, in the order of the alphabet. */
export async function listThemes(project: Project): Promise<string[]> {
  const names = new Set<string>()
  for (const root of [project.root, home()]) {
    const entries = await readdir(join(root, 'themes'), { withFileTypes: true }).catch(() => [])
    for (const entry of entries) if (entry.isDirectory() && isName(entry.name)) names.add(entry.name)
  }
  return [...names].sort()
}

/** The theme that someone who wrote another name most likely meant. */
export function nearestTheme(name: string, known: readonly string[]): string | null {
  const wanted = name.trim().toLowerCase()
  const [best] = known
    .map((candidate) => ({ candidate, apart: distance(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.apart - b.apart)
  return best && best.apart <= Math.max(2, wanted.length / 3) ? best.candidate : null
}

/** The name of one folder, which leads nowhere else. */
const isName = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,63}$/u.test(name)

/** What lies in the theme's folder besides `theme.json`. */
async function readBeside(text: string, name: string, shelf: Shelf): Promise<ThemeFiles | AssetProblem> {
  const folder = join(shelf.root, 'themes', name)
  const css = await readText(shelf, name, 'theme.css')
  if (css !== null && typeof css !== 'string') return css
  const entries = shelf.ours ? [] : await readdir(folder).catch(() => [])
  const templates: ThemeFiles['templates'][number][] = []
  for (const entry of entries.filter((file) => file.endsWith('.hbs')).sort()) {
    const template = await readText(shelf, name, entry)
    if (template === null) continue
    if (typeof template !== 'string') return template
    templates.push({ name: entry.slice(0, -4), file: shownFrom(shelf.root, join(folder, entry)), text: template })
  }
  const pictured = await inlinePictures(css ?? '', { folder, root: shelf.root })
  return {
    id: name,
    ours: shelf.ours,
    json: { name: shownFrom(shelf.root, join(folder, 'theme.json')), text },
    templates,
    ...pictured,
    resolveFaces: (faces) => facesOf(faces, shelf, name),
  }
}

/** A text file of a theme; null where there is none. */
async function readText(shelf: Shelf, name: string, part: string): Promise<string | AssetProblem | null> {
  const path = join(shelf.root, 'themes', name, part)
  const file = shownFrom(shelf.root, path)
  try {
    const real = await realpath(path)
    if (!isInside(real, shelf.root)) return { code: 'theme-unreadable', file, reason: 'outside' }
    const read = await readRegular(real, limitBytes)
    return 'bytes' in read
      ? new TextDecoder().decode(read.bytes)
      : { code: 'theme-unreadable', file, reason: read.refused }
  } catch (error) {
    return isMissing(error) ? null : { code: 'theme-unreadable', file, reason: reasonOf(error) }
  }
}

async function facesOf(faces: readonly Face[], shelf: Shelf, name: string): Promise<Face[] | { font: string }> {
  if (shelf.ours) return [...faces]
  const result: Face[] = []
  for (const face of faces) {
    const [ttf, woff2] = await Promise.all([fontFile(face.ttf, shelf, name), fontFile(face.woff2, shelf, name)])
    if (ttf === null || woff2 === null) return { font: ttf === null ? face.ttf : face.woff2 }
    result.push({ ...face, ttf, woff2 })
  }
  return result
}

async function fontFile(path: string, shelf: Shelf, name: string): Promise<string | null> {
  for (const [folder, limit] of [
    [join(shelf.root, 'themes', name), shelf.root],
    [join(home(), 'static', 'fonts'), home()],
  ] as const) {
    const real = await realpath(join(folder, path)).catch(() => null)
    if (real !== null && isInside(real, await realpath(limit))) return real
  }
  return null
}
