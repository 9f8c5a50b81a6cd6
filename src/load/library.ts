import { readdir, readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataFile, Library } from '../model/block.ts'
import type { Project } from '../model/project.ts'
import { home } from '../system/home.ts'
import { isInside, shownFrom } from '../system/inside.ts'
import { readRegular } from '../system/regular-file.ts'
import { readData } from './assets/data.ts'

const limitBytes = 20 * 1024 * 1024
const limitFiles = 50

/** What engines of block types read: data that ships, and JSON files that a project keeps for its decks. */
export function openLibrary({ root }: Project): Library {
  return {
    own: async (path) => JSON.parse(await readFile(join(home(), path), 'utf8')),
    folder: async (path) => {
      const entries = await readdir(join(root, path)).catch(() => [])
      const names = entries.filter((name) => /\.(?:json|geojson|topojson)$/i.test(name)).sort()
      return Promise.all(names.slice(0, limitFiles).map((name) => readOne(root, join(path, name))))
    },
  }
}

/** One file, inside the project only: links are followed before that is decided. */
async function readOne(root: string, path: string): Promise<DataFile> {
  const file = shownFrom(root, join(root, path))
  const failed = (fault: DataFile['fault']): DataFile => ({ file, value: null, fault })
  try {
    const real = await realpath(join(root, path))
    if (!isInside(real, root)) return failed('unreadable')
    const content = await readRegular(real, limitBytes)
    if (!('bytes' in content)) return failed(content.refused === 'too-large' ? 'too-large' : 'unreadable')
    return readData(content.bytes, file)
  } catch {
    return failed('unreadable')
  }
}
