/** Problems with the times of a programme, as written. */
export type TimelineProblem =
  /** A text of dates and what happens then, which `"block": "14"` would show as stages. */
  | { code: 'stages-suggested'; stages: number }
  /** It begins before the row above it. */
  | { code: 'time-not-in-order'; time: string; before: string }
  /** It ends before it begins. */
  | { code: 'time-reversed'; time: string }
  /** It begins before the row above it ends, and ends later. */
  | { code: 'times-overlap'; time: string; before: string }
