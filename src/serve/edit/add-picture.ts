import { join } from 'node:path'
import pLimit from 'p-limit'
import { readImage } from '../../load/assets/image.ts'
import { withoutSvgMetadata } from '../../load/assets/svg-metadata.ts'
import type { ImageAsset } from '../../model/asset.ts'
import type { Files } from '../../model/files.ts'
import type { AssetProblem } from '../../model/problems/asset.ts'
import type { PictureAnswer } from '../../model/wire/edit-service.ts'
import { shortPath } from '../../report/short-path.ts'
import { openCache } from '../../system/cache.ts'
import { isInside } from '../../system/inside.ts'
import { errorReason } from '../../system/system-error.ts'
import { EditRefused } from './edit-refused.ts'
import { pictureName } from './picture-name.ts'
import { writeRefusal } from './write-refusal.ts'

/** The largest picture that is accepted: that of a large camera. Units: bytes. */
export const maxPictureBytes = 25_000_000

/** The ending of a file by the type of its content. */
const endings: Readonly<Record<ImageAsset['mime'], string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/svg+xml': 'svg',
}

/** Each picture that is decoded takes memory and all cores. */
const decoding = pLimit(1)

/** A picture that was added. `problem` tells what was removed from a drawing. */
export interface AddedPicture extends Omit<PictureAnswer, 'message'> {
  problem: AssetProblem | null
}

/**
 * Adds a picture to a project: checked, turned upright, scaled, without its metadata, in `static/img/`. It never takes the place
 * of another file; one with the same content is used again.
 * Shape:  `root` is the real path of the project, `name` what the browser calls the file.
 * Errors: `EditRefused`, if it is no picture that pages can show, or cannot be written.
 */
export async function addPicture(bytes: Uint8Array, name: string, root: string, files: Files): Promise<AddedPicture> {
  const stem = pictureName(name)
  const { image, problem } = await readImage(bytes, shownName(name, stem), {
    cache: openCache('pictures'),
    limit: decoding,
  })
  if (!image) throw new EditRefused(refusalOf(problem, stem))
  const folder = join(root, 'static', 'img')
  try {
    const real = await pictureFolder(folder, root, files)
    const isDrawing = image.mime === 'image/svg+xml'
    const bare = isDrawing ? { ...image, bytes: withoutSvgMetadata(image.bytes) } : image
    const file = await writePicture(bare, stem, { real, root }, files)
    return { path: `/img/${file}`, width: image.width, height: image.height, problem }
  } catch (error) {
    throw writeRefusal(error, shortPath(folder))
  }
}

/** The name of the file for sentences: its last part, on one line. */
const shownName = (name: string, stem: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{C}/gu, '').slice(0, 100) || stem

function refusalOf(problem: AssetProblem | null, stem: string) {
  if (!problem || problem.code === 'image-broken')
    return { code: 'edit-picture-broken', file: problem?.file ?? stem } as const
  return problem
}

async function pictureFolder(folder: string, root: string, files: Files): Promise<string> {
  await files.makeFolder(folder)
  const real = await files.realPath(folder)
  if (real === null || !isInside(real, root)) {
    throw new EditRefused({ code: 'edit-outside-project', file: shortPath(folder) })
  }
  return real
}

/** Writes a picture under the first name that is free. Returns the name. */
async function writePicture(
  { bytes, mime }: ImageAsset,
  stem: string,
  { real, root }: { real: string; root: string },
  files: Files,
): Promise<string> {
  for (let n = 1; ; n++) {
    const file = `${n === 1 ? stem : `${stem}-${n}`}.${endings[mime]}`
    // `/img/a.jpg` in a deck would mean this file.
    if (await files.stat(join(root, 'img', file))) continue
    const path = join(real, file)
    if (await hasContent(path, bytes, files)) return file
    try {
      await files.writeNew(path, bytes)
      return file
    } catch (error) {
      if (errorReason(error) !== 'EEXIST') throw error
    }
  }
}

async function hasContent(path: string, bytes: Uint8Array, files: Files): Promise<boolean> {
  if (await files.isLink(path)) return false
  const read = await files.read(path, bytes.length).catch(() => null)
  return read !== null && 'bytes' in read && Buffer.compare(read.bytes, bytes) === 0
}
