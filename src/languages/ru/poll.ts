import type { PollProblem } from '../../model/problems/poll.ts'
import type { MessagesOf } from '../messages.ts'
import { number } from './format.ts'

/** What the options of a poll report, in Russian. */
export const poll: MessagesOf<PollProblem> = {
  'poll-options-few': () => 'В этом опросе только один вариант, выбирать не из чего. Добавьте ещё хотя бы один.',
  'poll-options-many': ({ options, limit }) =>
    `Вариантов в этом опросе: ${number(options)}. Показаны все, но больше ${limit} трудно прочитать на телефоне. Уберите наименее важные.`,
  'poll-option-long': ({ option, characters, limit }) =>
    `Знаков в варианте «${option}»: ${number(characters)}. Он показан целиком, но больше ${limit} трудно прочитать на телефоне и в результатах. Сократите его.`,
  'poll-option-empty': () => 'Один из вариантов этого опроса пуст. Он пропущен. Напишите его или удалите.',
  'poll-option-twice': ({ option }) =>
    `Вариант «${option}» встречается в этом опросе дважды. Показаны оба, голоса за них считаются отдельно. Измените или удалите один из них.`,
  'poll-question-missing': () =>
    'У этого опроса нет вопроса: ни поля "question", ни заголовка слайда. Зал увидит одни варианты. Добавьте заголовок.',
  'poll-needs-present': () =>
    'В собранном файле видны варианты опроса. Голосовать можно, только пока слайды показывает «npx korme present».',
}
