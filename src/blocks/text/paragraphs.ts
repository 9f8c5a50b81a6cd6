import type { LocalizedText } from '../../model/lang.ts'
import type { OriginalParagraph } from '../../model/text.ts'
import { parseParagraphs } from '../../typeset/parse-paragraphs.ts'
import type { TextBlock } from './types.ts'

/**
 * The paragraphs of a text, each with its origin. Texts are joined line by line, so `origins` has one per paragraph.
 */
export const paragraphsOf = ({ text, range, origins }: TextBlock<LocalizedText>): OriginalParagraph[] =>
  parseParagraphs(text.text).map((paragraph, item) => ({ ...paragraph, origin: origins?.[item] ?? { range, item } }))
