import type { Lang } from '../lang.ts'

/** Problems with the format of a deck. `field` is a name as the author wrote it, `known` are the names permitted there. */
export type ValidateProblem = DeckProblem | FieldProblem | ValueProblem | SlideProblem | PathProblem | TextProblem

/** The expected kinds of a value. A `count` is a whole number, a `flag` a boolean, a `pair` a list of two numbers. */
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

/** Problems with the deck as a whole. */
type DeckProblem =
  | { code: 'deck-not-object'; actual: Actual }
  /** The deck is the only value of another object, under the name `field`. */
  | { code: 'deck-wrapped'; field: string }
  | { code: 'content-missing' }
  /** A list of slides without a deck around it. */
  | { code: 'content-bare'; slides: number }
  | { code: 'content-not-list'; slides: number }
  | { code: 'slides-too-many'; slides: number; limit: number }
  /** All texts of a slide, or of another field of the deck, together. */
  | { code: 'slide-characters-too-many'; characters: number; limit: number }
  | { code: 'slide-lines-too-many'; lines: number; limit: number }

/** Problems with names. `field-misspelt` is corrected, `field-repeated` loses nothing, `field-duplicate` would lose content. */
type FieldProblem =
  /** `text` is the first text of its value, which is not shown; null if it has none. */
  | { code: 'field-unknown'; field: string; nearest: string | null; text: string | null; known: readonly string[] }
  | { code: 'field-misspelt'; field: string; meant: string; fault: 'cyrillic' | 'blank' | 'other' }
  /** A remark of the authors: `_note`, `comment`, `todo`. */
  | { code: 'field-annotation'; field: string }
  /** An object around a text: `{ "text": "…" }`. */
  | { code: 'text-wrapped'; field: string }
  /**
   * Languages around a list or an object, which were read as languages at its texts: item by item, or as the lines of a text
   * in each language.
   */
  | { code: 'languages-outside'; field: string; langs: readonly Lang[]; merging: 'items' | 'lines' }
  /**
   * Rows or people that are not written as the format wants, such as objects in a list. `rows`: how many they are, `sample`: the
   * first of them as JSON.
   */
  | { code: 'rows-reshaped'; field: string; kind: 'rows' | 'people'; rows: number; sample: string }
  /**
   * The same where there is no reading or more than one: lists of different lengths, values of different kinds, lists that may be
   * rows or columns, numbers without names.
   */
  | { code: 'rows-unclear'; field: string; reason: 'lengths' | 'kinds' | 'direction' | 'names' }
  /**
   * Languages outside without such a reading: in `inner`, lists of different lengths, values of different kinds, or different values
   * that have no language.
   */
  | {
      code: 'languages-unmatched'
      field: string
      langs: readonly Lang[]
      inner: string
      reason: 'items' | 'kinds' | 'values'
    }
  | { code: 'field-repeated'; field: string }
  | { code: 'field-duplicate'; field: string; inSlide: boolean }

/** Problems with values. `value-wrong` is content that cannot be shown, `setting-wrong` a setting that is ignored. */
type ValueProblem =
  | { code: 'value-wrong'; field: string; expected: readonly Expected[]; actual: Actual; value: string | null }
  /** A list with more numbers than a pair of coordinates has: `[51,16, 71,43]`. */
  | { code: 'decimals-split'; field: string; numbers: readonly number[] }
  | { code: 'setting-wrong'; field: string; expected: readonly Expected[]; actual: Actual; value: string | null }
  /** A word in another language for a value, which was read as `meant`. */
  | { code: 'value-misspelt'; field: string; value: string; meant: string }
  | { code: 'value-unknown'; field: string; value: string; nearest: string | null; known: readonly string[] }
  | { code: 'value-out-of-range'; field: string; value: number; min: number; max: number | null }
  | { code: 'number-inexact'; field: string }
  | { code: 'lang-unknown'; lang: string; known: readonly Lang[] }
  | { code: 'lang-misspelt'; lang: string; meant: Lang }
  | { code: 'block-type-missing'; known: readonly string[] }
  | { code: 'block-type-unknown'; type: string; nearest: string | null; known: readonly string[] }

/** Problems with slides and with their numbers. */
type SlideProblem =
  | { code: 'slide-empty' }
  | { code: 'slide-max-wrong'; given: number; slides: number }
  | { code: 'slide-now-outside'; given: number; slides: number }
  /** No mistake, but often left over from a rehearsal. */
  | { code: 'slide-now-later'; given: number; slides: number }
  /** The slides of a section, or of the talk, are planned for `planned` minutes, which is more than its own `minutes`. */
  | { code: 'minutes-exceeded'; planned: number; minutes: number; inSection: boolean }

/** Problems with paths, before files are looked up. `field` is the one that lacks a path. */
type PathProblem =
  | { code: 'image-placeholder'; path: string }
  | { code: 'video-placeholder'; path: string }
  | { code: 'map-placeholder'; place: string }
  | { code: 'path-control-character'; path: string }
  | { code: 'path-missing'; field: string; because: string }
  | { code: 'list-longer'; field: string; items: number; pictures: number }

/** Problems with words. */
type TextProblem =
  /** The text under `lang` is the one under `other`, and written in that language. */
  | { code: 'translation-same'; lang: Lang; other: Lang }
  /** The text under `lang` is written in the language `seen`; null if only its letters show that it is another. */
  | { code: 'translation-wrong'; lang: Lang; seen: Lang | null; text: string }
  /** Letters of another script in words of this one: `words` are some, with these letters marked, as `қ[a]ла`. */
  | { code: 'letters-mixed'; words: readonly string[]; script: 'Cyrillic' | 'Latin'; repaired: boolean; count: number }
  /** Digits in the place of letters: `words` are some, with these digits marked, as `қа[3]ақ`. */
  | { code: 'digits-in-words'; words: readonly string[]; count: number }
