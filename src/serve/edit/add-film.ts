import { extname, join } from 'node:path'
import { readVideo } from '../../load/assets/video.ts'
import type { Files } from '../../model/files.ts'
import type { AssetProblem } from '../../model/problems/asset.ts'
import type { VideoProblem } from '../../model/problems/video.ts'
import { shortPath } from '../../report/short-path.ts'
import { openCache } from '../../system/cache.ts'
import { hashFile } from '../../system/hash-file.ts'
import { isInside } from '../../system/inside.ts'
import { EditRefused } from './edit-refused.ts'
import { fileStem } from './picture-name.ts'
import { writeRefusal } from './write-refusal.ts'

/** The largest film that is accepted: an hour in high quality. Units: bytes. */
export const maxFilmBytes = 2_000_000_000

/** A film that was added. `problem` tells what browsers will not play of it, or that it is large. */
export interface AddedFilm {
  /** As decks name it: `/video/film.mp4`. */
  path: string
  problem: AssetProblem | VideoProblem | null
}

/**
 * Adds a film to a project, as it is, in `static/video/`. It never takes the place of another file; one with the same name and
 * content is used again. A file that browsers do not play is removed again.
 * Shape:  `root` is the real path of the project, `name` what the browser calls the file.
 * Errors: `EditRefused`, if it is no film that pages can play, is too large, or cannot be written.
 */
export async function addFilm(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  root: string,
  files: Files,
): Promise<AddedFilm> {
  const folder = join(root, 'static', 'video')
  try {
    await files.makeFolder(folder)
    const real = await files.realPath(folder)
    if (real === null || !isInside(real, root))
      throw new EditRefused({ code: 'edit-outside-project', file: shortPath(folder) })
    const stem = fileStem(name, 'video')
    const ending = /^\.[a-z0-9]{1,5}$/i.test(extname(name)) ? extname(name).toLowerCase() : '.mp4'
    const file = await freeName({ real, root }, stem, ending, files)
    await files.writeNew(join(real, file), bytes)
    const { asset, problem } = await readVideo(join(real, file), file, `${stem}${ending}`, files)
    if (!asset) {
      await files.remove(join(real, file))
      const command = problem && 'command' in problem ? problem.command : null
      throw new EditRefused({ code: 'edit-film-unfit', file: `${stem}${ending}`, command })
    }
    return { path: `/video/${await reused(real, file, `${stem}${ending}`, files)}`, problem }
  } catch (error) {
    throw writeRefusal(error, shortPath(folder))
  }
}

interface FilmFolder {
  /** The real path of the folder. */
  real: string
  root: string
}

/** Returns the first name that no file has; `/video/a.mp4` in a deck may also mean a file beside `static/`. */
async function freeName({ real, root }: FilmFolder, stem: string, ending: string, files: Files): Promise<string> {
  for (let n = 1; ; n++) {
    const file = `${n === 1 ? stem : `${stem}-${n}`}${ending}`
    const isTaken = (await files.stat(join(real, file))) ?? (await files.stat(join(root, 'video', file)))
    if (!isTaken) return file
  }
}

/** Returns the name of an older file with the same content instead of the new one, which goes then. */
async function reused(folder: string, file: string, older: string, files: Files): Promise<string> {
  const [path, other] = [join(folder, file), join(folder, older)]
  if (file === older || (await files.isLink(other))) return file
  const [own, before] = [await files.stat(path), await files.stat(other)]
  if (before?.kind !== 'file' || before.sizeBytes !== own?.sizeBytes) return file
  const cache = openCache('films')
  if ((await hashFile(path, files, cache)) !== (await hashFile(other, files, cache))) return file
  await files.remove(path)
  return older
}

/** Reads a body in parts, until it is larger than allowed. Errors: `EditRefused`, also if the page gives up. */
export async function* partsOfBody({ body, headers }: Request, limitBytes: number): AsyncGenerator<Uint8Array> {
  const refuse = (): never => {
    throw new EditRefused({ code: 'edit-too-large', limitBytes })
  }
  if (Number(headers.get('content-length') ?? 0) > limitBytes) refuse()
  const reader = body?.getReader()
  let sizeBytes = 0
  const next = () =>
    reader?.read().catch((): never => {
      throw new EditRefused({ code: 'edit-request-wrong' })
    })
  for (let part = await next(); part && !part.done; part = await next()) {
    sizeBytes += part.value.length
    if (sizeBytes > limitBytes) refuse()
    yield part.value
  }
}
