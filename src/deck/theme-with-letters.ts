import { fontCodePoints } from '../fonts/cmap.ts'
import { loadFaces } from '../fonts/font-files.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Project } from '../model/project.ts'
import { loadTheme } from '../theme/load-theme.ts'
import { listThemes } from '../theme/theme-files.ts'

/** Returns the name of a theme whose font for a text style has all these letters; null if there is none. */
export type ThemeFinder = (letters: readonly string[], style: string, except: string) => Promise<string | null>

/** The characters that a theme's font for a style has. */
type Coverage = (style: string) => ReadonlySet<number>

/** Creates a finder among the themes of a project and those of Korme. It reads each theme once, when it is first asked. */
export function createThemeFinder(project: Project): ThemeFinder {
  const coverages = new Map<string, Promise<Coverage | null>>()
  const coverageOf = (name: string) => {
    const known = coverages.get(name) ?? readCoverage(name, project).catch(() => null)
    coverages.set(name, known)
    return known
  }
  return async (letters, style, except) => {
    // The sign for a lost letter is no letter, though some fonts draw it.
    if (letters.includes('\uFFFD')) return null
    for (const name of await listThemes(project)) {
      const covers = name === except ? null : (await coverageOf(name))?.(style)
      if (covers && letters.every((letter) => [...letter].every((one) => covers.has(one.codePointAt(0)!)))) return name
    }
    return null
  }
}

async function readCoverage(name: string, project: Project): Promise<Coverage | null> {
  const { theme } = await loadTheme(name, project)
  if (!theme) return null
  const faces = await loadFaces(theme, project.files)
  const families = new Map<string, Set<number>>()
  return (style) => {
    const family = (theme.styles[style] ?? theme.styles.body)?.family ?? ''
    const known = families.get(family)
    if (known) return known
    const [first, ...others] = faces.filter(({ face }) => face.family === family).map(({ ttf }) => fontCodePoints(ttf))
    const common = new Set([...(first ?? [])].filter((point) => others.every((points) => points.has(point))))
    families.set(family, common)
    return common
  }
}

/** Adds the name of another theme to the findings about missing letters, where one has them. */
export async function nameThemes(
  diagnostics: readonly Diagnostic[],
  find: ThemeFinder,
  current: string,
): Promise<readonly Diagnostic[]> {
  if (!diagnostics.some(({ code }) => code === 'letter-missing')) return diagnostics
  return Promise.all(
    diagnostics.map(async (one) =>
      one.code === 'letter-missing' ? { ...one, theme: await find(one.letters, one.style, current) } : one,
    ),
  )
}
