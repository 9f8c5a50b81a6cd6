import { expect, test } from 'vitest'
import { rowNames } from '../../../../src/client/edit/controls/chart-control.tsx'
import type { JsonValue } from '../../../../src/model/source.ts'

test.each<[string, JsonValue, string[]]>([
  [
    'rows',
    [
      ['Астана', 1430],
      ['Алматы', 2228],
    ],
    ['Астана', 'Алматы'],
  ],
  [
    'rows under the names of columns',
    [
      ['Қала', 'Халқы'],
      ['Астана', 1430],
    ],
    ['Астана'],
  ],
  ['lines with dashes', 'Астана — 1430\nАлматы – 2228', ['Астана', 'Алматы']],
  ['a table with settings', { rows: [['Астана', 1]], unit: 'мың' }, ['Астана']],
  ['rows of each language', { kk: [['Астана', 1]], ru: [['Столица', 1]] }, ['Астана']],
  [
    'a name that stands twice',
    [
      ['Астана', 1],
      ['Астана', 2],
    ],
    ['Астана'],
  ],
  ['nothing', '', []],
])('the rows of a chart of %s have names', (_, data, names) => {
  expect(rowNames({ data }, ['data'], 'kk').map(({ text }) => text)).toEqual(names)
})

test('a name in several languages is set off as it is written', () => {
  const name = { kk: 'Астана', ru: 'Столица' }
  expect(rowNames({ data: [[name, 1]] }, ['data'], 'ru')).toEqual([{ text: 'Столица', name }])
})
