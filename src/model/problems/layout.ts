import type { Lang } from '../lang.ts'

/** What localizing and laying out have to say: texts continued or moved, letters a font lacks, links, typography. */
export type LayoutProblem =
  | { code: 'text-continued'; characters: number; pages: number; sizePx: number }
  /** `fit: "shrink"` forbids further pages, yet the smallest size needs them. */
  | { code: 'text-too-long'; characters: number; pages: number; sizePx: number }
  | { code: 'title-too-long'; characters: number; moved: number; lines: number }
  /** What stands in a fixed place of the theme and is too long for it: it is left out there. */
  | { code: 'field-too-long'; field: 'logo_title' | 'event'; characters: number }
  | { code: 'letter-missing'; letters: readonly string[]; family: string }
  | { code: 'link-unsafe'; address: string }
  | { code: 'link-slide-missing'; target: number; slides: number }
  | { code: 'quotes-straight'; lang: Lang }
  | { code: 'dash-hyphen' }
  /** Lines with tabs between their words, one below the other: a table, which a text cannot show. */
  | { code: 'table-flattened'; rows: number }
  /** `lang` was asked for, `shown` stands there instead. */
  | { code: 'translation-missing'; lang: Lang; shown: Lang }
  | { code: 'aspect-missing'; aspect: string; theme: string }
  /** A picture without `img_alt` or caption; `path` as written. */
  | { code: 'alt-missing'; path: string }
  /** A name among the deck's `colors` that the theme does not know. */
  | { code: 'color-unknown'; name: string; nearest: string | null; known: readonly string[]; theme: string }
  /**
   * Text that stands out too little from its ground (WCAG 2.2 AA), by the theme's names of the two colours and as they are.
   * `nearest` is the colour nearest to that of the text which is enough there.
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
   * Text of a handout that prints smaller than `least`. Units: pt. `best` is the most slides a sheet at which all of the
   * deck can be read, null where even one is too many.
   */
  | { code: 'handout-text-small'; points: number; least: number; perPage: number; best: number | null }
