/** Problems with the times of a programme, as written. */
export type TimelineProblem =
  /** It begins before the row above it. */
  | { code: 'time-not-in-order'; time: string; before: string }
  /** It ends before it begins. */
  | { code: 'time-reversed'; time: string }
  /** It begins before the row above it ends, and ends later. */
  | { code: 'times-overlap'; time: string; before: string }
