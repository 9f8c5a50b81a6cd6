import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { type BuildOptions, check } from '../../src/build.ts'
import type { DocumentKind } from '../../src/documents/document-kind.ts'
import { handoutPdf } from '../../src/documents/handout-pdf.ts'
import { slidesPdf } from '../../src/documents/slides-pdf.ts'
import type { Printer } from '../../src/export/printer.ts'
import { placeholderMark } from '../../src/model/left-out-picture.ts'
import { lentPrinter, makeFirst } from '../printer.ts'

const lent = lentPrinter()
const root = join(import.meta.dirname, '../..')

const kinds = {
  slides: slidesPdf(),
  notes: slidesPdf({ notes: true }),
  'handout of six': handoutPdf({ perPage: 6 }) as DocumentKind,
  'handout in colour': handoutPdf({ perPage: 2, printMode: 'full' }) as DocumentKind,
} satisfies Record<string, DocumentKind>

/** A kind whose pages have all their pictures. */
const complete = (kind: DocumentKind): DocumentKind => ({
  ...kind,
  render: (editions, checked, options) => kind.render(editions, checked, { ...options, leavesOutPictures: false }),
})

/** Base64 of the mark of a placeholder, at each of the three places that it may have. */
const marks = ['', ' ', '  '].map((before) => {
  const whole = Buffer.from(`${before}${placeholderMark}`).toString('base64').replace(/=+$/, '')
  return whole.slice(before.length === 0 ? 0 : before.length + 1, -1)
})

/** Makes a document, and tells of each page that was printed how many placeholders it had. */
async function make(kind: DocumentKind, path: string, build: BuildOptions = {}, partPages?: number) {
  const printed: number[] = []
  const print: Printer['print'] = (html, pages) => {
    printed.push(marks.reduce((sum, mark) => sum + html.split(mark).length - 1, 0))
    return lent.printer.print(html, pages)
  }
  const pdf = await makeFirst(kind, await check(path, build), { ...lent.printer, print }, partPages)
  return { pdf: Buffer.from(pdf), printed }
}

describe.each(Object.entries(kinds))('%s', (_, kind) => {
  test.each([
    ['decks/bayqau.json', 'official'],
    ['test/fixtures/gallery/gallery.json', 'stage'],
  ])('of %s in the theme %s are the same bytes as those printed with all pictures', async (path, theme) => {
    const [left, whole] = [
      await make(kind, join(root, path), { theme }),
      await make(complete(kind), join(root, path), { theme }),
    ]
    expect(left.pdf.equals(whole.pdf)).toBe(true)
    expect(left.printed).toEqual([expect.any(Number)])
    expect(left.printed[0]).toBeGreaterThan(0)
    expect(whole.printed).toEqual([0])
  })
})

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

  test.each([undefined, 3])('is the same bytes as with all pictures, in parts of %s pages', async (partPages) => {
    for (const kind of [kinds.slides, kinds['handout of six']]) {
      const [left, whole] = [
        await make(kind, deck, { root: lent.folder }, partPages),
        await make(complete(kind), deck, { root: lent.folder }, partPages),
      ]
      expect(left.pdf.equals(whole.pdf)).toBe(true)
      expect(left.printed).toHaveLength(whole.printed.length)
      expect(left.printed.every((count) => count > 0)).toBe(true)
    }
  })

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
    const build = { root: lent.folder, theme: 'own' }
    const [left, whole] = [await make(kinds.slides, small, build), await make(complete(kinds.slides), small, build)]
    expect(left.pdf.equals(whole.pdf)).toBe(true)
    expect(left.printed).toEqual(isPrintedAgain ? [1, 0] : [1])
    const plain = await make(kinds.slides, small, { root: lent.folder })
    expect(plain.pdf.equals(left.pdf)).toBe(false)
  })
})
