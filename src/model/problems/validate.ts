import type { Lang } from '../lang.ts'

/** Mistakes against the deck's format. `field` is a name as the author wrote it, `known` the names that may stand there. */
export type ValidateProblem = DeckProblem | FieldProblem | ValueProblem | SlideProblem | PathProblem

/** What a value may be, and what it is. A `count` is a whole number, a `flag` true or false, a `pair` a list of two numbers. */
export type Expected =
  | 'text'
  | 'number'
  | 'count'
  | 'flag'
  | 'list'
  | 'object'
  | 'slides'
  | 'path'
  | 'address'
  | 'place'
  | 'color'
  | 'focus'
  | 'pair'
  | 'box'
export type Actual = 'text' | 'number' | 'flag' | 'nothing' | 'list' | 'object'

/** Mistakes of the deck as a whole. */
type DeckProblem =
  | { code: 'deck-not-object'; actual: Actual }
  | { code: 'content-missing' }
  | { code: 'content-not-list'; slides: number }
  | { code: 'slides-too-many'; slides: number; limit: number }

/** Mistakes in names. `field-misspelt` is read as it was meant, `field-repeated` loses nothing, `field-duplicate` would. */
type FieldProblem =
  | { code: 'field-unknown'; field: string; nearest: string | null; known: readonly string[] }
  | { code: 'field-misspelt'; field: string; meant: string; cyrillic: boolean }
  | { code: 'field-repeated'; field: string }
  | { code: 'field-duplicate'; field: string; inSlide: boolean }

/** Mistakes in values. `value-wrong` is content that cannot be shown, `setting-wrong` a setting that is left out. */
type ValueProblem =
  | { code: 'value-wrong'; field: string; expected: readonly Expected[]; actual: Actual; value: string | null }
  | { code: 'setting-wrong'; field: string; expected: readonly Expected[]; actual: Actual; value: string | null }
  | { code: 'value-unknown'; field: string; value: string; nearest: string | null; known: readonly string[] }
  | { code: 'value-out-of-range'; field: string; value: number; min: number; max: number | null }
  | { code: 'number-inexact'; field: string }
  | { code: 'lang-unknown'; lang: string; known: readonly Lang[] }
  | { code: 'lang-misspelt'; lang: string; meant: Lang }
  | { code: 'block-type-missing'; known: readonly string[] }
  | { code: 'block-type-unknown'; type: string; nearest: string | null; known: readonly string[] }

/** Mistakes of single slides and of the numbers that count them. */
type SlideProblem =
  | { code: 'slide-empty' }
  | { code: 'slide-max-wrong'; given: number; slides: number }
  | { code: 'slide-now-outside'; given: number; slides: number }

/** Mistakes in paths, before anyone looks for the file. `field` is the one that waits for the path. */
type PathProblem =
  | { code: 'image-placeholder'; path: string }
  | { code: 'video-placeholder'; path: string }
  | { code: 'map-placeholder'; place: string }
  | { code: 'path-control-character'; path: string }
  | { code: 'path-missing'; field: string; because: string }
  | { code: 'list-longer'; field: string; items: number; pictures: number }
