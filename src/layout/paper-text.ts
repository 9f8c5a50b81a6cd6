import type { FittedText, Fitter } from '../model/fitted.ts'
import type { PlacedBox, TextView } from '../model/laid-out.ts'
import type { Lang } from '../model/lang.ts'
import type { Paragraph } from '../model/text.ts'
import type { Box, StageDimensions, TextStyle, Theme } from '../model/theme.ts'
import { nonEmptySize } from '../typeset/typeset-text.ts'

/** What texts on paper are set with. */
export interface PaperContext {
  fitter: Fitter
  theme: Theme
}

/** A text on paper, in the style of the theme's body at its own sizes. Units: px on paper, largest first. */
export interface PaperText {
  paragraphs: readonly Paragraph[]
  lang: Lang
  sizes: readonly number[]
}

/**
 * Returns the style of texts on paper. Errors: throws if the theme lacks the style `body`, which its schema forbids.
 */
export function paperStyle({ styles, id }: Theme, sizes: readonly number[]): TextStyle {
  const { body } = styles
  if (!body) throw new Error(`Theme ${id} has no style "body"`)
  return { ...body, sizes, grid: 1, letterSpacing: 0, maxLines: null, balance: false }
}

/** Sets a text in a box and, if it is too long, in further boxes; without `next` in the first one only. */
export function typesetOnPaper(
  text: PaperText,
  first: StageDimensions,
  next: StageDimensions | null,
  { fitter, theme }: PaperContext,
): FittedText {
  const { paragraphs, lang, sizes } = text
  return fitter.fit({
    paragraphs,
    style: paperStyle(theme, sizes),
    first: nonEmptySize(first),
    next: nonEmptySize(next ?? first),
    pages: next ? 'auto' : 'one',
    lang,
  })
}

/** Creates the box of one page of a text, at the top of an area. */
export function paperBox(fitted: FittedText, index: number, area: Box, region: string, lang: Lang): PlacedBox {
  const page = fitted.pages[index]!
  const { size, lineHeight } = fitted
  const view: TextView = { style: 'body', heading: null, lang, size, lineHeight, page, suffix: null }
  return { x: area.x, y: area.y, width: area.width, height: page.height, region, template: 'text', view }
}

/** Creates a paragraph of the program's own words. */
export const paperParagraph = (text: string, { bold = false } = {}): Paragraph => ({
  kind: 'paragraph',
  marker: '',
  spans: [{ text, bold, italic: false, href: null }],
})

/** Sets one line in a box of its height. */
export function lineOnPaper(
  words: Paragraph,
  lang: Lang,
  size: number,
  area: Box,
  region: string,
  context: PaperContext,
) {
  return paperBox(
    typesetOnPaper({ paragraphs: [words], lang, sizes: [size] }, area, null, context),
    0,
    area,
    region,
    lang,
  )
}
