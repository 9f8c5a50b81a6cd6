import { readdir, readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataFile, DataSource } from '../model/block.ts'
import type { Project } from '../model/project.ts'
import { displayPath, isInside } from '../system/inside.ts'
import { packageRoot } from '../system/package-root.ts'
import { readRegularFile } from '../system/regular-file.ts'
import { parseJsonAsset } from './assets/json.ts'

const limitBytes = 20 * 1024 * 1024
const limitFiles = 50

/** What engines of block types read: data that ships, and JSON files that a project keeps for its decks. */
export function openDataSource({ root }: Project): DataSource {
  return {
    readBundled: async (path) => JSON.parse(await readFile(join(packageRoot(), path), 'utf8')),
    readFolder: async (path) => {
      const entries = await readdir(join(root, path)).catch(() => [])
      const names = entries.filter((name) => /\.(?:json|geojson|topojson)$/i.test(name)).sort()
      return Promise.all(names.slice(0, limitFiles).map((name) => readDataFile(root, join(path, name))))
    },
  }
}

/** One file, inside the project only: links are followed before that is decided. */
async function readDataFile(root: string, path: string): Promise<DataFile> {
  const file = displayPath(root, join(root, path))
  const failed = (fault: DataFile['fault']): DataFile => ({ file, value: null, fault })
  try {
    const real = await realpath(join(root, path))
    if (!isInside(real, root)) return failed('unreadable')
    const content = await readRegularFile(real, limitBytes)
    if (!('bytes' in content)) return failed(content.refused === 'too-large' ? 'too-large' : 'unreadable')
    return parseJsonAsset(content.bytes, file)
  } catch {
    return failed('unreadable')
  }
}
