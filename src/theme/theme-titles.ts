import { type Lang, langs, textIn } from '../model/lang.ts'
import type { Project } from '../model/project.ts'
import { toPlainValue } from '../model/source.ts'
import type { ThemeTitle } from '../model/wire/theme-titles.ts'
import { parse } from '../parse/parse.ts'
import { listThemes, readThemeFiles } from './theme-files.ts'

/**
 * Returns the themes that decks of a project can choose, with their names in a language, by title. A theme that gives itself no
 * name is called as its folder is; one whose `theme.json` cannot be read is left out.
 */
export async function themeTitles(project: Project, lang: Lang): Promise<ThemeTitle[]> {
  const names = await listThemes(project)
  const titles = await Promise.all(names.map((name) => titleOf(name, project, lang)))
  const found = titles.filter((one) => one !== null)
  const isTwice = ({ title }: ThemeTitle) => found.filter((one) => one.title === title).length > 1
  return found
    .map((one) => (isTwice(one) && one.title !== one.name ? { ...one, title: `${one.title} (${one.name})` } : one))
    .sort((a, b) => a.title.localeCompare(b.title, lang))
}

async function titleOf(name: string, project: Project, lang: Lang): Promise<ThemeTitle | null> {
  const read = await readThemeFiles(name, project)
  if (read === null || 'code' in read) return null
  const { root } = parse(read.json.text)
  const theme = root && toPlainValue(root)
  if (typeof theme !== 'object' || theme === null || Array.isArray(theme)) return null
  return { name, title: ownTitle(theme.name, lang) || name }
}

/** The name that a theme gives itself, of one line; empty if it gives none. */
function ownTitle(given: unknown, lang: Lang): string {
  if (typeof given !== 'object' || given === null) return ''
  const own = Object.entries(given).filter(
    ([key, text]) => langs.some((one) => one === key) && typeof text === 'string',
  )
  return textIn(Object.fromEntries(own), lang).replace(/\s+/g, ' ').trim().slice(0, 80)
}
