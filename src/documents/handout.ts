import type { Checked, DocumentKind, Edition } from '../build.ts'
import { withAuthor } from '../export/author.ts'
import type { Printer } from '../export/printer.ts'
import { createFitter } from '../fit/fitter.ts'
import { readFaces } from '../fonts/font-files.ts'
import { fontsOf } from '../fonts/letters.ts'
import { loadPageWords, loadPrintWords } from '../languages/languages.ts'
import { type LaidOutHandout, layoutHandout } from '../layout/handout/layout-handout.ts'
import type { Diagnostic, Problem } from '../model/diagnostic.ts'
import type { HandoutOptions, Ink } from '../model/handout.ts'
import { EnvironmentError } from '../model/machine.ts'
import { outsideOf, type SlideRange, takes } from '../model/slide-range.ts'
import { renderHandout } from '../render/handout.ts'
import { fontsCss } from '../render/theme-css.ts'

/** What is printed for the hands of the audience. */
export interface HandoutPdfOptions extends Partial<HandoutOptions> {
  /** Slides by their numbers in the deck; absent: all. */
  range?: SlideRange
  /** Absent: `save`. */
  ink?: Ink
}

const usual: HandoutOptions = { paper: 'a4', notes: false, lines: false, header: true, footer: true }

/**
 * The slides as a PDF to be given away: several a sheet, with notes or lines to write on.
 * Errors: `range-outside` where a range names slides that the deck does not have.
 */
export function handoutPdf(printer: Printer, options: HandoutPdfOptions = {}): DocumentKind {
  const settings = new WeakMap<Edition, Promise<LaidOutHandout>>()
  const setOnce = (edition: Edition, checked: Checked) => {
    const known = settings.get(edition) ?? set(edition, checked, options)
    settings.set(edition, known)
    return known
  }
  return {
    ending: 'handout.pdf',
    expect: (faces) => printer.expect(fontsCss(faces)),
    review: async (edition, checked) => findings(await setOnce(edition, checked), edition, checked),
    make: async (edition, checked) => {
      const { handout } = await setOnce(edition, checked)
      const { deck } = edition
      const [fonts, words] = await Promise.all([fontsOf(deck, checked.characters), loadPageWords(deck.lang)])
      const html = renderHandout(deck, handout, { fonts, words, ink: options.ink ?? 'save' })
      const pdf = await printer.print(html, handout.sheets.length)
      return deck.author ? withAuthor(pdf, deck.author) : pdf
    },
  }
}

async function set({ deck }: Edition, { file, slides }: Checked, options: HandoutPdfOptions): Promise<LaidOutHandout> {
  const { range, ink: _, ...wishes } = options
  const outside = range && outsideOf(range, slides)
  if (outside) throw new EnvironmentError({ code: 'range-outside', part: outside, deck: file.name, slides }, 2)
  const pages = [...deck.pages.keys()].filter((index) => !range || takes(range, deck.pages[index]!.slide + 1))
  const [fitter, words] = await Promise.all([createFitter(await readFaces(deck.theme)), loadPrintWords(deck.lang)])
  return layoutHandout(deck, pages, { ...usual, ...wishes }, { fitter, theme: deck.theme, words })
}

/** What a reader of the handout would miss: texts too small to read, letters that the fonts lack. */
function findings({ small, missing }: LaidOutHandout, { deck }: Edition, checked: Checked): Diagnostic[] {
  const at = (page: number, problem: Problem): Diagnostic => {
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
