import type { TimelineProblem } from '../../model/problems/timeline.ts'
import type { MessagesOf } from '../messages.ts'

/** What the times of a programme report, in Kazakh. */
export const timeline: MessagesOf<TimelineProblem> = {
  'stages-suggested': ({ stages }) =>
    `Бұл мәтінде «мерзімі — іс-шара» түріндегі ${stages} жол бар. Оларды бір сызық бойындағы кезеңдер етіп көрсету үшін "block": "14" деп қосыңыз.`,
  'time-not-in-order': ({ time, before }) =>
    `«${time}» уақыты жоғарыдағы «${before}» уақытынан ерте. Жолдардың реті өзгертілмеді. Уақытты түзетіңіз немесе жолдардың орнын ауыстырыңыз.`,
  'time-reversed': ({ time }) =>
    `«${time}» уақытының соңы басынан ерте. Ол жазылған күйінде көрсетілді. Уақытты түзетіңіз.`,
  'times-overlap': ({ time, before }) =>
    `«${time}» уақыты «${before}» аяқталмай тұрып басталады. Бұл қатар өтетін іс-шаралар болмаса, уақытты түзетіңіз.`,
}
