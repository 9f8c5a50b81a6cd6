import { beforeAll, expect, test } from 'vitest'
import { fontCodePoints } from '../../src/fonts/cmap.ts'
import { withFallbackFaces } from '../../src/fonts/fallback-fonts.ts'
import { type LoadedFace, loadFaces } from '../../src/fonts/font-files.ts'
import { subsetPageFonts } from '../../src/fonts/page-fonts.ts'
import { disk } from '../../src/system/disk.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'

let faces: readonly LoadedFace[]
beforeAll(async () => {
  const { theme } = await loadTheme('official', { files: disk, root: import.meta.dirname, out: import.meta.dirname })
  faces = await loadFaces(theme!)
})

/** The added faces as the characters that each of them draws, by family and weight. */
async function added(text: string): Promise<Record<string, string>> {
  const all = await withFallbackFaces(faces, new Set(text))
  const own = all.slice(faces.length)
  return Object.fromEntries(
    own.map(({ face, ttf }) => [
      `${face.family} ${face.weight}`,
      [...fontCodePoints(ttf)]
        .sort((a, b) => a - b)
        .map((point) => String.fromCodePoint(point))
        .join(''),
    ]),
  )
}

test('a deck in letters of the theme gets no other font', async () => {
  expect(await withFallbackFaces(faces, new Set('Қазақстан — 25 000 ₸, «Үздік»\t\u00a0\u200b\n'))).toBe(faces)
})

test('what the theme lacks is in the font that suits it, and nothing else is', async () => {
  expect(await added('Ав ✓★▲')).toEqual({ 'Noto Sans Symbols 2 400': '▲★✓' })
  expect(await added('αΩ')).toEqual({ 'Noto Sans 400': 'Ωα', 'Noto Sans 700': 'Ωα' })
  expect(await added('①⚙')).toEqual({ 'Noto Sans Symbols 400': '①⚙' })
  expect(await added('∑⇒')).toEqual({ 'Noto Sans Math 400': '⇒∑' })
})

test.each([...'🚀✅❌👍🔥⭐❗🏆⚡'])('%s is drawn as an emoji', async (sign) => {
  expect(Object.keys(await added(sign))).toEqual(['Noto Emoji 400'])
})

test('sequences of emoji are in one font', async () => {
  const { 'Noto Emoji 400': family } = await added('👨‍👩‍👧')
  for (const part of '👨‍👩‍👧') expect(family).toContain(part)
  const { 'Noto Emoji 400': key } = await added('1\ufe0f\u20e3')
  for (const part of '1\u20e3') expect(key).toContain(part)
})

test.each([...'✓✔✗✘★☆■□▲△▼▽●○◆◇→←↑↓⇒⇔➜➤►◄▶☐☑☒☎✉📞⚠ℹ①②③❶Ⅷ∑√≥≤≠≈∈∀μΩαβ½⅓⅔ʻğĞŬ♥♦☀☁❄'])('%s has a font', async (sign) => {
  const all = await withFallbackFaces(faces, new Set(sign))
  expect(all.some(({ ttf }) => fontCodePoints(ttf).has(sign.codePointAt(0)!))).toBe(true)
})

test('what no font has is in none', async () => {
  expect(await added('\ue123กᚠ')).toEqual({})
})

test('an edit without new characters gets the same faces', async () => {
  const before = await withFallbackFaces(faces, new Set('а✓'))
  expect(await withFallbackFaces(faces, new Set('б✓'))).toBe(before)
  expect(await withFallbackFaces(faces, new Set('б✓★'))).not.toBe(before)
})

test('a page embeds just those characters', async () => {
  const all = await withFallbackFaces(faces, new Set('а✓'))
  const fonts = await subsetPageFonts(all, new Set('а✓'))
  expect([...fontCodePoints(fonts.at(-1)!.woff2)]).toEqual(['✓'.codePointAt(0)])
  expect(fonts.at(-1)!.woff2.length).toBeLessThan(4_000)
})
