import { join } from 'node:path'
import type { DataFile, DataSource } from '../model/block-type.ts'
import { limits } from '../model/limits.ts'
import type { Project } from '../model/project.ts'
import { displayPath, isInside } from '../system/inside.ts'
import { packageRoot } from '../system/package-root.ts'
import { parseJsonAsset } from './assets/json.ts'

const limitFiles = 50

/** Opens the data that block types load themselves: bundled data, and JSON files of the project. */
export function openDataSource(project: Project): DataSource {
  const { files, root } = project
  return {
    readBundled: async (path) => JSON.parse(await files.readText(join(packageRoot(), path))),
    readFolder: async (path) => {
      const entries = await files.list(join(root, path)).catch(() => [])
      const names = entries
        .map(({ name }) => name)
        .filter((name) => /\.(?:json|geojson|topojson)$/i.test(name))
        .sort()
      return Promise.all(names.slice(0, limitFiles).map((name) => readDataFile(project, join(path, name))))
    },
  }
}

/** Reads a file, which must be inside the project after links are resolved. */
async function readDataFile({ files, root }: Project, path: string): Promise<DataFile> {
  const file = displayPath(root, join(root, path))
  const failed = (fault: DataFile['fault']): DataFile => ({ file, value: null, fault })
  try {
    const real = await files.realPath(join(root, path))
    if (real === null || !isInside(real, root)) return failed('unreadable')
    const content = await files.read(real, limits.textBytes)
    if (!('bytes' in content)) return failed(content.refused === 'too-large' ? 'too-large' : 'unreadable')
    return parseJsonAsset(content.bytes, file)
  } catch {
    return failed('unreadable')
  }
}
