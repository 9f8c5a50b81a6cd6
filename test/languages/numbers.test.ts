import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as en from '../../src/languages/en/format.ts'
import { formatNumber, languageName } from '../../src/languages/format.ts'
import * as kk from '../../src/languages/kk/format.ts'
import { loadAllMessages } from '../../src/languages/languages.ts'
import * as ru from '../../src/languages/ru/format.ts'
import { langs } from '../../src/model/lang.ts'

const formats = { kk, ru, en }
const messages = await loadAllMessages()
/** No-break spaces, as they are seen. */
const seen = (text: string) => text.replaceAll('\u00A0', ' ').replaceAll('\u202F', ' ')

describe('numbers follow the language', () => {
  test.each<[number, string, string]>([
    [0, '0', '0'],
    [999, '999', '999'],
    [1000, '1 000', '1,000'],
    [1234.5, '1 234,5', '1,234.5'],
    [-1134.9, '−1 134,9', '−1,134.9'],
    [0.000001, '0,000001', '0.000001'],
    [12_345_678, '12 345 678', '12,345,678'],
  ])('%d', (value, own, english) => {
    expect([kk.number(value), ru.number(value), en.number(value)].map(seen)).toEqual([own, own, english])
  })

  test('with digits that stay, sizes, and times', () => {
    expect(langs.map((lang) => seen(formats[lang].fixed(1234.04, 1)))).toEqual(['1 234,0', '1 234,0', '1,234.0'])
    expect(langs.map((lang) => seen(formats[lang].size(1_450_000)))).toEqual(['1,5 МБ', '1,5 МБ', '1.5 MB'])
    expect(langs.map((lang) => seen(messages[lang].cli.duration(1500)))).toEqual(['1,50 с', '1,50 с', '1.50 s'])
  })

  test('groups of digits and their units are not torn at the end of a line', () => {
    for (const lang of ['kk', 'ru'] as const) expect(formatNumber(1_234_567, lang)).not.toContain(' ')
  })
})

describe('plurals and lists follow the language', () => {
  test.each<[number, string, string, string]>([
    [1, '1 слайд', '1 слайд', '1 slide'],
    [2, '2 слайд', '2 слайда', '2 slides'],
    [5, '5 слайд', '5 слайдов', '5 slides'],
    [11, '11 слайд', '11 слайдов', '11 slides'],
    [21, '21 слайд', '21 слайд', '21 slides'],
    [22, '22 слайд', '22 слайда', '22 slides'],
    [112, '112 слайд', '112 слайдов', '112 slides'],
    [20_001, '20 001 слайд', '20 001 слайд', '20,001 slides'],
  ])('%d', (n, ...own) => expect(langs.map((lang) => seen(messages[lang].cli.slides(n)))).toEqual(own))

  test('lists', () => {
    const words = ['a', 'b', 'c']
    expect(langs.map((lang) => formats[lang].and(words))).toEqual(['a, b және c', 'a, b и c', 'a, b, and c'])
    expect(langs.map((lang) => formats[lang].or(words))).toEqual(['a, b немесе c', 'a, b или c', 'a, b, or c'])
    expect(langs.map((lang) => formats[lang].and(['a', 'b']))).toEqual(['a және b', 'a и b', 'a and b'])
    expect(langs.map((lang) => formats[lang].or([]))).toEqual(['', '', ''])
  })

  test('names of languages', () => {
    expect(langs.map((lang) => languageName(lang, 'kk'))).toEqual(['қазақ тілі', 'орыс тілі', 'ағылшын тілі'])
    expect(langs.map((lang) => languageName(lang, 'ru'))).toEqual(['казахский', 'русский', 'английский'])
  })
})

describe('the texts of each language', () => {
  const folder = join(import.meta.dirname, '../../src/languages')
  const sources = (lang: string) =>
    readdirSync(join(folder, lang), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => [name, readFileSync(join(folder, lang, name), 'utf8')] as const)
  const lines = (lang: string, pattern: RegExp, except: RegExp = /^$/) =>
    sources(lang).flatMap(([name, text]) =>
      text
        .split('\n')
        .filter((line) => pattern.test(line) && !except.test(line))
        .map((line) => `${lang}/${name}: ${line.trim()}`),
    )

  test.each(langs)('in %s, numbers are written by format.ts alone', (lang) => {
    expect(lines(lang, /toFixed|toLocaleString|new Intl|listFormatter\('kk'|replace\('\.', ','\)/)).toEqual([])
    expect(lines(lang, /\$\{(?:count|characters|rows|moved|figures|lost|deep|sizeBytes|bytes)\}/)).toEqual([])
  })

  test('quotation marks are those of the language', () => {
    for (const lang of ['kk', 'ru']) expect(lines(lang, /[“”„‟]/, /^\s*(?:\*|\/\/|\/\*\*)/)).toEqual([])
  })
})
