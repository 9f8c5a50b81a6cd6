import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLocator } from '../../src/report/line-column.ts'

test('counts lines and columns from 1, columns in UTF-16 units', () => {
  const locate = createLocator('ab\n😀c\r\nd\re')
  expect(locate(0)).toEqual({ line: 1, column: 1 })
  expect(locate(2)).toEqual({ line: 1, column: 3 })
  expect(locate(5)).toEqual({ line: 2, column: 3 })
  expect(locate(8)).toEqual({ line: 3, column: 1 })
  expect(locate(10)).toEqual({ line: 4, column: 1 })
})

test('returns the same place in any order of calls, and clamps offsets outside the text', () => {
  const texts = fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', '😀')).map((list) => list.join(''))
  fc.assert(
    fc.property(texts, fc.array(fc.integer({ min: -5, max: 60 })), (text, offsets) => {
      const locate = createLocator(text)
      for (const offset of offsets) {
        const inside = Math.min(Math.max(offset, 0), text.length)
        const before = text
          .slice(0, inside)
          .replace(/\r$/, text[inside] === '\n' ? '·' : '\r')
          .split(/\r\n|\r|\n/)
        expect(locate(offset)).toEqual({ line: before.length, column: before.at(-1)!.length + 1 })
      }
    }),
  )
})
