import { existsSync } from 'node:fs'
import { lstat, mkdir } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { KormeError } from '../../model/errors.ts'
import type { MachineInfo } from './executable.ts'

/** Throws where a folder is not ours alone: what lies in it is going to be run. */
export async function assertPrivateFolder(folder: string): Promise<void> {
  const found = await lstat(folder)
  const owner = process.getuid?.() ?? found.uid
  if (found.isDirectory() && found.uid === owner && (found.mode & 0o022) === 0) return
  throw new KormeError({ code: 'browser-cache-unsafe', path: folder })
}

/** Step by step: `recursive` tries again for ever under a folder that can hold none, such as `/proc` (Node 20.20). */
async function makePrivate(folder: string): Promise<void> {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) await makePrivate(dirname(folder))
  await mkdir(folder, 0o700).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}

/**
 * The path of the user's own cache folder of Korme.
 *
 * Source: https://specifications.freedesktop.org/basedir-spec/latest/ (a relative `XDG_CACHE_HOME` is ignored).
 */
export function privateCachePath({ env, home }: MachineInfo): string {
  const wanted = env.XDG_CACHE_HOME ?? ''
  return join(isAbsolute(wanted) ? wanted : join(home, '.cache'), 'korme')
}

/**
 * The user's own cache folder of Korme, made where it is missing, for its owner alone.
 *
 * Errors: EnvironmentError where the folder is a link, another user's, or open to others' writing.
 */
export async function privateCacheFolder(machine: MachineInfo): Promise<string> {
  const folder = privateCachePath(machine)
  await makePrivate(folder)
  await assertPrivateFolder(folder)
  return folder
}
