import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { type HandoutPdfOptions, handoutPdf } from '../../src/documents/handout-pdf.ts'
import { type Printer, withPrinter } from '../../src/export/printer.ts'
import { perPageChoices } from '../../src/model/handout.ts'
import type { Lang } from '../../src/model/lang.ts'
import { type PdfFile, type PdfPage, type PdfStroke, readPdf } from '../pdf-file.ts'
import { makeFirst } from '../printer.ts'

let printer: Printer
let folder: string
let giveBack = () => {}
let returned: Promise<void>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korme-handout-'))
  await new Promise<void>((lent) => {
    returned = withPrinter({}, async (one) => {
      printer = one
      lent()
      await new Promise<void>((resolve) => {
        giveBack = resolve
      })
    })
  })
})

afterAll(async () => {
  giveBack()
  await returned
  await rm(folder, { recursive: true, force: true })
})

/** Prints the handout of a deck, written as the plain value of its JSON, and reads it back. */
async function print(deck: object, options: HandoutPdfOptions = {}, lang?: Lang): Promise<PdfFile> {
  const path = join(folder, 'deck.json')
  await writeFile(path, JSON.stringify(deck))
  const checked = await check(path, { root: folder, ...(lang ? { lang } : {}) })
  return readPdf(await makeFirst(handoutPdf(options), checked, printer))
}

const slides = (count: number, more: (i: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, i) => ({
    block: '2',
    title: `Title ${i + 1}`,
    text: `What slide ${i + 1} says.`,
    ...more(i),
  }))

const deckOf = (content: object[], more: object = {}) => ({
  name: 'Handout deck',
  lang: 'en',
  event: 'The forum',
  date: '2021',
  ...more,
  content,
})

const mm = (length: number) => (length * 72) / 25.4
const titles = ({ text }: PdfPage) => [...text.matchAll(/Title (\d+)/g)].map(([, n]) => Number(n))

describe('sheets', () => {
  test.each(perPageChoices)('%i to a sheet: every slide is there, in order, as text', async (perPage) => {
    const file = await print(deckOf(slides(10)), { perPage })
    expect(file.pages).toHaveLength(Math.ceil(10 / perPage))
    expect(file.pages.flatMap(titles)).toEqual(Array.from({ length: 10 }, (_, i) => i + 1))
    expect(file.pages.map(({ text }) => text).join(' ')).toContain('What slide 10 says.')
    expect(file).toMatchObject({ title: 'Handout deck', lang: 'en' })
    expect(file.bookmarks).toEqual(Array.from({ length: 10 }, (_, i) => `Title ${i + 1}`))
    const raster = file.pages.reduce((sum, { images }) => sum + images, 0)
    expect(raster).toBe(0)
  })

  test.each([
    ['a4', 210, 297],
    ['a5', 148, 210],
    ['letter', 215.9, 279.4],
  ] as const)('on %s nothing is printed where printers cannot, or where a punch goes', async (paper, width, height) => {
    const content = slides(4, (i) => ({
      notes: `A note that takes more than a line of its place. `.repeat(10 * i + 1),
    }))
    for (const perPage of [2, 6] as const) {
      for (const page of (await print(deckOf(content), { paper, perPage, notes: true })).pages) {
        const lies = page.width > page.height
        expect(Math.abs((lies ? page.height : page.width) - mm(width))).toBeLessThan(1)
        expect(Math.abs((lies ? page.width : page.height) - mm(height))).toBeLessThan(1)
        for (const { x, baseline, width: length, size } of page.texts) {
          expect(x).toBeGreaterThanOrEqual(mm(20) - 0.1)
          expect(x + length).toBeLessThanOrEqual(page.width - mm(12) + 0.5)
          expect(baseline - size).toBeGreaterThanOrEqual(mm(lies ? 18 : 12) - 2)
          expect(baseline).toBeLessThanOrEqual(page.height - mm(12))
        }
      }
    }
  })

  test('header and footer speak the language of the deck', async () => {
    const name = { kk: 'Көрме', ru: 'Выставка', en: 'Exhibition' }
    const feet = { kk: '1-бет, барлығы 1', ru: 'Страница 1 из 1', en: 'Page 1 of 1' }
    const deck = { ...deckOf([{ block: '7', title: name }]), name, lang: 'kk', langs: ['kk', 'ru', 'en'] }
    for (const lang of ['kk', 'ru', 'en'] as const) {
      const file = await print(deck, {}, lang)
      expect(file.lang).toBe(lang)
      expect(file.pages[0]!.text).toContain(`${name[lang]} The forum · 2021`)
      expect(file.pages[0]!.text).toContain(feet[lang])
    }
    const bare = await print(deck, { header: false, footer: false }, 'en')
    expect(bare.pages[0]!.text).not.toMatch(/The forum|Page/)
  })

  test('a slide without a title has a bookmark all the same', async () => {
    const { bookmarks } = await print(deckOf([...slides(1), { block: '8', text: 'A quote' }, ...slides(1)]))
    expect(bookmarks).toEqual(['Title 1', 'Slide 2 of 3', 'Title 1'])
  })

  test.each([1, 2, 3, 4] as const)(
    '%i to a sheet: a QR code stands on its slide or beside it, not twice',
    async (perPage) => {
      const film = { block: '4', video: 'https://example.org/film' }
      const { alts } = (await print(deckOf(slides(1, () => film)), { perPage })).pages[0]!
      expect(alts.filter((alt) => /QR/.test(alt))).toHaveLength(1)
    },
  )

  test('a range takes its slides with the numbers they have in the deck', async () => {
    const { pages } = await print(deckOf(slides(9)), { perPage: 4, range: [{ from: 3, to: 7, written: '3-7' }] })
    expect(pages.map(titles)).toEqual([[3, 4, 5, 6], [7]])
  })
})

/** Horizontal strokes that belong to no frame: lines to write on. */
function linesOf({ strokes }: PdfPage): PdfStroke[] {
  const edges = new Set(
    strokes.filter(({ width }) => width < 1).flatMap(({ y, height }) => [y, y + height].map(Math.round)),
  )
  return strokes.filter(({ y, height }) => height < 0.1 && !edges.has(Math.round(y)))
}

test('three to a sheet have nine lines beside each slide, eight millimetres apart', async () => {
  const [page] = (await print(deckOf(slides(3)), { perPage: 3 })).pages
  const lines = linesOf(page!).sort((a, b) => a.y - b.y)
  expect(lines).toHaveLength(27)
  const [first] = lines
  for (const { x, width } of lines) {
    expect(x).toBeGreaterThan(page!.width / 2)
    expect(x).toBeCloseTo(first!.x, 1)
    expect(x + width).toBeCloseTo(page!.width - mm(12), 0)
  }
  const gaps = lines.slice(1).map(({ y }, i) => y - lines[i]!.y)
  expect(gaps.filter((gap) => Math.abs(gap - mm(8)) < 0.2)).toHaveLength(24)
  const titleLines = page!.texts.filter(({ text }) => text.startsWith('Title')).map(({ baseline }) => baseline)
  for (const [i, baseline] of titleLines.entries()) {
    const beside = lines.slice(9 * i, 9 * i + 9)
    expect(beside[0]!.y - baseline).toBeLessThan(mm(8))
    expect(titleLines[i + 1] ?? page!.height).toBeGreaterThan(beside[8]!.y)
  }
})

describe('notes', () => {
  test('are printed whole, and read after their slide and before the next', async () => {
    const lines = Array.from({ length: 80 }, (_, n) => `Line ${n} of the long note, said aloud.`)
    const notes = (i: number) => (i === 1 ? lines.join('\n') : `Note of slide ${i + 1}.`)
    const file = await print(deckOf(slides(4, (i) => ({ notes: notes(i) }))), { perPage: 3, notes: true })
    expect(file.pages.length).toBeGreaterThan(2)
    const whole = file.pages.map(({ text }) => text).join(' ')
    const found = [...whole.matchAll(/Line (\d+) of the long note, said aloud\./g)].map(([, n]) => Number(n))
    expect(found).toEqual(lines.map((_, n) => n))
    expect(whole).toContain('Continued on page 2')
    expect(whole).toContain('Slide 2, continued')
    const order = ['Title 1', 'Note of slide 1.', 'Title 2', 'Line 0 of', 'Title 3', 'Note of slide 3.']
    const read = file.pages[0]!.tags.join(' ')
    const places = order.map((words) => read.indexOf(words))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })
})
