import type { Assets, ImageAsset } from './asset.ts'
import type { FittedPage, FittedText } from './fitted.ts'
import type { Lang, LocalizedText } from './lang.ts'
import type { ShownPoll } from './poll.ts'
import type { Transition } from './show-settings.ts'
import type { Range } from './source.ts'
import type { TalkPlan } from './talk-plan.ts'
import type { Box, LayoutVariant, StageDimensions, Theme } from './theme.ts'

/** A deck as every output draws it: pages, boxes and lines. Outputs do no layout of their own. */
export interface LaidOutDeck {
  title: string
  /** The language of the document. */
  lang: Lang
  /** Its Kazakh texts are in Latin letters. */
  latin?: boolean
  theme: Theme
  aspect: '16:9' | '4:3'
  stage: StageDimensions
  /** The colours of the theme, with the deck's changes. */
  colors: Readonly<Record<string, string>>
  logoTitle: LocalizedText | null
  logo: string | null
  author: string | null
  event: string | null
  date: string | null
  /** The planned length of the talk. Units: minutes. */
  minutes: number | null
  /** The planned times of the slides, if some have one. */
  plan?: TalkPlan
  /** How one page follows another in the show; absent: at once. */
  transition?: Exclude<Transition, 'none'>
  /** How long the page shows each slide, if it shows them by itself. Units: seconds. */
  loop?: number
  pages: LaidOutPage[]
  /** The index of the page where the show starts. */
  start: number
  assets: Assets
}

/**
 * A page: one slide on the screen, one page of the PDF. A slide whose text continues has several pages. `boxes` are
 * in reading order (title, body, picture, caption, ..., `footer` and `page` last), whatever their positions. Every page
 * of a slide has its `notes`.
 */
export interface LaidOutPage {
  /** The index of the slide. */
  slide: number
  /** 1 of 4, for a slide that continues. */
  part: number
  parts: number
  layout: LayoutVariant
  lang: Lang
  backgroundName: 'ground' | 'deep'
  footer: boolean
  ornament: boolean
  background: string | null
  /** What the page shows step by step: the parts of its boxes, or all of them. Absent: it is shown whole. */
  steps?: 'parts' | 'all'
  boxes: PlacedBox[]
  notes: LocalizedText | null
  /** Where a further page of a slide begins; absent on its first page. */
  begin?: PageBegin
}

/** The place of a page's first words in its slide, by which the same place is found in another language. */
export interface PageBegin {
  /** The index of the block in the slide, and of the item in the block: a paragraph of a text, for example. */
  block: number
  item: number
  /** How much of the item is on earlier pages; of the block, if it has no items. Units: percent. */
  percent: number
}

/**
 * A block, or a part of it, at its position. `template` is the name of the template that draws `view`; both belong to
 * the block type. `region` becomes a class. A box is as large as its content: the height of a text is that of its
 * lines, so a strip behind a caption is drawn around the box.
 */
export interface PlacedBox extends Box {
  region: string
  template: string
  view: unknown
  /** The origin of the page that it embeds on a click, as `https://host`: the page's policy must allow it. */
  frame?: string
  /** Characters that it shows besides the deck's own, such as names on a map: the page's fonts must contain them. */
  characters?: string
  /** What the audience can answer on this page. */
  poll?: ShownPoll
  /**
   * The blocks that it shows, to get from the slide back to the file; absent for boxes of the deck, such as a footer.
   */
  sources?: readonly BoxSource[]
}

/** A block that a box shows, and which of its items. It is never rendered. */
export interface BoxSource {
  /** The range of the block. Units: offsets from the start of its slide, so that it stays valid if the slide moves. */
  range: Range
  /** The indexes of the items in the source: paragraphs of a text, pictures of a gallery. */
  items: readonly number[]
}

/** Returns the range in the deck's file of a block that a box shows. `slide` is the slide of its page. */
export function blockRange({ range }: BoxSource, slide: { range: Range }): Range {
  const { start } = slide.range
  return { start: start + range.start, end: start + range.end }
}

/**
 * What the template `text` draws. All texts of a page use it: titles, captions, figures, footers.
 * A `href` such as `#3` links to a page of the laid-out deck by its number.
 */
export interface TextView {
  /** The name of the text style. */
  style: string
  /** h1 on the first page of a deck, h2 on the others; null if it is not a heading. */
  heading: 1 | 2 | null
  lang: Lang
  size: FittedText['size']
  lineHeight: FittedText['lineHeight']
  page: FittedPage
  /**
   * `(2/4)` after the last line of the title of a continued slide, at half its size, in the same face, after a space
   * of that size. It is never on a line of its own: the title leaves space for it.
   */
  suffix: string | null
}

/** What the template `image` draws: a picture that fills its box. A `contain` box has the picture's aspect ratio. */
export interface ImageView {
  picture: ImageAsset
  /** Empty for decoration, which screen readers skip. */
  alt: string
  /** The language of `alt`. */
  lang: Lang
  fit: 'cover' | 'contain'
  /** The point that stays visible when the picture is cropped, as fractions of width and height. */
  focus: { x: number; y: number }
  /** The picture does not fill its box, which is one of several tiles: a ground shows how large the box is. */
  plate?: true
}

/**
 * What the template `card` draws: a titled link in place of a video or a map. `title` (with the address, as a link if
 * possible) is set inside the card's padding: 48 px on each side, 80 px at the top, where the icon is.
 */
export interface CardView {
  kind: 'video' | 'map'
  title: TextView | null
  /** An address that a browser may open: http, https, mailto, tel or geo; null if there is none. */
  href: string | null
}

/**
 * An element of a drawing, with its attributes; colours are classes. `shape` is drawn once for all elements that use
 * it.
 */
export interface DrawnElement {
  tag: 'path' | 'rect' | 'circle' | 'text' | 'use'
  attributes: Readonly<Record<string, string | number>>
  text?: string
  shape?: SharedShape
}

/** A part of a drawing that a page contains once, however many slides show it. */
export interface SharedShape {
  /** Derived from the content: equal shapes have the same id. */
  id: string
  paths: readonly { className: string | null; d: string }[]
  /** Present for a pattern, which fills areas: the size of its tile, and how far it is turned. Units: px, degrees. */
  tile?: { size: number; angle: number }
}

/** What the template `qr` draws: a QR code with its quiet zone. Units: modules. */
export interface QrView {
  size: number
  path: string
  /** The accessible name. */
  label: string
  lang: Lang
}
