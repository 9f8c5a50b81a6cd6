import { dirname, join, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Lang } from '../model/lang.ts'
import { disk } from '../system/disk.ts'
import { packageRoot } from '../system/package-root.ts'

/** The schema of a deck in a language, in the folder of Korme. English has no code. */
const schemaFile = (lang: Lang) => join('schemas', lang === 'en' ? 'deck.schema.json' : `deck.schema.${lang}.json`)

/**
 * The URL of the schema for editors, from a folder of decks: a relative path in the project, else where Korme is installed.
 * A path through `node_modules/` stays valid when Korme is updated, also where that is a link, as pnpm makes it, to a folder
 * with the version in its name. `lang`: the language in which the editor explains the fields.
 */
export async function schemaUrl(folder: string, lang: Lang): Promise<string> {
  const path = await schemaPath(folder, lang)
  return path.inProject ? relativeUrl(folder, path.file) : pathToFileURL(path.file).href
}

async function schemaPath(folder: string, lang: Lang): Promise<{ file: string; inProject: boolean }> {
  const schema = schemaFile(lang)
  const real = await disk.realPath(packageRoot())
  for (let at = resolve(folder); at !== dirname(at); at = dirname(at)) {
    const installed = join(at, 'node_modules', 'korme')
    if (real !== null && (await disk.realPath(installed)) === real) {
      return { file: join(installed, schema), inProject: true }
    }
  }
  const file = join(packageRoot(), schema)
  return { file, inProject: file.startsWith(resolve(folder, '..') + sep) }
}

const relativeUrl = (from: string, to: string): string => relative(from, to).split(sep).join('/')

/**
 * Writes `.vscode/settings.json` for a new project, so that VS Code explains decks that name no schema, too. A file that
 * is there stays as it is.
 *
 * Shape:  returns the path of a file that was there, else null.
 * Errors: those of the system.
 */
export async function writeEditorSettings(root: string, folder: string, lang: Lang): Promise<string | null> {
  const { file, inProject } = await schemaPath(folder, lang)
  const url = inProject ? relativeUrl(root, file).replace(/^(?!\.\.\/)/, './') : pathToFileURL(file).href
  const settings = { 'json.schemas': [{ fileMatch: [`/${relativeUrl(root, folder)}/*.json`], url }] }
  const path = join(root, '.vscode', 'settings.json')
  await disk.makeFolder(dirname(path))
  try {
    await disk.writeNew(path, `${JSON.stringify(settings, null, 2)}\n`)
    return null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return path
    throw error
  }
}
