import { fitPictures } from '../deck/fit-pictures.ts'
import { loadPageWords } from '../languages/languages.ts'
import { pageWordsIn } from '../latin/latin-page-words.ts'
import type { SlideRange } from '../model/slide-range.ts'
import { Placeholders } from '../render/placeholders.ts'
import { renderPrint } from '../render/render-print.ts'
import { pageId } from '../render/render-slide.ts'
import type { DocumentKind } from './document-kind.ts'
import { pdfExtension } from './file-extensions.ts'
import { handoutPdf } from './handout-pdf.ts'
import { inParts } from './in-parts.ts'
import { pagesInRange } from './pages-in-range.ts'
import { pdfPasses } from './pdf-passes.ts'
import { printedFonts } from './printed-fonts.ts'
import { undrawnCharacters, withBoxes } from './undrawn-characters.ts'

/** The options of the PDF of the slides. */
export interface SlidesPdfOptions {
  /** Print the speaker notes too: on upright A4, each slide above its notes. */
  notes?: boolean | undefined
  /** Slide numbers; all pages of these slides are printed. Default: all. */
  range?: SlideRange | undefined
}

/**
 * The slides as a PDF, with the same pages as in the browser; with notes it is a handout with one slide on each sheet.
 * Errors: `range-outside` if the range has slides that the deck does not have.
 */
export function slidesPdf({ notes = false, range }: SlidesPdfOptions = {}): DocumentKind {
  const extension = pdfExtension({ notes, range })
  if (!notes) return { ...plainSlides(range), extension } as DocumentKind
  const sheets = handoutPdf({ perPage: 1, notes, printMode: 'full', ...(range && { range }) })
  return { ...sheets, extension } as DocumentKind
}

const plainSlides = (range: SlideRange | undefined): Omit<DocumentKind<readonly number[]>, 'extension'> => ({
  pdf: { passes: pdfPasses },
  layout: async (edition, checked) => ({ layout: pagesInRange(edition, range, checked), diagnostics: [] }),
  async *render(editions, { characters }, { partPages, leavesOutPictures = false } = {}) {
    for (const { edition, layout: pages } of editions) {
      const [{ deck }, words, fonts] = await Promise.all([
        fitPictures(edition.deck, { pages }),
        loadPageWords(edition.lang).then((all) => pageWordsIn(all, edition.resources.latin)),
        printedFonts(edition, characters),
      ])
      const undrawn = undrawnCharacters(edition, characters)
      for (const part of inParts(pages, partPages?.(pages.length) ?? pages.length)) {
        const placeholders = leavesOutPictures ? new Placeholders() : undefined
        const html = withBoxes(renderPrint(deck, { fonts, words, pages, part, placeholders }), undrawn)
        const anchors = part.map((page) => [{ name: pageId(deck.pages[page]!), x: 0, y: 0 }])
        yield { html, pages: part.length, documentPages: pages.length, anchors, fonts, ...placeholders }
      }
    }
  },
})
