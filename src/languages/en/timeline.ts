import type { TimelineProblem } from '../../model/problems/timeline.ts'
import { pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'

const lines = pluralizer('en', { one: 'line', other: 'lines' })

/** What the times of a programme report, in English. */
export const timeline: MessagesOf<TimelineProblem> = {
  'stages-suggested': ({ stages }) =>
    `${lines(stages)} of this text are dates and what happens then. Add "block": "14" to show them as stages along a line.`,
  'time-not-in-order': ({ time, before }) =>
    `The time "${time}" is earlier than "${before}" above it. The rows keep their order. Correct the time, or move the row.`,
  'time-reversed': ({ time }) => `The time "${time}" ends before it begins. It is shown as written. Correct it.`,
  'times-overlap': ({ time, before }) =>
    `"${time}" begins before "${before}" has ended. Unless they run in parallel, correct the time.`,
}
