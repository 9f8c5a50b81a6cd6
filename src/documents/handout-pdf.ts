import type { CheckResult, Edition } from '../build.ts'
import { fitPictures } from '../deck/fit-pictures.ts'
import { loadPageWords, loadPrintWords } from '../languages/languages.ts'
import { pageWordsIn } from '../latin/latin-page-words.ts'
import { latinLetters } from '../latin/letters.ts'
import { type LaidOutHandout, layoutHandout } from '../layout/handout/layout-handout.ts'
import type { LocatedDiagnostic, Problem, Severity } from '../model/diagnostic.ts'
import type { Handout, HandoutOptions, HandoutSheet, PrintMode } from '../model/handout.ts'
import type { LaidOutDeck } from '../model/laid-out.ts'
import { type Lang, latinTag } from '../model/lang.ts'
import type { PageAnchor } from '../model/page-anchor.ts'
import type { SlideRange } from '../model/slide-range.ts'
import { Placeholders } from '../render/placeholders.ts'
import { renderHandout } from '../render/render-handout.ts'
import { pageId } from '../render/render-slide.ts'
import type { DocumentKind } from './document-kind.ts'
import { handoutExtension } from './file-extensions.ts'
import { inParts } from './in-parts.ts'
import { otherWords } from './other-language.ts'
import { pagesInRange } from './pages-in-range.ts'
import { pdfPasses } from './pdf-passes.ts'
import { printedFonts } from './printed-fonts.ts'
import { undrawnCharacters, withBoxes } from './undrawn-characters.ts'

/** The options of the handout. */
export interface HandoutPdfOptions extends Omit<Partial<HandoutOptions>, 'bilingual'> {
  /** Slide numbers; default: all. */
  range?: SlideRange
  /** The language in which the words of each slide stand beside or below it. */
  bilingual?: Lang
  /** `latn`: Kazakh words beside slides in another language in Latin letters. */
  script?: 'latn'
  /** Default: `save`. */
  printMode?: PrintMode
}

/** A handout, and the BCP 47 tag of the words beside its slides. */
export interface BilingualHandout extends Handout {
  otherTag?: string
}

const defaultOptions: HandoutOptions = { paper: 'a4', notes: false, lines: false, header: true, footer: true }

/**
 * The slides as a PDF to print and hand out: several per sheet, with notes or lines to write on.
 * Errors: `range-outside` if the range has slides that the deck does not have; `bilingual-…` if its words cannot stand beside
 * these slides.
 */
export const handoutPdf = ({
  range,
  bilingual,
  script,
  printMode = 'save',
  ...handoutOptions
}: HandoutPdfOptions = {}): DocumentKind<BilingualHandout> => ({
  extension: handoutExtension({ range, bilingual, ...handoutOptions }),
  pdf: { passes: pdfPasses },
  writesLatin: bilingual === 'kk' && script === 'latn',
  takes: ({ lang, tag }) => lang !== bilingual || tag !== lang,
  async layout(edition, checked) {
    const { resources } = edition
    const { deck } = edition
    const options = { ...defaultOptions, ...handoutOptions, ...(bilingual && { bilingual: true }) }
    const said = bilingual && (await otherWords(edition, { lang: bilingual, script, notes: options.notes }, checked))
    const pages = pagesInRange(edition, range, checked)
    const plain = await loadPrintWords(deck.lang)
    const words = resources.latin ? resources.latin.value(plain, deck.lang) : plain
    const other = said ? said.other : undefined
    const laidOut = layoutHandout(deck, pages, options, { fitter: resources.fitter, theme: deck.theme, words, other })
    return {
      layout: { ...laidOut.handout, ...(said && { otherTag: said.tag }) },
      diagnostics: [...(said ? said.diagnostics() : []), ...diagnosticsOf(laidOut, edition, checked)],
    }
  },
  async *render(editions, { characters: written }, { partPages, leavesOutPictures = false } = {}) {
    for (const { edition, layout } of editions) {
      const characters = layout.otherTag === latinTag ? new Set([...written, ...latinLetters]) : written
      const [{ deck, handout }, words, fonts] = await Promise.all([
        withFittedPictures(edition.deck, layout),
        loadPageWords(edition.lang).then((all) => pageWordsIn(all, edition.resources.latin)),
        printedFonts(edition, characters),
      ])
      const sheets = [...handout.sheets.keys()]
      const undrawn = undrawnCharacters(edition, characters)
      for (const part of inParts(sheets, partPages?.(sheets.length) ?? sheets.length)) {
        const placeholders = leavesOutPictures ? new Placeholders() : undefined
        const parts = { fonts, words, placeholders, printMode, part, otherTag: layout.otherTag }
        const html = withBoxes(renderHandout(deck, handout, parts), undrawn)
        const anchors = part.map((sheet) => anchorsOn(handout.sheets[sheet]!, deck))
        yield { html, pages: part.length, documentPages: sheets.length, anchors, fonts, ...placeholders }
      }
    }
  },
})

/** The places of the slides of a sheet. */
const anchorsOn = ({ cells }: HandoutSheet, { pages }: LaidOutDeck): PageAnchor[] =>
  cells.map(({ page, frame: { x, y } }) => ({ name: pageId(pages[page]!), x, y }))

/** Gives the pictures of slides and headers the pixels that they need on these sheets. */
async function withFittedPictures(
  shown: LaidOutDeck,
  handout: Handout,
): Promise<{ deck: LaidOutDeck; handout: Handout }> {
  const { scale, sheets } = handout
  const pages = sheets.flatMap(({ cells }) => cells.map(({ page }) => page))
  const { deck, fitBox } = await fitPictures(shown, { pages, scale, boxes: sheets.flatMap(({ header }) => header) })
  return { deck, handout: { ...handout, sheets: sheets.map((one) => ({ ...one, header: one.header.map(fitBox) })) } }
}

/** Texts that are too small to read on paper, and characters of notes that the fonts lack. */
function diagnosticsOf(
  { small, smallest, missing }: LaidOutHandout,
  { deck }: Edition,
  { file, slideRanges }: CheckResult,
): LocatedDiagnostic[] {
  const at = (page: number, problem: Problem, severity: Severity = 'warning'): LocatedDiagnostic => {
    const { slide } = deck.pages[page]!
    const range = slideRanges[slide] ?? { start: 0, end: 0 }
    return { ...problem, severity, origin: file.name, range, slide: slide + 1, count: 1, edits: [] }
  }
  const family = deck.theme.styles.body?.family ?? ''
  return [
    ...(small ? [at(small.page, { ...small.facts, code: 'handout-text-small' })] : []),
    ...(smallest
      ? [at(smallest.page, { code: 'handout-text-size', points: smallest.points, perPage: smallest.perPage }, 'info')]
      : []),
    ...missing.map(({ page, letters }) =>
      at(page, { code: 'letter-missing', letters, family, style: 'body', theme: null }),
    ),
  ]
}
