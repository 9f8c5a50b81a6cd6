import type { TimelineProblem } from '../../model/problems/timeline.ts'
import type { MessagesOf } from '../messages.ts'

/** What the times of a programme report, in Russian. */
export const timeline: MessagesOf<TimelineProblem> = {
  'stages-suggested': ({ stages }) =>
    `Строк вида «срок — событие» в этом тексте: ${stages}. Добавьте "block": "14", чтобы показать их этапами на одной линии.`,
  'time-not-in-order': ({ time, before }) =>
    `Время «${time}» раньше, чем «${before}» строкой выше. Порядок строк не изменён. Исправьте время или переставьте строки.`,
  'time-reversed': ({ time }) => `Во времени «${time}» конец раньше начала. Оно показано как написано. Исправьте его.`,
  'times-overlap': ({ time, before }) =>
    `«${time}» начинается, когда «${before}» ещё не закончилось. Если это не параллельные события, исправьте время.`,
}
