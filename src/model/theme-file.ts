/** Made from `schemas/theme.schema.json` by `npm run types:make`; change the schema, not this file. */

/**
 * A theme of Korme: `themes/<name>/theme.json`. The same folder holds its style sheet (`theme.css`), the pictures that the style sheet uses, and templates (`*.hbs`) that replace Korme's own. Lengths are in px on the stage.
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
   * Name of the theme that this one extends. Unset values are inherited, `null` removes a value, a list replaces the inherited list. The style sheet of the extended theme comes first.
   */
  extends?: string
  /**
   * Display name of the theme in each language; where one is missing, another is shown.
   */
  name?: {
    kk?: string
    ru?: string
    en?: string
  }
  /**
   * Colours by name. In the style sheet, `ink` is `var(--ink)`. On a slide with the background `deep`, `deepInk` replaces `ink`, `deepSoft` replaces `soft`, and so on.
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
   * How one slide follows another in the show, unless the deck says it: `none`, `fade` or `slide`. Default: `none`.
   */
  transition?: 'none' | 'fade' | 'slide'
  /**
   * Opacity of what covers a picture behind text: `strip` of the colour `scrim` behind captions and titles on pictures, `veil` of the colour `deep` over the picture of a cover or of a slide's background. 1 hides the picture.
   */
  scrim?: {
    /**
     * Behind captions and titles on pictures.
     */
    strip?: number
    /**
     * Over the picture of a cover or of a slide's background.
     */
    veil?: number
  }
  /**
   * The font files that the styles use. Text is measured with `ttf`; pages embed `woff2`, made from the same file.
   *
   * @minItems 1
   */
  faces?: [FaceFile, ...FaceFile[]]
  /**
   * Text styles by name. Each region that takes text names its style.
   */
  styles?: {
    [k: string]: StyleFile
  }
  ornament?: OrnamentFile
  /**
   * The aspect ratios that the theme supports, each with its layouts.
   */
  aspects?: {
    '16:9'?: AspectFile
    '4:3'?: AspectFile
  }
}
export type Color = string
export type Gap = number
/**
 * One tile of the band in the region `ornament`. It is scaled to the height of the band and repeated to the right. `null` means none.
 */
export type OrnamentFile = {
  /**
   * Width of the tile, in units of the path.
   */
  width?: number
  /**
   * Height of the tile, in units of the path.
   */
  height?: number
  /**
   * SVG path data.
   */
  path?: string
  /**
   * Name of a colour.
   */
  color?: string
  /**
   * 0 is invisible, 1 opaque.
   */
  opacity?: number
} | null
export type LayoutFile = {
  /**
   * Which of the two background colours the slide has.
   */
  ground?: 'ground' | 'deep'
  /**
   * Whether the slide has a footer, in the region `footer`.
   */
  footer?: boolean
  /**
   * Whether the slide has the ornament, in the region `ornament`.
   */
  ornament?: boolean
  /**
   * The regions of the layout, by the content they take.
   */
  regions?: {
    [k: string]: RegionFile
  }
} | null
export type RegionFile = {
  /**
   * Left edge.
   */
  x?: number
  /**
   * Top edge.
   */
  y?: number
  /**
   * Width.
   */
  width?: number
  /**
   * Height.
   */
  height?: number
  /**
   * Alignment of content that is smaller than the region.
   */
  align?: 'top' | 'middle' | 'bottom'
  /**
   * Name of the text style, for regions that take text.
   */
  style?: string
  /**
   * Name of a region. This one begins below its content and keeps its own bottom edge.
   */
  below?: string
  /**
   * Distance from the content of the region named in `below`.
   */
  gap?: number
  /**
   * Space between several figures or pictures that share the region.
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
  /**
   * Name of the font family.
   */
  family?: string
  /**
   * Weight of the face.
   */
  weight?: number
  /**
   * Whether the face is italic.
   */
  italic?: boolean
  /**
   * Path of the TrueType file, which text is measured with.
   */
  ttf?: string
  /**
   * Path of the same font as WOFF2, which pages embed.
   */
  woff2?: string
}
export interface StyleFile {
  /**
   * Font family of the text.
   */
  family?: string
  /**
   * Weight of the text.
   */
  weight?: number
  /**
   * Weight of `**bold**` and of headings inside a text.
   */
  boldWeight?: number
  /**
   * Weight that replaces `*italic*` if the family has no italics.
   */
  italicWeight?: number
  /**
   * The permitted sizes, largest first. Text that does not fit at the last size continues on another page.
   *
   * @minItems 1
   */
  sizes?: [number, ...number[]]
  /**
   * Line height as a multiple of the size, rounded to whole px.
   */
  lineHeight?: number
  /**
   * Letter spacing in em. Applies only to sizes above 40 px.
   */
  letterSpacing?: number
  /**
   * Maximum number of lines; null means as many as the region holds.
   */
  maxLines?: number | null
  /**
   * Whether to make lines about equally long, as suits titles.
   */
  balance?: boolean
  /**
   * Minimum number of letters per line. Sizes at which a line would hold fewer are skipped, so that narrow columns are set smaller.
   */
  measure?: number
  /**
   * Whether digits are equally wide, as suits columns of numbers.
   */
  tabular?: boolean
  /**
   * Whether to avoid a single word in the last line of a paragraph, if slightly narrower lines can do it.
   */
  pretty?: boolean
  /**
   * Space between paragraphs, in lines.
   */
  gaps?: {
    /**
     * Between paragraphs.
     */
    paragraph?: Gap
    /**
     * Between list items.
     */
    item?: Gap
    /**
     * Before a heading inside a text.
     */
    beforeHeading?: Gap
    /**
     * After a heading inside a text.
     */
    afterHeading?: Gap
  }
  /**
   * Where the text of a list item begins and where its bullet is, in em.
   */
  indent?: {
    /**
     * Where the text of a list item begins.
     */
    text?: number
    /**
     * Where its bullet is.
     */
    marker?: number
  }
  /**
   * Name of a colour.
   */
  color?: string
  /**
   * Line heights and gaps are multiples of this, so that lines sit on a grid. 1 if absent.
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
    'media-text'?: LayoutFile
    'media-text-wide'?: LayoutFile
    table?: LayoutFile
    chart?: LayoutFile
    people?: LayoutFile
    timeline?: LayoutFile
    poll?: LayoutFile
    columns?: LayoutFile
    'columns-3'?: LayoutFile
    section?: LayoutFile
    quote?: LayoutFile
    number?: LayoutFile
    closing?: LayoutFile
  }
}
/**
 * What a theme must define if it does not extend another.
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
