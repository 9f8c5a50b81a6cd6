import { describe, expect, test } from 'vitest'
import { readsAlike, translatableText } from '../../src/deck/translatable-text.ts'

describe('what is the same in every language needs no translation', () => {
  test.each([
    '+7 701 000 00 00',
    'info@gov.kz',
    'https://www.gov.kz/memleket/entities/mam',
    'Тел.: +7 (7172) 55-55-55, e-mail: info@gov.kz',
    'WhatsApp: +7 701 000 00 00',
    '@korme_bot',
    '#Наурыз2026',
    'static/img/сурет.png',
    'есеп.xlsx',
    '2026',
    '12,5 %',
    '1 250 км',
    '12 млн',
    '№ 5',
    '—',
    '',
    'ISO 9001:2015',
    'ГОСТ 12345-2020',
    'БИН 123456789012',
    'ЖСН 900101300123',
    'COVID-19',
    'SWOT',
    'KPI',
    'IT',
    'ЮНЕСКО',
    'iPhone 15',
    'NurOtan',
    'Айгүл Сәрсен',
    'А. Сәрсен',
    'Сәрсен А. Қ.',
    'Ким Ерлан Владимирович',
    'А. С. Пушкин',
    'Айгүл Сәрсен\nЕрлан Ким',
    'Алматы, Шымкент, Астана',
    'Astana, Mangilik El 8',
    'Астана, Мәңгілік Ел 8',
    'ЖШС «Қазақстан темір жолы»',
    'АО "Самрук-Энерго"',
    'А. Сәрсен\n+7 701 000 00 00\ninfo@gov.kz',
    'Google Classroom',
    'Microsoft Office 365',
  ])('%j', (text) => expect(translatableText(text).match(/\p{L}{2}/u)?.input ?? '').toBe(''))
})

describe('words do', () => {
  test.each([
    ['Жоба жетекшісі', 'Жоба жетекшісі'],
    ['Айгүл Сәрсен, жоба жетекшісі', 'жоба жетекшісі'],
    ['Айгүл Сәрсен — жоба жетекшісі', 'жоба жетекшісі'],
    ['Байланыс', 'Байланыс'],
    ['Есеп 2026', 'Есеп'],
    ['Мақсаты\nМіндеттері', 'Мақсаты Міндеттері'],
    ['Сайт: толық ақпарат gov.kz сайтында', 'толық ақпарат сайтында'],
    ['«Білім — бақыт кілті»', '«Білім бақыт кілті»'],
    ['Абай облысы', 'Абай облысы'],
    ['5-сынып', '5-сынып'],
    ['В конкурсе участвуют ученики', 'В конкурсе участвуют ученики'],
    ['Цели и задачи', 'Цели и задачи'],
    ['IT-сала жұмыстары', 'IT-сала жұмыстары'],
  ])('%j', (text, left) => expect(translatableText(text)).toBe(left))
})

test.each<[Record<string, string>, boolean]>([
  [{ kk: '2026' }, true],
  [{ kk: '2026', ru: '2026' }, true],
  [{ kk: 'info@gov.kz' }, true],
  [{ kk: 'Айгүл Сәрсен', ru: 'Айгүл Сәрсен' }, true],
  [{ kk: 'Айгүл Сәрсен', ru: 'Айгуль Сарсен' }, false],
  [{ kk: 'Есеп', ru: 'Отчёт' }, false],
  [{ kk: 'Есеп' }, false],
  [{ kk: '  ', ru: '' }, true],
])('%j reads alike in other languages: %s', (versions, alike) => expect(readsAlike(versions)).toBe(alike))
