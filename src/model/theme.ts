import type { Lang } from './lang.ts'
import type { AspectFile, ThemeFile } from './theme-file.ts'

/** Units: px on the stage. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A font file of a family. Shape: `ttf` is measured, `woff2` is embedded; both come from the same file. */
export interface Face {
  family: string
  weight: number
  italic: boolean
  /** Paths from the folder of the fonts. */
  ttf: string
  woff2: string
}

/** How a text is set: which faces, which sizes, how lines and paragraphs follow each other. */
export interface TextStyle {
  family: string
  weight: number
  /** Weight of `**bold**` and of section headings inside a text. */
  boldWeight: number
  /** How `*italic*` looks in a family that has no italics: its weight. */
  italicWeight: number
  /** Largest first. Units: px. The last one is the floor. */
  sizes: readonly number[]
  /** The fewest letters that a line should hold: in a narrow region larger sizes are left out. Absent: any number. */
  measure?: number
  /** Line height by size, see `lineHeightAt`. */
  lineHeight: number
  /** Line heights and gaps are whole multiples of this, so that lines sit on a grid. Units: px; absent: 1. */
  grid?: number
  /** Applies to large text only, see `letterSpacingAt`. Units: em. */
  letterSpacing: number
  /** Never more lines than these; null: as many as the region holds. */
  maxLines: number | null
  /** Lines of nearly equal length, as titles want. */
  balance: boolean
  /** No single word in the last line of a paragraph, where a little less width can do it. */
  pretty?: boolean
  /** Units: lines. */
  gaps: { paragraph: number; item: number; beforeHeading: number; afterHeading: number }
  /** Where the words of an item begin and where its mark stands. Units: em of the size. */
  indent: { text: number; marker: number }
  color: string
}

/** The line height of a style at a size: the multiple of its grid that is nearest, never less than the size. Units: px. */
export function lineHeightAt({ lineHeight, grid = 1 }: TextStyle, size: number): number {
  const height = snapToGrid(size * lineHeight, grid)
  return height < size ? height + grid : height
}

/** Above this size a style's letter spacing applies. Units: px. */
const letterSpacingAbove = 40

/** The letter spacing of a style at a size: none for small text. Units: em. */
export const letterSpacingAt = ({ letterSpacing }: Pick<TextStyle, 'letterSpacing'>, size: number): number =>
  size > letterSpacingAbove ? letterSpacing : 0

/** The nearest multiple of a step. */
export const snapToGrid = (length: number, step = 1): number => Math.round(length / step) * step

/** A part of a layout that takes one kind of content. */
export interface Region extends Box {
  /** Name of the text style, for regions that take text. */
  style?: string
  /**
   * Where content stands that is smaller than the region. `middle` is the optical middle, a little above the true one;
   * in a region with `below` only what fills less than 60 % moves there: fuller texts begin at the top.
   */
  align: 'top' | 'middle' | 'bottom'
  /**
   * Begins below this region's content instead of at `y`; its bottom stays. Where that region is empty, it begins where
   * that one would have begun.
   */
  below?: string
  /** Distance from that content. Units: px. */
  gap?: number
  /** Between the parts where a region is divided among several figures or pictures. Units: px; absent: 16. */
  gutter?: number
}

/**
 * Regions of one layout, by name. A layout may leave any of them out; what has no region there follows on a page of
 * its own (pictures, videos, maps) or joins the body (texts). Nothing is dropped.
 *
 * `rule` and `matte` are drawn where they stand: the line above the footer, and a ground behind a picture that stands
 * whole. What fills the others: `title` the title, and only texts that fit it (the rest of a title too long moves to the body);
 * `body`, `body2`, `body3` texts; `image` pictures, whole or cropped; `media` a video or a map (else it takes `image`);
 * `caption` what belongs to them (boxes named `legend` are captions under a picture inside `image`: of several pictures,
 * or of one that stands whole); `logo`, `logoTitle` (moves to the place of a logo that is absent), `event` (author;
 * event and date) from the deck; `number` the ordinal of a section; `footer` one line "logo title · deck title";
 * `page` the page's number, "3 / 8", set to the right (absent: it takes the right end of `footer`).
 *
 * | layout | regions |
 * |---|---|
 * | cover | logo, logoTitle, title, body (the subtitle), event, image (under everything) |
 * | text, continued, statement (a few words, large) | title, body |
 * | text-image, -left, -wide, -tall, -tall-left | title, body, image, caption |
 * | image, image-full, image-tall (an upright picture beside its title) | title, image, caption |
 * | video, map | title, media, caption |
 * | columns, columns-3 | title, body, body2, body3 |
 * | section | number, title, body |
 * | quote | mark (the opening «), body (the quote), source (who said it; below `body`), title (below `source`) |
 * | number | title, figure, label, body |
 * | closing | logo, logoTitle, title, body |
 *
 * `figure` and `label` are the row of all figures: it is divided evenly among one to four of them (`gutter` between),
 * all figures in one size. A title that is itself a figure ("495") takes `figure`, and the text then takes `label`.
 */
export interface Layout {
  /** Which ground the slide has, by the theme's name for it. */
  ground: 'ground' | 'deep'
  footer: boolean
  ornament: boolean
  regions: Readonly<Record<string, Region>>
}

/** Layouts of a theme: those a deck can ask for, and the variants that the content chooses. */
export type LayoutVariant = keyof NonNullable<AspectFile['layouts']>

/** The proportions of slides, by the name that decks use. */
export type Aspect = keyof NonNullable<ThemeFile['aspects']>

export interface StageDimensions {
  width: number
  height: number
}

/** One tile of the band at the foot of covers and closings; repeated to the right, scaled to the band's height. */
export interface Ornament extends StageDimensions {
  /** SVG path data. */
  path: string
  /** Name of a colour. */
  color: string
  opacity: number
}

/** A theme as the engine sees it. Source: `themes/<id>/theme.json`, checked by `schemas/theme.schema.json`. */
export interface Theme {
  id: string
  name: { readonly [L in Lang]?: string }
  colors: Readonly<Record<string, string>>
  /** How strongly pictures are covered below a text: by `scrim` below captions and titles, by `deep` on covers. */
  scrim: { strip: number; veil: number }
  faces: readonly Face[]
  styles: Readonly<Record<string, TextStyle>>
  aspects: { [A in Aspect]?: { stage: StageDimensions; layouts: { [V in LayoutVariant]?: Layout } } }
  ornament?: Ornament
  /** The theme's own style sheet, after the engine's. */
  css: string
  /** Templates of the theme's own, precompiled, by the name of the engine's that they stand in for. */
  templates?: Readonly<Record<string, unknown>>
}
