import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { describe, expect, test, vi } from 'vitest'
import { loadHarfbuzz } from '../../src/fit/harfbuzz.ts'
import { measure } from '../../src/fit/measure-text.ts'
import { fontCodePoints } from '../../src/fonts/cmap.ts'
import { subsetFont as keptSubset, subsetPageFonts } from '../../src/fonts/page-fonts.ts'
import list from '../../static/fonts/subset.json' with { type: 'json' }
import { temporaryFolder } from '../support/temporary-folder.ts'

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

test('a font for the same letters is made once, unless what was kept is damaged', async () => {
  const home = temporaryFolder()
  vi.stubEnv('XDG_CACHE_HOME', home)
  const ttf = read('noto-sans/400.ttf')
  const folder = join(home, 'korme/fonts')
  const kept = () => readdirSync(folder).flatMap((name) => (/^[0-9a-f]{32}$/.test(name) ? [join(folder, name)] : []))
  const made = Buffer.from(await keptSubset(ttf, points('Ελ')))
  expect(kept()).toHaveLength(1)
  // What is found there is taken: it is another font that is as sound.
  const other = Buffer.from(await keptSubset(ttf, points('α')))
  const [one, two] = kept()
  const [first, second] = [readFileSync(one!), readFileSync(two!)]
  writeFileSync(one!, second)
  writeFileSync(two!, first)
  expect(Buffer.from(await keptSubset(ttf, points('λΕλ'))).equals(other)).toBe(true)
  for (const path of kept()) writeFileSync(path, 'x')
  expect(Buffer.from(await keptSubset(ttf, points('λΕ'))).equals(made)).toBe(true)
  expect([...fontCodePoints(made)].filter((point) => point > 0x20)).toEqual(points('Ελ').sort())
  expect(kept()).toHaveLength(2)
})
