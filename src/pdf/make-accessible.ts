import { markArtifacts } from './artifacts.ts'
import { mendBookmarks } from './bookmarks.ts'
import { describeLinks } from './links.ts'
import { completeLists } from './lists.ts'
import { MarkedText } from './marked-text.ts'
import { declareStandards, type PdfFacts, producerOf } from './metadata.ts'
import { UnexpectedPdf } from './parse-value.ts'
import { compressedStream, PdfFile } from './pdf-file.ts'
import { PdfRef } from './values.ts'
import { writePdf } from './write-pdf.ts'

/** A PDF that follows both standards, or the PDF as it was and what about it was not expected. */
export type AccessiblePdf = { pdf: Uint8Array; unexpected: null } | { pdf: Uint8Array; unexpected: string }

/**
 * Turns a tagged PDF that Chromium printed into one that follows PDF/UA-1 and PDF/A-2a. A file with a structure that Chromium
 * does not write stays as it is, and declares nothing.
 */
export function makeAccessible(pdf: Uint8Array, facts: PdfFacts): AccessiblePdf {
  try {
    const file = new PdfFile(pdf)
    expectChromium(file)
    markPages(file)
    const text = new MarkedText(file)
    completeLists(file, text)
    describeLinks(file, text, facts.title)
    mendBookmarks(file)
    declareStandards(file, facts)
    return { pdf: writePdf(file), unexpected: null }
  } catch (error) {
    if (!(error instanceof UnexpectedPdf)) throw error
    return { pdf, unexpected: error.message }
  }
}

function expectChromium(file: PdfFile): void {
  if (!producerOf(file).startsWith('Skia/PDF')) throw new UnexpectedPdf('another program made it')
  if (!['Root', 'Info'].every((key) => file.trailer.get(key) instanceof PdfRef))
    throw new UnexpectedPdf('the end is damaged')
  const root = file.dict(file.trailer.get('Root'))
  if (!root.has('StructTreeRoot')) throw new UnexpectedPdf('it has no tags')
  if (!root.has('Lang')) throw new UnexpectedPdf('it has no language')
}

function markPages(file: PdfFile): void {
  for (const number of file.numbers()) {
    if (!file.head(number).includes('/Type /Page\n')) continue
    const contents = file.dict(new PdfRef(number)).get('Contents')
    if (contents === undefined) continue
    if (!(contents instanceof PdfRef)) throw new UnexpectedPdf('a page has several contents')
    const marked = markArtifacts(file.decode(contents).toString('latin1'))
    if (marked !== null) file.set(contents, compressedStream(marked))
  }
}
