import { join, resolve } from 'node:path'
import { KormeError } from '../model/errors.ts'
import type { Files } from '../model/files.ts'
import { limits } from '../model/limits.ts'
import type { Face, Theme } from '../model/theme.ts'
import { disk } from '../system/disk.ts'
import { packageRoot } from '../system/package-root.ts'
import { errorReason } from '../system/system-error.ts'

/** A face with the content of its font files. */
export interface LoadedFace {
  face: Face
  ttf: Uint8Array
  woff2: Uint8Array
}

/**
 * Reads the two font files of each face of a theme: `ttf` is measured, `woff2` goes into the page.
 *
 * Shape:  in the order of the theme's faces.
 * Errors: `file-unreadable`. Loading the theme has checked that its files exist.
 */
export function loadFaces(theme: Theme, files: Files = disk): Promise<LoadedFace[]> {
  const folder = join(packageRoot(), 'static', 'fonts')
  return Promise.all(
    theme.faces.map(async (face) => {
      const [ttf, woff2] = await Promise.all([
        readFont(resolve(folder, face.ttf), files),
        readFont(resolve(folder, face.woff2), files),
      ])
      return { face, ttf, woff2 }
    }),
  )
}

/** Reads a font file. Errors: `file-unreadable`. */
export async function readFont(path: string, files: Files): Promise<Uint8Array> {
  const read = await files.read(path, limits.fontBytes).catch((error: unknown): never => {
    throw new KormeError({ code: 'file-unreadable', path, reason: errorReason(error) })
  })
  if ('bytes' in read) return read.bytes
  throw new KormeError({ code: 'file-unreadable', path, reason: read.refused })
}
