import { describe, expect, test } from 'vitest'
import { localize } from '../../src/deck/localize.ts'
import { toDeck } from '../../src/deck/to-deck.ts'
import type { Lang } from '../../src/model/lang.ts'
import { source } from '../source.ts'

const told = (deck: object, lang: Lang) => {
  const read = toDeck(source(JSON.stringify(deck))).deck
  return localize(read, lang).diagnostics.flatMap((one) =>
    one.code === 'slide-untranslated' ? [{ shown: one.shown, count: one.count, at: one.range }] : [],
  )
}

const kazakh = { title: 'Көктем көрмесі басталды', text: 'Талдықорған қаласында екі күн өтеді.' }
const russian = { title: 'Весенняя выставка открыта', text: 'Она идёт два дня в Талдыкоргане, вход свободный.' }
const both = { title: { kk: 'Көктем көрмесі', ru: 'Весенняя выставка' } }

describe('a deck in one language', () => {
  test('built in another is told slide by slide', () => {
    const deck = { content: [kazakh, { title: '2026' }, { title: 'Бастау' }, kazakh] }
    expect(told(deck, 'ru')).toMatchObject([
      { shown: 'kk', count: 2 },
      { shown: 'kk', count: 1 },
      { shown: 'kk', count: 2 },
    ])
    expect(told(deck, 'en')).toHaveLength(3)
    expect(told({ content: [russian] }, 'kk')).toMatchObject([{ shown: 'ru' }])
    expect(told({ content: [{ title: 'The spring show', text: 'It has begun.' }] }, 'kk')).toHaveLength(1)
  })

  test('built in its own is as it should be, whatever it quotes', () => {
    expect(told({ content: [kazakh, kazakh, kazakh, russian] }, 'kk')).toEqual([])
    expect(told({ lang: 'ru', content: [kazakh, russian] }, 'ru')).toEqual([])
  })

  test('is told at the first of its texts', () => {
    const deck = { content: [kazakh] }
    const [{ at } = { at: { start: 0, end: 0 } }] = told(deck, 'ru')
    expect(JSON.stringify(deck).slice(at.start, at.end)).toContain('Көктем')
  })
})

describe('a deck that promises several languages', () => {
  test.each<[string, object, Lang, object[]]>([
    ['a plain Kazakh text, in Russian', kazakh, 'ru', [{ shown: 'kk' }]],
    ['a plain Kazakh text, in Kazakh', kazakh, 'kk', []],
    ['a plain Russian text, in Kazakh', russian, 'kk', [{ shown: 'ru' }]],
    ['a plain Russian text, in Russian', russian, 'ru', []],
    ['a text in both', both, 'ru', []],
    ['a slide that says its language', { ...kazakh, lang: 'kk' }, 'ru', []],
    ['a number', { title: '2 026', text: '14 %' }, 'ru', []],
    ['a name beside a Kazakh place', { title: 'Әлия Қадырова', text: 'Талдықорған' }, 'ru', [{ shown: 'kk' }]],
    ['names', { title: 'Әлия Қадырова', text: 'Қазақстан Темір Жолы' }, 'ru', []],
    ['an address', { title: 'qonaqjai.kz', text: 'info@korme.kz' }, 'ru', []],
    ['a brand', { title: 'NurOtan', text: 'KPI' }, 'ru', []],
    ['English prose', { title: 'NurOtan', text: 'It is the best social project.' }, 'ru', [{ shown: 'en' }]],
    ['a short Russian title, in Kazakh', { title: 'Спасибо!', text: both.title }, 'kk', [{ shown: 'ru', count: 1 }]],
    ['a short Russian title, in Russian', { title: 'Спасибо за внимание' }, 'ru', []],
    ['a short Kazakh title without Kazakh letters, in Russian', { title: 'Рахмет!' }, 'ru', [{ shown: 'kk' }]],
    ['the same, in Kazakh', { title: 'Жастар жобалары' }, 'kk', []],
    [
      'a Russian text below a Kazakh title',
      { title: kazakh.title, text: 'Цели и задачи' },
      'kk',
      [{ shown: 'ru', count: 1 }],
    ],
    [
      'a Kazakh title above a Russian text',
      { title: kazakh.title, text: russian.text },
      'ru',
      [{ shown: 'kk', count: 1 }],
    ],
    ['words that both languages have', { title: 'Форум', text: 'Интернет, видео' }, 'kk', []],
    ['the same, in Russian', { title: 'Форум', text: 'Интернет, видео' }, 'ru', []],
    ['a name in lower case', { title: 'абай Құнанбаев', text: 'Ахметов Марат' }, 'kk', []],
    ['notes alone', { title: both.title, notes: kazakh.text }, 'ru', []],
  ])('%s', (_, slide, lang, expected) => {
    expect(told({ langs: ['kk', 'ru'], content: [slide] }, lang)).toMatchObject(expected)
    expect(told({ content: [both, slide] }, lang)).toMatchObject(expected)
  })
})

test('each gap is told once: the title of a slide that is the name of the deck, too, belongs to its slide', () => {
  const codes = (content: object[], lang: Lang) => {
    const read = toDeck(source(JSON.stringify({ langs: ['kk', 'ru', 'en'], content }))).deck
    return localize(read, lang).diagnostics.map(({ code }) => code)
  }
  expect(codes([kazakh], 'ru')).toEqual(['slide-untranslated'])
  expect(codes([{ title: 'Көктем көрмесі басталды' }], 'ru')).toEqual(['slide-untranslated'])
  expect(codes([both], 'en')).toEqual(['translation-missing'])
  expect(codes([{ title: { kk: '2026' }, text: { kk: 'info@korme.kz', ru: 'info@korme.kz' } }], 'en')).toEqual([])
})

test('a Kazakh text without Kazakh letters is not called Russian in the English edition', () => {
  const deck = { langs: ['kk', 'ru', 'en'], content: [{ title: 'Байланыс' }] }
  expect(told(deck, 'en')).toMatchObject([{ shown: 'kk' }])
  expect(told({ ...deck, langs: ['ru', 'kk', 'en'] }, 'en')).toMatchObject([{ shown: 'ru' }])
})

test('contacts, names, numbers and codes need no translation', () => {
  const contacts = '+7 701 000 00 00\ninfo@gov.kz\nhttps://gov.kz\n@korme_bot\nAstana, Mangilik El 8'
  const codes = 'ISO 9001:2015\nГОСТ 12345\nБИН 123456789012'
  for (const text of [contacts, codes, 'А. Сәрсен\n+7 701 000 00 00'])
    for (const lang of ['kk', 'ru', 'en'] as const)
      expect(
        told({ langs: ['kk', 'ru', 'en'], content: [{ title: { kk: 'А', ru: 'А', en: 'A' }, text }] }, lang),
      ).toEqual([])
})

test('the name and the event of a deck are told like the texts of its slides, its author is a name', () => {
  const deck = { name: 'Көктем көрмесі өтеді', event: 'Жастар форумы', author: 'Әлия', content: [both] }
  const read = toDeck(source(JSON.stringify(deck))).deck
  const codes = (lang: Lang, langs: Lang[]) => localize({ ...read, langs }, lang).diagnostics.map(({ code }) => code)
  expect(codes('ru', ['kk', 'ru'])).toEqual(['translation-missing', 'translation-missing'])
  expect(codes('kk', ['kk', 'ru'])).toEqual([])
  expect(codes('kk', ['kk'])).toEqual([])
})
