import { readdirSync, readFileSync } from 'node:fs'
import subsetFont from 'subset-font'
import { describe, expect, test } from 'vitest'
import { loadHarfbuzz } from '../../src/fit/harfbuzz.ts'
import { measure } from '../../src/fit/measure-text.ts'
import { fontCodePoints } from '../../src/fonts/cmap.ts'
import { subsetPageFonts } from '../../src/fonts/page-fonts.ts'
import list from '../../static/fonts/subset.json' with { type: 'json' }

const folder = new URL('../../static/fonts/', import.meta.url)
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ttf'))
const read = (name: string) => readFileSync(new URL(name, folder))

const files = (name: string) => {
  const face = { family: name, weight: 400, italic: false, ttf: name, woff2: name.replace(/ttf$/, 'woff2') }
  return { face, ttf: read(face.ttf), woff2: read(face.woff2) }
}
const characters = (text: string) => new Set(text)
const points = (text: string) => [...text].map((character) => character.codePointAt(0)!)

describe.each(names)('%s', (name) => {
  const { ttf, woff2 } = files(name)

  test('its ready-made subset has every letter of the list that the font has', () => {
    const [all, ready] = [fontCodePoints(ttf), fontCodePoints(woff2)]
    const wanted = points(list.characters.join('')).filter((point) => all.has(point))
    expect(wanted.filter((point) => !ready.has(point))).toEqual([])
    expect(points('АаӘәҒғҚқҢңӨөҰұҮүҺһІіЁё₸№«»„“”–—…•·×°\u00a0').filter((point) => !ready.has(point))).toEqual([])
  })

  test('its ready-made subset is small', () => {
    expect(woff2.length).toBeLessThanOrEqual(name.startsWith('golos') ? 16_000 : 20_000)
  })

  test('a subset is as wide as the font', async () => {
    const hb = loadHarfbuzz()
    const text = 'Қазақстан Республикасының «Үздік жоба» байқауы: AVATAR, fi ffi ½ 1⁄2, 25 000 ₸ — Ұлт'
    const subset = await subsetFont(ttf, text, { targetFormat: 'truetype', keepFeatures: list.features })
    const widths = [ttf, subset].map((font) => {
      const opened = hb.open(font)
      return [...measure(hb, text, [{ font: opened, end: text.length }], 'kk', 0).before]
    })
    expect(widths[1]).toEqual(widths[0])
  })
})

test('a deck in Kazakh, Russian and English takes the ready-made subset as it is', async () => {
  const face = files('golos-text/400.ttf')
  const [font] = await subsetPageFonts(
    [face],
    characters('Құрметті ханымдар мен мырзалар! Добро пожаловать, welcome — 5 ₸'),
  )
  expect(font!.woff2).toBe(face.woff2)
})

test('a letter beyond it comes from the font file, and nothing is lost for it', async () => {
  const face = files('noto-sans/400.ttf')
  const [font] = await subsetPageFonts([face], characters('Ελλάδα, жоба'))
  expect(points('Ελλάδαңғү').filter((point) => !fontCodePoints(font!.woff2).has(point))).toEqual([])
})

test('letters that no font of ours has cost no subsetting', async () => {
  const face = files('golos-text/400.ttf')
  const [font] = await subsetPageFonts([face], characters('жоба 🙂 中\n'))
  expect(font!.woff2).toBe(face.woff2)
})
