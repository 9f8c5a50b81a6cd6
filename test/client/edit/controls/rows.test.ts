import { expect, test } from 'vitest'
import { pasteRows, readRows, rowsInText, rowsPath, squareRows } from '../../../../src/client/edit/controls/rows.ts'

test.each<[string, Parameters<typeof readRows>[0], string[][]]>([
  [
    'a list of rows',
    [
      ['a', 1],
      ['b', 2.5],
    ],
    [
      ['a', '1'],
      ['b', '2.5'],
    ],
  ],
  [
    'rows between tabs',
    'a\t1\nb\t2',
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  [
    'rows between bars',
    '| a | 1 |\nb | 2',
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  ['rows between semicolons', 'a; 1', [['a', '1']]],
  ['a dash before a number', 'Алматы — Сити — 5', [['Алматы — Сити', '5']]],
  ['a dash between words', 'Алматы — Астана', [['Алматы — Астана']]],
  ['a list of lines', ['a\t1', 'b'], [['a', '1'], ['b']]],
  ['cells in several languages', [[{ kk: 'бір', ru: 'один' }]], [['бір']]],
  ['nothing', undefined, []],
  ['blank lines', ' \n\n', []],
])('%s is read', (_, value, rows) => {
  expect(readRows(value, 'kk')).toEqual(rows)
})

test.each<[string, string, string[][]]>([
  [
    'cells of a spreadsheet',
    'a\t1\r\nb\t2\r\n',
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  ['a cell with a line break', '"a\nb"\t1', [['a\nb', '1']]],
  ['a cell with quotation marks', '"""Kaz"" LLP"\t1', [['"Kaz" LLP', '1']]],
  ['quotation marks inside a word', 'a"b\t1', [['a"b', '1']]],
  ['a name in quotation marks before other words', '"Болашақ" қоры\t5', [['"Болашақ" қоры', '5']]],
  ['a name in quotation marks', '"Болашақ"\t"Үміт"', [['"Болашақ"', '"Үміт"']]],
  ['old line breaks', 'a\rb', [['a'], ['b']]],
  ['a line break of Windows in a cell', '"a\r\nb"\t1\r\n', [['a\nb', '1']]],
  [
    'empty cells',
    'a\t\t3\n\t2\t',
    [
      ['a', '', '3'],
      ['', '2', ''],
    ],
  ],
  ['a quotation that never ends', '"a\t1', [['"a', '1']]],
  ['one word', 'a', [['a']]],
])('%s are pasted', (_, text, rows) => {
  expect(rowsInText(text)).toEqual(rows)
})

test('what is pasted covers the cells from its place on, and the grid grows', () => {
  const grid = [
    ['a', 'b'],
    ['c', 'd'],
  ]
  expect(
    pasteRows(
      grid,
      [
        ['1', '2'],
        ['3', '4'],
      ],
      { row: 1, column: 1 },
    ),
  ).toEqual([
    ['a', 'b', ''],
    ['c', '1', '2'],
    ['', '3', '4'],
  ])
  expect(grid).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
})

test('rows become equally long', () => {
  expect(squareRows([['a'], ['b', 'c'], []])).toEqual([
    ['a', ''],
    ['b', 'c'],
    ['', ''],
  ])
})

test.each<[string, Parameters<typeof readRows>[0], (string | number)[]]>([
  ['rows of each language', { kk: [['а', 1]], ru: [['б', 1]] }, ['table', 'kk']],
  ['a text of each language', { kk: 'а\t1', ru: 'б\t1' }, ['table', 'kk']],
  ['one language', { ru: [['б', 1]] }, ['table', 'kk']],
  ['rows', [['а', 1]], ['table']],
  ['a text', 'а\t1', ['table']],
  ['settings', { rows: [['а', 1]] }, ['table']],
  ['nothing', {}, ['table']],
])('an edit of %s leaves the other languages as they are', (_, table, path) => {
  expect(rowsPath({ table: table! }, ['table'], 'kk')).toEqual(path)
})
