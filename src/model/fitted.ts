import type { Paragraph } from './text.ts'
import type { TextStyle } from './theme.ts'

/** A run of a line, set in one face. */
export interface FittedRun {
  text: string
  bold: boolean
  italic: boolean
  href: string | null
  /** Set at half the size: the unit of a figure. */
  small?: boolean
  /** Drawn, because no font of ours has arrows; `spoken` is what screen readers say instead of the text. */
  arrow?: 'up' | 'down'
  spoken?: string
  /**
   * The parts that stay on one line where a browser breaks the text itself, such as on a phone; absent if there are none.
   * Units: offsets in `text`; ascending, without overlaps.
   */
  ties?: readonly { start: number; end: number }[]
}

/**
 * A line, which browsers must not wrap again. `end` is what separates it from the next line of its paragraph: a space of
 * the text, or nothing, inside a word (after a hyphen, for example), or a hyphen of ours, which is drawn and not a part of
 * the text. The last line of a paragraph has `last`.
 */
export interface FittedLine {
  runs: FittedRun[]
  end: 'space' | 'inside' | 'hyphen' | 'last'
  /** Units: px at the fitted size. */
  width: number
}

/**
 * The part of a paragraph on one page. Its runs, joined over lines and pages with a space after each line whose `end` is
 * `space`, are the text of the paragraph, with white space collapsed and trimmed as in HTML.
 * A `heading` is measured in the bold weight of the style, whatever its runs say.
 */
export interface FittedParagraph {
  /** Its index among the paragraphs of the request. */
  index: number
  kind: Paragraph['kind']
  level?: Paragraph['level']
  /** Empty if the paragraph continues from the previous page. */
  marker: string
  /** The left edges of the lines and of the marker or bullet. Units: px. */
  indent: number
  markerX: number
  /** Where the space for its marker begins, on a further level of a list: `markerX` counts from there. Units: px. */
  start?: number
  /** Whether the paragraph begins on an earlier page. */
  continued: boolean
  /** A heading of an earlier page, set again above the rest of its text with words behind it; it is no part of the text. */
  repeated?: true
  /** Distance from the top of the text. Units: px. */
  y: number
  lines: FittedLine[]
}

export interface FittedPage {
  paragraphs: FittedParagraph[]
  /** Units: px. */
  height: number
}

/** A text set in one or more boxes. */
export interface FittedText {
  /** Units: px. */
  size: number
  lineHeight: number
  pages: FittedPage[]
  /** Whether the text is larger than its box, which happens only if further pages are not allowed. */
  overflow: boolean
  /** Letters that the font does not have. */
  missing: string[]
}

export interface FitRequest {
  paragraphs: readonly Paragraph[]
  style: TextStyle
  /** The box of the first page and of each further page. Units: px. */
  first: { width: number; height: number }
  next: { width: number; height: number }
  /**
   * `one`: a single page, at the smallest size if necessary; `auto`: further pages if the smallest size is too large;
   * `split`: further pages rather than a size in the smaller half of the scale.
   */
  pages: 'one' | 'auto' | 'split'
  /**
   * Words may be divided in narrow boxes, as in columns and captions; not in titles. `regular`: but not in bold paragraphs,
   * such as names and times.
   */
  hyphens?: boolean | 'regular'
  /** Further pages repeat the heading of what goes on, with these words behind it; absent: they repeat none. */
  headingSuffix?: string
  /** The language for text shaping, which is that of the page. */
  lang: string
}

/** Breaks texts into lines and pages without a browser. */
export interface Fitter {
  fit(request: FitRequest): FittedText
}
