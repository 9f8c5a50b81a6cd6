import type { Edition } from '../build.ts'
import type { MachineFault } from '../model/errors.ts'
import { makeAccessible } from '../pdf/make-accessible.ts'

/** A change to a PDF after it is printed. */
export type PdfPass = (pdf: Uint8Array, context: PdfPassContext) => Uint8Array | Promise<Uint8Array>

export interface PdfPassContext {
  /** The editions in the PDF, in the order of its pages. */
  editions: readonly Edition[]
  /** The file of the deck, for warnings. */
  file: string
  warn(warning: MachineFault): void
}

/** Every PDF has this date, so that the same deck gives the same bytes. */
const date = '2000-01-01T00:00:00Z'

const declareStandards: PdfPass = async (pdf, { editions, file, warn }) => {
  const { title, author, lang } = editions[0]!.deck
  const { pdf: declared, unexpected } = await makeAccessible(pdf, { title, author, lang, date })
  if (unexpected !== null) warn({ code: 'pdf-undeclared', file, reason: unexpected })
  return declared
}

/** The passes of every PDF. */
export const pdfPasses: readonly PdfPass[] = [declareStandards]
