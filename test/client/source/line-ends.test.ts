import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { difference, overlap, shownText } from '../../../src/client/source/line-ends.ts'
import type { Edit } from '../../../src/model/source.ts'

const applied = (text: string, edit: Edit | null) =>
  edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : text

describe('the text of a file as an editor shows it', () => {
  test('an edit keeps the line ends of the file, its own included', () => {
    const file = '{\r\n  "a": 1,\r\n  "b": 2\r\n}\r\n'
    const shown = shownText(file)
    const edit = difference(shown.text, '{\n  "a": 1,\n  "x": 0,\n  "b": 2\n}\n')!
    expect(applied(file, shown.fileEdit(edit))).toBe('{\r\n  "a": 1,\r\n  "x": 0,\r\n  "b": 2\r\n}\r\n')
  })

  test('whatever is edited, the file shows what was wanted, and bytes outside the edit stay', () => {
    const piece = fc.constantFrom('\r\n', '\n', '\r', 'a', '"', 'қ', '{')
    const text = fc.array(piece, { maxLength: 30 }).map((all) => all.join(''))
    fc.assert(
      fc.property(
        text,
        text.map((one) => one.replace(/\r\n?/g, '\n')),
        fc.nat(30),
        fc.nat(30),
        (file, typed, a, b) => {
          const shown = shownText(file)
          const [start, end] = [a, b].map((one) => Math.min(one, shown.text.length)).sort((x, y) => x - y) as [
            number,
            number,
          ]
          const wanted = applied(shown.text, { start, end, text: typed })
          const edit = difference(shown.text, wanted)
          if (!edit) return
          const inFile = shown.fileEdit(edit)
          const next = applied(file, inFile)
          expect(next.startsWith(file.slice(0, inFile.start)) && next.endsWith(file.slice(inFile.end))).toBe(true)
          // A lone \r before an inserted line may join with it: the line ends are then one.
          if (!/\r(?!\n)/.test(file)) expect(shownText(next).text).toBe(wanted)
        },
      ),
    )
  })

  test('an offset leads to the file and back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('\r\n', '\n', 'a'), { maxLength: 30 }), (all) => {
        const file = all.join('')
        const { text, toFile, toShown } = shownText(file)
        for (let at = 0; at <= text.length; at++) {
          expect(toShown(toFile(at))).toBe(at)
          if (text[at] !== '\n') expect(file[toFile(at)]).toBe(text[at])
        }
      }),
    )
  })
})

test('two edits are in conflict if they touch', () => {
  const edit = (start: number, end: number): Edit => ({ start, end, text: 'x' })
  expect(overlap(edit(0, 3), edit(4, 5))).toBe(false)
  expect(overlap(edit(0, 4), edit(4, 5))).toBe(true)
  expect(overlap(edit(6, 6), edit(6, 6))).toBe(true)
  expect(difference('abc', 'abc')).toBeNull()
})
