import { expect, test } from 'vitest'
import { readerLanguage } from '../../../src/client/present/reader-language.ts'

test.each([
  ['kk', ['kk-KZ', 'ru']],
  ['ru', ['RU']],
  ['ru', ['de-DE', 'ru-RU', 'kk']],
  ['en', ['en-GB', 'kk']],
  ['kk', ['de', 'fr']],
  ['kk', []],
])('%s is the language of a reader who prefers %j, on a page in Kazakh', (expected, preferred) => {
  expect(readerLanguage(['kk', 'ru', 'en'], 'kk', preferred)).toBe(expected)
})
