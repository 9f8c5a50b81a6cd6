import { markArtifacts } from './artifacts.ts'
import { mendBookmarks } from './bookmarks.ts'
import { FontWidths, joinGlyphs } from './glyph-runs.ts'
import { describeLinks } from './links.ts'
import { completeLists } from './lists.ts'
import { MarkedText } from './marked-text.ts'
import { declareStandards, type PdfFacts, producerOf } from './metadata.ts'
import { UnexpectedPdf } from './parse-value.ts'
import { compressInBackground, mostCompressing, PdfFile } from './pdf-file.ts'
import { nameResources, nameResourcesOfForms, renameResources } from './resource-names.ts'
import { PdfRef } from './values.ts'
import { writePdf } from './write-pdf.ts'

/** A PDF that follows both standards, or the PDF as it was and what about it was not expected. */
export type AccessiblePdf = { pdf: Uint8Array; unexpected: null } | { pdf: Uint8Array; unexpected: string }

/**
 * Turns a tagged PDF that Chromium printed into one that follows PDF/UA-1 and PDF/A-2a. A file with a structure that Chromium
 * does not write stays as it is, and declares nothing.
 */
export async function makeAccessible(pdf: Uint8Array, facts: PdfFacts): Promise<AccessiblePdf> {
  try {
    const file = new PdfFile(pdf)
    expectChromium(file)
    await markPages(file)
    await nameResourcesOfForms(file)
    const text = new MarkedText(file)
    completeLists(file, text)
    describeLinks(file, text, facts.title)
    mendBookmarks(file)
    declareStandards(file, facts)
    return { pdf: await writePdf(file), unexpected: null }
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

/** Marks what is decoration on each page, joins its glyphs, and names its resources. */
async function markPages(file: PdfFile): Promise<void> {
  const compressing: Promise<void>[] = []
  const widths = new FontWidths(file)
  for (const number of file.numbers()) {
    if (!file.head(number).includes('/Type /Page\n')) continue
    const page = file.dict(new PdfRef(number))
    const contents = page.get('Contents')
    if (contents === undefined) continue
    if (!(contents instanceof PdfRef)) throw new UnexpectedPdf('a page has several contents')
    const joined = joinGlyphs(file.decode(contents).toString('latin1'), widths.of(page))
    const names = nameResources(page)
    if (names.size > 0) file.set(new PdfRef(number), page)
    const content = renameResources(joined, names)
    if (compressing.length >= mostCompressing) await compressing.shift()
    const marked = compressInBackground(markArtifacts(content) ?? content)
    compressing.push(marked.then((stream) => file.set(contents, stream)))
  }
  await Promise.all(compressing)
}
