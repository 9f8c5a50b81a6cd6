import type { PollProblem } from '../../model/problems/poll.ts'
import { pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'

const options = pluralizer('en', { one: 'option', other: 'options' })
const characters = pluralizer('en', { one: 'character', other: 'characters' })

/** What the options of a poll report, in English. */
export const poll: MessagesOf<PollProblem> = {
  'poll-options-few': () => 'This poll has only one option, so there is nothing to choose. Add another one.',
  'poll-options-many': ({ options: count, limit }) =>
    `This poll has ${options(count)}. All are shown, but more than ${limit} are hard to read on a phone. Leave out the least important ones.`,
  'poll-option-long': ({ option, characters: count, limit }) =>
    `The option "${option}" has ${characters(count)}. It is shown whole, but more than ${limit} are hard to read on a phone and in the results. Shorten it.`,
  'poll-option-empty': () => 'An option of this poll is empty. It is left out. Write it, or remove it.',
  'poll-option-twice': ({ option }) =>
    `The option "${option}" is in this poll twice. Both are shown and counted apart. Change or remove one.`,
  'poll-question-missing': () =>
    'This poll has no question: neither "question" nor a title of the slide. People would see the options alone. Add a title.',
  'poll-needs-present': () =>
    'The built file shows the options of the poll. People can vote only while the deck is shown with "npx korme present".',
}
