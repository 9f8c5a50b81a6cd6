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

const table = ['Асқар Сейт: төраға', 'Ерлан Ким: есепші']

test.each([
  ['Markdown', '| Аты | Қызметі |\n|---|---|\n| Асқар Сейт | төраға |\n| Ерлан Ким | есепші |', table],
  [
    'Markdown with heads of any words',
    '| Кім | Не |\n|:--|--:|\n| Асқар Сейт | төраға |\n| Ерлан Ким | есепші |',
    table,
  ],
  ['a table without heads', '| Асқар Сейт | төраға |\n| Ерлан Ким | есепші |', table],
  ['a clipboard', 'ФИО\tДолжность\nАсқар Сейт\tтөраға\nЕрлан Ким\tесепші', table],
  ['a number first', '№\tАты-жөні\tЛауазымы\n1\tАсқар Сейт\tтөраға\n2\tЕрлан Ким\tесепші', table],
  ['semicolons', 'Асқар Сейт; төраға\nЕрлан Ким; есепші', table],
  ['two hyphens', 'Асқар Сейт -- төраға\nЕрлан Ким -- есепші', table],
  ['a person whose name is a head', 'Айгүл\tтөраға\nЕрлан Ким\tесепші', ['Айгүл: төраға', 'Ерлан Ким: есепші']],
])('people in a table: %s', (_, text, expected) => expect(read(text)).toEqual(expected))

test('the names of columns are told as what is left out', () => {
  const people = [
    {
      text: { text: 'Аты\tҚызметі\nАсқар Сейт\tтөраға', lang: 'kk' as const },
      isItem: false,
      range,
      origin: { range, item: 0 },
    },
  ]
  expect(peopleOf({ type: 'people', people, portraits: [], range }).heads).toEqual(['Аты | Қызметі'])
})
