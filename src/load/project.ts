import { basename, dirname, join, parse, resolve } from 'node:path'
import { KormeError } from '../model/errors.ts'
import type { Files } from '../model/files.ts'
import type { Project } from '../model/project.ts'
import { disk } from '../system/disk.ts'
import { realFolder } from '../system/inside.ts'

/** What decides where a project is. */
export interface ProjectOptions {
  /** The project's folder, if it should not be found automatically. */
  root?: string
  /** The folder of the outputs, `dist` in the project by default. */
  out?: string
  /** Reads and writes the project's files, the disk by default. */
  files?: Files
}

/**
 * Finds the project of a deck: `--root`, else the nearest folder at or above the deck that has a `static/`, else the deck's
 * own folder. Outputs go into its `dist/`, never into one inside a `decks/` that belongs to no project.
 *
 * Errors: `root-missing` with exit code 2 if the root is no folder.
 */
export async function findProject(deckPath: string, options: ProjectOptions = {}): Promise<Project> {
  const { files = disk, out } = options
  const { root, found } =
    options.root === undefined
      ? await nearestRoot(dirname(resolve(deckPath)), files)
      : { root: await namedRoot(options.root, files), found: true }
  // Decks without a project stay apart from what is made of them.
  const beside = !found && isDecksFolder(root) ? dirname(root) : root
  return { files, root, out: out === undefined ? join(beside, 'dist') : resolve(out) }
}

const isDecksFolder = (folder: string): boolean => basename(folder).toLowerCase() === 'decks'

/**
 * Returns the folder of decks: `decks/` in the root. Without a root it is the current folder itself, if that is called
 * `decks` and is no project.
 */
export async function findDecksFolder(root: string | undefined, files: Files = disk): Promise<string> {
  const inside = join(root ?? '.', 'decks')
  if (root !== undefined || !isDecksFolder(resolve('.'))) return inside
  // A project may be called so, too.
  const kinds = await Promise.all([inside, 'static'].map((path) => files.stat(resolve(path))))
  return kinds.some((stat) => stat?.kind === 'folder') ? inside : '.'
}

async function namedRoot(root: string, files: Files): Promise<string> {
  const real = await realFolder(resolve(root), files)
  if (real === null) throw new KormeError({ code: 'root-missing', path: root })
  return real
}

/** Never chooses the root of the file system: everything would be inside the project. */
async function nearestRoot(folder: string, files: Files): Promise<{ root: string; found: boolean }> {
  const own = (await realFolder(folder, files)) ?? folder
  for (let at = own; at !== parse(at).root; at = dirname(at)) {
    if ((await files.stat(join(at, 'static')))?.kind === 'folder') return { root: at, found: true }
  }
  return { root: own, found: false }
}
