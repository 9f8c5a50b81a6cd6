import { stat } from 'node:fs/promises'
import { dirname, join, parse, resolve } from 'node:path'
import { KormeError } from '../model/errors.ts'
import type { Project } from '../model/project.ts'
import { realFolder } from '../system/inside.ts'

/**
 * The project of a deck: `--root`, else the nearest folder at or above the deck that has a `static/`, else its own folder.
 *
 * Errors: `file-missing` with exit code 2 for a root that is no folder.
 */
export async function findProject(deckPath: string, options: { root?: string; out?: string } = {}): Promise<Project> {
  const root =
    options.root === undefined ? await nearestRoot(dirname(resolve(deckPath))) : await namedRoot(options.root)
  return { root, out: options.out === undefined ? join(root, 'dist') : resolve(options.out) }
}

async function namedRoot(root: string): Promise<string> {
  const real = await realFolder(resolve(root))
  if (real === null) throw new KormeError({ code: 'file-missing', path: root }, 2)
  return real
}

/** The top of the file system never becomes a project by chance: everything would lie inside. */
async function nearestRoot(folder: string): Promise<string> {
  const own = (await realFolder(folder)) ?? folder
  for (let at = own; at !== parse(at).root; at = dirname(at)) {
    if (await isFolder(join(at, 'static'))) return at
  }
  return own
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
