import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadHarfbuzz } from '../../src/fit/harfbuzz.ts'

const folder = join(import.meta.dirname, '../../static/fonts')
const { faces } = JSON.parse(readFileSync(join(folder, '../../themes/official/theme.json'), 'utf8'))
const ttf = readFileSync(join(folder, faces[0].ttf))

test('a font file that is read again is not kept twice', () => {
  const hb = loadHarfbuzz()
  const first = hb.open(ttf)
  expect(hb.open(Uint8Array.from(ttf))).toBe(first)
})

test('another file of the same length is another font', () => {
  const hb = loadHarfbuzz()
  const other = Uint8Array.from(ttf)
  other[other.length - 1]! ^= 1
  const [first, second] = [hb.open(ttf), hb.open(other)]
  expect(second).not.toBe(first)
  expect(second.unitsPerEm).toBe(first.unitsPerEm)
})
