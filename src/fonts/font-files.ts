import { join, resolve } from 'node:path'
import { EnvironmentError } from '../model/machine.ts'
import type { Face, Theme } from '../model/theme.ts'
import { reasonOf } from '../system/failure.ts'
import { home } from '../system/home.ts'
import { readRegular } from '../system/regular-file.ts'

const limitBytes = 32 * 1024 * 1024

/** A face with its files. */
export interface ReadFace {
  face: Face
  ttf: Uint8Array
  woff2: Uint8Array
}

/**
 * Reads the font files of a theme, both of each face: `ttf` is measured, `woff2` goes into the page.
 *
 * Shape:  in the order of the theme's faces.
 * Errors: `file-missing`, `file-unreadable`: a theme whose files are there has been loaded before.
 */
export function readFaces(theme: Theme): Promise<ReadFace[]> {
  const folder = join(home(), 'static', 'fonts')
  return Promise.all(
    theme.faces.map(async (face) => {
      const [ttf, woff2] = await Promise.all([
        readFont(resolve(folder, face.ttf)),
        readFont(resolve(folder, face.woff2)),
      ])
      return { face, ttf, woff2 }
    }),
  )
}

async function readFont(path: string): Promise<Uint8Array> {
  const read = await readRegular(path, limitBytes).catch((error: unknown): never => {
    throw new EnvironmentError({ code: 'file-unreadable', path, reason: reasonOf(error) })
  })
  if ('bytes' in read) return read.bytes
  throw new EnvironmentError({ code: 'file-not-regular', path })
}
