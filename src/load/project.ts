import { dirname, join, parse, resolve } from 'node:path'
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
 * own folder.
 *
 * Errors: `root-missing` with exit code 2 if the root is no folder.
 */
export async function findProject(deckPath: string, options: ProjectOptions = {}): Promise<Project> {
  const { files = disk, out } = options
  const root =
    options.root === undefined
      ? await nearestRoot(dirname(resolve(deckPath)), files)
      : await namedRoot(options.root, files)
  return { files, root, out: out === undefined ? join(root, 'dist') : resolve(out) }
}

async function namedRoot(root: string, files: Files): Promise<string> {
  const real = await realFolder(resolve(root), files)
  if (real === null) throw new KormeError({ code: 'root-missing', path: root })
  return real
}

/** Never chooses the root of the file system: everything would be inside the project. */
async function nearestRoot(folder: string, files: Files): Promise<string> {
  const own = (await realFolder(folder, files)) ?? folder
  for (let at = own; at !== parse(at).root; at = dirname(at)) {
    if ((await files.stat(join(at, 'static')))?.kind === 'folder') return at
  }
  return own
}
