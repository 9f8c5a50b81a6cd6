import type { PeopleProblem } from '../../model/problems/people.ts'
import { pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { number, slides } from './format.ts'

/** "For so many": the genitive after the preposition. */
const forPeople = pluralizer('ru', { one: 'человека', other: 'человек' })
const portraits = pluralizer('ru', {
  one: 'портрет',
  few: 'портрета',
  many: 'портретов',
  other: 'портрета',
})

/** What people and their portraits report, in Russian. */
export const people: MessagesOf<PeopleProblem> = {
  'people-continued': ({ people: n, pages, onPage }) =>
    `На этом слайде людей: ${number(n)}. На один столько не помещается, поэтому они занимают ${slides(pages)}, не больше ${onPage} на каждом.`,
  'portraits-unequal': ({ people: n, pictures }) =>
    pictures < n
      ? `Для ${forPeople(n)} дано ${portraits(pictures)}. Они идут по порядку, остальным вместо портрета поставлены инициалы. Добавьте портреты; у кого портрета нет в середине списка, оставьте на его месте "".`
      : `Для ${forPeople(n)} дано ${portraits(pictures)}. Лишние стоят в конце без имени. Допишите имена или уберите лишние картинки.`,
  'people-head-omitted': ({ head }) =>
    `Первая строка, «${head}», — это названия столбцов таблицы, поэтому она не показана как человек. Уберите её, и этого сообщения не будет.`,
}
