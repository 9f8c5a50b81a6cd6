import { styles } from '#generated/styles.js'
import { type FontStyle, installableFonts } from '../model/font-style.ts'
import type { LaidOutDeck } from '../model/laid-out.ts'
import { tagOf } from '../model/lang.ts'
import { otherPart } from '../model/other-part.ts'
import type { PageWords } from '../model/words.ts'
import { AtomicCss } from './atomic-css.ts'
import { blockStyles } from './block-styles.ts'
import { printPolicy } from './csp.ts'
import { ornamentOf } from './ornament.ts'
import { Pictures } from './pictures.ts'
import type { Placeholders } from './placeholders.ts'
import { pageId, renderSlide } from './render-slide.ts'
import { SharedShapes } from './svg-marks.ts'
import { createRenderer, type TemplateRenderer } from './template-renderer.ts'
import { themeCss } from './theme-css.ts'

/** What is printed of a deck, with which fonts and words. */
export interface PrintParts {
  fonts: readonly FontStyle[]
  words: Pick<PageWords, 'slideOf'>
  /** The indexes of the pages, in order. */
  pages: readonly number[]
  /** Which of them stand in this part of the PDF; absent: all. */
  part?: readonly number[] | undefined
  /** Collects the photographs that are left out; absent: none is. */
  placeholders?: Placeholders | undefined
}

/**
 * Renders a deck as the page that a PDF of its slides is printed from: static HTML without scripts, one slide per printed
 * page, the same slides as in the browser. Links to slides that are not printed become plain text.
 */
export function renderPrint(
  deck: LaidOutDeck,
  { fonts, words, pages, part = pages, placeholders }: PrintParts,
): string {
  return renderPaper(deck, { fonts, printedPages: pages, part, placeholders, style: '' }, (renderer) =>
    part.map((page) => renderSlide(deck, page, renderer, { notes: false, words, paged: 'alone' })),
  )
}

/** What a page for printing consists of, besides its sheets. */
export interface PaperParts extends Pick<PrintParts, 'fonts' | 'placeholders'> {
  /** The indexes of the pages whose slides it shows. */
  printedPages: readonly number[]
  /** Those of them that stand in this part of the PDF; absent: all. */
  part?: readonly number[] | undefined
  /** A style sheet to add after those of slides and theme. */
  style: string
}

/** Renders a page for printing: static HTML without scripts, with the sheets that `draw` returns. */
export function renderPaper(
  deck: LaidOutDeck,
  { fonts, printedPages, part = printedPages, placeholders, style: extraStyle }: PaperParts,
  renderSheets: (renderer: TemplateRenderer) => readonly string[],
): string {
  const atoms = new AtomicCss()
  const pictures = new Pictures(placeholders)
  const shapes = new SharedShapes()
  const printed = new Set(printedPages)
  const pageIds = deck.pages.map((page, index) => (printed.has(index) ? pageId(page) : undefined))
  const renderer = createRenderer({
    theme: deck.theme,
    atoms,
    pictures,
    shapes,
    pageIds,
    isPaper: true,
    latin: deck.latin,
  })
  const linkParts = (html: string) =>
    part === printedPages ? html : linkOtherParts(html, new Set(part.map((index) => pageIds[index])))
  const sheets = renderSheets(renderer)
  const shown = part === printedPages ? printed : new Set(part)
  const shownPages = deck.pages.filter((_, index) => shown.has(index))
  const style = [
    ...fonts.filter(({ isInstallable }) => !isInstallable).map(({ css }) => css),
    ...[styles.slide, ...blockStyles(shownPages), styles.print, themeCss(deck), deck.theme.css, extraStyle],
    ...[pictures.css({ property: 'content' }), atoms.css()],
  ].join('\n')
  const withFonts = `${installableFonts(fonts)}${style}`
  const view = {
    lang: tagOf(deck.lang, deck.latin),
    // The printer may take out the fonts that a browser has.
    policy: printPolicy([withFonts, style]),
    title: deck.title,
    style: withFonts,
    ornament: ornamentOf(deck),
    shapes: shapes.html(),
    sheets: pictures.inline(withoutEmphasisTags(linkParts(sheets.join('')))),
  }
  return renderer.render('print', view, deck.lang)
}

/** Hides emphasis from tagging: Chromium uses tags of PDF 2.0 for it, which readers of its PDF 1.4 skip. */
const withoutEmphasisTags = (html: string) => html.replace(/<(strong|em)>/g, '<$1 role="none">')

/** Lets links to pages of other parts lead out of this one. Text of an author cannot contain a tag. */
const linkOtherParts = (html: string, own: ReadonlySet<string | undefined>) =>
  html.replace(/(<a href=")#([\w-]+)"/g, (whole, start: string, id: string) =>
    own.has(id) ? whole : `${start}${otherPart}${id}"`,
  )
