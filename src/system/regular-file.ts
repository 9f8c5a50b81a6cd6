import { constants } from 'node:fs'
import { open, stat } from 'node:fs/promises'

/** What came of reading a file: its bytes, or why there are none. */
export type FileReadResult =
  | { bytes: Uint8Array }
  | { refused: 'folder' }
  | { refused: 'not-regular' }
  | { refused: 'too-large'; sizeBytes: number }

/**
 * Reads a file that is a file: never a pipe, which would wait for ever, nor a device, which has no end.
 *
 * Units:  `limitBytes` is asked of the disk before anything is read.
 * Errors: those of the file system; what is no readable file of that size is returned as `refused`.
 */
export async function readRegularFile(path: string, limitBytes: number): Promise<FileReadResult> {
  const seen = await stat(path)
  const refusal = refusalOf(seen, limitBytes)
  if (refusal) return refusal
  // Looked at again once it is open, since another file may have taken the name meanwhile.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    return refusalOf(await file.stat(), limitBytes) ?? { bytes: await file.readFile() }
  } finally {
    await file.close()
  }
}

function refusalOf(stats: { isFile(): boolean; isDirectory(): boolean; size: number }, limitBytes: number) {
  if (stats.isDirectory()) return { refused: 'folder' } as const
  if (!stats.isFile()) return { refused: 'not-regular' } as const
  return stats.size > limitBytes ? ({ refused: 'too-large', sizeBytes: stats.size } as const) : null
}
