import type { CheckResult, DocumentKind, Edition } from '../build.ts'
import { addPdfAuthor } from '../export/pdf-author.ts'
import type { Printer } from '../export/printer.ts'
import { createFitter } from '../fit/fitter.ts'
import { pageFontsOf } from '../fonts/characters.ts'
import { loadFaces } from '../fonts/font-files.ts'
import { loadPageWords, loadPrintWords } from '../languages/languages.ts'
import { type LaidOutHandout, layoutHandout } from '../layout/handout/layout-handout.ts'
import type { LocatedDiagnostic, Problem } from '../model/diagnostic.ts'
import { KormeError } from '../model/errors.ts'
import type { HandoutOptions, PrintMode } from '../model/handout.ts'
import { firstOutOfRange, includesSlide, type SlideRange } from '../model/slide-range.ts'
import { renderHandout } from '../render/render-handout.ts'
import { fontsCss } from '../render/theme-css.ts'

/** What is printed for the hands of the audience. */
export interface HandoutPdfOptions extends Partial<HandoutOptions> {
  /** Slides by their numbers in the deck; absent: all. */
  range?: SlideRange
  /** Absent: `save`. */
  printMode?: PrintMode
}

const defaultOptions: HandoutOptions = { paper: 'a4', notes: false, lines: false, header: true, footer: true }

/**
 * The slides as a PDF to be given away: several a sheet, with notes or lines to write on.
 * Errors: `range-outside` where a range names slides that the deck does not have.
 */
export function handoutPdf(printer: Printer, options: HandoutPdfOptions = {}): DocumentKind {
  const layouts = new WeakMap<Edition, Promise<LaidOutHandout>>()
  const layoutOnce = (edition: Edition, checked: CheckResult) => {
    const known = layouts.get(edition) ?? layoutEdition(edition, checked, options)
    layouts.set(edition, known)
    return known
  }
  return {
    extension: 'handout.pdf',
    preload: (faces) => printer.preloadFonts(fontsCss(faces)),
    review: async (edition, checked) => diagnosticsOf(await layoutOnce(edition, checked), edition, checked),
    make: async (edition, checked) => {
      const { handout } = await layoutOnce(edition, checked)
      const { deck } = edition
      const [fonts, words] = await Promise.all([pageFontsOf(deck, checked.characters), loadPageWords(deck.lang)])
      const html = renderHandout(deck, handout, { fonts, words, printMode: options.printMode ?? 'save' })
      const pdf = await printer.print(html, handout.sheets.length)
      return deck.author ? addPdfAuthor(pdf, deck.author) : pdf
    },
  }
}

async function layoutEdition(
  { deck }: Edition,
  { file, slides }: CheckResult,
  options: HandoutPdfOptions,
): Promise<LaidOutHandout> {
  const { range, printMode: _, ...handoutOptions } = options
  const outside = range && firstOutOfRange(range, slides)
  if (outside) throw new KormeError({ code: 'range-outside', part: outside, deck: file.name, slides }, 2)
  const pages = [...deck.pages.keys()].filter((index) => !range || includesSlide(range, deck.pages[index]!.slide + 1))
  const [fitter, words] = await Promise.all([createFitter(await loadFaces(deck.theme)), loadPrintWords(deck.lang)])
  return layoutHandout(deck, pages, { ...defaultOptions, ...handoutOptions }, { fitter, theme: deck.theme, words })
}

/** What a reader of the handout would miss: texts too small to read, letters that the fonts lack. */
function diagnosticsOf(
  { small, missing }: LaidOutHandout,
  { deck }: Edition,
  checked: CheckResult,
): LocatedDiagnostic[] {
  const at = (page: number, problem: Problem): LocatedDiagnostic => {
    const { slide } = deck.pages[page]!
    const range = checked.slideRanges[slide] ?? { start: 0, end: 0 }
    return { ...problem, severity: 'warning', origin: checked.file.name, range, slide: slide + 1, count: 1, edits: [] }
  }
  const family = deck.theme.styles.body?.family ?? ''
  return [
    ...(small ? [at(small.page, { ...small.facts, code: 'handout-text-small' })] : []),
    ...missing.map(({ page, letters }) => at(page, { code: 'letter-missing', letters, family })),
  ]
}
