import type { Lang } from '../lang.ts'

/** Problems found during localization and layout: long texts, missing letters, links, typography, contrast. */
export type LayoutProblem =
  /** The slide number `longest` takes the most pages, `pages` of them; those after the last that was laid out are not counted. */
  | { code: 'pages-too-many'; longest: number; pages: number; limit: number }
  /** `rows`: how many rows of a programme, stages or bars of a chart there are; null for a text. */
  | { code: 'text-continued'; characters: number; pages: number; sizePx: number; rows: number | null }
  /** `fit: "shrink"` allows no further pages, but the smallest size needs them. */
  | { code: 'text-too-long'; characters: number; pages: number; sizePx: number }
  | { code: 'title-too-long'; characters: number; moved: number; lines: number }
  /** A field that is too long for its region in the theme and is omitted there. */
  | { code: 'field-too-long'; field: 'logo_title' | 'event'; characters: number }
  /** `style` is the text style of the theme; `theme` another theme whose font for it has the letters, or null. */
  | { code: 'letter-missing'; letters: readonly string[]; family: string; style: string; theme: string | null }
  | { code: 'link-unsafe'; address: string }
  /** No browser can open the address. */
  | { code: 'link-broken'; address: string }
  | { code: 'link-slide-missing'; target: number; slides: number }
  | { code: 'quotes-straight'; lang: Lang }
  | { code: 'dash-hyphen' }
  /** Consecutive lines with tabs between their words: a table, which a text cannot show. */
  | { code: 'table-flattened'; rows: number }
  /** Markup of other programs that is shown as written: `found` are some of its marks. */
  | { code: 'markup-shown'; found: readonly string[]; count: number }
  /** Words with a hyphen and a line break inside, as copied from a PDF: some of them, as `үкі-⏎меттік`. */
  | { code: 'line-torn'; words: readonly string[]; count: number }
  /** Two numbered lines, 1 and 2, with text below: they may be list items or headings. */
  | { code: 'numbers-doubtful'; shown: 'list' | 'headings' }
  /** Lines of a list below its third level, which are shown on the third. */
  | { code: 'list-too-deep'; lines: number }
  /** A line that begins with a letter of Arabic or Hebrew script. */
  | { code: 'script-right-to-left' }
  /** `shown` is used instead of the requested `lang`. */
  | { code: 'translation-missing'; lang: Lang; shown: Lang }
  /** The texts of a slide are written once, in the language `shown`. */
  | { code: 'slide-untranslated'; lang: Lang; shown: Lang }
  /**
   * Kazakh is written in Latin letters by a table. `uncertain` words have letters that the alphabet of 2021 lacks; `words` are
   * some of them.
   */
  | { code: 'latin-automatic'; words: readonly string[]; uncertain: number }
  /** Latin letters are asked for, but the slides are in another language. `hasKazakh`: the deck has Kazakh slides, too. */
  | { code: 'latin-unused'; lang: Lang; hasKazakh: boolean }
  | { code: 'aspect-missing'; aspect: string; theme: string }
  /** A theme made before there was this layout: what it shows stands in the layout for texts. */
  | { code: 'layout-missing'; layout: string; theme: string }
  /** A slide of figures in whose text none was found; `line` is its first line. */
  | { code: 'figures-missing'; line: string }
  /** Figures whose labels are too long to stand below them, even one on a page. */
  | { code: 'figures-too-long'; figures: number }
  /** A picture without `img_alt` or caption; `path` as written. */
  | { code: 'alt-missing'; path: string }
  /** A transparent picture in the colour of its ground. `path` as written; `color` is the commonest in it. */
  | { code: 'image-invisible'; path: string; color: string; ground: string; ratio: number }
  /** A name in the deck's `colors` that the theme does not have. */
  | { code: 'color-unknown'; name: string; nearest: string | null; known: readonly string[]; theme: string }
  /**
   * Text with too little contrast to its background (WCAG 2.2 AA): both colours by their name in the theme and their value.
   * `nearest` is the nearest text colour with enough contrast.
   */
  | {
      code: 'contrast-low'
      color: string
      value: string
      ground: string
      groundValue: string
      ratio: number
      needed: number
      nearest: string
    }
  /**
   * Text of a handout that is smaller than `least`. Units: pt. `best` is the largest number of slides per sheet at which all
   * text is readable; null if there is none.
   */
  /** The smallest text of a handout with many slides per sheet. Units: pt. */
  | { code: 'handout-text-size'; points: number; perPage: number }
  | { code: 'handout-text-small'; points: number; least: number; perPage: number; best: number | null }
