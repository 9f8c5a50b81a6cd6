import { join } from 'node:path'
import type { Files } from '../../model/files.ts'
import { shortPath } from '../../report/short-path.ts'
import { isInside } from '../../system/inside.ts'
import { errorReason } from '../../system/system-error.ts'
import type { DeckSource } from './deck-source.ts'
import { EditRefused } from './edit-refused.ts'
import { writeRefusal } from './write-refusal.ts'

/** The folder of copies in a project. It is not among the decks, so that none of them is shown as one. */
export const copiesFolder = 'copies'

/**
 * Keeps a copy of a deck in `copies/` of its project: `nurotan.2026-11-30.05-32-10.json`. A copy with the same content that
 * was made before is enough.
 * Shape:  `root` is the real path of the project; returns the path of the copy.
 * Units:  `nowMs` in milliseconds since 1970; the name has local time.
 * Errors: `EditRefused`, if it cannot be written.
 */
export async function keepCopy(
  { bytes, stem, stats }: Pick<DeckSource, 'bytes' | 'stem' | 'stats'>,
  root: string,
  files: Files,
  nowMs: number,
): Promise<string> {
  const folder = join(root, copiesFolder)
  try {
    await files.makeFolder(folder)
    const real = await files.realPath(folder)
    if (real === null || !isInside(real, root)) {
      throw new EditRefused({ code: 'edit-outside-project', file: shortPath(folder) })
    }
    return (
      (await sameCopy(bytes, stem, real, files)) ??
      (await writeCopy(bytes, stats.mode, copyPath(real, stem, nowMs), files))
    )
  } catch (error) {
    throw writeRefusal(error, shortPath(folder))
  }
}

const copyPath = (folder: string, stem: string, nowMs: number) => (n: number) =>
  join(folder, `${stem}.${timeStamp(new Date(nowMs))}${n === 1 ? '' : `-${n}`}.json`)

/** A time in the name of a file. Shape: `2026-11-30.05-32-10`, in local time. */
export function timeStamp(time: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-')
  return `${day}.${[time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join('-')}`
}

/** Returns the newest copy of a deck if it has this content, else null. */
async function sameCopy(bytes: Uint8Array, stem: string, folder: string, files: Files): Promise<string | null> {
  const isCopy = (name: string) =>
    name.startsWith(`${stem}.`) && /^\d{4}-\d\d-\d\d\.[\d-]+\.json$/.test(name.slice(stem.length + 1))
  const newest = (await files.list(folder))
    .filter(({ kind, name }) => kind === 'file' && isCopy(name))
    .map(({ name }) => name)
    .sort()
    .at(-1)
  if (newest === undefined) return null
  const path = join(folder, newest)
  const read = await files.read(path, bytes.length).catch(() => null)
  return read && 'bytes' in read && Buffer.compare(read.bytes, bytes) === 0 ? path : null
}

async function writeCopy(
  bytes: Uint8Array,
  mode: number,
  pathOf: (n: number) => string,
  files: Files,
): Promise<string> {
  for (let n = 1; ; n++) {
    try {
      await files.writeNew(pathOf(n), bytes, mode)
      return pathOf(n)
    } catch (error) {
      if (errorReason(error) !== 'EEXIST') throw error
    }
  }
}
