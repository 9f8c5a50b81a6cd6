import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { LaidOutPage, PlacedBox, TextView } from '../../src/model/laid-out.ts'
import type { Paragraph } from '../../src/model/text.ts'
import { parseParagraphs, parsePlainParagraphs } from '../../src/typeset/parse-paragraphs.ts'
import { across, join, type LayoutFixture, loadOfficial, pictures, set } from './fixture.ts'

let ours: LayoutFixture
beforeAll(async () => {
  ours = await loadOfficial()
})

const word = fc.constantFrom(
  ...'жоба қатысты 120 адам. Бөлім; «Үздік – 2017» 18,4 млн ₸ **маңызды** *сөз* https://example.kz/a_b?c=d'.split(' '),
  'халықаралықтандырылмағандықтан',
  '[сайт](https://example.kz)',
  'и/или',
)
const line = (max: number) =>
  fc
    .tuple(fc.constantFrom('', '', '', '• ', '– ', '3. '), fc.array(word, { minLength: 1, maxLength: max }))
    .map(([mark, list]) => mark + list.join(' '))
const prose = fc.oneof(
  { weight: 3, arbitrary: fc.array(line(40), { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(line(120), { minLength: 4, maxLength: 20 }) },
)
const text = prose.map((lines) => lines.join('\n'))
const title = fc.oneof(
  { weight: 4, arbitrary: fc.array(word, { maxLength: 8 }) },
  { weight: 1, arbitrary: fc.array(word, { minLength: 30, maxLength: 60 }) },
)
const image = fc.constantFrom(...[...pictures.keys()].filter((path) => path !== 'logo.png'), '???.png')
/** The caption of a missing picture becomes a text, where a dash at its start would be the mark of a list. */
const caption = fc.option(
  fc.array(word, { minLength: 1, maxLength: 12 }).map((list) => `Сурет: ${list.join(' ')}`),
  { nil: '' },
)
const slide = fc.record({
  block: fc.constantFrom('', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'),
  title: title.map((list) => list.join(' ')),
  text: fc.oneof(fc.constant(''), text, fc.array(text, { minLength: 2, maxLength: 4 })),
  img_path: fc.oneof(fc.constant(''), image, fc.array(image, { minLength: 2, maxLength: 4 })),
  img_caption: caption,
  video: fc.constantFrom('', '', '', 'https://example.kz/video'),
  map: fc.constantFrom('', '', '', 'Астана'),
  fit: fc.constantFrom('auto', 'shrink', 'split'),
})
const deck = fc.record({
  aspect: fc.constantFrom('16:9', '4:3'),
  logo_title: fc.constant('Орталық'),
  content: fc.array(slide, { minLength: 1, maxLength: 4 }),
})
type Slide = {
  title: string
  text: string | string[]
  img_path: string | string[]
  img_caption: string
  video: string
  map: string
}

const runs = 30

test('every character of a deck is on its pages', () => {
  fc.assert(
    fc.property(deck, (value) => {
      const { pages } = set(value, ours).laidOut
      value.content.forEach((one, i) => {
        const own = pages.filter(({ slide }) => slide === i)
        const shown = one.block === '9' ? withoutSeparators : (all: string) => all
        expect(sorted(shown(shownOn(own)))).toBe(sorted(shown(saidBy(one))))
      })
    }),
    { numRuns: runs },
  )
})

test('a text is on its pages in order, character for character', () => {
  const one = fc.record({ title: fc.constant('Тақырып'), text, img_path: fc.oneof(fc.constant(''), image) })
  fc.assert(
    fc.property(one, (value) => {
      const { pages } = set({ content: [{ block: '2', ...value }] }, ours).laidOut
      expect(across(pages, 'body')).toBe(plain(parseParagraphs(value.text)))
    }),
    { numRuns: runs },
  )
})

test('no box leaves the stage or overlaps another, except a background picture', () => {
  fc.assert(
    fc.property(deck, (value) => {
      const { pages, stage } = set(value, ours).laidOut
      for (const page of pages) {
        for (const { region, x, y, width, height } of page.boxes) {
          expect
            .soft([region, x >= 0, y >= 0, x + width <= stage.width, y + height <= stage.height])
            .toEqual([region, true, true, true, true])
        }
        expect(overlaps(page)).toEqual([])
      }
    }),
    { numRuns: runs },
  )
})

test('a long cover title is complete, though further pages have less space for it', () => {
  const title = 'https://example.kz/a_b?c=d https://example.kz/a_b?c=d халықаралықтандырылмағандықтан қатысты'
  const content = [{ block: '1', title, img_path: ['tall.jpg', 'tall.jpg'] }]
  const { pages } = set({ aspect: '4:3', logo_title: 'Орталық', content }, ours).laidOut
  expect(sorted(shownOn(pages))).toBe(sorted(title.replaceAll('https://', '')))
})

test('a captioned picture is not put behind the texts of a cover', () => {
  const cover = { block: '1', title: 'Көрме', img_path: 'photo.jpg', img_caption: 'Сурет: жоба' }
  const { pages } = set({ logo_title: 'Орталық', content: [cover] }, ours).laidOut
  expect(pages.map(({ layout }) => layout)[0]).toBe('cover')
  expect(
    pages.flatMap((page) => (page.layout === 'cover' ? page.boxes : [])).map(({ region }) => region),
  ).not.toContain('image')
  expect(shownOn(pages)).toContain('Сурет')
})

test('the title of a continued slide has one size on all its pages', () => {
  const long = 'Ауданда көмек керек адамға сол күні жауап берілуі тиіс, ол үшін бәрі бірге жұмыс істейді. '.repeat(60)
  const title = 'ҚАЗАҚСТАНДАҒЫ ҮЗДІК ӘЛЕУМЕТТІК ЖОБАЛАРДЫҢ БАЙҚАУЫ'
  const { pages } = set(
    {
      content: [
        { block: '7', title: 'Бөлім' },
        { block: '2', title, text: long },
      ],
    },
    ours,
  ).laidOut
  const sizes = pages
    .filter(({ parts }) => parts > 1)
    .flatMap(({ boxes }) => boxes.filter(({ region }) => region === 'title'))
    .map(({ view }) => (view as TextView).size)
  expect(sizes.length).toBeGreaterThan(2)
  expect(new Set(sizes).size).toBe(1)
})

test('parts are counted, and every slide has a page', () => {
  fc.assert(
    fc.property(deck, (value) => {
      const { pages } = set(value, ours).laidOut
      value.content.forEach((_, i) => {
        const own = pages.filter(({ slide }) => slide === i)
        expect(own.map(({ part, parts }) => [part, parts])).toEqual(own.map((_, k) => [k + 1, own.length]))
        expect(own.length).toBeGreaterThan(0)
      })
    }),
    { numRuns: runs },
  )
})

/** Slides of figures set figures above their labels instead of the dash or colon between them. */
const withoutSeparators = (all: string) => all.replace(/[–—:;,()-]/g, '')

/** What a slide says: titles, texts, captions, the words of its cards. */
function saidBy({ title, text, img_path, img_caption, video, map }: Slide): string {
  const texts = [text].flat().filter(Boolean).flatMap(parseParagraphs)
  const caption = img_path.length > 0 ? parsePlainParagraphs(img_caption) : []
  return plain([...parsePlainParagraphs(title), ...texts, ...caption]) + video.replace('https://', '') + map
}

/** What its pages say: the title once, the deck's own words not. */
function shownOn(pages: readonly LaidOutPage[]): string {
  const [first, ...more] = pages
  const frame = ['footer', 'page', 'mark', 'number', 'logoTitle', 'event']
  const own = (page: LaidOutPage) => page.boxes.filter(({ region }) => !frame.includes(region))
  // Every page repeats the title, which stands among the figures if it is one.
  const isTitle = ({ region, view }: PlacedBox) => region === 'title' || (view as Partial<TextView>).heading != null
  const repeated = more.flatMap((page) => own(page).filter((box) => !isTitle(box)))
  return join([...own(first!), ...repeated])
}

const plain = (list: readonly Paragraph[]) =>
  list.map(({ marker, spans }) => [marker, spans.map(({ text }) => text).join('')].filter(Boolean).join(' ')).join('\n')

const sorted = (text: string) => [...text.replace(/\s/g, '')].sort().join('')

/** Names of boxes that share room; what stands on a picture that bleeds is meant to. */
function overlaps({ boxes }: LaidOutPage): string[] {
  const over = (a: PlacedBox, b: PlacedBox) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => (!bleeds(a) && !bleeds(b) && over(a, b) ? `${a.region} ${b.region}` : [])),
  )
}

/** A picture that touches the edge of the stage. */
const bleeds = ({ template, x, y }: PlacedBox) => template === 'image' && (x === 0 || y === 0)
