import type { CheckResult } from '../../src/build.ts'
import type { DocumentKind } from '../../src/documents/document-kind.ts'
import { handoutPdf } from '../../src/documents/handout-pdf.ts'
import { slidesPdf } from '../../src/documents/slides-pdf.ts'
import type { Printer } from '../../src/export/printer.ts'
import { placeholderMark } from '../../src/model/left-out-picture.ts'
import { makeFirst } from '../printer.ts'

/** Documents that print pictures in each of the ways there are. */
export const kinds = {
  slides: slidesPdf(),
  notes: slidesPdf({ notes: true }),
  'handout of six': handoutPdf({ perPage: 6 }) as DocumentKind,
  'handout in colour': handoutPdf({ perPage: 2, printMode: 'full' }) as DocumentKind,
} satisfies Record<string, DocumentKind>

/** A kind whose pages have all their pictures. */
export const complete = (kind: DocumentKind): DocumentKind => ({
  ...kind,
  render: (editions, checked, options) => kind.render(editions, checked, { ...options, leavesOutPictures: false }),
})

/** Base64 of the mark of a placeholder, at each of the three places that it may have. */
const marks = ['', ' ', '  '].map((before) => {
  const whole = Buffer.from(`${before}${placeholderMark}`).toString('base64').replace(/=+$/, '')
  return whole.slice(before.length === 0 ? 0 : before.length + 1, -1)
})

/** Makes a document, and tells of each page that was printed how many placeholders it had. */
export async function print(
  printer: Printer,
  kind: DocumentKind,
  checked: CheckResult,
  partPages?: number,
): Promise<{ pdf: Buffer; printed: number[] }> {
  const printed: number[] = []
  const counting: Printer['print'] = (html, pages) => {
    printed.push(marks.reduce((sum, mark) => sum + html.split(mark).length - 1, 0))
    return printer.print(html, pages)
  }
  const pdf = await makeFirst(kind, checked, { ...printer, print: counting }, partPages)
  return { pdf: Buffer.from(pdf), printed }
}
