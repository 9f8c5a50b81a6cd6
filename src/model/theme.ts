import type { Lang } from './lang.ts'
import type { AspectFile, ThemeFile } from './theme-file.ts'

/** A rectangle. Units: px on the stage. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A face of a font family. Shape: `ttf` is measured, `woff2` is embedded; both are the same font. */
export interface Face {
  family: string
  weight: number
  italic: boolean
  /** Paths relative to the folder of fonts, or absolute. */
  ttf: string
  woff2: string
  /** Draws only what the theme's own faces lack. */
  fallback?: boolean
}

/** A text style: faces, sizes, and the spacing of lines and paragraphs. */
export interface TextStyle {
  family: string
  weight: number
  /** Weight of `**bold**` and of headings inside a text. */
  boldWeight: number
  /** Weight that replaces `*italic*` if the family has no italics. */
  italicWeight: number
  /** The permitted sizes, largest first. Units: px. */
  sizes: readonly number[]
  /** Minimum number of letters per line: sizes at which a line would hold fewer are skipped. Absent: no minimum. */
  measure?: number
  /** Line height as a multiple of the size, see `lineHeightAt`. */
  lineHeight: number
  /** Line heights and gaps are multiples of this, so that lines sit on a grid. Units: px; absent: 1. */
  grid?: number
  /** Applies to large text only, see `letterSpacingAt`. Units: em. */
  letterSpacing: number
  /** Maximum number of lines; null means as many as the region holds. */
  maxLines: number | null
  /** Whether to make lines about equally long, as suits titles. */
  balance: boolean
  /** Whether to avoid a single word in the last line of a paragraph, if slightly narrower lines can do it. */
  pretty?: boolean
  /** Whether digits are equally wide, as suits columns of numbers. */
  tabular?: boolean
  /** Space between paragraphs. Units: lines. */
  gaps: { paragraph: number; item: number; beforeHeading: number; afterHeading: number }
  /** The left edges of the text of a list item and of its bullet. Units: em. */
  indent: { text: number; marker: number }
  color: string
}

/** Returns the line height of a style at a size: the nearest multiple of its grid, at least the size. Units: px. */
export function lineHeightAt({ lineHeight, grid = 1 }: TextStyle, size: number): number {
  const height = snapToGrid(size * lineHeight, grid)
  return height < size ? height + grid : height
}

/** Above this size a style's letter spacing applies. Units: px. */
const letterSpacingAbove = 40

/** Returns the letter spacing of a style at a size: none for small text. Units: em. */
export const letterSpacingAt = ({ letterSpacing }: Pick<TextStyle, 'letterSpacing'>, size: number): number =>
  size > letterSpacingAbove ? letterSpacing : 0

/** Returns the nearest multiple of a step. */
export const snapToGrid = (length: number, step = 1): number => Math.round(length / step) * step

/** A part of a layout for one kind of content. */
export interface Region extends Box {
  /** Name of the text style, for regions that take text. */
  style?: string
  /**
   * The alignment of content smaller than the region. `middle` is the optical middle, slightly above the true one. In a
   * region with `below`, content that fills 60 % or more is aligned to the top instead.
   */
  align: 'top' | 'middle' | 'bottom'
  /**
   * The name of a region: this one begins below its content instead of at `y` and keeps its own bottom edge. If that region
   * is empty, this one begins at its top.
   */
  below?: string
  /** Distance from the content of the region in `below`. Units: px. */
  gap?: number
  /** Space between several figures or pictures that share the region. Units: px; absent: 16. */
  gutter?: number
}

/**
 * A layout and its regions, by name. A layout may omit any region: content without one moves to another page (pictures,
 * videos, maps) or joins the body (texts). Nothing is dropped.
 *
 * - `rule` and `matte` are drawn as they are: the line above the footer, and the area behind an uncropped picture.
 * - `title`: the title. The part of a long title that does not fit moves to the body.
 * - `body`, `body2`, `body3`: texts.
 * - `image`: pictures, uncropped or cropped. `media`: a video or a map, which takes `image` if there is no `media`.
 * - `caption`: their captions. Captions inside `image` (of several pictures, or of an uncropped one) are boxes named `legend`.
 * - `logo`, `logoTitle` (which takes the place of an absent logo), `event` (author; event and date): fields of the deck.
 * - `number`: the number of a section.
 * - `footer`: one line, "logo title · deck title". `page`: the page number, "3 / 8", right-aligned; if there is no such
 *   region, it takes the right end of `footer`.
 *
 * | layout | regions |
 * |---|---|
 * | cover | logo, logoTitle, title, body (the subtitle), event, image (behind everything) |
 * | text, continued, statement (a few words, large) | title, body |
 * | text-image, -left, -wide, -tall, -tall-left | title, body, image, caption |
 * | image, image-full, image-tall (an upright picture beside its title) | title, image, caption |
 * | video, map | title, media, caption |
 * | media-text, media-text-wide (a map or a video with a text beside it, or a few words below) | title, body, media, caption |
 * | table, people, timeline, poll | title, body (a short text above), data |
 * | chart | title, body (a short text above), data, caption (the source) |
 * | columns, columns-3 | title, body, body2, body3 |
 * | section | number, title, body |
 * | quote | mark (the opening «), body (the quote), source (who said it; below `body`), title (below `source`) |
 * | number | title, figure, label, body, caption |
 * | closing | logo, logoTitle, title, body |
 *
 * `figure`, `label` and `body` together hold a grid of one to eight figures (`gutter` apart), all in one size; `caption`
 * their source. A title that is itself a figure ("495") takes `figure`; the text takes `label` then.
 */
export interface Layout {
  /** The background of the slide, by the theme's name of the colour. */
  ground: 'ground' | 'deep'
  footer: boolean
  ornament: boolean
  regions: Readonly<Record<string, Region>>
}

/** The layouts of a theme: those a deck can request, and their variants, which depend on the content. */
export type LayoutVariant = keyof NonNullable<AspectFile['layouts']>

/** The aspect ratios of slides. */
export type Aspect = keyof NonNullable<ThemeFile['aspects']>

export interface StageDimensions {
  width: number
  height: number
}

/** One tile of the band on covers and closings, scaled to the height of the band and repeated to the right. */
export interface Ornament extends StageDimensions {
  /** SVG path data. */
  path: string
  /** Name of a colour. */
  color: string
  opacity: number
}

/** A complete, valid theme. Source: `themes/<id>/theme.json` and the themes it extends. */
export interface Theme {
  id: string
  name: { readonly [L in Lang]?: string }
  colors: Readonly<Record<string, string>>
  /** Opacity of what covers a picture behind text: `strip` of `scrim` behind captions and titles, `veil` of `deep` elsewhere. */
  scrim: { strip: number; veil: number }
  faces: readonly Face[]
  /** The families that draw what the theme's own lack, by the order of asking; absent if they lack nothing. */
  fallbackFamilies?: readonly string[]
  styles: Readonly<Record<string, TextStyle>>
  aspects: { [A in Aspect]?: { stage: StageDimensions; layouts: { [V in LayoutVariant]?: Layout } } }
  ornament?: Ornament
  /** How one slide follows another in the show, unless the deck says it; absent: at once. */
  transition?: 'none' | 'fade' | 'slide'
  /** The style sheet of the theme, which follows Korme's own. */
  css: string
  /** Precompiled templates of the theme, by the name of the template that they replace. */
  templates?: Readonly<Record<string, unknown>>
}
