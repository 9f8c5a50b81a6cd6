import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnWidth } from '../../src/report/printable.ts'
import { indentText, wrapText } from '../../src/report/wrap-text.ts'

test('wraps at spaces', () => {
  expect(wrapText('one two three', 7)).toBe('one two\nthree')
  expect(wrapText('бір екі үш', 7)).toBe('бір екі\nүш')
  expect(wrapText('a veryveryvery long word', 6)).toBe('a\nveryveryvery\nlong\nword')
  expect(wrapText('', 5)).toBe('')
})

test('keeps commands and paths whole', () => {
  const command = 'npx korme check "decks/a b.json"'
  expect(wrapText(`For details: ${command}.`, 30, [command])).toBe(`For details:\n${command}.`)
  expect(wrapText('costs $& and $1', 8, ['$& and'])).toBe('costs\n$& and\n$1')
})

test('indents every line', () => expect(indentText('one two three', 22, 2)).toBe('  one two three'))

test('loses nothing, and no line is wider than it has to be', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-zғқА-я]{1,14}$/), { maxLength: 40 }).map((words) => words.join(' ')),
      fc.integer({ min: 10, max: 100 }),
      (text, width) => {
        const lines = wrapText(text, width).split('\n')
        expect(lines.join(' ')).toBe(text)
        for (const line of lines) expect(columnWidth(line) <= width || !line.includes(' ')).toBe(true)
      },
    ),
  )
})
