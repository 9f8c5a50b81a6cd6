import { expect, test } from 'vitest'
import { joinGlyphs } from '../../src/pdf/glyph-runs.ts'

/** Each glyph is half as wide as the font is large. */
const half = () => () => 500
const line = (...lines: string[]) => `BT\n/F1 20 Tf\n1 0 0 -1 80 334 Tm\n${lines.join('\n')}\nET\n`

test('glyphs that stand one after the other are one text', () => {
  const glyphs = line('<0001> Tj', '9.99996 0 Td <0002> Tj', '10.0001 0 Td <00030004> Tj', '20 0 Td <0005> Tj')
  expect(joinGlyphs(glyphs, half)).toBe(line('<00010002000300040005> Tj'))
})

test('a glyph that stands elsewhere is moved there, and those after it with it', () => {
  const glyphs = line('<0001> Tj', '9.5 0 Td <0002> Tj', '10 0 Td <0003> Tj', '14 0 Td <0004> Tj')
  expect(joinGlyphs(glyphs, half)).toBe(line('[<0001>25<00020003>-200<0004>] TJ'))
})

test('small differences do not add up', () => {
  const glyphs = line('<0001> Tj', ...Array(20).fill('10.003 0 Td <0001> Tj'))
  const [written] = /\[.*\]/.exec(joinGlyphs(glyphs, half))!
  const moved = [...written.matchAll(/>(-?[\d.]+)</g)].reduce((sum, [, by]) => sum - Number(by), 0)
  expect(moved).toBeCloseTo((20 * 0.003 * 1000) / 20, 0)
})

test('what follows a line in the same text stands where it stood', () => {
  const glyphs = line('<0001> Tj', '10 0 Td <0002> Tj', '3 7 Td <0003> Tj')
  expect(joinGlyphs(glyphs, half)).toBe(line('<00010002> Tj', '10 0 Td', '3 7 Td <0003> Tj'))
})

test.each([
  ['a font of another kind', line('<0001> Tj', '10 0 Td <0002> Tj'), () => null],
  ['letters that are set apart', `2 Tc\n${line('<0001> Tj', '10 0 Td <0002> Tj')}`, half],
  ['one glyph', line('<0001> Tj'), half],
  ['a line that goes down', line('<0001> Tj', '10 2 Td <0002> Tj'), half],
  ['glyphs of one byte', line('<01> Tj', '10 0 Td <02> Tj'), half],
])('%s stays as it is', (_, content, widthsOf) => {
  expect(joinGlyphs(content, widthsOf)).toBe(content)
})
