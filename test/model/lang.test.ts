import { expect, test } from 'vitest'
import { textIn } from '../../src/model/lang.ts'

test('where data lack a language, the first one that they have stands in', () => {
  expect(textIn({ kk: 'а', ru: 'б', en: 'c' }, 'en')).toBe('c')
  expect(textIn({ ru: 'б', en: 'c' }, 'kk')).toBe('б')
  expect(textIn({}, 'kk')).toBe('')
})
