import { expect, test } from 'vitest'
import { boxPaths, slidesInFile } from '../../src/edit/box-paths.ts'
import { type JsonValue, nodeAt, toPlainValue } from '../../src/model/source.ts'
import { parse } from '../../src/parse/parse.ts'
import { openLiveDeck } from '../live/live-deck.ts'

/** Opens a deck, and returns the values that the boxes of a page lead to. */
async function valuesOf(text: string, id: string): Promise<JsonValue[][]> {
  const { live } = await openLiveDeck(text)
  const { root } = parse(text)
  const page = boxPaths(root!, live.boxes())[id]
  return page!.boxes.map((places) => places.map(({ path }) => toPlainValue(nodeAt(root!, path)!)))
}

const withSlides = (...slides: string[]) => `{ "lang": "en", "content": [ ${slides.join(', ')} ] }`

test('boxes lead to the texts that they show, on whatever page they stand', async () => {
  const long = JSON.stringify(Array.from({ length: 60 }, (_, i) => `Line number ${i} of a long text`).join('\n'))
  const deck = withSlides('{ "title": "One" }', `{ "title": "Two", "text": ${long} }`)
  const first = await valuesOf(deck, 's1')
  expect(first).toContainEqual(['One'])
  const further = await valuesOf(deck, 's2-2')
  expect(further).toContainEqual(['Two'])
  expect(further).toContainEqual([JSON.parse(long)])
})

test('columns, blocks and texts in several languages lead to their own values', async () => {
  const deck = withSlides(
    '{ "title": { "en": "Two", "kk": "Екі" }, "text": [ "left", "right" ] }',
    '{ "blocks": [ { "type": "title", "text": "Three" }, { "type": "text", "text": "body" } ] }',
  )
  const columns = await valuesOf(deck, 's1')
  expect(columns).toContainEqual([{ en: 'Two', kk: 'Екі' }])
  expect(columns).toEqual(expect.arrayContaining([['left'], ['right']]))
  expect(await valuesOf(deck, 's2')).toEqual(expect.arrayContaining([['Three'], ['body']]))
})

test('slides are counted as they are shown: what is no slide is left out', () => {
  const { root } = parse(withSlides('"no slide"', '{ "title": "One" }', '7', '{ "title": "Two" }'))
  const pages = boxPaths(root!, [
    { id: 's1', slide: 0, boxes: [] },
    { id: 's2', slide: 1, boxes: [] },
  ])
  expect(pages.s1?.slide).toEqual(['content', 1])
  expect(pages.s2?.slide).toEqual(['content', 3])
})

test('a slide whose place in the file has moved is found by its number, not by where it was', async () => {
  const { live, save } = await openLiveDeck(withSlides('{ "title": "One" }', '{ "title": "Two" }'))
  const longer = withSlides('{ "title": "One, which is longer now" }', '{ "title": "Two" }')
  await save(longer)
  const { root } = parse(longer)
  const places = boxPaths(root!, live.boxes()).s2!.boxes.flat()
  expect(places.map(({ path }) => path)).toContainEqual(['content', 1, 'title'])
})

test('a slide that the tree does not have is left out', () => {
  const { root } = parse(withSlides('{ "title": "One" }'))
  expect(boxPaths(root!, [{ id: 's2', slide: 1, boxes: [] }])).toEqual({})
})

test.each<[string, unknown]>([
  ['{ "content": [] }', ['content']],
  ['{ "слайды": [{ "заголовок": "A" }] }', ['слайды']],
  ['{ "презентация": { "слайдтар": [{ "тақырып": "А" }] } }', ['презентация', 'слайдтар']],
  ['[{ "title": "A" }]', []],
  ['{ "name": "A" }', null],
])('the slides of %s stand in the file at %j', (text, path) => {
  expect(slidesInFile(parse(text).root!)).toEqual(path)
})
