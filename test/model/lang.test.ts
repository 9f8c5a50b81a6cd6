import { expect, test } from 'vitest'
import { textIn } from '../../src/model/lang.ts'

test('if data lack a language, their first language is used', () => {
  expect(textIn({ kk: 'а', ru: 'б', en: 'c' }, 'en')).toBe('c')
  expect(textIn({ ru: 'б', en: 'c' }, 'kk')).toBe('б')
  expect(textIn({}, 'kk')).toBe('')
})
