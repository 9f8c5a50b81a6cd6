import { isAbsolute, join, parse, relative, sep } from 'node:path'
import { KormeError } from '../model/errors.ts'
import type { Files } from '../model/files.ts'
import { disk } from '../system/disk.ts'
import { isInside, realFolder } from '../system/inside.ts'

/** The folder in a store for what Korme keeps there itself. */
export const ownFolder = '.korme-jobs'

/** The longest name in a store. */
const maxNameLength = 1024

/**
 * The files of all jobs: decks, pictures, documents. A folder that all machines see is one.
 *
 * Shape:  names are relative, with forward slashes. Links in a store lead nowhere outside of it.
 * Errors: those of the system; `store-name-unfit` for a name that could lead outside.
 */
export interface Store {
  /** Reads a file of at most so many bytes; null if there is none, or if it is larger. */
  get(name: string, limitBytes: number): Promise<Uint8Array | null>
  /** Writes a file completely or not at all. Errors: also `output-unwritable`. */
  put(name: string, content: Uint8Array | string | { copyOf: string }): Promise<void>
  /** Returns the size of a file, or null if there is none. Units: bytes. */
  has(name: string): Promise<number | null>
  /** Returns the path of a file on this machine, for programs that read it in parts; null if it is no file of the store. */
  locate(name: string): Promise<string | null>
}

/** A folder that is used as a store. */
export interface FolderStore extends Store {
  /** Absolute, with links resolved. */
  root: string
}

/** Opens a folder as a store. Errors: `store-missing`, exit code 2. */
export async function openFolderStore(folder: string, files: Files = disk): Promise<FolderStore> {
  const root = await realFolder(folder, files)
  if (root === null) throw new KormeError({ code: 'store-missing', path: folder })
  const locate = async (name: string) => {
    const real = await files.realPath(pathIn(root, name))
    return real !== null && isInside(real, root) && (await files.stat(real))?.kind === 'file' ? real : null
  }
  /** The path of a file that is written: its folder is inside, and a link in its place is replaced, not followed. */
  const target = async (name: string) => {
    const path = pathIn(root, name)
    let folder = join(path, '..')
    while ((await files.realPath(folder)) === null && folder !== root) folder = join(folder, '..')
    const real = await files.realPath(folder)
    if (real === null || !isInside(real, root)) refuse(name)
    return path
  }
  return {
    root,
    locate,
    async get(name, limitBytes) {
      const path = await locate(name)
      const read = path === null ? null : await files.read(path, limitBytes)
      return read && 'bytes' in read ? read.bytes : null
    },
    async put(name, content) {
      const path = await target(name)
      if (typeof content === 'string' || content instanceof Uint8Array) return files.writeAtomic(path, content)
      const from = await locate(content.copyOf)
      if (from === null) throw new KormeError({ code: 'file-unreadable', path: content.copyOf, reason: 'ENOENT' })
      return files.copyAtomic(from, path)
    },
    async has(name) {
      const path = await locate(name)
      return path === null ? null : ((await files.stat(path))?.sizeBytes ?? null)
    },
  }
}

/** Returns the name in a store of a path on this machine, or null if it lies outside. Shape: the path is absolute. */
export function nameIn({ root }: Pick<FolderStore, 'root'>, path: string): string | null {
  const way = relative(root, path)
  if (isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`)) return null
  return way.split(sep).join('/')
}

/** Whether a text is the name of a file in a store: it cannot lead outside, whatever the system. */
export function isStoreName(name: string): boolean {
  if (name === '' || name.length > maxNameLength || /[\\\0:]/.test(name)) return false
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

/** The path on this machine of a name in a store. */
function pathIn(root: string, name: string): string {
  const path = join(root, ...name.split('/'))
  return isStoreName(name) && isInside(path, root) && path !== parse(path).root ? path : refuse(name)
}

function refuse(name: string): never {
  throw new KormeError({ code: 'store-name-unfit', name: name.slice(0, maxNameLength) })
}
