import type { Assets, ImageAsset } from './asset.ts'
import type { FittedPage, FittedText } from './fitted.ts'
import type { Lang, LocalizedText } from './lang.ts'
import type { Range } from './source.ts'
import type { Box, LayoutVariant, StageDimensions, Theme } from './theme.ts'

/** A deck as every output draws it: pages, boxes, lines. No output lays anything out again. */
export interface LaidOutDeck {
  title: string
  /** Of `<html>`. */
  lang: Lang
  theme: Theme
  aspect: '16:9' | '4:3'
  stage: StageDimensions
  /** Colours of the theme with the deck's changes. */
  colors: Readonly<Record<string, string>>
  logoTitle: LocalizedText | null
  logo: string | null
  author: string | null
  event: string | null
  date: string | null
  minutes: number | null
  pages: LaidOutPage[]
  /** Index of the page where the show starts. */
  start: number
  assets: Assets
}

/**
 * One slide on the screen, one page on paper. A slide whose text runs on has several.
 * `boxes` stand in the order in which they are read aloud (title, body, picture, caption, ..., `footer` and `page` last),
 * whatever lies above or below what. `notes` stand on every page of their slide.
 */
export interface LaidOutPage {
  /** Index into the deck's slides. */
  slide: number
  /** 1 of 4, for a slide that was continued. */
  part: number
  parts: number
  layout: LayoutVariant
  lang: Lang
  backgroundName: 'ground' | 'deep'
  footer: boolean
  ornament: boolean
  background: string | null
  boxes: PlacedBox[]
  notes: LocalizedText | null
}

/**
 * A block in its place, or a part of it. `template` names the template that draws `view`; both belong to the block type.
 * `region` becomes a class: a name of the theme's, as the table at `Layout` lists them. A box is as large as what it
 * holds: a text's `height` is that of its lines, so a strip behind a caption is drawn around the box.
 */
export interface PlacedBox extends Box {
  region: string
  template: string
  view: unknown
  /** Whose page it shows in a frame once someone asks for it, as `https://host`: the page's policy must allow it. */
  frame?: string
  /** Characters that it shows besides the deck's own, such as names on a map: the page's fonts must hold them. */
  characters?: string
  /** The blocks that it shows, for the way from the slide back to the file; absent for boxes of the deck, such as a footer. */
  sources?: readonly BoxSource[]
}

/** A block that a box shows, or a part of it. It is never rendered. */
export interface BoxSource {
  /** The range of the block. Units: offsets from the start of its slide, so that it stays true if the slide moves. */
  range: Range
  /** The items of the block in this box by their index in the source: paragraphs of a text, pictures of a gallery. */
  items: readonly number[]
}

/** The range in the deck's file of a block that a box shows. `slide` is the slide of its page. */
export function blockRange({ range }: BoxSource, slide: { range: Range }): Range {
  const { start } = slide.range
  return { start: start + range.start, end: start + range.end }
}

/**
 * What the template `text` draws. Every text of a page is one of these: titles, captions, figures, footers.
 * A link's `href` that begins with `#` names a page by its number: `#3` is the third page of the laid-out deck.
 */
export interface TextView {
  /** Name of the text style. */
  style: string
  /** h1 on the first page of a deck, h2 on the others, null where it is no heading. */
  heading: 1 | 2 | null
  lang: Lang
  size: FittedText['size']
  lineHeight: FittedText['lineHeight']
  page: FittedPage
  /**
   * `(2/4)` after the last line of the title of a continued slide, at half its size, in the same face, after a space of
   * that size; never on a line of its own: the room is kept.
   */
  suffix: string | null
}

/** What the template `image` draws: the picture fills its box; a `contain` box has the picture's own proportions. */
export interface ImageView {
  picture: ImageAsset
  /** Empty: decoration, which screen readers pass over. */
  alt: string
  /** Of `alt`. */
  lang: Lang
  fit: 'cover' | 'contain'
  /** The point that stays in sight when the picture is cropped, as fractions of width and height. */
  focus: { x: number; y: number }
}

/**
 * What the template `card` draws: the stand-in for a video or a map, a titled link.
 * `title` (with the address, as a link where there is one) is set in the box less the card's padding: 48 px on each side,
 * 80 px at the top, where the sign of its kind stands.
 */
export interface CardView {
  kind: 'video' | 'map'
  title: TextView | null
  /** An address a browser may open: http, https, mailto, tel or geo; null where there is none. */
  href: string | null
}

/** One element of a drawing, with its attributes; colours are classes. `shape` is drawn once for all that use it. */
export interface MapElement {
  tag: 'path' | 'rect' | 'circle' | 'text' | 'use'
  attributes: Readonly<Record<string, string | number>>
  text?: string
  shape?: SharedShape
}

/** A part of a drawing that a page holds once, however many slides show it. */
export interface SharedShape {
  /** Made from its content: equal shapes have one id. */
  id: string
  paths: readonly { className: string | null; d: string }[]
}

/** What the template `qr` draws: a QR code with its quiet zone. Units: modules. */
export interface QrView {
  size: number
  path: string
  /** For people who do not see it. */
  label: string
  lang: Lang
}
