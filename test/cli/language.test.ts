import { expect, test } from 'vitest'
import { messagesLang } from '../../src/cli/language.ts'

test('where the environment names no language, the system is asked', () => {
  expect(messagesLang(undefined, {}, () => 'kk-KZ')).toBe('kk')
  expect(messagesLang(undefined, { LANG: '' }, () => 'ru')).toBe('ru')
  expect(messagesLang(undefined, {}, () => 'tr-TR')).toBe('en')
  expect(messagesLang(undefined, { LANG: 'C.UTF-8' }, () => 'kk-KZ')).toBe('en')
})
