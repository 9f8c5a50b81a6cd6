import { dirname, join } from 'node:path'
import { KormeError } from '../model/errors.ts'
import type { FileStats, Files, FolderEntry } from '../model/files.ts'
import { openCache } from '../system/cache.ts'
import { disk } from '../system/disk.ts'
import { sha256 } from '../system/hash.ts'
import { hashWholeFile } from '../system/hash-file.ts'
import { isInside } from '../system/inside.ts'
import { packageRoot } from '../system/package-root.ts'
import { type JobInput, leadsOutside } from './job.ts'
import { type FolderStore, nameIn } from './store.ts'

/** The files of one job. */
export interface InputFiles {
  files: Files
  /** What was written, by its name in the store. */
  written: ReadonlyMap<string, { sha256: string; bytes: number }>
  /** The names of the files that were copied beside the documents. */
  copied: ReadonlySet<string>
  /** The error of an input that has changed, if one was read. */
  changed(): KormeError | null
}

/**
 * Returns files that show nothing but the inputs of a job, each only with the content that the job names, and those of
 * the program; and that write nowhere but into a folder. So what comes of a job depends on nothing else, and whoever wrote the job
 * reads nothing else.
 *
 * Shape:  `out` is a path on this machine, inside the store.
 * Errors: `job-input-changed` when a file with other content, or none, is read; before anything is written.
 */
export function inputFiles(inputs: readonly JobInput[], store: FolderStore, out: string): InputFiles {
  const pathOf = ({ path }: JobInput) => join(store.root, ...path.split('/'))
  const byPath = new Map(inputs.filter((one) => one.sha256 !== leadsOutside).map((input) => [pathOf(input), input]))
  const linksOutside = new Set(inputs.filter((one) => one.sha256 === leadsOutside).map(pathOf))
  const folders = foldersOf([...byPath.keys(), join(out, 'x')], store.root)
  const program = packageRoot()
  const ofProgram = (path: string) => !byPath.has(path) && !folders.has(path) && isInside(path, program)
  const cache = openCache('hashes')
  const written = new Map<string, { sha256: string; bytes: number }>()
  const copied = new Set<string>()
  let changed: KormeError | null = null
  const fail = (input: JobInput): never => {
    changed ??= new KormeError({ code: 'job-input-changed', path: input.path })
    throw changed
  }
  /** The path of an input whose content is as the job says, for what reads it in parts. */
  const checkedPath = async (input: JobInput): Promise<string> => {
    const path = await store.locate(input.path)
    if (path === null || (await hashWholeFile(path, disk, cache)) !== input.sha256) return fail(input)
    return path
  }
  const statsOf = (path: string): FileStats | null => {
    const input = byPath.get(path)
    if (!input) return folders.has(path) ? { ...plainStats, kind: 'folder' } : null
    return { ...plainStats, sizeBytes: input.bytes, version: input.sha256 }
  }
  const target = (path: string): string => {
    const name = isInside(path, out) && path !== out ? nameIn(store, path) : null
    if (name === null) throw new KormeError({ code: 'store-name-unfit', name: path })
    if (changed) throw changed
    return name
  }

  const files: Files = {
    async read(path, limitBytes) {
      if (ofProgram(path)) return disk.read(path, limitBytes)
      const input = byPath.get(path) ?? missing(path)
      if (input.bytes > limitBytes) return { refused: 'too-large', sizeBytes: input.bytes }
      const bytes = await store.get(input.path, input.bytes)
      return bytes && sha256(bytes) === input.sha256 ? { bytes } : fail(input)
    },
    readText: async (path) => (ofProgram(path) ? disk.readText(path) : missing(path)),
    async open(path) {
      if (ofProgram(path)) return disk.open(path)
      return disk.open(await checkedPath(byPath.get(path) ?? missing(path)))
    },
    stat: async (path) => (ofProgram(path) ? disk.stat(path) : statsOf(path)),
    isLink: async () => false,
    isWritable: async () => true,
    realPath: async (path) => {
      if (linksOutside.has(path)) return join(store.root, '..', 'outside')
      return ofProgram(path) ? disk.realPath(path) : statsOf(path) && path
    },
    list: async (folder) => {
      if (ofProgram(folder) || folder === join(program, 'themes')) return disk.list(folder)
      return folders.has(folder) ? entriesOf(folder, byPath, folders) : missing(folder)
    },
    async writeAtomic(path, content) {
      const name = target(path)
      await store.put(name, content)
      written.set(name, { sha256: sha256(content), bytes: Buffer.byteLength(content) })
    },
    async copyAtomic(from, to) {
      const name = target(to)
      const input = byPath.get(from) ?? missing(from)
      await checkedPath(input)
      await store.put(name, { copyOf: input.path })
      copied.add(name)
    },
    writeNew: refuse,
    makeFolder: refuse,
    remove: refuse,
  }
  return { files, written, copied, changed: () => changed }
}

const plainStats: FileStats = { kind: 'file', sizeBytes: 0, modifiedMs: 0, version: '', mode: 0o644, links: 1 }

function missing(path: string): never {
  throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT', syscall: 'open', path })
}

async function refuse(path: string): Promise<never> {
  throw new KormeError({ code: 'store-name-unfit', name: path })
}

/** All folders above some paths, up to the root of the store. */
function foldersOf(paths: readonly string[], root: string): Set<string> {
  const folders = new Set([root])
  for (const path of paths) {
    for (let folder = dirname(path); !folders.has(folder) && isInside(folder, root); folder = dirname(folder)) {
      folders.add(folder)
    }
  }
  return folders
}

function entriesOf(folder: string, inputs: ReadonlyMap<string, JobInput>, folders: ReadonlySet<string>): FolderEntry[] {
  const isIn = (path: string) => dirname(path) === folder && path !== folder
  const name = (path: string) => path.slice(folder.length).replace(/^[\\/]/, '')
  return [
    ...[...inputs.keys()].filter(isIn).map((path): FolderEntry => ({ name: name(path), kind: 'file' })),
    ...[...folders].filter(isIn).map((path): FolderEntry => ({ name: name(path), kind: 'folder' })),
  ]
}
