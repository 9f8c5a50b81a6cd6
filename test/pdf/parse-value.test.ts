import { expect, test } from 'vitest'
import { parseValue, UnexpectedPdf } from '../../src/pdf/parse-value.ts'
import { PdfName, PdfRef, PdfString, serialize, textOf, textString } from '../../src/pdf/values.ts'

test.each([
  ['null', null],
  [' true ', true],
  ['-.5', -0.5],
  ['12 0 R', new PdfRef(12)],
  ['/Type', new PdfName('Type')],
  ['/A#20B', new PdfName('A B')],
  ['(a (b) \\(c\\) \\101\\n)', new PdfString('a (b) (c) A\n')],
  ['<FEFF04D8>', new PdfString('\xfe\xff\x04\xd8')],
  ['[1 2 0 R 3 [4]]', [1, new PdfRef(2), 3, [4]]],
  [
    '<</A 1\n/B <</C (x)>>>>',
    new Map<string, unknown>([
      ['A', 1],
      ['B', new Map([['C', new PdfString('x')]])],
    ]),
  ],
  [
    '<</A [0 1]/B/C>>',
    new Map<string, unknown>([
      ['A', [0, 1]],
      ['B', new PdfName('C')],
    ]),
  ],
])('reads and writes %s', (text, value) => {
  expect(parseValue(text)).toEqual(value)
  expect(parseValue(serialize(parseValue(text)))).toEqual(value)
})

test.each(['', '>>', '<</A', '(open', '<<1 2>>', 'word', '1 2 R', '['.repeat(99)])('%s is not expected', (text) => {
  expect(() => parseValue(text)).toThrow(UnexpectedPdf)
})

test('texts are written so that every letter is kept', () => {
  for (const text of ['Plain (text) \\', 'Әлеуметтік 😀', 'é']) expect(textOf(textString(text))).toBe(text)
})
