import { expect, test } from 'vitest'
import { rowsInClipboard } from '../../../../src/client/edit/controls/pasted.ts'

/** A clipboard with plain text, as a browser gives it. */
const clipboard = (text: string) =>
  ({ getData: (type: string) => (type === 'text/plain' ? text : '') }) as unknown as DataTransfer

test.each<[string, string, boolean, string[][] | null]>([
  [
    'cells',
    'a\tb\n c \td',
    false,
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['lines where a line belongs', 'a\n\nb', true, [['a'], ['b']]],
  ['lines where several may stand', 'a\nb', false, null],
  ['a word', 'a', true, null],
  ['nothing', '', true, null],
])('%s', (_, text, takesLines, rows) => {
  expect(rowsInClipboard(clipboard(text), takesLines)).toEqual(rows)
})
