import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { type BuildOptions, check } from '../../src/build.ts'
import { type SlidesPdfOptions, slidesPdf } from '../../src/documents/slides-pdf.ts'
import type { TextView } from '../../src/model/laid-out.ts'
import { parseRange } from '../../src/model/slide-range.ts'
import { type PdfFile, readPdf } from '../pdf-file.ts'
import { lentPrinter, makeFirst } from '../printer.ts'

const lent = lentPrinter()
const root = join(import.meta.dirname, '../..')

/** Prints the slides of a deck that lies on the disk and reads them back, with the pages that were laid out. */
async function printFile(path: string, options: SlidesPdfOptions = {}, build: BuildOptions = {}) {
  const checked = await check(path, build)
  const edition = checked.editions[0]!
  const bytes = await makeFirst(slidesPdf(options), checked, lent.printer)
  return { file: await readPdf(bytes), deck: edition.deck, bytes }
}

async function print(deck: object, options: SlidesPdfOptions = {}): Promise<PdfFile> {
  return (await printFile(await lent.write(deck), options, { root: lent.folder })).file
}

const range = (text: string) => ({ range: parseRange(text)! })
/** Letters and digits alone: how lines are joined and where marks stand is not what is compared. */
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

/** What a laid-out page says, from its own lines. */
const saidBy = (boxes: readonly { view: unknown }[]) =>
  boxes
    .flatMap(({ view }) => {
      const { page, suffix } = view as Partial<TextView>
      const lines = (page?.paragraphs ?? []).flatMap(({ marker, lines }) => [
        marker,
        ...lines.map(({ runs }) => runs.map(({ text }) => text).join('')),
      ])
      return [...lines, suffix ?? '']
    })
    .join(' ')

const three = {
  name: 'Three slides',
  lang: 'en',
  content: [
    { title: 'The first', block: '1', text: 'Cover' },
    {
      title: 'The second, whose title is long enough to be broken over two lines of a slide like this',
      text: 'Words with [a site](https://example.org/a?b=c&d=e), [a letter](mailto:a@example.org), [the third](#3).\n1. A part\nIts **bold** and *slanted* text.\n• One item\n• Another item',
      notes: 'Say this.\nThen say that.',
    },
    { title: 'The third', text: 'End' },
  ],
}

/** The headings of a laid-out page, letters alone: its title, and those inside its texts. */
const headingsIn = (boxes: readonly { view: unknown }[]) =>
  boxes.flatMap(({ view }) => {
    const { heading, page, suffix } = view as Partial<TextView>
    if (heading) return [letters(saidBy([{ view }]))]
    const inner = (page?.paragraphs ?? []).filter(({ kind, continued }) => kind === 'heading' && !continued)
    return inner.map((paragraph) => letters(saidBy([{ view: { page: { paragraphs: [paragraph] }, suffix } }])))
  })

/** A slide without one is named by its number, for those who listen. */
const isTitle = ({ view }: { view: unknown }) => Boolean((view as Partial<TextView>).heading)

/** The headings that are tagged as such, letters alone. */
function headingsOf(tags: readonly string[]): string[] {
  const kept = tags.filter((tag) => !/^<(Root|Document|NonStruct|Div|Span)>$/.test(tag)).join('\n')
  return [...kept.matchAll(/^<H\d>((?:\n[^<].*)*)/gm)].map(([, text = '']) => letters(text))
}

describe('the decks that ship', () => {
  test.each(['bayqau', 'every-block', 'priemnaya'])('%s: every page says what was laid out for it', async (name) => {
    const { file, deck } = await printFile(join(root, 'decks', `${name}.json`))
    expect(file.pages).toHaveLength(deck.pages.length)
    const { width, height } = deck.stage
    for (const [i, page] of file.pages.entries()) {
      expect([page.width, page.height]).toEqual([width * 0.75, height * 0.75])
      const said = letters(page.text)
      for (const box of deck.pages[i]!.boxes) expect(said).toContain(letters(saidBy([box])))
    }
    for (const [i, { tags }] of file.pages.entries()) {
      const headings = headingsIn(deck.pages[i]!.boxes)
      const unnamed = deck.pages[i]!.part === 1 && !deck.pages[i]!.boxes.some(isTitle)
      expect(headingsOf(tags).slice(unnamed ? 1 : 0)).toEqual(headings)
    }
    expect(file).toMatchObject({ title: deck.title, lang: deck.lang })
    const slides = new Set(deck.pages.map(({ slide }) => slide)).size
    expect(file.bookmarks.filter((one) => !one.startsWith('\t'))).toHaveLength(slides)
    const faces = new Set(file.pages.flatMap(({ fonts }) => fonts))
    expect([...faces].filter((face) => !/^GolosText-(Regular|SemiBold|Bold)$/.test(face))).toEqual([])
  })
})

describe('for those who listen', () => {
  test('headings, lists, links and pictures are tagged in the order in which they are read', async () => {
    const [, second] = (await print(three)).pages
    expect(second!.tags.filter((tag) => !/^<(Root|Document|NonStruct|Div|Span)>$/.test(tag))).toEqual([
      ...['<H1>', expect.stringMatching(/^The second/), expect.stringMatching(/like this$/)],
      ...['<P>', 'Words with', '<Link>', 'a site', ',', '<Link>', 'a letter', ',', '<Link>', 'the third', '.'],
      ...['<H2>', '1.', 'A part', '<P>', 'Its', 'bold', 'and', 'slanted', 'text.'],
      ...['<L>', '<LI>', '<LBody>', 'One item', '<LI>', '<LBody>', 'Another item'],
    ])
  })

  test('links lead out of the file, and to its own pages', async () => {
    const [, second] = (await print(three)).pages
    expect(second!.links).toEqual(['https://example.org/a?b=c&d=e', 'mailto:a@example.org'])
    expect(second!.targets).toEqual([3])
  })

  test('a picture has its text, each time it is shown, and is stored once', async () => {
    await mkdir(join(lent.folder, 'static'), { recursive: true })
    const noise = Buffer.from(Uint8Array.from({ length: 64 * 36 * 3 }, (_, i) => (i * 7919) % 251))
    const picture = sharp(noise, { raw: { width: 64, height: 36, channels: 3 } }).resize(1280, 720)
    await picture.jpeg({ quality: 90 }).toFile(join(lent.folder, 'static/a.jpg'))
    const slide = { title: 'A', text: 'B', img_path: '/a.jpg', img_alt: 'A pattern' }
    const sizes: number[] = []
    for (const count of [1, 6]) {
      const path = await lent.write({ name: 'P', lang: 'en', content: Array(count).fill(slide) })
      const { file, bytes } = await printFile(path, {}, { root: lent.folder })
      expect(file.pages.map(({ alts }) => alts)).toEqual(Array(count).fill(['A pattern']))
      expect(file.pages.map(({ images }) => images)).toEqual(Array(count).fill(1))
      sizes.push(bytes.length)
    }
    expect(sizes[1]! - sizes[0]!).toBeLessThan(30_000)
  })

  test('a map is described, whether letters stand on it or not', async () => {
    const markers = [{ lat: 51.1, lng: 71.4 }]
    const ring = [
      [60, 45],
      [70, 45],
      [70, 52],
      [60, 45],
    ]
    const geojson = { type: 'Polygon', coordinates: [ring] }
    const maps = [
      { markers, alt: 'Where we work' },
      { base: 'none', geojson, alt: 'Our field' },
    ]
    const content = maps.map((map) => ({ title: 'Map', block: '5', map }))
    const file = await print({ name: 'M', lang: 'en', content })
    expect(file.pages.map(({ alts }) => alts)).toEqual([['Where we work.'], ['Our field.']])
    expect(file.pages[1]!.text).toBe('Map M 2 / 2')
  })
})

test.each(['calm', 'contrast', 'official', 'stage'])(
  '%s: signs stay what they are beside one another',
  async (theme) => {
    const signs = 'x->y a<-b <<c>> d–>e f—>g <–h i=>j <=k !=l m--n o...p 1/2 3/4 (c) (r) :: || fi fl ff ffi ffl'
    const file = await print(
      { name: 'S', lang: 'en', theme, content: [{ title: signs, text: `${signs}.`, notes: signs }] },
      { notes: true },
    )
    expect(file.pages[0]!.text).toContain(signs)
    expect(file.pages[0]!.text).toContain(`${signs}.`)
    expect(file.pages[0]!.text.split(signs)).toHaveLength(4)
  },
)

describe('bookmarks', () => {
  test('one a slide; further pages and headings inside stand under it', async () => {
    const long = Array.from({ length: 90 }, (_, i) => `Sentence ${i} of a text that is far too long.`).join(' ')
    const file = await print({
      name: 'Outline',
      lang: 'en',
      content: [
        { title: 'One', text: '1. Inside\nText.\n2. Beside\nText.' },
        { title: 'Two', text: long },
        { block: '8', text: 'A quote that has no title' },
      ],
    })
    const further = file.bookmarks.filter((one) => /^\tTwo \(\d\/\d\)$/.test(one))
    expect(further.length).toBeGreaterThan(0)
    expect(file.bookmarks).toEqual([
      ...['One', '\t1. Inside', '\t2. Beside'],
      ...[expect.stringMatching(/^Two \(1\/\d\)$/), ...further],
      `Slide ${file.pages.length} of ${file.pages.length}`,
    ])
  })

  test('a title of several lines is one bookmark with its spaces', async () => {
    expect((await print(three)).bookmarks[1]).toBe(three.content[1]!.title)
  })
})

test('a PDF names its author, whatever letters the name has, and stays as it was otherwise', async () => {
  const whole = { ...three, author: 'Әлия (Тасова) 😀 >>' }
  const file = await print(whole)
  expect(file.author).toBe(whole.author)
  const plain = await print(three)
  expect(plain.author).toBeNull()
  // The cover names its author.
  const rest = ({ pages, author: _, ...said }: PdfFile) => ({ ...said, pages: pages.slice(1) })
  expect(rest(file)).toEqual(rest(plain))
})

describe('a range', () => {
  test('takes slides by their numbers, with all pages they run on to', async () => {
    const long = 'A sentence of a text that is far too long for one slide. '.repeat(90)
    const content = [
      { title: 'A1', text: 'a' },
      { title: 'B2', text: long },
      { title: 'C3', text: 'c' },
    ]
    const file = await print({ name: 'R', lang: 'en', content }, range('2-3'))
    expect(file.pages.length).toBeGreaterThan(2)
    expect(file.pages.map(({ text }) => /A1|B2|C3/.exec(text)?.[0])).toEqual([
      ...Array(file.pages.length - 1).fill('B2'),
      'C3',
    ])
  })

  test('leaves links to slides that it leaves out as plain text', async () => {
    const [second] = (await print(three, range('2'))).pages
    expect(second!.targets).toEqual([])
    expect(second!.text).toContain('the third')
  })

  test('of slides that the deck does not have is wrong usage', async () => {
    await expect(print(three, range('2-4'))).rejects.toMatchObject({
      exitCode: 2,
      fault: { code: 'range-outside', part: '2-4', slides: 3 },
    })
  })
})

describe('speaker notes', () => {
  test('stand below their slide on upright A4', async () => {
    const file = await print(three, { notes: true })
    expect(file.pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(
      Array(3).fill([595, 842]),
    )
    const [, second] = file.pages
    const said = second!.texts.find(({ text }) => text.startsWith('Say this'))!
    const title = second!.texts.find(({ text }) => text.startsWith('The second'))!
    expect(said.baseline).toBeGreaterThan(title.baseline + 200)
    expect((await print(three)).pages.map(({ text }) => text).join()).not.toContain('Say this')
  })

  test('run on as far as they must, whole, before the next slide', async () => {
    const notes = Array.from({ length: 260 }, (_, i) => `Note number ${i} is a sentence of its own.`)
    const slide = { title: 'Long', text: 'Text', notes: notes.join(' ') }
    const file = await print({ name: 'N', lang: 'en', content: [slide, { title: 'Next', text: 'x' }] }, { notes: true })
    const pages = file.pages.map(({ text }) => text)
    expect(pages.length).toBeGreaterThan(3)
    const said = [...pages.join(' ').matchAll(/Note number (\d+) is/g)].map(([, n]) => Number(n))
    expect(said).toEqual(notes.map((_, n) => n))
    expect(pages.at(-1)).toMatch(/Next/)
  })
})

test('4:3 decks have pages of their own shape', async () => {
  const file = await print({ ...three, aspect: '4:3' })
  expect(file.pages.map(({ width, height }) => [width, height])).toEqual(Array(3).fill([720, 540]))
})
