import { describe, expect, test } from 'vitest'
import { findMember, type SourceNode, toPlainValue } from '../../../src/model/source.ts'
import { applyEdits } from '../../../src/text/apply-edits.ts'
import { conform } from '../../../src/validate/conform.ts'
import { source } from '../../source.ts'

/** Reads the fields of a slide; `fixed` is what they are after the repairs were written. */
function readSlide(fields: string) {
  const text = `{ "content": [{ "title": "Т", ${fields} }] }`
  const { root, diagnostics } = conform(source(text))
  const valuesOf = (deck: SourceNode) => {
    const [slide] = (toPlainValue(findMember(deck, 'content')!.value) as Record<string, unknown>[]) ?? []
    const { title: _, ...rest } = slide!
    return rest
  }
  const fixed = applyEdits(
    text,
    diagnostics.flatMap(({ edits = [] }) => edits),
  )
  const again = conform(source(fixed))
  return {
    values: valuesOf(root!),
    codes: diagnostics.map(({ code }) => code),
    fixed: valuesOf(again.root!),
    left: again.diagnostics.map(({ code }) => code),
    reasons: diagnostics.flatMap((one) => (one.code === 'rows-unclear' ? [one.reason] : [])),
  }
}

const pairs = [
  ['Абай', 5],
  ['Жетісу', 6],
]
const twoYears = [
  ['', '2024', '2025'],
  ['Абай', 5, 7],
  ['Жетісу', 6, 8],
]

describe('data of a chart that are not written as rows have the reading that all see in them', () => {
  test.each<[string, string, unknown]>([
    ['names and numbers', '{ "data": { "Абай": 5, "Жетісу": 6 } }', { data: pairs }],
    ['names and numbers alone', '{ "Абай": 5, "Жетісу": 6 }', pairs],
    ['the same with settings', '{ "Абай": 5, "unit": "%", "Жетісу": 6 }', { unit: '%', data: pairs }],
    ['numbers in quotation marks', '{ "Абай": "5 %" }', [['Абай', '5 %']]],
    ['a year as a number', '{ "Іргетасы": 2024 }', { rows: [['Іргетасы', 2024]], head: false }],
    ['no number for a name', '{ "Абай": 5, "Жетісу": null }', [pairs[0], ['Жетісу', null]]],
    ['objects of name and value', '[{ "name": "Абай", "value": 5 }, { "name": "Жетісу", "value": 6 }]', pairs],
    ['the value first', '[{ "value": 5, "label": "Абай" }, { "value": 6, "label": "Жетісу" }]', pairs],
    ['names in Kazakh', '[{ "атауы": "Абай", "мәні": 5 }, { "атауы": "Жетісу", "мәні": 6 }]', pairs],
    ['x and y', '{ "data": [{ "x": "Абай", "y": 5 }, { "x": "Жетісу", "y": 6 }] }', { data: pairs }],
    ['an object for each', '[{ "Абай": 5 }, { "Жетісу": 6 }]', pairs],
    ['one object alone', '{ "name": "Абай", "value": 5 }', [['Абай', 5]]],
    ['a value in an object', '{ "Абай": { "value": 5 }, "Жетісу": { "value": 6 } }', pairs],
    [
      'records with names of their own',
      '{ "data": [{ "2024": 5, "Облыс": "Абай" }, { "2024": 6, "Облыс": "Жетісу" }] }',
      { data: { rows: [['Облыс', '2024'], ...pairs], head: true } },
    ],
    [
      'lists as columns',
      '{ "2024": [5, 6], "Облыс": ["Абай", "Жетісу"] }',
      { rows: [['Облыс', '2024'], ...pairs], head: true },
    ],
    [
      'rows of objects',
      '{ "Абай": { "2024": 5, "2025": 7 }, "Жетісу": { "2024": 6, "2025": 8 } }',
      { rows: twoYears, head: true },
    ],
    [
      'the shorter side as series',
      '{ "2024": { "Абай": 5, "Жетісу": 6, "Ұлытау": 1 }, "2025": { "Абай": 7, "Жетісу": 8 } }',
      { rows: [...twoYears, ['Ұлытау', 1, '']], head: true },
    ],
    ['labels and values', '{ "labels": ["Абай", "Жетісу"], "values": [5, 6] }', pairs],
    [
      'labels beside data',
      '{ "labels": ["Абай", "Жетісу"], "data": [5, 6], "kind": "bar" }',
      { kind: 'bar', data: pairs },
    ],
    [
      'labels and datasets',
      '{ "data": { "labels": ["Абай", "Жетісу"], "datasets": [{ "label": "2024", "data": [5, 6] }, { "label": "2025", "data": [7, 8] }] } }',
      { data: { rows: twoYears, head: true } },
    ],
    ['one set without a name', '{ "labels": ["Абай", "Жетісу"], "datasets": [{ "data": [5, 6] }] }', pairs],
    [
      'categories and series',
      '{ "categories": ["Абай", "Жетісу"], "series": { "2024": [5, 6], "2025": [7, 8] } }',
      { rows: twoYears, head: true },
    ],
    [
      'series of points',
      '[{ "name": "2024", "data": { "Абай": 5, "Жетісу": 6 } }, { "name": "2025", "data": [["Абай", 7], ["Жетісу", 8]] }]',
      { rows: twoYears, head: true },
    ],
    [
      'rows beside settings of a chart',
      '{ "kind": "bar", "rows": [["Абай", 5]] }',
      { kind: 'bar', data: [['Абай', 5]] },
    ],
  ])('%s', (_, chart, expected) => {
    const { values, codes, fixed, left } = readSlide(`"chart": ${chart}`)
    expect({ values, codes }).toEqual({ values: { chart: expected }, codes: ['rows-reshaped'] })
    expect({ fixed, left }).toEqual({ fixed: { chart: expected }, left: [] })
  })
})

const rows = [
  ['Облыс', 'Жоба'],
  ['Абай', 5],
  ['Жетісу', 6],
]

describe('so have tables', () => {
  test.each<[string, string, unknown]>([
    [
      'an object for each row',
      '[{ "Облыс": "Абай", "Жоба": 5 }, { "Облыс": "Жетісу", "Жоба": 6 }]',
      { rows, head: true },
    ],
    [
      'the same under rows',
      '{ "rows": [{ "Облыс": "Абай", "Жоба": 5 }, { "Облыс": "Жетісу", "Жоба": 6 }] }',
      { rows, head: true },
    ],
    ['a list for each column', '{ "Облыс": ["Абай", "Жетісу"], "Жоба": [5, 6] }', { rows, head: true }],
    [
      'columns of words',
      '{ "Қала": ["Семей"], "Әкім": ["А. Сейіт"] }',
      {
        rows: [
          ['Қала', 'Әкім'],
          ['Семей', 'А. Сейіт'],
        ],
        head: true,
      },
    ],
    ['heads apart', '{ "headers": ["Облыс", "Жоба"], "rows": [["Абай", 5], ["Жетісу", 6]] }', { rows, head: true }],
    ['heads under head', '{ "head": ["Облыс", "Жоба"], "rows": [["Абай", 5], ["Жетісу", 6]] }', { rows, head: true }],
    [
      'heads and objects',
      '{ "columns": ["Облыс", "Жоба"], "data": [{ "Жоба": 5, "Облыс": "Абай" }, { "Облыс": "Жетісу", "Жоба": 6 }] }',
      { rows, head: true },
    ],
    ['cells in objects', '[{ "cells": ["Абай", 5] }, { "cells": ["Жетісу", 6] }]', pairs],
    [
      'names and texts',
      '{ "Орны": "Астана", "Күні": "2 мамыр" }',
      {
        rows: [
          ['Орны', 'Астана'],
          ['Күні', '2 мамыр'],
        ],
        head: false,
      },
    ],
    [
      'a row without a field',
      '[{ "Облыс": "Абай", "Жоба": 5 }, { "Облыс": "Жетісу" }]',
      { rows: [rows[0], rows[1], ['Жетісу', '']], head: true },
    ],
    [
      'texts in languages',
      '[{ "name": { "kk": "Абай", "ru": "Абай" }, "value": 5 }]',
      [[{ kk: 'Абай', ru: 'Абай' }, 5]],
    ],
  ])('%s', (_, table, expected) => {
    const { values, codes, fixed, left } = readSlide(`"table": ${table}`)
    expect({ values, codes }).toEqual({ values: { table: expected }, codes: ['rows-reshaped'] })
    expect({ fixed, left }).toEqual({ fixed: { table: expected }, left: [] })
  })
})

const programme = [
  ['09:00', 'Тіркелу'],
  ['09:30', 'Ашылу'],
]

const webTable =
  '<table class=\\"x\\"><thead><tr><th>Облыс</th><th>Жоба</th></tr></thead>\\n<tbody><tr><td>Абай</td><td><b>5</b></td></tr><tr><td> Жетісу<br>облысы </td><td>6</td></tr></tbody></table>'

test.each(['table', 'chart'])('a table of a web page is read as rows of a %s', (field) => {
  const { values, codes, fixed, left } = readSlide(`"${field}": "${webTable}"`)
  const expected = {
    [field]: {
      rows: [
        ['Облыс', 'Жоба'],
        ['Абай', '5'],
        ['Жетісу облысы', '6'],
      ],
      head: true,
    },
  }
  expect({ values, codes }).toEqual({ values: expected, codes: ['rows-reshaped'] })
  expect({ fixed, left }).toEqual({ fixed: expected, left: [] })
})

test.each([
  'Кесте: <table><tr><td>1</td></tr></table>',
  '<table><tr><td colspan=\\"2\\">1</td></tr></table>',
  '<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>',
  '<table><caption>Кесте</caption><tr><td>1</td></tr></table>',
  '<table><tr><td>1</td>',
  '<table></table>',
])('other markup stays a text: %s', (text) => {
  const { values, codes } = readSlide(`"table": "${text}"`)
  expect({ values, codes }).toEqual({ values: JSON.parse(`{ "table": "${text}" }`), codes: [] })
})

describe('so have programmes and people', () => {
  test.each<[string, string, unknown]>([
    ['times and texts', '"timeline": { "09:00": "Тіркелу", "09:30": "Ашылу" }', { timeline: programme }],
    [
      'objects',
      '"timeline": [{ "time": "09:00", "title": "Тіркелу" }, { "title": "Ашылу", "time": "09:30" }]',
      { timeline: programme },
    ],
    [
      'a beginning and an end',
      '"timeline": { "rows": [{ "начало": "09:00", "конец": "09:30", "тема": "Регистрация", "спикер": "" }] }',
      { timeline: { rows: [['09:00–09:30', 'Регистрация']] } },
    ],
    [
      'days',
      '"timeline": { "1-күн": { "09:00": "Тіркелу", "09:30": "Ашылу" }, "2-күн": [["10:00", "Сайыс"]] }',
      { timeline: [['1-күн'], ...programme, ['2-күн'], ['10:00', 'Сайыс']] },
    ],
    [
      'a list after a time',
      '"timeline": { "09:00": ["Ашылу", "А. Сейіт"] }',
      { timeline: [['09:00', 'Ашылу', 'А. Сейіт']] },
    ],
    [
      'stages in a block',
      '"blocks": [{ "type": "timeline", "rows": { "2025": "Іргетас" } }]',
      { blocks: [{ type: 'timeline', rows: [['2025', 'Іргетас']] }] },
    ],
    [
      'names with roles',
      '"people": { "Асқар Бектұров": "директор" }',
      { people: [{ name: 'Асқар Бектұров', role: 'директор' }] },
    ],
    [
      'roles with names',
      '"people": { "Директор": "Асқар Бектұров" }',
      { people: [{ name: 'Асқар Бектұров', role: 'Директор' }] },
    ],
    [
      'lists',
      '"people": [["А. Сейіт", "төраға", "Семей"], ["Б. Нұр"]]',
      { people: [{ name: 'А. Сейіт', role: 'төраға', note: 'Семей' }, { name: 'Б. Нұр' }] },
    ],
    [
      'one person',
      '"people": { "name": "А. Сейіт", "role": "төраға" }',
      { people: [{ name: 'А. Сейіт', role: 'төраға' }] },
    ],
    [
      'a person by name',
      '"people": { "Асқар Бектұров": { "role": "директор" } }',
      { people: [{ name: 'Асқар Бектұров', role: 'директор' }] },
    ],
    [
      'an object for each',
      '"people": [{ "Асқар Бектұров": "директор" }]',
      { people: [{ name: 'Асқар Бектұров', role: 'директор' }] },
    ],
  ])('%s', (_, fields, expected) => {
    const { values, codes, fixed, left } = readSlide(fields)
    expect({ values, codes }).toEqual({ values: expected, codes: ['rows-reshaped'] })
    expect({ fixed, left }).toEqual({ fixed: expected, left: [] })
  })
})

test.each<[string, string, string]>([
  ['lists of different lengths', '"table": { "Облыс": ["Абай", "Жетісу"], "Жоба": [5] }', 'lengths'],
  ['labels without a value', '"chart": { "labels": ["Абай", "Жетісу"], "values": [5] }', 'lengths'],
  ['lists beside numbers', '"chart": { "Абай": [5, 6], "Жетісу": 6 }', 'kinds'],
  ['objects in objects', '"table": { "Абай": { "2024": { "I": 5 } } }', 'kinds'],
  ['a name twice', '"chart": { "Абай": 5, "Абай": 6 }', 'kinds'],
  ['lists that may be rows or columns', '"chart": { "Абай": [5, 7], "Жетісу": [6, 8] }', 'direction'],
  [
    'words that may be rows or columns',
    '"table": { "Семей": ["А. Сейіт", "хатшы"], "Астана": ["Б. Нұр", "әкім"] }',
    'direction',
  ],
  ['series without names of their points', '"chart": [{ "name": "2024", "values": [5, 6] }]', 'names'],
  ['names with names', '"people": { "Асқар Бектұров": "Айна Серік" }', 'direction'],
])('nothing is guessed where there are two readings: %s', (_, fields, reason) => {
  const { values, codes, reasons } = readSlide(fields)
  expect({ values: Object.values(values), codes, reasons }).toEqual({
    values: [null],
    codes: ['rows-unclear'],
    reasons: [reason],
  })
})

test('objects whose names all differ make no table of any size', () => {
  const records = Array.from({ length: 200 }, (_, i) => `{ "a${i}": 1, "b${i}": 2 }`)
  const { codes, reasons } = readSlide(`"table": [${records.join(', ')}]`)
  expect({ codes, reasons }).toEqual({ codes: ['rows-unclear'], reasons: ['kinds'] })
})

test.each([
  '"chart": [["Абай", 5]]',
  '"chart": "Абай — 5"',
  '"chart": { "data": "Абай — 5", "unit": "%" }',
  '"chart": { "rows": [["Абай", 5]], "head": false }',
  '"table": { "rows": "Абай\\t5", "note": "Дерек: ҰСБ" }',
  '"table": { "kk": "Абай\\t5", "ru": "Абай\\t5" }',
  '"table": { "kk": "Абай\\t5" }',
  '"table": []',
  '"timeline": ["09:00 Ашылу"]',
  '"people": [{ "name": "А. Сейіт" }, "Б. Нұр, төраға"]',
  '"people": { "kk": "А. Сейіт", "ru": "А. Сеит" }',
])('what the format has is read as it stands: %s', (fields) => {
  const { values, codes } = readSlide(fields)
  expect({ values, codes }).toEqual({ values: JSON.parse(`{ ${fields} }`), codes: [] })
})

test.each([
  [
    'a field that is no data',
    '"chart": { "title": "Өсім", "data": [["Абай", 5]] }',
    { chart: { data: [['Абай', 5]] } },
  ],
  ['a text where rows are expected', '"chart": { "title": "Өсім" }', { chart: {} }],
])('fields of other places are reported as such: %s', (_, fields, expected) => {
  const { values, codes } = readSlide(fields)
  expect({ values, codes }).toEqual({ values: expected, codes: ['field-unknown'] })
})

test('a number that would lose digits is read, but not written', () => {
  expect(readSlide('"chart": { "Абай": 1.50 }').fixed).toEqual({ chart: [['Абай', 1.5]] })
  const { diagnostics } = conform(source('{ "content": [{ "title": "Т", "chart": { "Абай": 1.50 } }] }'))
  expect(diagnostics.find(({ code }) => code === 'rows-reshaped')).toMatchObject({ edits: [] })
})
