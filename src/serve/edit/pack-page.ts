import { basename, dirname, join, relative, sep } from 'node:path'
import { KormeError } from '../../model/errors.ts'
import { disk } from '../../system/disk.ts'
import { errorReason } from '../../system/system-error.ts'
import { zip, zipEntry } from '../../system/zip.ts'

/** A file that lies beside a page. */
export interface FileBeside {
  from: string
  /** Where the page looks for it. */
  to: string
}

/**
 * Puts a page and the films beside it into one archive in the page's folder, laid out as `korme build` leaves them. Returns the
 * path of the archive; the page itself is removed.
 * Errors: `file-unreadable` for a film; `output-unwritable`.
 */
export async function packPage(page: string, films: readonly FileBeside[]): Promise<string> {
  const folder = dirname(page)
  const archive = join(folder, `${basename(page, '.html')}.zip`)
  const all = [{ from: page, to: page }, ...films]
  const entries = await Promise.all(
    all.map(({ from, to }) => zipEntry(disk, from, relative(folder, to).split(sep).join('/'))),
  )
  await disk.writeNew(archive, zip(entries, { made: new Date() })).catch((error: unknown) => {
    throw new KormeError({ code: 'output-unwritable', path: basename(archive), reason: errorReason(error) })
  })
  await disk.remove(page)
  return archive
}
