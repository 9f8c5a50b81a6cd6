import { copyFile, constants as flags, rename, rm, stat, utimes } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Assets, FileAsset } from '../model/asset.ts'
import { KormeError } from '../model/errors.ts'
import { makeFolder } from './folder.ts'
import { errorReason } from './system-error.ts'

/** The files of a deck that lie beside its page, each once, in the folder `<stem>.files`. */
export function collectSidecarFiles(assets: Assets, stem: string): FileAsset[] {
  const files = new Set([...assets.values()].flatMap((asset) => (asset.kind === 'file' ? [asset] : [])))
  for (const file of files) file.name = `${stem}.files/${file.name}`
  return [...files]
}

/**
 * Copies a file beside the page, whole or not at all; one that is there already, of the same size and time, stays.
 *
 * Errors: `output-unwritable` where the disk is full or the folder read-only, `file-unreadable` where the file is gone.
 */
export async function copySidecarFile({ file, name }: FileAsset, out: string): Promise<void> {
  const path = join(out, name)
  const from = await stat(file).catch((error: unknown): never => {
    throw new KormeError({ code: 'file-unreadable', path: file, reason: errorReason(error) })
  })
  const there = await stat(path).catch(() => null)
  if (there && there.ino === from.ino && there.dev === from.dev) return
  if (there?.isFile() && there.size === from.size && Math.abs(there.mtimeMs - from.mtimeMs) < 2000) return
  const temporary = join(dirname(path), `.${basename(name)}.${process.pid}.tmp`)
  try {
    await makeFolder(dirname(path))
    await copyFile(file, temporary, flags.COPYFILE_FICLONE)
    await utimes(temporary, from.atime, from.mtime)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw new KormeError({ code: 'output-unwritable', path, reason: errorReason(error) })
  }
}
