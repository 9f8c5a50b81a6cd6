import { expect, test } from 'vitest'
import { messagesLang, unknownLangVariable } from '../../src/cli/language.ts'

test('where the environment names no language, the system is asked', () => {
  expect(messagesLang(undefined, {}, () => 'kk-KZ')).toBe('kk')
  expect(messagesLang(undefined, { LANG: '' }, () => 'ru')).toBe('ru')
  expect(messagesLang(undefined, {}, () => 'tr-TR')).toBe('en')
  expect(messagesLang(undefined, { LANG: 'C.UTF-8' }, () => 'kk-KZ')).toBe('en')
})

test.each([
  ['de', undefined, true],
  ['kz', undefined, true],
  ['russian', undefined, true],
  ['қазақша', undefined, true],
  ['de', 'ru', false],
  ['KK', undefined, false],
  ['ru_KZ.UTF-8', undefined, false],
  [' ', undefined, false],
  [undefined, undefined, false],
])('KORME_LANG=%s with --messages %s is told: %s', (value, flag, told) => {
  const fault = { code: 'variable-value-unknown', variable: 'KORME_LANG', value, known: ['kk', 'ru', 'en'] }
  expect(unknownLangVariable(flag, { KORME_LANG: value })).toEqual(told ? fault : null)
})
