import { statfs } from 'node:fs/promises'

/** Returns the free space of the disk that holds a folder, or null if it is unknown. Units: bytes. */
export async function freeBytes(folder: string): Promise<number | null> {
  const disk = await statfs(folder).catch(() => null)
  return disk && disk.bavail * disk.bsize
}
