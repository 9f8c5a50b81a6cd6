import { describe, expect, test } from 'vitest'
import { isPause } from '../../../src/blocks/timeline/pauses.ts'
import { type ProgrammeRow, readProgramme } from '../../../src/blocks/timeline/programme-rows.ts'
import { findTimeFaults } from '../../../src/blocks/timeline/time-order.ts'

const rows = (text: string) => text.split('\n').map((line) => line.split('\t'))
const read = (text: string) => readProgramme(rows(text))

/** A row in a line: `session 09:00 | Тіркеу + Спикер`. */
const lineOf = (row: ProgrammeRow): string =>
  row.kind === 'section'
    ? `section ${row.text}`
    : `${row.kind} ${row.cells.join(' | ')}${row.below.map((line) => ` + ${line}`).join('')}`

test.each([
  ['Уақыты\tА залы\tБ залы', true],
  ['Время\tСекция 1\tСекция 2\tСекция 3', true],
  ['Time\tRoom 12\tMain hall', true],
  ['Время\tМероприятие\tЗал', false],
  ['Уақыты\tІс-шара\tЖауапты', false],
  ['Время\tЗал', false],
])('columns are halls: %j', (head, expected) => {
  expect(read(`${head}\n09:00\tа\tб\tв\n10:00\tа\tб\tв`).parallel).toBe(expected)
})

describe('the rows of a programme', () => {
  test.each([
    [
      'times, titles and places',
      '09:00\tТіркеу\tФойе\n10:00\tАшылу',
      ['session 09:00 | Тіркеу | Фойе', 'session 10:00 | Ашылу'],
    ],
    [
      'dashes',
      '9.00 - Регистрация\n10:00–11:15 — Доклад',
      ['session 9.00 | Регистрация', 'session 10:00–11:15 | Доклад'],
    ],
    [
      'times at the ends of lines',
      'Тіркеу 09:00\nКофе-пауза — 11:15–11:30\nБақылау',
      ['session 09:00 | Тіркеу', 'pause 11:15–11:30 | Кофе-пауза + Бақылау'],
    ],
    ['a beginning and an end in two cells', '09:00\t09:30\tТіркеу', ['session 09:00–09:30 | Тіркеу']],
    ['a day', '1-күн, 5 желтоқсан\n09:00\tТіркеу', ['section 1-күн, 5 желтоқсан', 'session 09:00 | Тіркеу']],
    ['a day after sessions', '09:00\tТіркеу\n2-күн', ['session 09:00 | Тіркеу', 'section 2-күн']],
    ['a bold heading', '09:00\tТіркеу\n**Кеш**', ['session 09:00 | Тіркеу', 'section **Кеш**']],
    [
      'speakers',
      '09:00 — Дәріс\nСпикер: А. Сәрсен\nМодератор: Е. Ким',
      ['session 09:00 | Дәріс + Спикер: А. Сәрсен + Модератор: Е. Ким'],
    ],
    ['a parallel session', '09:00\tА\tЗал 1\n\tБ\tЗал 2', ['session 09:00 | А | Зал 1', 'session  | Б | Зал 2']],
    ['a time on a line of its own', '09:00\nТіркеу\n10:00\nҮзіліс', ['session 09:00 | Тіркеу', 'pause 10:00 | Үзіліс']],
    ['bullets', '• 09:00 – Тіркеу', ['session 09:00 | Тіркеу']],
    ['pauses', '11:00\tКофе-пауза\tФойе', ['pause 11:00 | Кофе-пауза | Фойе']],
    ['a day in a table', '5 декабря\t\t\n09:00\tСбор\tФойе', ['section 5 декабря', 'session 09:00 | Сбор | Фойе']],
  ])('%s', (_, text, expected) => expect(read(text).rows.map(lineOf)).toEqual(expected))

  test('a head stands above its columns', () => {
    const { head, rows: found, columns } = read('Уақыты\tІс-шара\tОрны\n09:00\tТіркеу\tФойе')
    expect([head, found.length, columns]).toEqual([['Уақыты', 'Іс-шара', 'Орны'], 1, 3])
  })

  test('the first day may stand between the head and the first time', () => {
    const { head, rows: found } = read('Уақыты\tНе\n1-күн\n09:00\tА')
    expect([head, found.map(lineOf)]).toEqual([
      ['Уақыты', 'Не'],
      ['section 1-күн', 'session 09:00 | А'],
    ])
  })

  test('the heads of a beginning and an end are joined as their times are', () => {
    expect(read('Начало\tКонец\tЧто\n09:00\t09:30\tСбор').head).toEqual(['Начало – Конец', 'Что'])
  })

  test('numbers may stand before the times', () => {
    const { timeColumn, rows: found } = read('№\tВремя\tЧто\n1\t09:00\tСбор\n2\t10:00\tОбед')
    expect([timeColumn, ...found.map(lineOf)]).toEqual([1, 'session 1 | 09:00 | Сбор', 'pause 2 | 10:00 | Обед'])
  })

  test('each row knows its line', () => {
    const { rows: found } = read('1-күн\n09:00 — А\nСпикер\n10:00 — Б')
    expect(found.map(({ source }) => source)).toEqual([0, 1, 3])
  })

  test('no word is lost', () => {
    const text = 'Бағдарлама\nУақыты\tНе\n09:00–09:30\tТіркеу\tФойе\tАйгүл\nЕскерту\n\t\tЗал\n10:00'
    const found = JSON.stringify(read(text))
    for (const word of text.split(/[\t\n]/).filter(Boolean)) expect(found).toContain(word)
  })
})

test.each([
  'Кофе-пауза',
  'Кофе-брейк (холл)',
  'Обед',
  'Обеденный перерыв',
  'Перерыв на обед',
  'Обед в столовой',
  'Перерыв 15 минут',
  'Үзіліс',
  'Түскі ас',
  'Түскі үзіліс',
  'Шай үзілісі',
  'Үзіліс, шай',
  'Кофе мен шай',
  'Lunch break',
  'Coffee break',
  '**Кофе-брейк**',
])('%j is a pause', (title) => expect(isPause(title)).toBe(true))

test.each([
  '',
  'Открытие, приветственный кофе',
  'Обед с министром',
  'Обед, награждение',
  'Обед-совещание',
  'Чай с ветеранами',
  'Ас мәзірі',
  'Break-out sessions',
  'Coffee break, networking',
  '15 минут',
])('%j is none', (title) => expect(isPause(title)).toBe(false))

test.each([
  ['in order', '09:00–10:00 — А\n10:00–11:00 — Б\n11:30 — В', []],
  ['earlier', '10:00 — А\n09:00 — Б', ['earlier Б А']],
  ['overlapping', '09:00–10:00 — А\n09:30–10:30 — Б', ['overlapping Б А']],
  ['reversed', '11:00–10:30 — А', ['reversed А А']],
  ['parallel', '10:00–11:00 — А\n10:00–12:00 — Б', []],
  ['within another one', '10:00–13:00 — А\n10:30–11:00 — Б\n11:00–12:00 — В', []],
  ['after midnight', '22:00 — А\n23:30–00:30 — Б\n01:00 — В', []],
  ['each day by itself', '1-күн\n18:00 — А\n2-күн\n09:00 — Б', []],
  ['a session that was open when two began', '09:00–12:00 — А\n10:00–11:00 — Б\n11:30–13:00 — В', ['overlapping В А']],
])('times %s', (_, text, expected) => {
  const faults = findTimeFaults(read(text).rows)
  expect(faults.map(({ kind, row, other }) => `${kind} ${row.cells[1]} ${other.cells[1]}`)).toEqual(expected)
})

test('words behind a time in its cell belong to it, if its title stands in the next cell', () => {
  const text = '09:00\tТіркеу\tФойе\n11:30 бастап\tШеберлік сабақтары\t3-бөлме\n13:00 дейін'
  const { rows: found, columns } = read(text)
  expect(columns).toBe(3)
  expect(found[1]).toMatchObject({ cells: ['11:30 бастап', 'Шеберлік сабақтары', '3-бөлме'] })
})
