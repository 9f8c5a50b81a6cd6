import type { MultilingualText } from '../../model/lang.ts'
import type { Range } from '../../model/source.ts'

/** A text of any length. Several on one slide are columns. */
export interface TextBlock<T = MultilingualText> {
  type: 'text'
  text: T
  range: Range
}
