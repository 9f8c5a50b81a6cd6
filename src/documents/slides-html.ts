import type { CheckResult, Edition } from '../build.ts'
import { fitPictures } from '../deck/fit-pictures.ts'
import { joinedPageFonts } from '../fonts/characters.ts'
import { loadOtherPageWords, loadPageWords, loadSeveralPageWords } from '../languages/languages.ts'
import { pageWordsIn } from '../latin/latin-page-words.ts'
import type { LocatedDiagnostic } from '../model/diagnostic.ts'
import type { PrintMode } from '../model/handout.ts'
import type { LaidOutDeck } from '../model/laid-out.ts'
import { type HtmlParts, type PageEdition, renderHtml } from '../render/render-html.ts'
import { readClientFile } from '../system/package-root.ts'
import type { DocumentKind, LaidOutEdition } from './document-kind.ts'

/** The options of the HTML page. */
export interface SlidesHtmlOptions {
  /** Include the speaker notes; default: true. */
  notes?: boolean
  /** How a browser prints the page: as on the screen, or dark on white paper; default: `full`. */
  printMode?: PrintMode
  /** Shows the slides by itself, each for so long at least; default: as the deck says. Units: seconds. */
  loop?: number
}

/** The slides as one HTML file for the browser, in one language or several, with the videos next to it. */
export const slidesHtml = ({ notes = true, printMode, loop }: SlidesHtmlOptions = {}): DocumentKind<null> => ({
  extension: 'html',
  hasSidecarFiles: true,
  joinsLanguages: true,
  layout: async (edition, checked) => ({ layout: null, diagnostics: hintAtPolls(edition, checked) }),
  async *render(editions, { characters, project: { files } }) {
    const decks = editions.map(({ edition }) => edition.deck)
    const several = editions.length > 1
    const name = several ? 'deck-languages' : 'deck'
    const [script, style, fitted, worded, fonts] = await Promise.all([
      readClientFile(`${name}.js`, files),
      readClientFile(`${name}.css`, files),
      fitTogether(decks),
      several ? wordsOfSeveral(editions) : wordsOfOne(editions[0]!),
      joinedPageFonts(decks, editions[0]!.edition.resources, characters),
    ])
    const parts: HtmlParts = { script, style, fonts, notes, printMode, loop, ...worded }
    if (several) parts.editions = pageEditions(editions, fitted, worded)
    yield { html: renderHtml(fitted[0]!, parts), pages: decks[0]!.pages.length }
  },
})

/** Says that voting needs more than the file. Shape: once, at the first poll. */
function hintAtPolls({ deck }: Edition, { file, slideRanges }: CheckResult): LocatedDiagnostic[] {
  const page = deck.pages.find(({ boxes }) => boxes.some(({ poll }) => poll !== undefined))
  if (!page) return []
  const at = { origin: file.name, range: slideRanges[page.slide] ?? { start: 0, end: 0 }, slide: page.slide + 1 }
  return [{ code: 'poll-needs-present', severity: 'info', ...at, count: 1, edits: [] }]
}

/** Gives each picture the pixels of its largest use in any language, so that all share its bytes. */
async function fitTogether(decks: readonly LaidOutDeck[]): Promise<LaidOutDeck[]> {
  const { deck } = await fitPictures({ ...decks[0]!, pages: decks.flatMap(({ pages }) => pages) }, { isScreen: true })
  let from = 0
  return decks.map((one) => {
    const pages = deck.pages.slice(from, from + one.pages.length)
    from += one.pages.length
    return { ...one, pages, assets: deck.assets }
  })
}

type Words = Pick<HtmlParts, 'words'> & Required<Pick<HtmlParts, 'languages'>>

async function wordsOfOne({ edition: { lang, resources } }: LaidOutEdition<null>): Promise<Words> {
  const [words, languages] = await Promise.all([loadPageWords(lang), loadOtherPageWords(lang)])
  return { words: pageWordsIn(words, resources.latin), languages }
}

async function wordsOfSeveral([first]: readonly LaidOutEdition<null>[]): Promise<Words> {
  const { lang, resources } = first!.edition
  const { [lang]: words, ...languages } = await loadSeveralPageWords()
  return {
    words: pageWordsIn(words!, resources.latin),
    languages: resources.latin ? { ...languages, [lang]: words } : languages,
  }
}

const pageEditions = (
  editions: readonly LaidOutEdition<null>[],
  decks: readonly LaidOutDeck[],
  { words, languages }: Words,
): PageEdition[] =>
  editions.map(({ edition: { lang, tag, resources } }, i) => ({
    tag,
    deck: decks[i]!,
    words: i === 0 ? words : pageWordsIn(languages[lang] ?? words, resources.latin),
  }))
