import type { DocumentKind } from '../build.ts'
import { addPdfAuthor } from '../export/pdf-author.ts'
import type { Printer } from '../export/printer.ts'
import { createFitter } from '../fit/fitter.ts'
import { pageFontsOf } from '../fonts/characters.ts'
import { loadFaces } from '../fonts/font-files.ts'
import { loadPageWords, loadPrintWords } from '../languages/languages.ts'
import { layoutNotes } from '../layout/notes/layout-notes.ts'
import { KormeError } from '../model/errors.ts'
import type { LaidOutDeck } from '../model/laid-out.ts'
import type { NotesPage } from '../model/notes-page.ts'
import { firstOutOfRange, includesSlide, type SlideRange } from '../model/slide-range.ts'
import { renderPrint } from '../render/render-print.ts'
import { fontsCss } from '../render/theme-css.ts'

/** What a PDF of slides holds. */
export interface PdfOptions {
  /** True puts the speaker notes of each slide on pages of their own after it. */
  notes?: boolean
  /** Slides by their numbers in the deck, with all pages they run on to; absent: all. */
  range?: SlideRange
}

/**
 * The slides as a PDF: one page a slide, those of the browser.
 * Errors: `range-outside` where a range names slides that the deck does not have.
 */
export const slidesPdf = (printer: Printer, { notes = false, range }: PdfOptions = {}): DocumentKind => ({
  extension: 'pdf',
  preload: (faces) => printer.preloadFonts(fontsCss(faces)),
  make: async ({ deck }, { characters, file, slides }) => {
    const outside = range && firstOutOfRange(range, slides)
    if (outside) throw new KormeError({ code: 'range-outside', part: outside, deck: file.name, slides }, 2)
    const pages = [...deck.pages.keys()].filter((index) => !range || includesSlide(range, deck.pages[index]!.slide + 1))
    const [words, fonts, sheets] = await Promise.all([
      loadPageWords(deck.lang),
      pageFontsOf(deck, characters),
      notes ? withNotes(deck, pages) : pages,
    ])
    const pdf = await printer.print(renderPrint(deck, { fonts, words, sheets }), sheets.length)
    return deck.author ? addPdfAuthor(pdf, deck.author) : pdf
  },
})

/** The notes of a slide after the last of its pages. */
async function withNotes(deck: LaidOutDeck, pages: readonly number[]): Promise<(number | NotesPage)[]> {
  const [fitter, words] = await Promise.all([createFitter(await loadFaces(deck.theme)), loadPrintWords(deck.lang)])
  return pages.flatMap((index) => {
    const { part, parts } = deck.pages[index]!
    return part === parts ? [index, ...layoutNotes(deck, index - parts + 1, { fitter, words })] : [index]
  })
}
