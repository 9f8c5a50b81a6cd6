/** Problems with the options of a poll, as written. */
export type PollProblem =
  /** Nobody can choose between fewer than two. */
  | { code: 'poll-options-few' }
  | { code: 'poll-options-many'; options: number; limit: number }
  /** Units: characters as readers count them. */
  | { code: 'poll-option-long'; option: string; characters: number; limit: number }
  | { code: 'poll-option-empty' }
  | { code: 'poll-option-twice'; option: string }
  /** It has neither a question of its own nor a title above it. */
  | { code: 'poll-question-missing' }
  /** Voting needs `korme present`; a built file shows the options only. */
  | { code: 'poll-needs-present' }
