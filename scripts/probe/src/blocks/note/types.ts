import type { MultilingualText } from '../../model/lang.ts'
import type { Range } from '../../model/source.ts'

/** A short text in a frame. */
export interface NoteBlock<T = MultilingualText> {
  type: 'note'
  text: T
  range: Range
}
