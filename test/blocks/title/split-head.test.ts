import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rejoin, splitHead } from '../../../src/blocks/title/split-head.ts'
import type { Paragraph } from '../../../src/model/text.ts'
import { parsePlainParagraphs, plainText } from '../../../src/typeset/parse-paragraphs.ts'

const lengthOf = (list: readonly Paragraph[]) => plainText(list).length

test('a title of ordinary length is not divided', () => {
  const all = parsePlainParagraphs('**Бірінші** жол\nекінші жол')
  expect(splitHead(all)).toEqual({ head: all, tail: [] })
})

test.each([
  ['200,000 lines', 'жол\n'.repeat(200_000)],
  ['one word', 'а'.repeat(200_000)],
  ['one paragraph', 'сөз '.repeat(50_000)],
  ['bold and plain words', '**сөз** тағы '.repeat(10_000)],
  ['emoji', '👍'.repeat(50_000)],
])('of %s only the beginning is measured, and nothing is lost', (_, text) => {
  const all = parsePlainParagraphs(text)
  const { head, tail } = splitHead(all)
  expect(lengthOf(head)).toBeLessThanOrEqual(5_100)
  expect(head.length).toBeLessThanOrEqual(100)
  expect(plainText(rejoin(head, tail))).toBe(plainText(all))
  expect(plainText(head)).not.toMatch(/[\uD800-\uDBFF]$/)
})

test('any division loses no letter', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 3_000 }), { minLength: 1, maxLength: 130 }), (lines) => {
      const all = parsePlainParagraphs(lines.join('\n'))
      const { head, tail } = splitHead(all)
      expect(plainText(tail.length > 0 ? rejoin(head, tail) : head)).toBe(plainText(all))
    }),
    { numRuns: 30 },
  )
})
