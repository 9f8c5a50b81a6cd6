import type { MultilingualText } from '../../model/lang.ts'
import type { Range } from '../../model/source.ts'

/** A question that the audience answers on their phones. */
export interface PollBlock<T = MultilingualText> {
  type: 'poll'
  /** Null: the title of the slide. */
  question: T | null
  /** The keys of the question, if it is its own; see `ShownPoll`. */
  keys: readonly string[]
  options: readonly PollBlockOption<T>[]
  many: boolean
  /** Whether results are seen while people vote. */
  live: boolean
  range: Range
}

/** An option; `keys` as in `PollOption`. `item`: its index as written, empty ones included. */
export interface PollBlockOption<T = MultilingualText> {
  text: T
  keys: readonly string[]
  item: number
  range: Range
}
