import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/parse/parse.ts'
import { validate } from '../../src/validate/validate.ts'
import { marked } from '../marked.ts'

const find = (text: string) => {
  const { root } = parse(text)
  return root ? validate(root).diagnostics.filter(({ code }) => code.startsWith('translation-')) : []
}
const codesOf = (title: object) =>
  find(JSON.stringify({ content: [{ title }] })).map((one) => {
    const { code, lang, other, seen } = one as unknown as Record<string, string | null>
    return [code, lang, other ?? seen ?? null].join(' ')
  })

describe('a text in another language than it stands under is found', () => {
  test.each<[object, string[]]>([
    [{ kk: 'Наши цели на следующий год', ru: 'Наши цели на следующий год' }, ['translation-same kk ru']],
    [{ kk: 'Біздің келесі жылғы мақсаттарымыз', ru: 'Біздің келесі жылғы мақсаттарымыз' }, ['translation-same ru kk']],
    [{ kk: 'Наши цели на следующий год', ru: 'Цели' }, ['translation-wrong kk ru']],
    [{ ru: 'Ауыл мен қаланың мәдени өмірі', kk: 'Мәдениет' }, ['translation-wrong ru kk']],
    [{ en: 'Отчёт о работе за год', ru: 'Отчёт о работе за год' }, ['translation-same en ru']],
    [{ en: 'Жылдық есеп', kk: 'Жылдық есеп' }, ['translation-same en kk']],
    [{ en: 'Жылдық есеп' }, ['translation-wrong en ']],
    [{ kk: 'The results of the year and our plans', en: 'Results' }, ['translation-wrong kk en']],
    [
      { kk: 'What we do for you', ru: 'What we do for you', en: 'What we do for you' },
      ['translation-same kk en', 'translation-same ru en'],
    ],
    [{ kk: 'Бұл біздің қала', ru: 'бұл біздің қала.' }, ['translation-same ru kk']],
    [{ ru: 'Көшеде ағаш отырғызу науқаны өтті, оған мектеп оқушылары қатысты' }, ['translation-wrong ru kk']],
    [{ kk: 'В школе открыта новая библиотека, и дети довольны' }, ['translation-wrong kk ru']],
  ])('%j', (title, codes) => expect(codesOf(title)).toEqual(codes))
})

describe('what reads the same in two languages, and what nobody can tell, is right', () => {
  test.each([
    'Астана',
    'Нұрсұлтан Әбішұлы Назарбаев',
    'Абай Құнанбайұлы',
    '2026',
    '12,5 %',
    'https://gov.kz/қала',
    'info@қала.kz',
    'ЖШС «Қазақстан темір жолы»',
    'А. С. Пушкин',
    'Интернет',
    'Математика',
    'Спорт',
    'Интернет, телефон, телевизор',
    'Google Classroom',
    'IT',
    'ЮНЕСКО',
    'COVID-19',
    '«Қазақстан халқына қызмет ету»',
    '«The Lord of the Rings»',
    'Nauryz (Наурыз)',
    '№ 5',
    '',
    ' ',
    '—',
    '+7 701 000 00 00',
    'Қ. Сәтбаев көшесі',
    'Microsoft Office 365',
    'Nur Otan Youth Wing',
    'Алматы, Шымкент, Астана',
    'SWOT',
    'Караганда облысы',
    'Қ',
    'static/img/қала.png',
    'Wi-Fi, USB, HDMI',
    'Best of the Best',
    'The Voice of the Steppe',
    'Bank of the Future and Friends',
    'ISO 9001:2015',
    'ЖСН 900101300123',
    'А. Байтұрсынұлы, М. Дулатұлы',
    'Ұлттық Банк',
    'Рухани жаңғыру',
    'Ауыл — ел бесігі',
    'Астана, Мәңгілік Ел 8',
    'Тел.: +7 (7172) 55-55-55',
    'Nazarbayev University & Astana Hub',
  ])('%s', (text) => {
    expect(codesOf({ kk: text, ru: text })).toEqual([])
    expect(codesOf({ kk: text, ru: `${text}`, en: /[А-яҚә]/.test(text) ? 'x' : text })).toEqual([])
  })

  test.each([
    [{ kk: 'Мектеп', ru: 'Школа', en: 'School' }],
    [{ kk: 'Балалар мен жастар', ru: 'Дети и молодёжь', en: 'Children and youth' }],
    [{ ru: 'Открытие музея Әлкея Марғұлана в городе', kk: 'Музей ашылды' }],
    [{ ru: 'Песня «Менің Қазақстаным» в исполнении хора', kk: 'Ән' }],
    [{ ru: 'Фильм о Бауыржане Момышұлы и его роте', kk: 'Фильм' }],
    [{ ru: 'Акция «Таза Қазақстан» на берегу', en: 'The «Таза Қазақстан» action' }],
    [{ ru: 'Инструкция: откройте Settings, then Wi-Fi', kk: 'Нұсқаулық' }],
    [{ en: 'Abai (Абай Құнанбайұлы) and his words' }],
    [{ kk: 'Google, Apple және Microsoft компаниялары' }],
    [{ kk: 'Ол «Война и мир» романын оқыды' }],
    [{ kk: 'Жоба 2026 жылы басталды, оны АҚ «Самұрық-Энерго» жүргізеді' }],
    [{ ru: 'У нас в гостях Қайрат Нұртас и Димаш Құдайберген' }],
  ])('%j', (title) => expect(codesOf(title)).toEqual([]))
})

test('the finding stands at the text', () => {
  const { text, range } = marked('{ "content": [{ "title": { "kk": «"Наши цели на следующий год"», "ru": "Цели" } }] }')
  expect(find(text)).toMatchObject([
    { code: 'translation-wrong', severity: 'warning', range, text: 'Наши цели на следующий год' },
  ])
})

test('texts in notes, tables and captions are read, too', () => {
  const wrong = { kk: 'Наши цели на следующий год', ru: 'Наши цели на следующий год' }
  const slide = { title: 'Т', notes: wrong, table: [[wrong, '1']], img_caption: [wrong] }
  expect(find(JSON.stringify({ event: wrong, content: [slide] }))).toHaveLength(4)
})

describe('decks of users and our own', () => {
  const root = join(import.meta.dirname, '../..')
  for (const name of ['decks', 'test/fixtures/gallery', '../shared/seeds', '../shared/decks', '../shared/cases'])
    test.skipIf(!existsSync(join(root, name)))(`nothing is found in ${name} (needs that folder)`, () => {
      const files = readdirSync(join(root, name), { recursive: true, encoding: 'utf8' }).filter((file) =>
        /\.json(?:\.txt)?$/.test(file),
      )
      expect(files.flatMap((file) => find(readFileSync(join(root, name, file), 'utf8')))).toEqual([])
    })
})
