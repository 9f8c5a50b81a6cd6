import type { ItemOrigin } from './source.ts'

/** A part of a paragraph with the same formatting, parsed from `**bold**`, `*italic*` and `[text](url)`. */
export interface TextSpan {
  text: string
  bold: boolean
  italic: boolean
  href: string | null
}

/**
 * One line of the author's text. A `heading` or `numbered` one can begin with a number (`marker` is `5.`), an `item` begins
 * with a bullet (`marker` is empty, since the theme draws it) or a sign (`marker` is `✓`). The marker is not part of the spans.
 */
export interface Paragraph {
  kind: 'paragraph' | 'heading' | 'numbered' | 'item'
  marker: string
  spans: TextSpan[]
  /** The level of an `item` or a `numbered` paragraph within its list; absent on the first. */
  level?: 1 | 2
  /** A footnote, which begins with its mark and stands at the foot of its page. */
  note?: true
  /** Absent for words of the program's own. */
  origin?: ItemOrigin
}

/** A paragraph of the author's text. */
export type OriginalParagraph = Paragraph & { origin: ItemOrigin }
