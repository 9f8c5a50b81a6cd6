import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { lentPrinter } from '../printer.ts'
import { complete, kinds, print } from './left-out-pictures.ts'

const lent = lentPrinter()
const root = join(import.meta.dirname, '../..')

const bayqau = 'decks/bayqau.json'
const gallery = 'test/fixtures/gallery/gallery.json'

/** The other kinds, decks and themes are compared by `npm run verify:pdf`. */
test.each([
  ['slides', gallery, 'stage'],
  ['handout in colour', bayqau, 'official'],
] as const)(
  '%s of %s in the theme %s are the same bytes as those printed with all pictures',
  async (name, path, theme) => {
    const checked = await check(join(root, path), { theme })
    const [left, whole] = [
      await print(lent.printer, kinds[name], checked),
      await print(lent.printer, complete(kinds[name]), checked),
    ]
    expect(left.pdf.equals(whole.pdf)).toBe(true)
    expect(left.printed).toEqual([expect.any(Number)])
    expect(left.printed[0]).toBeGreaterThan(0)
    expect(whole.printed).toEqual([0])
  },
)

/** Pictures of each kind, some of which no PDF takes as they are. */
const pictures: Record<string, (noise: Sharp) => Sharp> = {
  'plain.jpg': (noise) => noise.jpeg(),
  'progressive.jpg': (noise) => noise.jpeg({ progressive: true }),
  'full-colour.jpg': (noise) => noise.jpeg({ chromaSubsampling: '4:4:4' }),
  'grey.jpg': (noise) => noise.greyscale().jpeg(),
  'profile.jpg': (noise) => noise.withIccProfile('p3').jpeg(),
  'print.jpg': (noise) => noise.toColourspace('cmyk').jpeg(),
  'turned.jpg': (noise) => noise.withMetadata({ orientation: 6 }).jpeg(),
  'narrow.jpg': (noise) => noise.resize(33, 700, { fit: 'fill' }).jpeg({ quality: 100 }),
  'clear.png': (noise) => noise.ensureAlpha(0.5).png(),
  'web.webp': (noise) => noise.webp(),
}

describe('a deck with pictures of every kind', () => {
  let deck: string
  beforeAll(async () => {
    await mkdir(join(lent.folder, 'static'), { recursive: true })
    const noise = Buffer.from(Uint8Array.from({ length: 320 * 180 * 3 }, (_, i) => (i * 7919 + (i >> 5)) % 251))
    for (const [name, save] of Object.entries(pictures)) {
      const raw = sharp(noise, { raw: { width: 320, height: 180, channels: 3 } })
      await save(raw).toFile(join(lent.folder, 'static', name))
    }
    const names = Object.keys(pictures)
    const content = [...names, ...names].map((name, i) => ({
      title: `Picture ${i}`,
      text: i % 3 === 0 ? 'Words beside it.' : '',
      img_path: name,
    }))
    const gallery = { title: 'All', blocks: names.map((name) => ({ type: 'image', path: name, alt: name })) }
    deck = await lent.write({ name: 'Pictures', lang: 'en', content: [...content, gallery] }, 'pictures.json')
  })

  test.each([
    ['slides', undefined],
    ['slides', 3],
    ['handout of six', 3],
  ] as const)('is the same bytes as with all pictures (%s, in parts of %s pages)', async (name, partPages) => {
    const checked = await check(deck, { root: lent.folder })
    const [left, whole] = [
      await print(lent.printer, kinds[name], checked, partPages),
      await print(lent.printer, complete(kinds[name]), checked, partPages),
    ]
    expect(left.pdf.equals(whole.pdf)).toBe(true)
    expect(left.printed).toHaveLength(whole.printed.length)
    expect(left.printed.every((count) => count > 0)).toBe(true)
  })

  let plain: ReturnType<typeof print> | undefined
  test.each([
    ['img{filter:grayscale(1)}', 'through a filter', true],
    ['img{display:none!important}', 'not at all', true],
    ['img{mask-image:linear-gradient(#000,transparent)}', 'fading out', true],
    ['img{transform:rotate(3deg);mix-blend-mode:multiply}', 'turned and mixed with what is below', false],
    ['.slide{opacity:0.4}', 'in a group', false],
  ])('shows them right where a theme with %s draws them %s', async (css, _, isPrintedAgain) => {
    const folder = join(lent.folder, 'themes/own')
    await mkdir(folder, { recursive: true })
    const name = { kk: 'Біздің', ru: 'Наша', en: 'Ours' }
    await writeFile(join(folder, 'theme.json'), JSON.stringify({ extends: 'official', name }))
    await writeFile(join(folder, 'theme.css'), css)
    const content = [{ title: 'One', text: 'Words', img_path: 'plain.jpg' }]
    const small = await lent.write({ name: 'Small', lang: 'en', content }, 'small.json')
    const checked = await check(small, { root: lent.folder, theme: 'own' })
    const [left, whole] = [
      await print(lent.printer, kinds.slides, checked),
      await print(lent.printer, complete(kinds.slides), checked),
    ]
    expect(left.pdf.equals(whole.pdf)).toBe(true)
    expect(left.printed).toEqual(isPrintedAgain ? [1, 0] : [1])
    plain ??= print(lent.printer, kinds.slides, await check(small, { root: lent.folder }))
    expect((await plain).pdf.equals(left.pdf)).toBe(false)
  })
})
