import { fitPictures } from '../deck/fit-pictures.ts'
import { pageFontsOf } from '../fonts/characters.ts'
import { loadOtherPageWords, loadPageWords } from '../languages/languages.ts'
import { renderHtml } from '../render/render-html.ts'
import { readClientFile } from '../system/package-root.ts'
import type { DocumentKind } from './document-kind.ts'

/** The options of the HTML page. */
export interface SlidesHtmlOptions {
  /** Include the speaker notes; default: true. */
  notes?: boolean
}

/** The slides as one HTML file for the browser, with the videos next to it. */
export const slidesHtml = ({ notes = true }: SlidesHtmlOptions = {}): DocumentKind<null> => ({
  extension: 'html',
  hasSidecarFiles: true,
  layout: async () => ({ layout: null, diagnostics: [] }),
  async *render(editions, { characters }) {
    const [script, style] = await Promise.all([readClientFile('deck.js'), readClientFile('deck.css')])
    for (const { edition } of editions) {
      const { lang } = edition
      const [{ deck }, words, languages, fonts] = await Promise.all([
        fitPictures(edition.deck, { isScreen: true }),
        loadPageWords(lang),
        loadOtherPageWords(lang),
        pageFontsOf(edition, characters),
      ])
      yield { html: renderHtml(deck, { script, style, words, languages, fonts, notes }), pages: deck.pages.length }
    }
  },
})
