import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withFallbacks } from '../../src/fit/fallback-runs.ts'
import { FontSet } from '../../src/fit/font-set.ts'
import { loadHarfbuzz } from '../../src/fit/harfbuzz.ts'
import type { TextStyle } from '../../src/model/theme.ts'
import { faces } from './faces.ts'

const hb = loadHarfbuzz()
const signs = (family: string, name: string) => ({
  face: { family, weight: 400, italic: false, ttf: name, woff2: name, fallback: true },
  ttf: readFileSync(new URL(`../../static/signs/${name}.ttf`, import.meta.url)),
})
const set = new FontSet(
  [...faces, signs('Noto Sans Symbols 2', 'noto-sans-symbols-2'), signs('Noto Emoji', 'noto-emoji')],
  hb,
)
const style = { family: 'Golos Text', weight: 400, boldWeight: 700, italicWeight: 600 } as TextStyle
const own = set.fontFor(style, false, false)

/** The parts of a text, each marked by whether it is in the style's own font. */
const parts = (text: string) => {
  const runs = withFallbacks(hb, set, text, [{ font: own, end: text.length }])
  return runs.map(({ font, end }, i) => `${font === own ? '' : '!'}${text.slice(runs[i - 1]?.end ?? 0, end)}`)
}

test('what the font lacks is in another, the rest is not', () => {
  expect(parts('Бітті ✓, жоқ')).toEqual(['Бітті ', '!✓', ', жоқ'])
  expect(parts('★★★')).toEqual(['!★★★'])
  expect(parts('Қазақ')).toEqual(['Қазақ'])
})

test('what readers see as one character is in one font', () => {
  expect(parts('а👨‍👩‍👧б')).toEqual(['а', '!👨‍👩‍👧', 'б'])
  expect(parts('а1\ufe0f\u20e3б')).toEqual(['а', '!1\ufe0f\u20e3', 'б'])
  expect(parts('🇰🇿👍🏽')).toEqual(['!🇰🇿👍🏽'])
})

test('what no font has stays where it is', () => {
  expect(parts('а\ue123б')).toEqual(['а\ue123б'])
  expect(set.fallbackFor('\ue123', own)).toBeNull()
})
