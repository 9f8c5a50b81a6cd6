import type { Edition } from '../build.ts'
import { addPdfAuthor } from '../export/pdf-author.ts'

/** A change to a PDF after it is printed. */
export type PdfPass = (pdf: Uint8Array, context: PdfPassContext) => Uint8Array | Promise<Uint8Array>

export interface PdfPassContext {
  /** The editions in the PDF, in the order of its pages. */
  editions: readonly Edition[]
}

const addAuthor: PdfPass = (pdf, { editions }) => {
  const author = editions[0]?.deck.author
  return author ? addPdfAuthor(pdf, author) : pdf
}

/** The passes of every PDF. */
export const pdfPasses: readonly PdfPass[] = [addAuthor]
