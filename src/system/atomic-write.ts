import { rmSync } from 'node:fs'
import { copyFile, constants as flags, link, lstat, open, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { KormeError } from '../model/errors.ts'
import { cleanUpOnExit } from './clean-up-on-exit.ts'
import { makeFolder } from './make-folder.ts'
import { errorReason } from './system-error.ts'
import { sweepTemporaryFiles, temporaryFile } from './temporary-files.ts'

/** See `Files.writeAtomic`. An existing file keeps its permissions. */
export async function writeAtomic(
  path: string,
  content: Uint8Array | string,
  beforeReplace?: () => Promise<void>,
): Promise<void> {
  let stopped = false
  const stop = (error: unknown): never => {
    stopped = true
    throw error
  }
  try {
    await makeFolder(dirname(resolve(path)))
    const before = await stat(path).catch(() => null)
    const mode = before?.isFile() ? before.mode & 0o777 : undefined
    await writeBeside(resolve(path), async (temporary) => {
      await writeAndSync(temporary, content, mode)
      await beforeReplace?.().catch(stop)
      await rename(temporary, path)
    })
  } catch (error) {
    if (stopped || error instanceof KormeError) throw error
    throw new KormeError({ code: 'output-unwritable', path, reason: errorReason(error) })
  }
}

/** See `Files.copyAtomic`. */
export async function copyAtomic(from: string, to: string): Promise<void> {
  const source = await stat(from).catch((error: unknown): never => {
    throw new KormeError({ code: 'file-unreadable', path: from, reason: errorReason(error) })
  })
  const target = await stat(to).catch(() => null)
  if (target && target.ino === source.ino && target.dev === source.dev) return
  if (target?.isFile() && target.size === source.size && Math.abs(target.mtimeMs - source.mtimeMs) < 2000) return
  try {
    await makeFolder(dirname(resolve(to)))
    await writeBeside(resolve(to), async (temporary) => {
      await copyFile(from, temporary, flags.COPYFILE_FICLONE)
      await utimes(temporary, source.atime, source.mtime)
      await rename(temporary, to)
    })
  } catch (error) {
    throw new KormeError({ code: 'output-unwritable', path: to, reason: errorReason(error) })
  }
}

/** Replaces a file in an existing folder. Errors: those of the system. */
export async function replaceFile(path: string, content: Uint8Array | string, mode?: number): Promise<void> {
  await writeBeside(path, async (temporary) => {
    await writeAndSync(temporary, content, mode)
    await rename(temporary, path)
  })
}

/** See `Files.writeNew`. */
export async function writeNew(
  path: string,
  content: Uint8Array | string | AsyncIterable<Uint8Array>,
  mode?: number,
): Promise<void> {
  await writeBeside(path, async (temporary) => {
    await writeAndSync(temporary, content, mode)
    await nameNew(temporary, path)
    await rm(temporary, { force: true })
  })
}

/** Gives a whole file a name that is free. Unlike `rename`, `link` never takes the name of another file. */
async function nameNew(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path)
  } catch (error) {
    if (['EEXIST', 'ENOENT'].includes(errorReason(error))) throw error
    // A file system without hard links, such as FAT on a memory stick.
    const taken = await lstat(path).catch(() => null)
    if (taken) throw Object.assign(new Error(`${path} exists`), { code: 'EEXIST', syscall: 'rename' })
    await rename(temporary, path)
  }
}

/** When this process last looked for what others left, by folder. Units: as `performance.now()`. */
const swept = new Map<string, number>()
/**
 * A process that runs for long looks again after this time. A worker that takes over the job of one that was killed does so
 * later than that, so that what the other one had begun to write goes. Units: milliseconds.
 */
const sweepMs = 5_000

/**
 * Lends `use` the path of a temporary file next to `path`, which `use` writes and renames. The temporary file never stays
 * behind, not even after Ctrl-C; after kill -9, it stays until the next write into this folder.
 *
 * Not write-file-atomic: it does not check how much was written, so that on a disk that fills up half a file replaces a
 * whole one (6.0.0).
 */
async function writeBeside(path: string, use: (temporary: string) => Promise<void>): Promise<void> {
  const folder = dirname(path)
  const now = performance.now()
  if (now - (swept.get(folder) ?? Number.NEGATIVE_INFINITY) >= sweepMs) {
    swept.set(folder, now)
    await sweepTemporaryFiles(folder)
  }
  const temporary = temporaryFile(folder)
  const done = cleanUpOnExit(() => rmSync(temporary, { force: true }))
  try {
    await use(temporary)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  } finally {
    done()
  }
}

async function writeAndSync(
  path: string,
  content: Uint8Array | string | AsyncIterable<Uint8Array>,
  mode?: number,
): Promise<void> {
  const file = await open(path, 'wx', mode)
  try {
    const parts = typeof content === 'string' || content instanceof Uint8Array ? [content] : content
    // Each part follows the one before.
    for await (const part of parts) await file.writeFile(part)
    if (mode !== undefined) await file.chmod(mode) // what the umask took away
    await file.sync()
  } finally {
    await file.close()
  }
}
