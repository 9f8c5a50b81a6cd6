import { styles } from '#generated/styles.js'
import type { LaidOutDeck, TextView } from '../model/laid-out.ts'
import { firstSlideScript } from '../model/wire/first-slide.ts'
import type { PageData } from '../model/wire/page-data.ts'
import type { PageWords } from '../model/words.ts'
import { AtomicCss } from './atomic-css.ts'
import { blockStyles } from './block-styles.ts'
import { pagePolicy } from './csp.ts'
import { ornamentOf } from './ornament.ts'
import { Pictures } from './pictures.ts'
import { pageId, renderSlide } from './render-slide.ts'
import { SharedShapes } from './svg-marks.ts'
import { createRenderer } from './template-renderer.ts'
import { fontsCss, type PageFont, themeCss } from './theme-css.ts'

/** What a page contains besides its slides: the bundled script and styles, fonts, and the words of its controls. */
export interface HtmlParts {
  script: string
  style: string
  fonts: readonly PageFont[]
  /** Whether to include the speaker notes. */
  notes: boolean
  words: PageWords
  /** The words of the speaker view in the other languages, which the speaker may choose. */
  languages?: PageData['languages']
}

/**
 * Renders a deck as one self-contained HTML file: slides, script, styles, fonts, pictures.
 * Without JavaScript and in print, the page shows all slides below one another.
 */
export function renderHtml(
  deck: LaidOutDeck,
  { script, style, fonts, notes, words, languages = {} }: HtmlParts,
): string {
  const atoms = new AtomicCss()
  const pictures = new Pictures()
  const shapes = new SharedShapes()
  const renderer = createRenderer({ theme: deck.theme, atoms, pictures, shapes, pageIds: deck.pages.map(pageId) })
  const slides = deck.pages.map((_, index) => renderSlide(deck, index, renderer, { notes, words }))
  // What comes before the first slide delays it.
  const early = pictures.postponeLarge(slides[0] ?? '')
  const sheets = {
    style: [
      ...[fontsCss(fonts), style, styles.slide, ...blockStyles(deck.pages), styles.document, styles.browserPrint],
      ...[themeCss(deck), deck.theme.css, atoms.css(), pictures.css({ only: (hash) => early.has(hash) })],
    ]
      .join('\n')
      .trim(),
    pictures: pictures.css({ only: (hash) => !early.has(hash) }),
  }
  const [first = '', ...rest] = slides.map((slide) => pictures.inline(slide))
  return renderer.render(
    'html',
    {
      lang: deck.lang,
      policy: pagePolicy({
        scripts: [script, firstSlideScript],
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
      slides: [first, `<script>${firstSlideScript}</script>\n`, ...rest].join(''),
      data: jsonInHtml(dataOf(deck, words, languages)),
      script,
    },
    deck.lang,
  )
}

/** Returns the title of the page, even if the deck has none. */
const titleOf = ({ title }: LaidOutDeck, words: PageWords): string => title.trim() || words.slides

/** Whether the first slide has a title, which is the main heading of the page then. */
const hasHeading = ({ pages }: LaidOutDeck): boolean =>
  pages.some(({ boxes }) => boxes.some(({ view }) => (view as Partial<TextView>).heading === 1))

/** Returns what the slides load from outside the page: video files, and the players of providers. */
function externalSources({ pages, assets }: LaidOutDeck) {
  const frames = new Set(pages.flatMap(({ boxes }) => boxes.flatMap(({ frame }) => frame ?? [])))
  return { frames: [...frames], media: [...assets.values()].some(({ kind }) => kind === 'file') }
}

/** Returns the data for the page's script. */
export function dataOf(deck: LaidOutDeck, words: PageWords, languages: PageData['languages'] = {}): PageData {
  const { start, stage, lang, minutes, title } = deck
  return { title, lang, start, width: stage.width, height: stage.height, minutes, words, languages }
}

/** Returns JSON that cannot close the element around it. */
export const jsonInHtml = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
