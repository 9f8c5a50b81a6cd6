import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import isValid from '#generated/validate-deck.js'
import { blockType } from '../../src/blocks/registry.ts'
import { toDeck } from '../../src/deck/to-deck.ts'
import type { MultilingualText } from '../../src/model/lang.ts'
import { toPlainValue } from '../../src/model/source.ts'
import { conform } from '../../src/validate/conform.ts'
import { deckSchema, knownNames } from '../../src/validate/schema.ts'
import { slideNodesOf, slideNumberAt } from '../../src/validate/slide-numbers.ts'
import { validate } from '../../src/validate/validate.ts'
import { source } from '../source.ts'
import { runs } from '../support/property-runs.ts'

const deckOf = (deck: unknown) => toDeck(source(JSON.stringify(deck))).deck
const slideFrom = (slide: unknown) => deckOf({ content: [slide] }).slides[0]!
const blocksOf = (slide: unknown) => slideFrom(slide).blocks.map(({ range, ...block }) => block)

describe('a deck', () => {
  test('has the fields that are filled, and nothing for empty ones', () => {
    const deck = deckOf({
      name: '1',
      ID: 15,
      logo_title: 'NurOtan',
      logo_path: '',
      slide_now: '2',
      content: [{ title: 'А' }, { title: 'Б' }],
    })
    expect(deck).toMatchObject({
      title: 'А',
      id: '15',
      lang: 'ru',
      langs: ['ru'],
      start: 1,
      theme: null,
      aspect: '16:9',
    })
    expect(deck.logo).toMatchObject({ title: 'NurOtan', path: null })
  })

  test('starts at the nearest existing slide', () => {
    const start = (slide_now: unknown) => deckOf({ slide_now, content: [{ title: 'a' }, { title: 'b' }] }).start
    expect([start(1), start(2), start(99), start(0), start(''), start('two')]).toEqual([0, 1, 1, 0, 0, 0])
  })

  test('has its name as title if the name has letters', () => {
    const title = (name: unknown) => deckOf({ name, content: [{ text: 't' }, { title: 'First title' }] }).title
    expect(title('Байқау 2024')).toBe('Байқау 2024')
    expect(title({ kk: 'Байқау', ru: '2' })).toEqual({ kk: 'Байқау', ru: '2' })
    expect(title('2024')).toBe('First title')
    expect(deckOf({ content: [{ text: 't' }] }).title).toBeNull()
  })

  test('has the languages that it lists, otherwise those of its texts', () => {
    const langs = ({ lang, langs }: { lang: string; langs: readonly string[] }) => [lang, ...langs]
    expect(langs(deckOf({ lang: 'en', content: [{ title: 'Қазақша' }] }))).toEqual(['en', 'en'])
    expect(langs(deckOf({ langs: ['ru', 'kz'], content: [{ title: 'Қазақша' }] }))).toEqual(['ru', 'ru', 'kk'])
    expect(langs(deckOf({ content: [{ title: { ru: 'а', en: 'a' } }, { title: { ru: 'б' } }] }))).toEqual([
      'ru',
      'ru',
      'en',
    ])
    expect(langs(deckOf({ content: [{ title: 'Қазақша', text: { ru: 'а' } }] }))).toEqual(['kk', 'kk', 'ru'])
    expect(langs(deckOf({ content: [{ title: '2024' }] }))).toEqual(['en', 'en'])
  })

  test('accepts valid colours only', () => {
    const colors = { accent: ' #0b3954 ', deep: 'url(x)', ground: '', __proto__: '#fff' }
    expect(deckOf({ colors, content: [{ title: 'a' }] }).colors).toMatchObject([{ name: 'accent', value: '#0b3954' }])
  })
})

describe('a slide', () => {
  test.each([
    [2, 'text'],
    ['2', 'text'],
    [' 10 ', 'closing'],
    ['Cover', 'cover'],
    ['picture', 'image'],
    ['image', 'image'],
    ['', null],
    [null, null],
    ['22', null],
    [{}, null],
  ])('of block %j has the layout %j', (block, layout) => {
    expect(slideFrom({ block, title: 'a' }).layout).toBe(layout)
  })

  test('has a block for each filled field, in a fixed order, then its entries', () => {
    const slide = {
      blocks: [{ type: 'text', text: 'in a block' }, { type: 'image', src: 'b.png' }, { type: 'text', text: '' }, {}],
      map: 'Астана',
      video: 'v.mp4',
      img_path: 'a.png',
      text: ['one', '', { ru: 'два', en: ' ' }, 3],
      title: 'T',
    }
    expect(blocksOf(slide).map((block) => ('text' in block ? [block.type, block.text] : [block.type]))).toEqual([
      ['title', 'T'],
      ['text', 'one'],
      ['text', { ru: 'два' }],
      ['text', '3'],
      ['image'],
      ['video'],
      ['map'],
      ['text', 'in a block'],
      ['image'],
    ])
  })

  test('matches captions and other lists to pictures by index', () => {
    const [block] = blocksOf({
      img_path: ['a.png', '', { src: 'c.png', alt: 'own', focus: { x: 0.1 } }, '//static/img/???.png//'],
      img_alt: ['first', 'none', 'beside'],
      img_caption: [null, null, 'third'],
      img_fit: 'Contain',
      img_focus: ['50% 20%', '', 'left'],
    })
    expect(block).toMatchObject({
      images: [
        { src: 'a.png', alt: 'first', caption: null, fit: 'contain', focus: { x: 0.5, y: 0.2 } },
        { src: 'c.png', alt: 'own', caption: 'third', fit: 'contain', focus: { x: 0.1, y: 0.5 } },
      ],
    })
  })

  test.each([
    ['left', { x: 0, y: 0.5 }],
    ['center top', { x: 0.5, y: 0 }],
    ['bottom right', { x: 1, y: 1 }],
    ['0% 100%', { x: 0, y: 1 }],
    ['', null],
    ['somewhere', null],
  ])('of img_focus %j keeps %j visible', (img_focus, focus) => {
    expect(blocksOf({ img_path: 'a.png', img_focus })[0]).toMatchObject({ images: [{ focus }] })
  })

  test('shows no placeholder, but keeps a picture with a caption', () => {
    expect(blocksOf({ img_path: '???', video: 'нет', map: '...' })).toEqual([])
    expect(blocksOf({ img_path: '???', img_caption: 'c' })).toMatchObject([{ images: [{ src: '???', caption: 'c' }] }])
  })

  test('reads a video of either shape', () => {
    const plain = { type: 'video', src: 'v.mp4', poster: null, start: null, captions: [], autoplay: false, qr: true }
    expect(blocksOf({ video: 'v.mp4' })).toMatchObject([plain])
    const captions = [{ src: 'a.vtt', lang: 'ru', label: 'Русский' }, { src: '' }, null]
    const video = { src: 'v.mp4', poster_time: '1,5', start: 2, autoplay: 'True', qr: false, captions, alt: 'a' }
    const read = { posterTime: 1.5, start: 2, autoplay: true, qr: false, captions: captions.slice(0, 1), alt: 'a' }
    expect(blocksOf({ video })).toMatchObject([{ ...plain, ...read }])
    expect(blocksOf({ blocks: [{ type: 'video', ...video }] })).toMatchObject([{ ...plain, ...read }])
  })

  test('reads a map of every shape', () => {
    const geojson = { type: 'FeatureCollection', features: [{ any: ['thing'] }] }
    const markers = [
      { place: 'Балқаш', label: { kk: 'Форум' } },
      'Талғар',
      { label: 'x' },
      '',
      { lat: '51,1', lng: 71 },
    ]
    expect(blocksOf({ map: 'Астана' })).toMatchObject([{ query: 'Астана', markers: [], regions: [], qr: null }])
    expect(blocksOf({ map: [51.1694, '71,4491'] })).toMatchObject([{ query: '51.1694, 71.4491', geojson: null }])
    expect(blocksOf({ map: geojson })).toMatchObject([{ query: null, geojson }])
    expect(blocksOf({ map: 'maps/route.geojson' })).toMatchObject([{ geojson: 'maps/route.geojson' }])
    expect(blocksOf({ map: '/img/plan.png' })).toMatchObject([{ image: '/img/plan.png' }])
    expect(blocksOf({ map: 'https://example.kz/plan.png' })).toMatchObject([{ image: null }])
    expect(blocksOf({ map: { zoom: '5', markers, view: '', caption: 'c' } })).toMatchObject([
      {
        query: null,
        caption: 'c',
        zoom: 5,
        view: null,
        markers: [
          { place: 'Балқаш', label: { kk: 'Форум' } },
          { place: 'Талғар' },
          { place: null, lat: null, label: 'x' },
          { place: null, lat: 51.1, lng: 71 },
        ],
      },
    ])
    expect(blocksOf({ map: { view: '', markers: null, regions: {} } })).toEqual([])
  })

  test('reads the values of regions as numbers only if all are numbers', () => {
    const values = (regions: unknown) =>
      blocksOf({ map: { regions } }).flatMap((map) => ('regions' in map ? map.regions : []))
    expect(values(['KZ-35', '', 'Абай'])).toMatchObject([{ name: 'KZ-35', value: null }, { name: 'Абай' }])
    expect(values({ 'KZ-35': '1 134,9', 'KZ-10': 5 })).toMatchObject([{ value: 1134.9 }, { value: 5 }])
    expect(values({ 'KZ-35': '1 134,9', 'KZ-10': 'көп' })).toMatchObject([{ value: '1 134,9' }, { value: 'көп' }])
    expect(values({ a: { value: 3, color: '#123456', label: { ru: 'три' } }, b: null, c: {} })).toMatchObject([
      { name: 'a', value: 3, color: '#123456', label: { ru: 'три' } },
    ])
  })

  test('records the source range of each block', () => {
    const text =
      '{ "content": [{ "title": "T", "text": ["a", "b"], "img_path": "a.png", "blocks": [{ "type": "map", "view": "x" }] }] }'
    const [slide] = toDeck(source(text)).deck.slides
    expect(slide!.blocks.map(({ range }) => text.slice(range.start, range.end))).toEqual([
      '"T"',
      '"a"',
      '"b"',
      '"a.png"',
      '{ "type": "map", "view": "x" }',
    ])
  })
})

/** Names of the format at every place, so that random decks reach every branch. */
const names = [deckSchema, ...Object.values(deckSchema.definitions!)].flatMap(knownNames)
const anyName = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...new Set(names)) }, fc.string())
const words = [
  '',
  'kk',
  'kz',
  'text',
  'image',
  'map',
  'video',
  'title',
  '1',
  '-1',
  '2,5',
  '???',
  'a.png',
  '#fff',
  'Point',
  'left top',
  'true',
]
const scalar = fc.oneof(
  fc.constantFrom(...words),
  fc.string(),
  fc.double({ noNaN: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', maxDepth: 6 },
    scalar,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(anyName, tie('tree'), { maxKeys: 5 }),
  ),
}))
const deckLike = fc.record({ content: fc.array(fc.dictionary(anyName, tree, { maxKeys: 5 }), { maxLength: 4 }) })
const anything = fc.oneof(tree, deckLike, fc.jsonValue())

describe('any file', () => {
  test('is checked and read without throwing, and gives a valid deck', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const root = source(JSON.stringify(value))
        const { diagnostics: found } = validate(root)
        const { slides, start } = toDeck(root).deck
        const { root: deck } = conform(root)
        expect(deck === null || isValid(toPlainValue(deck))).toBe(true)
        expect(slides.length).toBe(slideNodesOf(root).length)
        expect(start).toBeLessThan(Math.max(slides.length, 1))
        if (deck === null) expect(found.some(({ severity }) => severity === 'error')).toBe(true)
        for (const { range } of found) expect(range.start).toBeLessThan(range.end)
      }),
      { numRuns: runs(3000) },
    )
  })

  test('without findings has all of its content in the deck', () => {
    // Letters of two scripts in a word are a finding.
    const isMixed = (text: string) => /\p{Script=Latin}/u.test(text) && /\p{Script=Cyrillic}/u.test(text)
    const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== '' && !isMixed(text))
    const said = fc.oneof(text, fc.record({ kk: text, ru: text }), fc.record({ en: text }))
    const slide = fc.record({
      title: said,
      text: fc.oneof(said, fc.array(said, { minLength: 1, maxLength: 3 })),
      notes: said,
    })
    const strings = (text: MultilingualText | null) =>
      text === null ? [] : typeof text === 'string' ? [text] : Object.values(text)
    const leaves = (value: unknown): unknown[] =>
      typeof value === 'object' ? Object.values(value!).flatMap(leaves) : [value]
    fc.assert(
      fc.property(fc.array(slide, { minLength: 1, maxLength: 5 }), (content) => {
        const root = source(JSON.stringify({ content }))
        expect(validate(root).diagnostics).toEqual([])
        const read = toDeck(root).deck.slides.flatMap(({ blocks, notes }) => [
          ...blocks.flatMap((block) => ('text' in block ? strings(block.text) : [])),
          ...strings(notes),
        ])
        expect(read).toEqual(leaves(content))
      }),
    )
  })

  test('has the number of the slide in each place inside a slide', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('{}', '{ "title": "t" }', 'null', '""'), { minLength: 1, maxLength: 9 }),
        (items) => {
          const text = `{ "name": "n", "content": [ ${items.join(' , ')} ] }`
          const root = source(text)
          const { slides } = toDeck(root).deck
          const places = slides.flatMap(({ range }) => [range.start, range.end - 1])
          expect(places.map((start) => slideNumberAt(root, { start, end: start + 1 }))).toEqual(
            slides.flatMap((_, i) => [i + 1, i + 1]),
          )
          expect(slideNumberAt(root, { start: 3, end: 5 })).toBeNull()
        },
      ),
    )
  })
})

test('a block type may report diagnostics and return blocks of other types', () => {
  const text = blockType('text')
  const range = { start: 12, end: 20 }
  const read = vi.spyOn(text, 'fromSlide').mockReturnValue({
    blocks: [{ type: 'title', text: 'Kept', range }],
    diagnostics: [{ code: 'slide-empty', severity: 'warning', range }],
  })
  const { deck, diagnostics } = toDeck(source('{ "content": [{ "text": "A" }] }'))
  read.mockRestore()
  expect(deck.slides[0]!.blocks).toEqual([{ type: 'title', text: 'Kept', range }])
  expect(diagnostics).toEqual([{ code: 'slide-empty', severity: 'warning', range }])
})
