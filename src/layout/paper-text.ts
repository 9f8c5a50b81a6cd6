import type { FittedText, Fitter } from '../model/fitted.ts'
import type { PlacedBox, TextView } from '../model/laid-out.ts'
import type { Lang } from '../model/lang.ts'
import type { Paragraph } from '../model/text.ts'
import type { Box, StageDimensions, TextStyle, Theme } from '../model/theme.ts'

/** What texts on paper are set with. */
export interface PaperTools {
  fitter: Fitter
  theme: Theme
}

/** A text to be set on paper: in the theme's style for texts, at sizes of its own. Units: px on paper, largest first. */
export interface PaperText {
  paragraphs: readonly Paragraph[]
  lang: Lang
  sizes: readonly number[]
}

/** The style of a deck's texts, as print wants it. Errors: a theme without a style `body` is a bug. */
export function paperStyle({ styles, id }: Theme, sizes: readonly number[]): TextStyle {
  const { body } = styles
  if (!body) throw new Error(`Theme ${id} has no style "body"`)
  return { ...body, sizes, grid: 1, letterSpacing: 0, maxLines: null, balance: false }
}

/** Sets a text in a box and, where it is too long, in further ones; without `next` in the first alone. */
export function typesetOnPaper(
  text: PaperText,
  first: StageDimensions,
  next: StageDimensions | null,
  { fitter, theme }: PaperTools,
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

const nonEmptySize = ({ width, height }: StageDimensions): StageDimensions => ({
  width: Math.max(1, width),
  height: Math.max(1, height),
})

/** The box of one page of a text, at the top of its room. */
export function paperBox(fitted: FittedText, index: number, room: Box, region: string, lang: Lang): PlacedBox {
  const page = fitted.pages[index]!
  const { size, lineHeight } = fitted
  const view: TextView = { style: 'body', heading: null, lang, size, lineHeight, page, suffix: null }
  return { x: room.x, y: room.y, width: room.width, height: page.height, region, template: 'text', view }
}

/** Words of the program's own, as one paragraph. */
export const paperParagraph = (text: string, { bold = false } = {}): Paragraph => ({
  kind: 'paragraph',
  marker: '',
  spans: [{ text, bold, italic: false, href: null }],
})

/** Words of one line, in a box as high as they are. */
export function lineOnPaper(words: Paragraph, lang: Lang, size: number, room: Box, region: string, tools: PaperTools) {
  return paperBox(
    typesetOnPaper({ paragraphs: [words], lang, sizes: [size] }, room, null, tools),
    0,
    room,
    region,
    lang,
  )
}
