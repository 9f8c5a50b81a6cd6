import { dirname, join, resolve } from 'node:path'
import { KormeError } from '../model/errors.ts'
import type { Files } from '../model/files.ts'
import { isInside } from '../system/inside.ts'

/**
 * Returns the real path of a deck that may be replaced by its repaired text.
 *
 * Errors: `folder-link-outside` if a folder on the way to it is a link out of the project, `file-hard-linked` if it has
 *         other names, which a replaced file would lose.
 */
export async function assertWritableDeck(
  path: string,
  files: Files,
  { root }: { root?: string } = {},
): Promise<string> {
  const target = (await files.realPath(path)) ?? resolve(path)
  const project = root === undefined ? await spelledRoot(dirname(resolve(path)), files) : resolve(root)
  const realProject = (await files.realPath(project)) ?? project
  if (isInside(resolve(path), project) && !isInside(target, realProject)) {
    throw new KormeError({ code: 'folder-link-outside', path, real: target })
  }
  const { links = 1 } = (await files.stat(target)) ?? {}
  if (links > 1) throw new KormeError({ code: 'file-hard-linked', path, names: links })
  return target
}

/**
 * The project of a deck by its path as spelled: `findProject` resolves links first, so that for it a linked folder is a
 * project of its own. Without a `static/`, it is the deck's folder, or what holds the link if that is one.
 */
async function spelledRoot(folder: string, files: Files): Promise<string> {
  for (let at = folder; dirname(at) !== at; at = dirname(at)) {
    if ((await files.stat(join(at, 'static')))?.kind === 'folder') return at
  }
  let own = folder
  while (dirname(own) !== own && (await files.isLink(own))) own = dirname(own)
  return own
}
