import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isProgramme } from '../../../src/blocks/data/recognize-programme.ts'

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '')

test.each([
  '09:00–09:30\tТіркеу\tФойе\n09:30–10:00\tАшылу\tҮлкен зал\n10:00\tҮзіліс\tФойе',
  '9.00 - Регистрация\n9.30 - Открытие\n10.00 - Доклад',
  '09:00 — Тіркеу\n10:00–11:30 — Ашылу\nСпикер: А. Сәрсен\n13:00 – Түскі ас',
  '1-күн, 5 желтоқсан\n09:00 — Тіркеу\n10:00 — Ашылу\n2-күн\n09:00 — Секциялар',
  '• 09:00 – Тіркеу\n• 10:00 – Ашылу\n• 11:00 – Дәріс',
  '18:00 – Сбор гостей\n10:00 – Регистрация\n12:00 – Обед',
  '9 am – Registration\n10 am – Opening\n12:30 pm – Lunch',
  'Форум бағдарламасы\n09:00–09:30 — Тіркеу\n09:30–10:00 — Ашылу\n10:00–11:00 — Дәріс',
  '**Бірінші бөлім**\n10:00 — А\n10:20 — Б\n10:40 — В',
  '06:12 — Вокзал\n06:31 — Площадь\n07:04 — Аэропорт',
  '22:00 — Концерт\n23:30 — Салют\n00:30 — Разъезд',
  '9.00 – 10.00 Тіркеу\n10.00 – 11.30 Ашылуы\n11.30 – 12.00 Үзіліс (кофе)',
  '09:00-10:00 «Жас» клубы\n10:00-11:30 Дебат\n11:30-12:00 Үзіліс',
  '09-00 – 09-30 — Сбор\n09-30 – 10-00 — Открытие\n10-00 – 11-00 — Доклады',
])('a programme: %j', (text) => expect(isProgramme(lines(text))).toBe(true))

test.each([
  '09:00-де тіркеу басталады\n10:00-де ашылу салтанаты\n11:00-де дәрістер',
  'В 9:00 начнётся регистрация.\nВ 10:00 откроется форум.\nВ 11:00 начнутся секции.',
  '09:00 — Тіркеу\n10:00 — Ашылу',
  '05.12 — форум\n08.12 — встреча\n12.12 — отчёт',
  '01.10 — День пожилых\n05.10 — День учителя\n15.10 — День столицы',
  '1.50 — хлеб\n2.00 — молоко\n3.50 — масло',
  '10-15 — детей\n15-20 — взрослых\n20-25 — пожилых',
  '9.00 – 10.00 тенге\n10.00 – 11.50 тенге\n11.50 – 12.00 тенге',
  '09:00 Келдік\n10:00 Кеттік\n11:00 Қайттық',
  '21:19 — Иванов\n21:17 — Петров\n21:23 — Ким',
  '3:16 — стих\n3:17 — стих\n3:18 — стих',
  '1:10 — эскиз\n1:25 — план\n1:50 — карта',
  '10 ч — лекции\n12 ч — практика\n20 ч — всего',
  '08:00\t12,5\t13\n09:00\t12\t14\n10:00\t13\t15',
  '08:47\t09:12\t10:05\n09:17\t09:42\t10:35\n09:47\t10:12\t11:05',
  '[10:00] Айгүл: сәлем\n[10:01] Ерлан: сәлем\n[10:02] Айгүл: қалайсың',
  '12.05.2025, 10:05 - Айгүл: сәлем\n12.05.2025, 10:06 - Ерлан: сәлем\n12.05.2025, 10:07 - Дана: сәлем',
  `09:00 — Тіркеу\n10:00 — Ашылу\n11:00 — Дәріс\n${'Бұл күні барлық қатысушылар бір залға жиналып, өңірдің дамуын талқылайды. '.repeat(3)}`,
  'Один\nДва\nТри\n09:00 — а\n10:00 — б\n11:00 — в',
  '1. Введение\n2. Основная часть\n3. Заключение',
  'Набережная, 10:00-18:00\nПарк, 09:00-20:00\nМузей, 10:00-17:00',
  'Дүйсенбі: 09:00–18:00\nСейсенбі: 09:00–18:00\nСәрсенбі: 09:00–18:00',
])('no programme: %j', (text) => expect(isProgramme(lines(text))).toBe(false))

/** Every text of a JSON value. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const shared = join(import.meta.dirname, '../../../../shared')

test.skipIf(!existsSync(join(shared, 'seeds')))(
  'no text of real decks is taken for one (skipped without ../shared)',
  () => {
    const texts = readdirSync(join(shared, 'seeds'))
      .filter((name) => name.endsWith('.txt'))
      .flatMap((name) => {
        const text = readFileSync(join(shared, 'seeds', name), 'utf8')
        return name.endsWith('.deck.json.txt') ? text.split(/"(?:[^"\\]|\\.)*"/g) : [text, ...text.split(/\n\s*\n/)]
      })
    const decks = readdirSync(join(shared, 'decks')).flatMap((name) => {
      const deck: unknown = JSON.parse(readFileSync(join(shared, 'decks', name), 'utf8'))
      return textsIn(deck)
    })
    expect([...texts, ...decks].filter((text) => isProgramme(lines(text))).map((text) => text.slice(0, 11))).toEqual([
      '09:00–09:30',
    ])
  },
)
