import { expect, test } from 'vitest'
import { peopleOf } from '../../../src/blocks/people/people-of.ts'

const range = { start: 0, end: 0 }

/** The names and roles of a text of people. */
const read = (text: string) =>
  peopleOf({
    type: 'people',
    people: [{ text: { text, lang: 'kk' }, isItem: false, range, origin: { range, item: 0 } }],
    portraits: [],
    range,
  }).people.map(({ name, role }) => [name?.text, role?.text].filter((one) => one !== undefined).join(': '))

test.each([
  ['names of one word', 'Алия, Марат, Ержан, Света', ['Алия', 'Марат', 'Ержан', 'Света']],
  ['names of two words', 'Асқар Сейт, Ерлан Ким, Нина Пак.', ['Асқар Сейт', 'Ерлан Ким', 'Нина Пак']],
  ['semicolons', 'Асқар Сейт, төраға; Ерлан Ким — есепші;', ['Асқар Сейт: төраға', 'Ерлан Ким: есепші']],
  ['a role of several parts', 'Асқар Сейт, Әлемдік қор, Астана', ['Асқар Сейт: Әлемдік қор, Астана']],
  ['a post', 'Алия, Директор, Астана', ['Алия: Директор, Астана']],
  ['a name and a role', 'Алия, Марат', ['Алия: Марат']],
  ['two lines', 'Алия, Марат, Ержан\nДана, есепші', ['Алия: Марат, Ержан', 'Дана: есепші']],
])('people in one line: %s', (_, text, expected) => expect(read(text)).toEqual(expected))
