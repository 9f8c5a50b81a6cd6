import type { TimelineProblem } from '../../model/problems/timeline.ts'
import type { MessagesOf } from '../messages.ts'

/** What the times of a programme report, in Kazakh. */
export const timeline: MessagesOf<TimelineProblem> = {
  'time-not-in-order': ({ time, before }) =>
    `«${time}» уақыты жоғарыдағы «${before}» уақытынан ерте. Жолдардың реті өзгертілмеді. Уақытты түзетіңіз немесе жолдардың орнын ауыстырыңыз.`,
  'time-reversed': ({ time }) =>
    `«${time}» уақытының соңы басынан ерте. Ол жазылған күйінде көрсетілді. Уақытты түзетіңіз.`,
  'times-overlap': ({ time, before }) =>
    `«${time}» уақыты «${before}» аяқталмай тұрып басталады. Бұл қатар өтетін іс-шаралар болмаса, уақытты түзетіңіз.`,
}
