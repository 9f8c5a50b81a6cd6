import type { PeopleProblem } from '../../model/problems/people.ts'
import { pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { slides } from './format.ts'

const persons = pluralizer('en', { one: 'person', other: 'people' })
const portraits = pluralizer('en', { one: 'portrait', other: 'portraits' })

/** What people and their portraits report, in English. */
export const people: MessagesOf<PeopleProblem> = {
  'people-continued': ({ people: n, pages, onPage }) =>
    `There are ${persons(n)} here, more than fit on one slide, so they take ${slides(pages)}, with at most ${onPage} on each.`,
  'portraits-unequal': ({ people: n, pictures }) =>
    pictures < n
      ? `There are ${portraits(pictures)} for ${persons(n)}. They are used in order, and the others have their initials instead. Add portraits; write "" for a person in the middle of the list who has none.`
      : `There are ${portraits(pictures)} for ${persons(n)}. Those left over stand at the end without a name. Add the names, or remove the pictures.`,
  'people-head-omitted': ({ head }) =>
    `The first line, "${head}", names the columns of a table, so it is not shown as a person. Remove it to avoid this message.`,
}
