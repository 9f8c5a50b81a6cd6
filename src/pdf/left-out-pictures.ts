import { type LeftOutPicture, type LeftOutPictures, placeholderMark } from '../model/left-out-picture.ts'
import { UnexpectedPdf } from './parse-value.ts'
import type { PdfFile } from './pdf-file.ts'
import { pagesOf } from './structure.ts'
import { type PdfDict, PdfRef, type PdfValue } from './values.ts'

/** Forms may lie within forms, a few deep. */
const maxDepth = 10
/** Names are hashes. */
const maxName = 64

/**
 * Finds the placeholders of pictures that a page for printing lacked. Shape: the numbers of their objects in the file.
 *
 * Errors: `UnexpectedPdf` if one is missing, or if something is painted otherwise than as it is stored: a placeholder that was
 * drawn through a filter cannot be replaced any more.
 */
export function findPlaceholders(file: PdfFile, pictures: LeftOutPictures): ReadonlyMap<number, LeftOutPicture> {
  const found = new Map<number, LeftOutPicture>()
  if (pictures.size === 0) return found
  for (const number of file.numbers()) {
    const head = file.head(number)
    if (!head.includes('/Subtype /Image') || !head.includes('/DCTDecode')) continue
    const picture = pictures.get(nameIn(file.stream(new PdfRef(number)).bytes))
    if (picture) found.set(number, picture)
  }
  const painted = new Map<LeftOutPicture, number>()
  for (const page of pagesOf(file)) countPainted(file, page, found, painted, 0)
  for (const picture of pictures.values()) {
    if (painted.get(picture) !== picture.uses) throw new UnexpectedPdf('a picture is not painted as it is stored')
  }
  return found
}

/** The name in the comment of a placeholder; empty for another picture. */
function nameIn(bytes: Uint8Array): string {
  const jpeg = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = jpeg.indexOf(placeholderMark)
  if (at < 0) return ''
  const start = at + placeholderMark.length
  return /^[0-9a-f]*/.exec(jpeg.toString('latin1', start, start + maxName))![0]
}

/** Counts how often the content of a page or form paints each placeholder. */
function countPainted(
  file: PdfFile,
  owner: PdfRef,
  found: ReadonlyMap<number, LeftOutPicture>,
  painted: Map<LeftOutPicture, number>,
  depth: number,
): void {
  const dict = file.dict(owner)
  const resources = file.value(dict.get('Resources'))
  const objects = resources instanceof Map ? file.value(resources.get('XObject')) : null
  if (!(objects instanceof Map) || depth > maxDepth) return
  const content = contentOf(file, owner, dict)
  for (const [, name] of content.matchAll(/\/([^\s/<>[\]()]+) Do\b/g)) {
    const object = objects.get(name!)
    if (!(object instanceof PdfRef)) continue
    const picture = found.get(object.number)
    if (picture) painted.set(picture, (painted.get(picture) ?? 0) + 1)
    else if (file.head(object.number).includes('/Subtype /Form')) countPainted(file, object, found, painted, depth + 1)
  }
}

function contentOf(file: PdfFile, owner: PdfRef, dict: PdfDict): string {
  const contents: PdfValue | undefined = dict.has('Type') && dict.has('Contents') ? dict.get('Contents') : owner
  if (!(contents instanceof PdfRef)) throw new UnexpectedPdf('a page has several contents')
  return file.decode(contents).toString('latin1')
}

/** Puts a picture in the place of its placeholder. Shape: `head` ends before the stream; `rest` begins with it. */
export function withPicture(head: string, { bytes }: LeftOutPicture): { head: string; rest: Buffer } {
  return {
    head: head.replace(/\/Length \d+/, `/Length ${bytes.length}`),
    rest: Buffer.concat([Buffer.from('stream\n'), bytes, Buffer.from('\nendstream\nendobj\n')]),
  }
}
