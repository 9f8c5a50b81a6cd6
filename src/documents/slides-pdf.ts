import type { Edition } from '../build.ts'
import { pageFontsOf } from '../fonts/characters.ts'
import { loadPageWords, loadPrintWords } from '../languages/languages.ts'
import { layoutNotes } from '../layout/notes/layout-notes.ts'
import type { NotesPage } from '../model/notes-page.ts'
import type { SlideRange } from '../model/slide-range.ts'
import { renderPrint } from '../render/render-print.ts'
import type { DocumentKind } from './document-kind.ts'
import { pdfExtension } from './file-extensions.ts'
import { pagesInRange } from './pages-in-range.ts'
import { pdfPasses } from './pdf-passes.ts'

/** The options of the PDF of the slides. */
export interface SlidesPdfOptions {
  /** Put the speaker notes of each slide on pages of their own after it. */
  notes?: boolean | undefined
  /** Slide numbers; all pages of these slides are printed. Default: all. */
  range?: SlideRange | undefined
}

/** Indexes of pages of the deck, and pages of notes. */
type PrintedPages = readonly (number | NotesPage)[]

/**
 * The slides as a PDF, with the same pages as in the browser.
 * Errors: `range-outside` if the range has slides that the deck does not have.
 */
export const slidesPdf = ({ notes = false, range }: SlidesPdfOptions = {}): DocumentKind<PrintedPages> => ({
  extension: pdfExtension({ notes, range }),
  pdf: { passes: pdfPasses },
  async layout(edition, checked) {
    const pages = pagesInRange(edition, range, checked)
    return { layout: notes ? await withNotes(edition, pages) : pages, diagnostics: [] }
  },
  async *render(editions, { characters }) {
    for (const { edition, layout: sheets } of editions) {
      const [words, fonts] = await Promise.all([loadPageWords(edition.lang), pageFontsOf(edition, characters)])
      yield { html: renderPrint(edition.deck, { fonts, words, sheets }), pages: sheets.length }
    }
  },
})

/** Adds the notes of each slide after the last of its pages. */
async function withNotes({ deck, resources }: Edition, pages: readonly number[]): Promise<PrintedPages> {
  const tools = { fitter: resources.fitter, words: await loadPrintWords(deck.lang) }
  return pages.flatMap((index) => {
    const { part, parts } = deck.pages[index]!
    return part === parts ? [index, ...layoutNotes(deck, index - parts + 1, tools)] : [index]
  })
}
