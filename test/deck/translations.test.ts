import { expect, test } from 'vitest'
import { toDeck } from '../../src/deck/to-deck.ts'
import { translationsOf } from '../../src/deck/translations.ts'
import { source } from '../source.ts'

const counts = (deck: object) =>
  translationsOf(toDeck(source(JSON.stringify(deck))).deck).map(({ slide, texts, missing }) => [slide, texts, missing])

test('each slide is counted in each language that the deck names, the deck itself first', () => {
  const deck = {
    name: { kk: 'Қала күні', ru: 'День города' },
    langs: ['kk', 'ru', 'en'],
    event: { kk: 'Форум' },
    content: [
      { title: { kk: 'Ашылу', ru: 'Открытие' }, text: { kk: 'а', ru: 'б', en: 'c' }, notes: { kk: 'д', en: 'd' } },
      { title: { kk: 'Есеп', ru: 'Отчёт', en: 'Report' } },
      { title: { kk: 'Есеп', ru: '  ', en: '' } },
    ],
  }
  expect(counts(deck)).toEqual([
    [null, 2, { kk: 0, ru: 1, en: 2 }],
    [1, 3, { kk: 0, ru: 1, en: 1 }],
    [2, 1, { kk: 0, ru: 0, en: 0 }],
    [3, 1, { kk: 0, ru: 1, en: 1 }],
  ])
})

test('a text that is written once lacks the other languages, unless it is a name or a number', () => {
  const once = { title: 'Қала күніне арналған көрме', text: ['Біз бүгін көрмені ашамыз', '2026', 'Абай Құнанбайұлы'] }
  expect(counts({ langs: ['kk', 'ru'], content: [once, { title: '2026' }] })).toEqual([
    [null, 0, { kk: 0, ru: 0 }],
    [1, 2, { kk: 0, ru: 2 }],
    [2, 0, { kk: 0, ru: 0 }],
  ])
})

test('the name of a deck that has none is its first title, which counts once', () => {
  expect(counts({ langs: ['kk', 'ru'], content: [{ title: { kk: 'Есеп' } }] })[0]).toEqual([null, 0, { kk: 0, ru: 0 }])
})

test('a deck in one language lacks none, and languages that only its texts name count', () => {
  expect(counts({ lang: 'kk', content: [{ title: 'Есеп' }] })).toEqual([])
  expect(counts({ content: [{ title: { kk: 'Есеп', ru: 'Отчёт' } }, { title: { kk: 'Ән' } }] })).toEqual([
    [null, 0, { kk: 0, ru: 0 }],
    [1, 1, { kk: 0, ru: 0 }],
    [2, 1, { kk: 0, ru: 1 }],
  ])
})

test('cells, labels of maps and people are counted', () => {
  const text = { kk: 'Ән' }
  const slide = {
    title: text,
    table: [[text, '1']],
    map: { place: 'Алматы', label: text },
    people: [{ name: 'А', role: text }],
  }
  expect(counts({ langs: ['kk', 'ru'], content: [slide] })[1]).toEqual([1, 4, { kk: 0, ru: 4 }])
})
