import type { Lang, LocalizedText } from '../../model/lang.ts'
import type { Range } from '../../model/source.ts'
import type { TextBlock } from './types.ts'

/** Creates a text without words, to carry the rest of a title. */
export const emptyText = (lang: Lang, range: Range): TextBlock<LocalizedText> => ({
  type: 'text',
  text: { text: '', lang },
  range,
})
