import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findDigitWords } from '../../../src/validate/letters/find-digits.ts'
import { markOddLetters } from '../../../src/validate/letters/find-mixed-words.ts'
import type { TwinLanguage } from '../../../src/validate/letters/letter-twins.ts'

const marksIn = (text: string, lang: TwinLanguage = null) => findDigitWords(text, () => lang).map(markOddLetters)

test.each<[string, string, TwinLanguage?]>([
  ['Қа3ақстан', 'Қа[3]ақстан', 'kk'],
  ['ж0ба', 'ж[0]ба'],
  ['0блыс', '[0]блыс'],
  ['К0ктем мерекесі', 'К[0]ктем'],
  ['ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ Ж0БАЛАРЫ', 'Ж[0]БАЛАРЫ'],
  ['Ү3ДІК', 'Ү[3]ДІК', 'kk'],
  ['ре3ультат', 'ре[3]ультат', 'ru'],
  ['пр0грамма', 'пр[0]грамма', 'ru'],
  ['G0ogle', 'G[0]ogle'],
  ['«а3аматтар», дейді', 'а[3]аматтар', 'kk'],
  ['елімі3де', 'елімі[3]де', 'kk'],
  ['бала-ж0ба', 'ж[0]ба'],
])('%s: %s', (text, marked, lang = null) => expect(marksIn(text, lang)).toEqual([marked]))

describe('numbers, codes, formulas and names are right', () => {
  test.each([
    '3D, 5G, 4K, 2ГИС, 1С, МП3, HTML5',
    'топ3ке, топ10нан, Союз3тің, топ-3',
    '0ден 10ға дейін, 3ке бөлінеді',
    '3айлық есеп, 3жыл, 30жыл, 2030жылға дейін',
    'на3дня, в3раза, за3года, до30лет',
    '3-сынып, 3А сыныбы, 10Б класы',
    'CO2, H2O, C3H8, Fe3O4, м3, м3/с, м3су, km3',
    'COVID19ға, МиГ29, Ту154, Т34',
    'А0ВВ, БК03Т, KZ30ABC, Ж3Р',
    'w3c, i18n, mp3player, a0b3',
    'https://a.kz/ж0ба, сурет0а.png, user0name@a.kz',
    'x0ден, `ж0ба`',
    '100га, 30км, 3кг, 0тг',
    'Web3 жобасы, Python3тің',
    '3го числа, 3й этаж',
  ])('%s', (text) => {
    for (const lang of ['kk', 'ru', null] as const)
      expect(marksIn(lang === 'kk' ? text.replace(/на3дня.*/, '') : text, lang)).toEqual([])
  })
})

test('a long text takes time in proportion to its length', () => {
  expect(findDigitWords('ж0ба '.repeat(20_000), () => 'kk')).toHaveLength(20_000)
  expect(findDigitWords(`${'ж'.repeat(100_000)}0ба`, () => 'kk')).toEqual([])
})

describe('texts of users', () => {
  const shared = join(import.meta.dirname, '../../../../shared')
  for (const name of ['seeds', 'decks', 'cases'])
    test.skipIf(!existsSync(join(shared, name)))(`nothing is found in their words (needs ../shared/${name})`, () => {
      const files = readdirSync(join(shared, name), { recursive: true, encoding: 'utf8' })
      const texts = files.filter((file) => /\.(?:txt|json|md)$/.test(file))
      expect(texts.length).toBeGreaterThan(2)
      expect(texts.flatMap((file) => marksIn(readFileSync(join(shared, name, file), 'utf8'), 'kk'))).toEqual([])
    })
})
