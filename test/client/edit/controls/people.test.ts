import { expect, test } from 'vitest'
import { isBlankPerson, peopleInRows, peopleInText } from '../../../../src/client/edit/controls/people.ts'
import { opsToPaste } from '../../../../src/client/edit/controls/people-control.tsx'
import { afterOps } from '../../../../src/client/edit/values.ts'
import type { JsonValue } from '../../../../src/model/source.ts'

const aigul = { name: 'Айгүл Сәрсен', role: 'жетекші' }

test.each<[string, string[][], JsonValue[]]>([
  ['cells of a name and a role', [['Айгүл Сәрсен', 'жетекші']], [aigul]],
  ['a line with a comma', [['Айгүл Сәрсен, жетекші']], [aigul]],
  ['a line with a dash', [['Айгүл Сәрсен — жетекші']], [aigul]],
  ['a dash before commas', [['Айгүл Сәрсен — жетекші, редактор']], [{ ...aigul, role: 'жетекші, редактор' }]],
  ['a hyphen inside a name', [['Ким-Ли Анна']], [{ name: 'Ким-Ли Анна' }]],
  ['more cells', [['Айгүл Сәрсен', 'жетекші', '+7 701', 'a@b.kz']], [{ ...aigul, note: '+7 701, a@b.kz' }]],
  [
    'a number in front of each',
    [
      ['1', 'Айгүл Сәрсен', 'жетекші'],
      ['2.', 'Ерлан Ким', ''],
    ],
    [aigul, { name: 'Ерлан Ким' }],
  ],
  [
    'a number in one row only',
    [
      ['7', 'х'],
      ['Айгүл Сәрсен', 'жетекші'],
    ],
    [{ name: '7', role: 'х' }, aigul],
  ],
  ['no name', [['', 'жетекші']], [{ role: 'жетекші' }]],
  ['blank rows', [[''], ['', ' ']], []],
])('people in rows: %s', (_, rows, people) => {
  expect(peopleInRows(rows)).toEqual(people)
})

test.each<[string, JsonValue | undefined, JsonValue | null]>([
  ['a line each', '• Айгүл Сәрсен, жетекші\n\nЕрлан Ким', [aigul, { name: 'Ерлан Ким' }]],
  [
    'languages with the same people',
    { kk: 'Айгүл Сәрсен, жетекші', ru: 'Айгүл Сәрсен, руководитель' },
    [{ name: 'Айгүл Сәрсен', role: { kk: 'жетекші', ru: 'руководитель' } }],
  ],
  ['languages with other numbers of people', { kk: 'А\nБ', ru: 'А' }, null],
  ['a role in one language only', { kk: 'Айгүл, жетекші', ru: 'Айгүл' }, [{ name: 'Айгүл', role: { kk: 'жетекші' } }]],
  ['nothing', '  ', null],
  ['a number', 5, null],
  ['no value', undefined, null],
])('people in a text: %s', (_, value, people) => {
  expect(peopleInText(value)).toEqual(people)
})

test('pasted people stand after the one in which they were pasted, or in its place if it is blank', () => {
  const path = ['people']
  const paste = (people: JsonValue[], index: number) =>
    (afterOps({ people }, opsToPaste({ people }, path, people, ['new', 'newer'], index)) as { people: JsonValue[] })
      .people
  expect(paste(['a', 'b'], 0)).toEqual(['a', 'new', 'newer', 'b'])
  expect(paste(['a', { name: '' }, 'b'], 1)).toEqual(['a', 'new', 'newer', 'b'])
  expect(paste([], -1)).toEqual(['new', 'newer'])
  expect(afterOps({}, opsToPaste({}, path, [], ['new'], -1))).toEqual({ people: ['new'] })
})

test.each<[JsonValue | undefined, boolean]>([
  [undefined, true],
  ['', true],
  [{}, true],
  [{ name: ' ' }, true],
  [{ role: 'x' }, false],
  ['x', false],
])('%j is a blank person: %s', (value, isBlank) => {
  expect(isBlankPerson(value)).toBe(isBlank)
})
