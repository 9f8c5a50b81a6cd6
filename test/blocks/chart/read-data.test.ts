import { describe, expect, test } from 'vitest'
import { chooseKind } from '../../../src/blocks/chart/data/choose-kind.ts'
import { percentages } from '../../../src/blocks/chart/data/percentages.ts'
import { readData } from '../../../src/blocks/chart/data/read-data.ts'
import type { ChartKind } from '../../../src/blocks/chart/types.ts'
import { splitRows } from '../../../src/blocks/data/split-rows.ts'
import type { Lang } from '../../../src/model/lang.ts'

const range = { start: 0, end: 0 }
const readText = (text: string, lang: Lang = 'kk') =>
  readData(
    splitRows(text).map((row) => ({ ...row, range })),
    null,
    lang,
  )
const valuesIn = (text: string, lang: Lang = 'kk') => readText(text, lang).data?.series.map(({ values }) => values)
const codes = (text: string) => readText(text).problems.map(({ code }) => code)

describe('names and numbers', () => {
  test.each<[string, string, string[], (number | null)[][]]>([
    ['lines with a dash', 'Алматы — 98\nАстана — 76', ['Алматы', 'Астана'], [[98, 76]]],
    ['lines with a colon', 'Алматы: 98,5 %\nАстана: 76 %', ['Алматы', 'Астана'], [[98.5, 76]]],
    ['figures first', '98 — Алматы\n76 — Астана', ['Алматы', 'Астана'], [[98, 76]]],
    ['years', '2021 жыл — 312,4\n2022 жыл — 356,8', ['2021 жыл', '2022 жыл'], [[312.4, 356.8]]],
    ['list marks', '• Алматы — 98\n• Астана — 76', ['Алматы', 'Астана'], [[98, 76]]],
    ['a head', 'Өңір\tсаны\nАлматы\t98\nАстана\t76', ['Алматы', 'Астана'], [[98, 76]]],
    ['a head of years', 'Өңір | 2024 | 2025\nАлматы | 9 | 12', ['Алматы'], [[9], [12]]],
    ['no values', 'а; 1\nб; -\nв; н/д', ['а', 'б', 'в'], [[1, null, null]]],
    ['thousands', 'а\t1 234\nб\t2\u00a0500', ['а', 'б'], [[1234, 2500]]],
    ['years before numbers', '2004 56.7%\n2007 64.5%', ['2004', '2007'], [[56.7, 64.5]]],
    ['equals signs', 'Алматы = 98\nАстана = 76', ['Алматы', 'Астана'], [[98, 76]]],
    ['no dash', 'Алматы 1 250\nТекелі 98', ['Алматы', 'Текелі'], [[1250, 98]]],
    ['one line', 'Спорт - 30,5%, Ғылым - 15%; Өзге - 10%', ['Спорт', 'Ғылым', 'Өзге'], [[30.5, 15, 10]]],
    ['a comma inside a name', 'Түркістан, Кентау — 12', ['Түркістан, Кентау'], [[12]]],
    [
      'a trailing empty cell',
      'а;1;\nб;;3',
      ['а', 'б'],
      [
        [1, null],
        [null, 3],
      ],
    ],
    ['magnitudes', 'а — 2 трлн ₸\nб — 412 млрд ₸', ['а', 'б'], [[2e12, 412e9]]],
  ])('%s', (_, text, names, values) => {
    const { data } = readText(text)
    expect(data?.names).toEqual(names)
    expect(data?.series.map((one) => one.values)).toEqual(values)
  })

  test('English numbers of several groups are numbers, also in the first row', () => {
    const text = 'State — 24,123,456,789,012\nRegion — 1,200,345,000\nDistrict — 12'
    expect(readText(text, 'en').data).toMatchObject({ names: ['State', 'Region', 'District'] })
    expect(valuesIn(text, 'en')).toEqual([[24_123_456_789_012, 1_200_345_000, 12]])
    expect(valuesIn('Year,Export,Import\n2020,47.5,38.9\n2021,60.3,41.4', 'en')).toEqual([
      [47.5, 60.3],
      [38.9, 41.4],
    ])
  })

  test('the unit that all have stands apart', () => {
    expect(readText('а — 96,4 млрд теңге (112,3 %)\nб — 12,8 млрд теңге (98,7 %)').data).toMatchObject({
      unit: 'млрд теңге',
      series: [{ labels: ['96,4', '12,8'] }],
    })
  })

  test('sums are left out, and told', () => {
    expect(valuesIn('а\t1\t2\t3\nб\t4\t5\t9\nв\t1\t1\t2\nИтого\t6\t8\t14')).toEqual([
      [1, 4, 1],
      [2, 5, 1],
      [3, 9, 2],
    ])
    expect(codes('а\t1\nб\t4\nИтого\t5')).toEqual(['chart-total-omitted'])
    expect(codes('\tI\tII\tВсего\nа\t1\t2\t3\nб\t4\t5\t9')).toEqual(['chart-total-omitted'])
  })

  test('what is no number is named by its row and column', () => {
    const { data, problems } = readText('Өңір\tсаны\nАлматы\t98\nАстана\tNaN\nАқтау\t5')
    expect(data!.series[0]!.values).toEqual([98, null, 5])
    expect(problems).toEqual([{ code: 'chart-value-unreadable', value: 'NaN', row: 'Астана', column: 'саны' }])
  })

  test.each<[string, string, string[]]>([
    ['no numbers', 'а — көп\nб — аз', ['chart-numbers-missing']],
    ['one word', 'мәтін', ['chart-numbers-missing']],
    ['different units', 'а — 5 %\nб — 12 км', ['chart-units-mixed']],
    ['a doubtful number', 'а\t1,234\nб\t5,678', ['number-doubtful']],
    ['remarks behind numbers', 'а — 5 (7 %)\nб — 6 (8 %)', ['chart-notes-omitted']],
    ['a formula', 'а\t=SUM(A1:A3)\nб\t2\nв\t3', ['chart-value-unreadable']],
  ])('%s: %s', (_, text, wanted) => expect(codes(text)).toEqual(wanted))
})

describe('the kind', () => {
  const kindOf = (text: string, asked: ChartKind | null = null) => {
    const { kind, problems } = chooseKind(readText(text).data!, asked)
    return [kind, ...problems.map(({ code }) => code)]
  }
  test.each<[string, string, ChartKind | null, unknown[]]>([
    ['shares of 100', 'а — 51 %\nб — 30 %\nв — 19 %', null, ['donut']],
    ['many shares', 'а — 20 %\nб — 20 %\nв — 20 %\nг — 20 %\nд — 10 %\nе — 10 %', null, ['bar']],
    ['years', '2021 — 5\n2022 — 7\n2023 — 9', null, ['line']],
    ['months', 'Қаңтар — 5\nАқпан — 7\nНаурыз — 9', null, ['line']],
    ['two years', '2021 — 5\n2022 — 7', null, ['bar']],
    ['anything else', 'а — 5\nб — 7', null, ['bar']],
    ['what is asked for', 'а — 5\nб — 7', 'donut', ['donut']],
    ['a negative part', 'а — 5\nб — −7', 'donut', ['bar', 'chart-value-negative']],
    ['a ring of several series', '\tI\tII\nа\t1\t2\nб\t4\t5', 'donut', ['stack', 'chart-kind-changed']],
    ['a ring of one part', 'а — 5\nб — 0', 'donut', ['bar', 'chart-kind-changed']],
    ['a line of one point', 'а — 5', 'line', ['bar', 'chart-kind-changed']],
    ['five series', 'а\t1\t2\t3\t4\t5\nб\t1\t2\t3\t4\t5', null, [null, 'chart-series-many']],
  ])('%s', (_, text, asked, wanted) => expect(kindOf(text, asked)).toEqual(wanted))
})

describe('percentages', () => {
  test.each<[number[], number[]]>([
    [
      [39, 38, 17],
      [42, 40, 18],
    ],
    [
      [1, 1, 1],
      [34, 33, 33],
    ],
    [
      [0, 5],
      [0, 100],
    ],
    [
      [0, 0],
      [0, 0],
    ],
  ])('%j sum up to 100: %j', (values, wanted) => {
    expect(percentages(values)).toEqual(wanted)
  })
})
