import type { ItemOrigin } from './source.ts'

/** Part of a paragraph in one face. Source: the author's text with `**bold**`, `*italic*`, `[text](url)` resolved. */
export interface TextSpan {
  text: string
  bold: boolean
  italic: boolean
  href: string | null
}

/**
 * One line of the author's text.
 * `heading` and `numbered` begin with a number (`marker` is `5.`), an `item` with a bullet (`marker` is empty:
 * the theme draws it); the marker is not part of the spans.
 */
export interface Paragraph {
  kind: 'paragraph' | 'heading' | 'numbered' | 'item'
  marker: string
  spans: TextSpan[]
  /** Absent for words of the program's own. */
  origin?: ItemOrigin
}

/** A paragraph of the author's text. */
export type OriginalParagraph = Paragraph & { origin: ItemOrigin }
