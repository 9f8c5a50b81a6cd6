import { readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { distance } from 'fastest-levenshtein'
import type { Found } from '../model/diagnostic.ts'
import type { AssetProblem } from '../model/problems/asset.ts'
import type { Project } from '../model/project.ts'
import type { Range } from '../model/source.ts'
import type { Face, Theme } from '../model/theme.ts'
import type { ThemeFile } from '../model/theme-file.ts'
import { isMissing, reasonOf } from './failure.ts'
import { home } from './home.ts'
import { isInside, shownFrom } from './inside.ts'
import { brokenAt } from './json-place.ts'
import { readRegular } from './regular.ts'

const limitBytes = 8 * 1024 * 1024

/** A folder that holds themes; `ours` are those that ship, which the tests have checked. */
interface Shelf {
  /** Nothing outside is read. Shape: a real path. */
  root: string
  ours: boolean
}

export type LoadedTheme = { theme: Theme | null; found: Found<AssetProblem>[] }

/**
 * Loads a theme by its name: the project's own, then those that ship.
 * `range` is where the deck names it: mistakes in the theme are reported there, with the theme's own place in their words.
 */
export async function loadTheme(
  name: string,
  project: Project,
  range: Range = { start: 0, end: 0 },
): Promise<LoadedTheme> {
  const shelves = [
    { root: project.root, ours: false },
    { root: await realpath(home()), ours: true },
  ]
  const failed = (problem: AssetProblem): LoadedTheme => ({
    theme: null,
    found: [{ ...problem, severity: 'error', range }],
  })
  for (const shelf of isName(name) ? shelves : []) {
    const source = await readText(shelf, name, 'theme.json')
    if (source === null) continue
    if (typeof source !== 'string') return failed(source)
    const css = await readText(shelf, name, 'theme.css')
    if (css !== null && typeof css !== 'string') return failed(css)
    const file = `themes/${name}/theme.json`
    const parsed = await parseTheme(source, file, shelf)
    if (Array.isArray(parsed)) return { theme: null, found: parsed.map((p) => ({ ...p, severity: 'error', range })) }
    const faces = await facesOf(parsed.faces, shelf, name)
    if (!Array.isArray(faces)) return failed(faces)
    const { $schema: _, ...rest } = parsed
    return { theme: { ...rest, id: name, css: css ?? '', faces }, found: [] }
  }
  const known = await listThemes(project)
  return failed({ code: 'theme-unknown', name, nearest: nearestOf(name, known), known })
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

/** The name of one folder, which leads nowhere else. */
const isName = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,63}$/u.test(name)

function nearestOf(name: string, known: readonly string[]): string | null {
  const wanted = name.trim().toLowerCase()
  const [best] = known
    .map((candidate) => ({ candidate, apart: distance(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.apart - b.apart)
  return best && best.apart <= Math.max(2, wanted.length / 3) ? best.candidate : null
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

async function parseTheme(source: string, file: string, shelf: Shelf): Promise<ThemeFile | AssetProblem[]> {
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch {
    return [{ code: 'theme-not-json', file, ...placeOf(source) }]
  }
  if (shelf.ours) return value as ThemeFile
  const { default: validate } = await import('#generated/validate-theme.js')
  if (validate(value)) return value as ThemeFile
  // A value that fits none of several shapes is told once, by what is wrong inside it.
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map(({ instancePath, keyword, params }) => ({
      code: 'theme-value-wrong',
      file,
      field: instancePath.slice(1).replaceAll('/', '.'),
      rule: keyword,
      detail: Object.values(params).flat().join(', '),
    }))
}

/** Where the text stops being JSON. Units: both from 1. */
function placeOf(source: string): { line: number | null; column: number | null } {
  const broken = brokenAt(source)
  if (broken === null) return { line: null, column: null }
  const before = source.slice(0, broken).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

/** The faces with the paths of a theme's own font files made absolute; others lie in the folder of all fonts. */
async function facesOf(faces: readonly Face[], shelf: Shelf, name: string): Promise<Face[] | AssetProblem> {
  if (shelf.ours) return [...faces]
  const result: Face[] = []
  for (const face of faces) {
    const [ttf, woff2] = await Promise.all([fontFile(face.ttf, shelf, name), fontFile(face.woff2, shelf, name)])
    const file = `themes/${name}/theme.json`
    if (ttf === null || woff2 === null)
      return { code: 'theme-font-missing', file, font: ttf === null ? face.ttf : face.woff2 }
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
