/** Made from `schemas/theme.schema.json` by `npm run types:make`; change the schema, not this file. */

/**
 * A theme of Korme: `themes/<id>/theme.json`. Its style sheet lies beside it as `theme.css`, pictures that the style sheet names and templates (`*.hbs`) that replace Korme's own lie there too. Every length is in px on the stage.
 */
export type ThemeFile = (
  | {
      name: unknown
      [k: string]: unknown
    }
  | Whole
) & {
  $schema?: string
  /**
   * Name of the theme that this one changes: what is not said here is as it is there, `null` takes away, a list replaces the whole list. The other theme's style sheet comes before this one's.
   */
  extends?: string
  /**
   * What people call the theme, in the three languages.
   */
  name?: {
    kk: string
    ru: string
    en: string
  }
  /**
   * Colours by name, each `#rgb` or `#rrggbb`. In the style sheet `ink` is `var(--ink)`. On a slide whose ground is `deep`, `deepInk` takes the place of `ink`, `deepSoft` that of `soft`, and so on.
   */
  colors?: {
    ground?: Color
    ink?: Color
    soft?: Color
    accent?: Color
    mark?: Color
    rule?: Color
    tint?: Color
    deep?: Color
    deepInk?: Color
    deepSoft?: Color
    deepRule?: Color
    scrim?: Color
    scrimInk?: Color
    [k: string]: Color | undefined
  }
  /**
   * How strongly `scrim` covers a picture below a text: `strip` below captions and titles on pictures, `veil` (of the ground `deep`) over the picture of a cover or of a slide's background. 1 hides the picture.
   */
  scrim?: {
    strip?: number
    veil?: number
  }
  /**
   * The font files that the styles use. The texts are measured with `ttf`; `woff2`, made of the same file, is what a page carries.
   *
   * @minItems 1
   */
  faces?: [FaceFile, ...FaceFile[]]
  /**
   * Text styles by name; a region names the one it sets its text in.
   */
  styles?: {
    [k: string]: StyleFile
  }
  ornament?: OrnamentFile
  /**
   * The stages that the theme supports, each with its layouts.
   */
  aspects?: {
    '16:9'?: AspectFile
    '4:3'?: AspectFile
  }
}
export type Color = string
export type Gap = number
/**
 * One tile of the band that slides with `ornament` carry in their region `ornament`; it is repeated to the right and scaled to the band's height. `null`: none.
 */
export type OrnamentFile = {
  width?: number
  height?: number
  /**
   * SVG path data.
   */
  path?: string
  /**
   * Name of a colour.
   */
  color?: string
  opacity?: number
} | null
export type LayoutFile = {
  /**
   * Which of the two grounds the slide has.
   */
  ground?: 'ground' | 'deep'
  /**
   * Whether the slide has a footer, in its region `footer`.
   */
  footer?: boolean
  /**
   * Whether the slide carries the ornament, in its region `ornament`.
   */
  ornament?: boolean
  /**
   * The parts of the layout by what they take.
   */
  regions?: {
    [k: string]: RegionFile
  }
} | null
export type RegionFile = {
  x?: number
  y?: number
  width?: number
  height?: number
  /**
   * Where content stands that is smaller than the region.
   */
  align?: 'top' | 'middle' | 'bottom'
  /**
   * Name of the text style, for regions that take text.
   */
  style?: string
  /**
   * Name of a region below whose content this one begins; its bottom stays.
   */
  below?: string
  /**
   * Distance from that content.
   */
  gap?: number
  /**
   * Between the parts where a region is divided among several figures or pictures.
   */
  gutter?: number
} | null
export type WholeLayout = {
  ground: unknown
  footer: unknown
  ornament: unknown
  regions: {
    [k: string]: {
      x: unknown
      y: unknown
      width: unknown
      height: unknown
      align: unknown
      [k: string]: unknown
    } | null
  }
  [k: string]: unknown
} | null

export interface FaceFile {
  family?: string
  weight?: number
  italic?: boolean
  ttf?: string
  woff2?: string
}
export interface StyleFile {
  family?: string
  weight?: number
  /**
   * Weight of `**bold**` and of section headings inside a text.
   */
  boldWeight?: number
  /**
   * Weight that stands for `*italic*` where the family has no italics.
   */
  italicWeight?: number
  /**
   * The sizes a text may be set in, largest first; the last one is the floor, below which a text is continued on the next slide.
   *
   * @minItems 1
   */
  sizes?: [number, ...number[]]
  /**
   * Line height as a multiple of the size, rounded to whole px.
   */
  lineHeight?: number
  /**
   * In em. Applies to sizes above 40 px only.
   */
  letterSpacing?: number
  /**
   * Never more lines than these; null: as many as the region holds.
   */
  maxLines?: number | null
  /**
   * Lines of nearly equal length, as titles want.
   */
  balance?: boolean
  /**
   * The fewest letters that a line should hold: sizes at which it would hold fewer are left out, so that narrow columns are set smaller.
   */
  measure?: number
  /**
   * No single word in the last line of a paragraph, where a little less width can do it.
   */
  pretty?: boolean
  /**
   * Space between paragraphs, in lines.
   */
  gaps?: {
    paragraph?: Gap
    item?: Gap
    beforeHeading?: Gap
    afterHeading?: Gap
  }
  /**
   * Where the words of a list item begin and where its mark stands, in em of the size.
   */
  indent?: {
    text?: number
    marker?: number
  }
  /**
   * Name of a colour.
   */
  color?: string
  /**
   * Line heights and gaps are whole multiples of this, so that lines sit on a grid. Absent: 1.
   */
  grid?: number
}
export interface AspectFile {
  stage?: {
    width?: number
    height?: number
  }
  layouts?: {
    cover?: LayoutFile
    text?: LayoutFile
    'text-image'?: LayoutFile
    'text-image-left'?: LayoutFile
    'text-image-wide'?: LayoutFile
    'text-image-tall'?: LayoutFile
    'text-image-tall-left'?: LayoutFile
    'image-tall'?: LayoutFile
    statement?: LayoutFile
    continued?: LayoutFile
    image?: LayoutFile
    'image-full'?: LayoutFile
    video?: LayoutFile
    map?: LayoutFile
    columns?: LayoutFile
    'columns-3'?: LayoutFile
    section?: LayoutFile
    quote?: LayoutFile
    number?: LayoutFile
    closing?: LayoutFile
  }
}
/**
 * What a theme that extends no other has to say.
 */
export interface Whole {
  name: unknown
  colors: {
    ground: unknown
    ink: unknown
    soft: unknown
    accent: unknown
    mark: unknown
    rule: unknown
    tint: unknown
    deep: unknown
    deepInk: unknown
    deepSoft: unknown
    deepRule: unknown
    scrim: unknown
    scrimInk: unknown
    [k: string]: unknown
  }
  faces: {
    family: unknown
    weight: unknown
    italic: unknown
    ttf: unknown
    woff2: unknown
    [k: string]: unknown
  }[]
  styles: {
    [k: string]: WholeStyle
  }
  aspects: {
    '16:9': WholeAspect
    [k: string]: WholeAspect
  }
  scrim: {
    strip: unknown
    veil: unknown
    [k: string]: unknown
  }
  ornament?: {
    width: unknown
    height: unknown
    path: unknown
    color: unknown
    opacity: unknown
    [k: string]: unknown
  } | null
  [k: string]: unknown
}
export interface WholeStyle {
  family: unknown
  weight: unknown
  boldWeight: unknown
  italicWeight: unknown
  sizes: unknown
  lineHeight: unknown
  letterSpacing: unknown
  maxLines: unknown
  balance: unknown
  gaps: {
    paragraph: unknown
    item: unknown
    beforeHeading: unknown
    afterHeading: unknown
    [k: string]: unknown
  }
  indent: {
    text: unknown
    marker: unknown
    [k: string]: unknown
  }
  color: unknown
  [k: string]: unknown
}
export interface WholeAspect {
  stage: {
    width: unknown
    height: unknown
    [k: string]: unknown
  }
  layouts: {
    cover: WholeLayout
    text: WholeLayout
    continued: WholeLayout
    [k: string]: WholeLayout
  }
  [k: string]: unknown
}
