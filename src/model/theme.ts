import type { LayoutName } from './deck.ts'
import type { Lang } from './lang.ts'

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
  /** Line height by size, rounded to px: `round(size * lineHeight)`. */
  lineHeight: number
  /** Units: em; only above 40 px. */
  letterSpacing: number
  /** Never more lines than these; null: as many as the region holds. */
  maxLines: number | null
  /** Lines of nearly equal length, as titles want. */
  balance: boolean
  /** Units: lines. */
  gaps: { paragraph: number; item: number; beforeHeading: number; afterHeading: number }
  /** Where the words of an item begin and where its mark stands. Units: em of the size. */
  indent: { text: number; marker: number }
  color: string
}

/** A part of a layout that takes one kind of content. */
export interface Region extends Box {
  /** Name of the text style, for regions that take text. */
  style?: string
  /** Where content stands that is smaller than the region. */
  align: 'top' | 'middle' | 'bottom'
  /** Begins below this region's content instead of at `y`; its bottom stays. */
  below?: string
  /** Distance from that content. Units: px. */
  gap?: number
}

/** Regions of one layout, by name: `title`, `body`, `body2`, `image`, `caption`, `media`, `logo`, ... */
export interface Layout {
  /** Which ground the slide has, by the theme's name for it. */
  ground: 'ground' | 'deep'
  footer: boolean
  ornament: boolean
  regions: Readonly<Record<string, Region>>
}

/** Layouts of a theme: those a deck can ask for, and the variants that the content chooses. */
export type LayoutVariant =
  | LayoutName
  | 'text-image'
  | 'text-image-wide'
  | 'text-image-left'
  | 'image-full'
  | 'columns-3'
  | 'continued'

export interface Stage {
  width: number
  height: number
}

/** One tile of the band at the foot of covers and closings; repeated to the right, scaled to the band's height. */
export interface Ornament extends Stage {
  /** SVG path data. */
  path: string
  /** Name of a colour. */
  color: string
  opacity: number
}

/** A theme as the engine sees it. Source: `themes/<id>/theme.json`, checked by `schemas/theme.schema.json`. */
export interface Theme {
  id: string
  name: { [L in Lang]: string }
  colors: Readonly<Record<string, string>>
  faces: readonly Face[]
  styles: Readonly<Record<string, TextStyle>>
  aspects: { [A in '16:9' | '4:3']?: { stage: Stage; layouts: { [V in LayoutVariant]?: Layout } } }
  ornament?: Ornament
  /** The theme's own style sheet, after the engine's. */
  css: string
}
