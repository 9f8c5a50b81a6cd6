import { describe, expect, test } from 'vitest'
import { decimalSignOf, isNoValue, magnitudeOf, readNumber } from '../../../src/blocks/data/read-number.ts'

describe('a number', () => {
  test.each<[string, number, string]>([
    ['312,4', 312.4, ''],
    ['1 250 000', 1250000, ''],
    ['1\u00a0250\u202f000,5', 1250000.5, ''],
    ['96,4 млрд теңге (112,3 %)', 96.4, 'млрд теңге'],
    ['−3,5 °C', -3.5, '°C'],
    ['-12 %', -12, '%'],
    ['+6,4%', 6.4, '%'],
    ['$ 1,2 млн', 1.2, '$ млн'],
    ['$-5', -5, '$'],
    ['**18 830**', 18830, ''],
    ['12 мектеп', 12, 'мектеп'],
    ['0', 0, ''],
    ['1.234.567', 1234567, ''],
  ])('%s', (text, value, unit) => expect(readNumber(text, { sign: ',' })).toMatchObject({ value, unit }))

  test.each(['NaN', 'көп', '', '2021–2025', '10:30', '1-ші', '5 және 6', '12.05.2025 ж. 7', '(120)'])(
    'is none: %s',
    (text) => expect(readNumber(text, { sign: ',' })).toBeNull(),
  )
})

describe('the decimal sign of a column', () => {
  test.each<[string[], 'kk' | 'ru' | 'en', ',' | '.', string | null]>([
    [['12,5', '1,234'], 'en', ',', null],
    [['12.5', '1,234'], 'kk', '.', null],
    [['1,234', '5,678'], 'kk', ',', '1,234'],
    [['1,234', '5,678'], 'en', '.', '1,234'],
    [['1,234.5'], 'kk', '.', null],
    [['1.234,5'], 'en', ',', null],
    [['1,234,567', '8,910'], 'ru', '.', null],
    [['0,125'], 'en', ',', null],
    [['12', '30'], 'ru', ',', null],
  ])('%j in %s', (cells, lang, sign, doubtful) => expect(decimalSignOf(cells, lang)).toEqual({ sign, doubtful }))
})

test.each(['', '-', '–', '—', 'н/д', 'Н/Д', 'n/a', 'жоқ', 'нет данных', 'дерек жоқ', '…'])(
  'says that there is no value: %j',
  (cell) => expect(isNoValue(cell)).toBe(true),
)
test.each(['0', '-5', 'жоқтау'])('is a value: %j', (cell) => expect(isNoValue(cell)).toBe(false))

test.each([
  ['млрд ₸', 1e9, '₸'],
  ['мың', 1e3, ''],
  ['тыс. тенге', 1e3, 'тенге'],
  ['мектеп', 1, 'мектеп'],
])('the magnitude of %s', (unit, factor, base) => expect(magnitudeOf(unit)).toEqual({ factor, base }))
