import { expect, test } from 'vitest'
import { DrawingMemo, type KeptDrawing } from '../../../../src/blocks/map/draw/drawing-memo.ts'
import type { MapBlock } from '../../../../src/blocks/map/types.ts'
import type { Fitter } from '../../../../src/model/fitted.ts'
import type { LocalizedText } from '../../../../src/model/lang.ts'

const fitter: Fitter = { fit: () => expect.fail() }
const place = { fitter, lang: 'kk', style: 'caption', size: { width: 640, height: 480 }, covered: 0 }
const range = { start: 0, end: 10 }
const marker = { place: 'Астана', lat: null, lng: null, label: null, kind: null, value: null, range }
const map = { type: 'map', query: null, caption: null, geojson: null, markers: [marker], range }
const blockOf = (change: object) => ({ ...map, ...change }) as unknown as MapBlock<LocalizedText>

/** Draws maps one after the other. Gives how many were drawn, and whether the last is the drawing of the first. */
function draw(...maps: [block: object, place?: object][]) {
  const memo = new DrawingMemo()
  let drawn = 0
  const drawings = maps.map(([block, where]) =>
    memo.drawing(blockOf(block), { ...place, ...where }, () => ({ number: drawn++ }) as unknown as KeptDrawing),
  )
  return { drawn, isShared: drawings.at(-1) === drawings[0] }
}

test('2,000 slides with one map share a drawing, wherever they stand in the file', () => {
  const at = (start: number) => ({ range: { start, end: start + 10 } })
  const maps = Array.from({ length: 2_000 }, (_, i): [object] => [{ ...at(i), markers: [{ ...marker, ...at(i) }] }])
  expect(draw(...maps)).toEqual({ drawn: 1, isShared: true })
})

test.each<[string, object, object?]>([
  ['another place', { markers: [{ ...marker, place: 'Алматы' }] }],
  ['another label', { markers: [{ ...marker, label: { text: 'Ә', lang: 'kk' } }] }],
  ['another caption', { caption: { text: 'Карта', lang: 'kk' } }],
  ['another language', {}, { lang: 'ru' }],
  ['another size', {}, { size: { width: 640, height: 481 } }],
  ['a caption over it', {}, { covered: 40 }],
  ['another theme or alphabet', {}, { fitter: { ...fitter } }],
])('%s needs a drawing of its own', (_, block, where) => {
  expect(draw([{}], [block, where ?? {}])).toEqual({ drawn: 2, isShared: false })
})

test('shapes from files are drawn each time, since the file may have changed', () => {
  expect(draw([{ geojson: 'a.json' }], [{ geojson: 'a.json' }])).toEqual({ drawn: 2, isShared: false })
})

test('the drawings of different maps are not kept without end', () => {
  const other = (i: number): [object] => [{ query: String(i) }]
  const many = Array.from({ length: 600 }, (_, i) => other(i))
  expect(draw(...many, other(0)).drawn).toBe(601)
  expect(draw(...many, other(599)).drawn).toBe(600)
})
