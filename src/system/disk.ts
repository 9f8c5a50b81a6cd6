import { type BigIntStats, constants } from 'node:fs'
import { access, lstat, open, readdir, readFile, realpath, rm, stat } from 'node:fs/promises'
import type { FileKind, FileReadResult, FileStats, Files, OpenFile } from '../model/files.ts'
import { copyAtomic, writeAtomic, writeNew } from './atomic-write.ts'
import { readFontOnce } from './fonts-read.ts'
import { makeFolder } from './make-folder.ts'

/** The files on the disk of this machine. */
export const disk: Files = {
  read,
  readText: (path) => readFile(path, 'utf8'),
  open: openForReading,
  stat: (path) => stat(path, { bigint: true }).then(describe, () => null),
  isLink: (path) =>
    lstat(path).then(
      (stats) => stats.isSymbolicLink(),
      () => false,
    ),
  isWritable: (path) =>
    access(path, constants.W_OK).then(
      () => true,
      () => false,
    ),
  realPath: (path) => realpath(path).catch(() => null),
  list: async (folder) => {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
  },
  writeAtomic,
  writeNew,
  copyAtomic,
  makeFolder: (path) => makeFolder(path),
  remove: (path) => rm(path, { force: true }),
}

/** Never waits for a pipe and never reads a device, which has no end. */
async function read(path: string, limitBytes: number): Promise<FileReadResult> {
  const stats = await stat(path, { bigint: true })
  const refusal = refusalOf(stats, limitBytes)
  if (refusal) return refusal
  return readFontOnce(path, describe(stats), () => readNow(path, limitBytes))
}

async function readNow(path: string, limitBytes: number): Promise<FileReadResult> {
  const file = await openWithoutWaiting(path)
  try {
    // Checked again once it is open: another file may have taken its place meanwhile.
    return refusalOf(await file.stat(), limitBytes) ?? { bytes: await file.readFile() }
  } finally {
    await file.close()
  }
}

const openWithoutWaiting = (path: string) => open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))

function refusalOf(stats: { isFile(): boolean; isDirectory(): boolean; size: number | bigint }, limitBytes: number) {
  if (stats.isDirectory()) return { refused: 'folder' } as const
  if (!stats.isFile()) return { refused: 'not-regular' } as const
  const sizeBytes = Number(stats.size)
  return sizeBytes > limitBytes ? ({ refused: 'too-large', sizeBytes } as const) : null
}

async function openForReading(path: string): Promise<OpenFile> {
  const file = await openWithoutWaiting(path)
  try {
    return {
      stats: describe(await file.stat({ bigint: true })),
      read: async (position, length) => {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
        return buffer.subarray(0, bytesRead)
      },
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

const kindOf = (entry: { isFile(): boolean; isDirectory(): boolean }): FileKind =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other'

const describe = (stats: BigIntStats): FileStats => ({
  kind: kindOf(stats),
  sizeBytes: Number(stats.size),
  modifiedMs: Number(stats.mtimeMs),
  version: [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(' '),
  mode: Number(stats.mode) & 0o777,
  links: Number(stats.nlink),
})
