import type { Paragraph } from './text.ts'
import type { TextStyle } from './theme.ts'

/** A run of one line in one face. */
export interface FittedRun {
  text: string
  bold: boolean
  italic: boolean
  href: string | null
}

/**
 * One line, locked: it never wraps again.
 * `end` says what stands between it and the next line of its paragraph: a space that was in the text, or nothing
 * (the line ended inside a word, after a hyphen, ...). The last line of a paragraph has `last`.
 */
export interface FittedLine {
  runs: FittedRun[]
  end: 'space' | 'inside' | 'last'
  /** Units: px at the fitted size. */
  width: number
}

/**
 * The part of a paragraph that stands on one page. Joined over its lines and pages, with a space where `end` is `space`,
 * the runs give the paragraph's text; runs of white space are one space, as everywhere in HTML, and none stands at its ends.
 * A `heading` is measured in the style's bold weight throughout, whatever its runs say.
 */
export interface FittedParagraph {
  /** Its index among the paragraphs of the request. */
  index: number
  kind: Paragraph['kind']
  /** Empty on a continuation. */
  marker: string
  /** Where the lines begin, and where the marker (for an item: the theme's mark) begins. Units: px from the left. */
  indent: number
  markerX: number
  /** Begins on an earlier page. */
  continued: boolean
  /** From the top of the text. Units: px. */
  y: number
  lines: FittedLine[]
}

export interface FittedPage {
  paragraphs: FittedParagraph[]
  /** Units: px. */
  height: number
}

/** A text set in its box, or over several. */
export interface FittedText {
  /** Units: px. */
  size: number
  lineHeight: number
  pages: FittedPage[]
  /** The text is larger than its box even so: only where `pages` was forbidden. */
  overflow: boolean
  /** Letters that the font lacks. */
  missing: string[]
}

export interface FitRequest {
  paragraphs: readonly Paragraph[]
  style: TextStyle
  /** The box of the first page and of the further ones. Units: px. */
  first: { width: number; height: number }
  next: { width: number; height: number }
  /**
   * `one`: a single page, smallest size if need be; `auto`: further pages below the floor; `split`: further pages rather
   * than a size of the smaller half of the scale.
   */
  pages: 'one' | 'auto' | 'split'
  /** The language of shaping: that of `<html lang>`. */
  lang: string
}

/** Sets texts without a browser. */
export interface Fitter {
  fit(request: FitRequest): FittedText
}
