import type { TimelineProblem } from '../../model/problems/timeline.ts'
import type { MessagesOf } from '../messages.ts'

/** What the times of a programme report, in English. */
export const timeline: MessagesOf<TimelineProblem> = {
  'time-not-in-order': ({ time, before }) =>
    `The time "${time}" is earlier than "${before}" above it. The rows keep their order. Correct the time, or move the row.`,
  'time-reversed': ({ time }) => `The time "${time}" ends before it begins. It is shown as written. Correct it.`,
  'times-overlap': ({ time, before }) =>
    `"${time}" begins before "${before}" has ended. Unless they run in parallel, correct the time.`,
}
