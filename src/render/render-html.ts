import { styles } from '#generated/styles.js'
import type { LaidOutDeck, TextView } from '../model/laid-out.ts'
import type { PageData } from '../model/wire/page-data.ts'
import type { PageWords } from '../model/words.ts'
import { AtomicCss } from './atomic-css.ts'
import { pagePolicy } from './csp.ts'
import { ornamentOf } from './ornament.ts'
import { Pictures } from './pictures.ts'
import { pageId, renderSlide } from './render-slide.ts'
import { SharedShapes } from './svg-marks.ts'
import { createRenderer } from './template-renderer.ts'
import { fontsCss, type PageFont, themeCss } from './theme-css.ts'

/** What a page is made of besides its slides: the browser's script and styles as bundled, fonts, the words it shows. */
export interface HtmlParts {
  script: string
  style: string
  fonts: readonly PageFont[]
  /** Whether the speaker's notes go into the file. */
  notes: boolean
  words: PageWords
  /** The same in the languages that the deck is not in: the speaker may prefer one. */
  languages?: PageData['languages']
}

/**
 * A deck as one HTML file that needs nothing else: slides, script, styles, fonts, pictures.
 * Without JavaScript, in print, in a reader's view it is a document of all slides, one below the other.
 */
export function renderHtml(
  deck: LaidOutDeck,
  { script, style, fonts, notes, words, languages = {} }: HtmlParts,
): string {
  const atoms = new AtomicCss()
  const pictures = new Pictures()
  const shapes = new SharedShapes()
  const renderer = createRenderer({ theme: deck.theme, atoms, pictures, shapes, pageIds: deck.pages.map(pageId) })
  const slides = deck.pages.map((_, index) => renderSlide(deck, index, renderer, { notes, words })).join('')
  const sheets = {
    style: [fontsCss(fonts), style, styles.slide, styles.browserPrint, themeCss(deck), deck.theme.css, atoms.css()]
      .join('\n')
      .trim(),
    pictures: pictures.css(),
    noscript: styles.document,
  }
  return renderer.render(
    'html',
    {
      lang: deck.lang,
      policy: pagePolicy({
        scripts: [script],
        styles: Object.values(sheets).filter((sheet) => sheet !== ''),
        ...externalSources(deck),
      }),
      title: titleOf(deck, words),
      heading: hasHeading(deck) ? null : titleOf(deck, words),
      author: deck.author,
      ...sheets,
      ornament: ornamentOf(deck),
      shapes: shapes.html(),
      words,
      slides: pictures.inline(slides),
      data: jsonInHtml(dataOf(deck, words, languages)),
      script,
    },
    deck.lang,
  )
}

/** A page has a title whatever happens: a deck may have none, nor any slide. */
const titleOf = ({ title }: LaidOutDeck, words: PageWords): string => title.trim() || words.slides

/** Whether the first slide has a title, which then is the heading of the whole. */
const hasHeading = ({ pages }: LaidOutDeck): boolean =>
  pages.some(({ boxes }) => boxes.some(({ view }) => (view as Partial<TextView>).heading === 1))

/** What its slides show that is not inside the page: videos beside it, and players once someone asks for them. */
function externalSources({ pages, assets }: LaidOutDeck) {
  const frames = new Set(pages.flatMap(({ boxes }) => boxes.flatMap(({ frame }) => frame ?? [])))
  return { frames: [...frames], media: [...assets.values()].some(({ kind }) => kind === 'file') }
}

/** What the page's script needs to know. */
export function dataOf(deck: LaidOutDeck, words: PageWords, languages: PageData['languages'] = {}): PageData {
  const { start, stage, lang, minutes, title } = deck
  return { title, lang, start, width: stage.width, height: stage.height, minutes, words, languages }
}

/** JSON that cannot end the element it stands in. */
export const jsonInHtml = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
