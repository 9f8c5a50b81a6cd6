import type { MultilingualText } from '../../model/lang.ts'
import type { ItemOrigin, Range } from '../../model/source.ts'

/** A text of any length. Several on one slide are columns. */
export interface TextBlock<T = MultilingualText> {
  type: 'text'
  text: T
  range: Range
  /** Where each paragraph comes from, in a text that replaces other blocks. */
  origins?: readonly ItemOrigin[]
}
