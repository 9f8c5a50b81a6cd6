import { expect, test } from 'vitest'
import { readClock } from '../../../src/blocks/data/clock-times.ts'
import { isDayLine } from '../../../src/blocks/data/day-lines.ts'

/** A time as `9:05`. Units: minutes after midnight. */
const clock = (minutes: number | null) =>
  minutes === null ? '' : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

test.each([
  ['09:00–09:30\tТіркеу\tФойе', '9:00–9:30', 'tab', 'Тіркеу\tФойе'],
  ['9.00 - Регистрация', '9:00–', 'dash', 'Регистрация'],
  ['10:00–11:15 — Пленарное заседание', '10:00–11:15', 'dash', 'Пленарное заседание'],
  ['10:00 - 11:15 - Пленарное заседание', '10:00–11:15', 'dash', 'Пленарное заседание'],
  ['09:00-Регистрация', '9:00–', 'dash', 'Регистрация'],
  ['9:00 Регистрация', '9:00–', 'blank', 'Регистрация'],
  ['с 9:00 до 10:00 — сбор', '9:00–10:00', 'dash', 'сбор'],
  ['сағат 10:00 — Ашылу', '10:00–', 'dash', 'Ашылу'],
  ['10⁰⁰–11³⁰ — Ашылу', '10:00–11:30', 'dash', 'Ашылу'],
  ['9 am – 10:30 am — Welcome', '9:00–10:30', 'dash', 'Welcome'],
  ['12:30 pm: Lunch', '12:30–', 'colon', 'Lunch'],
  ['12 am — Night', '0:00–', 'dash', 'Night'],
  ['09-00 – 09-30 — Сбор', '9:00–9:30', 'dash', 'Сбор'],
  ['10 ч. — Открытие', '10:00–', 'dash', 'Открытие'],
  ['23:00–24:00 | Отбой', '23:00–24:00', 'tab', 'Отбой'],
  ['09:00 - 9 мая', '9:00–', 'dash', '9 мая'],
  ['14:00', '14:00–', 'end', ''],
])('%j begins with a time', (text, times, separator, rest) => {
  const read = readClock(text)!
  expect([`${clock(read.start)}–${clock(read.end)}`, read.separator, read.rest]).toEqual([times, separator, rest])
})

test.each([
  '10:30-да басталады',
  '10:00–11:00-де дәріс',
  '10.05.2025 — форум',
  '2.10.1 — выпуск',
  '10:00:30 — рекорд',
  '25:10 — нет такого времени',
  '9:75 — нет такого времени',
  '24:30 — нет такого времени',
  '12:50% — доля',
  '3:0 — счёт',
  '10 человек — группа',
  '[10:00] сообщение',
  'Регистрация в 9:00',
  '',
])('%j begins with none', (text) => expect(readClock(text)).toBeNull())

test.each([
  '1-күн, 5 желтоқсан',
  '2 күн',
  'Екінші күн',
  'День 1',
  '2-й день',
  'Второй день, 6 декабря',
  'Day 2',
  '5 декабря, пятница',
  '5–6 декабря',
  'December 5',
  'Жұма, 5 желтоқсан',
  'пятница',
  '05.12.2025',
  '**1-күн**',
])('%j names a day', (line) => expect(isDayLine(line)).toBe(true))

test.each([
  'Күнделікті жаттығу',
  'Дневной сбор',
  'Спикер: Айгүл Сәрсен',
  'May the force be with you',
  '12 человек',
  'Жұмағали Ахметов',
  `5 декабря ${'очень длинное предложение '.repeat(5)}`,
])('%j names none', (line) => expect(isDayLine(line)).toBe(false))
