import { outlineItems } from './outline.ts'
import type { PdfFile } from './pdf-file.ts'
import { kidsOf, readElement } from './structure.ts'
import { PdfRef, type PdfValue } from './values.ts'

/**
 * Lets bookmarks of headings that nobody sees lead to the top of their own pages: Chromium (143, 156) gives those that are
 * only a point large no place, which means the bottom of the first page.
 */
export function mendBookmarks(file: PdfFile): void {
  for (const { number, dict } of outlineItems(file)) {
    const place = file.array(dict.get('Dest'))
    const [page, , x, y] = place
    if (!(page instanceof PdfRef) || x !== 0 || y !== 0) continue
    const heading = dict.get('SE')
    const own = heading instanceof PdfRef ? pageOf(file, heading) : null
    if (!own) continue
    const [, , , top = 0] = file.array(file.dict(own).get('MediaBox'))
    const mended: PdfValue[] = [own, place[1]!, 0, top, 0]
    file.set(new PdfRef(number), new Map(dict).set('Dest', mended))
  }
}

/** The page that the first text of an element stands on. */
function pageOf(file: PdfFile, ref: PdfRef): PdfRef | null {
  const element = readElement(file, ref)
  for (const kid of element ? kidsOf(file, element) : []) {
    const page = kid.kind === 'content' ? kid.page : kid.kind === 'element' ? pageOf(file, kid.ref) : null
    if (page) return page
  }
  return null
}
