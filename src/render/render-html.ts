import { styles } from '#generated/styles.js'
import type { PrintMode } from '../model/handout.ts'
import type { LaidOutDeck, TextView } from '../model/laid-out.ts'
import { tagOf } from '../model/lang.ts'
import { firstSlideScript } from '../model/wire/first-slide.ts'
import type { PageData, PageLanguage } from '../model/wire/page-data.ts'
import type { PageWords } from '../model/words.ts'
import { AtomicCss } from './atomic-css.ts'
import { blockStyles } from './block-styles.ts'
import { pagePolicy } from './csp.ts'
import { inkSavingCss } from './ink-saving.ts'
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
  /** The languages of the slides, if there are several; that of `deck` is the first. */
  editions?: readonly PageEdition[]
  /** How a browser prints the page; default: `full`. */
  printMode?: PrintMode | undefined
  /** How long the page shows each slide by itself, in place of what the deck says. Units: seconds. */
  loop?: number | undefined
}

/** The slides in one of several languages. */
export interface PageEdition {
  /** A BCP 47 tag. */
  tag: string
  deck: LaidOutDeck
  words: PageWords
}

/**
 * Renders a deck as one self-contained HTML file: slides, script, styles, fonts, pictures.
 * Without JavaScript and in print, the page shows all slides below one another. Of several languages it shows the first; the
 * others are in templates, which cost nothing until they are shown. All share fonts, pictures and styles.
 */
export function renderHtml(deck: LaidOutDeck, parts: HtmlParts): string {
  const {
    script,
    style,
    fonts,
    notes,
    words,
    languages = {},
    editions = [],
    printMode = 'full',
    loop = deck.loop,
  } = parts
  const several = editions.length > 1
  const atoms = new AtomicCss()
  const pictures = new Pictures()
  const shapes = new SharedShapes()
  const slidesOf = (shown: LaidOutDeck, shownWords: PageWords, idSuffix?: string) => {
    const pageIds = shown.pages.map((page) => pageId(page, idSuffix))
    const renderer = createRenderer({ theme: deck.theme, atoms, pictures, shapes, pageIds, latin: shown.latin })
    const options = { notes, words: shownWords, ...(idSuffix !== undefined && { idSuffix }) }
    return { renderer, slides: shown.pages.map((_, index) => renderSlide(shown, index, renderer, options)) }
  }
  const { renderer, slides } = slidesOf(deck, words, several ? '' : undefined)
  // What comes before the first slide delays it.
  const early = pictures.postponeLarge(slides[0] ?? '')
  const others = several ? editions.slice(1).map((one) => ({ ...one, idSuffix: idSuffixOf(one.tag) })) : []
  const hidden = others.map((one) => ({ ...one, ...slidesOf(one.deck, one.words, one.idSuffix) }))
  const all = others.length === 0 ? deck : { ...deck, pages: [deck, ...others.map((one) => one.deck)].flatMap(pagesOf) }
  const sheets = {
    style: [
      ...[fontsCss(fonts), style, styles.slide, ...blockStyles(all.pages), styles.document, styles.browserPrint],
      ...[themeCss(all), deck.theme.css, atoms.css(), pictures.css({ only: (hash) => early.has(hash) })],
      printMode === 'save' ? inkSavingCss(all) : '',
    ]
      .join('\n')
      .trim(),
    pictures: pictures.css({ only: (hash) => !early.has(hash) }),
  }
  const [first = '', ...rest] = slides.map((slide) => pictures.inline(slide))
  return renderer.render(
    'html',
    {
      lang: several ? editions[0]!.tag : tagOf(deck.lang, deck.latin),
      save: printMode === 'save',
      policy: pagePolicy({
        scripts: [script, firstSlideScript],
        styles: Object.values(sheets).filter((sheet) => sheet !== ''),
        ...externalSources(all),
      }),
      title: titleOf(deck, words),
      heading: hasHeading(deck) ? null : titleOf(deck, words),
      author: deck.author,
      ...sheets,
      ornament: ornamentOf(deck),
      shapes: shapes.html(),
      words,
      slides: [first, `<script>${firstSlideScript}</script>\n`, ...rest].join(''),
      others: hidden.map(({ tag, slides }) => ({
        tag,
        slides: slides.map((slide) => pictures.inline(slide)).join(''),
      })),
      data: jsonInHtml({ ...dataOf(deck, words, languages, several ? editions : []), ...(loop && { loop }) }),
      script,
    },
    deck.lang,
  )
}

const pagesOf = ({ pages }: LaidOutDeck) => pages

/** What follows the ids of a further language of a page. */
export const idSuffixOf = (tag: string): string => `_${tag}`

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
export function dataOf(
  deck: LaidOutDeck,
  words: PageWords,
  languages: PageData['languages'] = {},
  editions: readonly PageEdition[] = [],
): PageData {
  const { start, stage, lang, minutes, plan, title, transition } = deck
  const data = {
    title,
    lang,
    start,
    width: stage.width,
    height: stage.height,
    minutes,
    ...(plan && { plan }),
    words,
    languages,
    ...(transition && { transition }),
  }
  return editions.length === 0 ? data : { ...data, editions: editions.map(languageOf) }
}

const languageOf = ({ tag, deck, words }: PageEdition, index: number): PageLanguage => ({
  tag,
  lang: deck.lang,
  ...(deck.latin && { words }),
  name: words.languageName,
  suffix: index === 0 ? '' : idSuffixOf(tag),
  title: titleOf(deck, words),
  start: deck.start,
})

/** Returns JSON that cannot close the element around it. */
export const jsonInHtml = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
