import { expect, test } from 'vitest'
import {
  isProgramme,
  movesTo,
  readProgramme,
  readTimes,
  sortedRows,
  timeFault,
} from '../../../../src/client/edit/controls/programme.ts'
import type { JsonValue } from '../../../../src/model/source.ts'

test.each<[string, number | null, number | null]>([
  ['09:00', 540, null],
  ['9.30', 570, null],
  ['09:00–09:30', 540, 570],
  ['09:00 - 9:30', 540, 570],
  ['с 09:00 до 10:00', 540, 600],
  [' 24:00 ', 1440, null],
  ['25:00', null, null],
  ['09:75', null, null],
  ['2025', null, null],
  ['Қыркүйек', null, null],
  ['10:30-да', null, null],
  ['', null, null],
])('the times of %j', (cell, start, end) => {
  expect(readTimes(cell)).toEqual(start === null ? null : { start, end })
})

test.each<[string, JsonValue | undefined, string[][]]>([
  ['rows of cells', [['09:00', 'Ашылу', 'Зал']], [['09:00', 'Ашылу', 'Зал']]],
  [
    'lines',
    '09:00 Ашылу\n10:00–11:00 — Баяндама',
    [
      ['09:00', 'Ашылу'],
      ['10:00–11:00', 'Баяндама'],
    ],
  ],
  ['lines with bars', '09:00 | Ашылу | Зал', [['09:00', 'Ашылу', 'Зал']]],
  ['a list of lines', ['09:00 Ашылу', 'Бірінші күн'], [['09:00', 'Ашылу'], ['Бірінші күн']]],
  ['cells in languages', [['09:00', { kk: 'Ашылу', ru: 'Открытие' }]], [['09:00', 'Ашылу']]],
  ['stages', 'Қыркүйек: іріктеу', [['Қыркүйек: іріктеу']]],
  ['nothing', undefined, []],
])('a programme of %s is read', (_, value, rows) => {
  expect(readProgramme(value, 'kk')).toEqual(rows)
})

test.each<[string[], 'notTime' | 'backwards' | null]>([
  [['09:00', 'Ашылу'], null],
  [['25:00', 'Ашылу'], 'notTime'],
  [['9 сағат 75', 'Ашылу'], 'notTime'],
  [['11:00–10:00', 'Ашылу'], 'backwards'],
  [['', 'Ашылу'], null],
  [['түстен кейін', 'Ашылу'], null],
  [['2-күн', ''], null],
])('what is wrong with the time of %j', (row, fault) => {
  expect(timeFault(row)).toBe(fault)
})

test('only rows of which most begin with a time are a programme', () => {
  expect(isProgramme([['09:00', 'a'], ['Бір күн']])).toBe(true)
  expect(
    isProgramme([
      ['Қыркүйек', 'a'],
      ['Қазан', 'b'],
      ['10:00', 'c'],
    ]),
  ).toBe(false)
  expect(isProgramme([])).toBe(false)
})

test('rows are put in order each day for itself, and those without a time stay with the one before', () => {
  const rows = [
    ['1-күн', '', ''],
    ['11:00', 'c'],
    ['', 'belongs to c'],
    ['09:00', 'a'],
    ['09:00', 'b'],
    ['2-күн', '', ''],
    ['08:00', 'd'],
  ]
  const order = sortedRows(rows)
  expect(order).toEqual([0, 3, 4, 1, 2, 5, 6])
  const list = [...rows.keys()]
  for (const [from, to] of movesTo(order)) list.splice(to, 0, ...list.splice(from, 1))
  expect(list).toEqual(order)
  expect(movesTo([0, 1, 2])).toEqual([])
})
