import { expect, test } from 'vitest'
import {
  opsToAdd,
  opsToName,
  opsToPlace,
  opsToRemove,
  placesOf,
  withNames,
} from '../../../../src/client/edit/map/map-places.ts'
import { afterOps } from '../../../../src/client/edit/values.ts'
import type { JsonValue } from '../../../../src/model/source.ts'
import type { EditOp } from '../../../../src/model/wire/edit.ts'

/** The map of a slide after operations. */
const mapAfter = (map: JsonValue | undefined, ops: (slide: JsonValue) => EditOp[]) => {
  const slide = map === undefined ? {} : { map }
  return (afterOps(slide, ops(slide)) as { map?: JsonValue }).map
}

test.each<[string, JsonValue | undefined, string[]]>([
  ['a name', 'Астана', ['Астана']],
  ['a pair of numbers', [51.1, 71.4], ['51.1, 71.4']],
  ['a list', ['Астана', [43, 76], { place: 'Тараз' }, { lat: 1, lng: 2 }], ['Астана', '43, 76', 'Тараз', '1, 2']],
  ['an object', { place: 'Астана', markers: ['Тараз'] }, ['Астана', 'Тараз']],
  ['only markers', { markers: ['Тараз'] }, ['Тараз']],
  ['regions', { regions: { 'KZ-11': 1 } }, []],
  ['GeoJSON', { type: 'Point', coordinates: [1, 2] }, []],
  ['nothing', undefined, []],
  ['a blank', ' ', []],
])('the places of %s', (_, map, texts) => {
  expect(placesOf(map === undefined ? {} : { map }, ['map']).map(({ text }) => text)).toEqual(texts)
})

test.each<[string, JsonValue | undefined, JsonValue]>([
  ['nothing', undefined, 'Семей'],
  ['a name', 'Астана', ['Астана', 'Семей']],
  ['a pair of numbers', [51.1, 71.4], [[51.1, 71.4], 'Семей']],
  ['a list', ['Астана'], ['Астана', 'Семей']],
  ['an empty list', [], ['Семей']],
  ['an object without a place', { base: 'kz' }, { base: 'kz', place: 'Семей' }],
  ['an object with a place', { place: 'Астана' }, { place: 'Астана', markers: ['Семей'] }],
  ['markers', { markers: ['Астана'] }, { markers: ['Астана', 'Семей'] }],
])('a place is added to %s', (_, map, after) => {
  expect(mapAfter(map, (slide) => opsToAdd(slide, ['map'], 'Семей', false))).toEqual(after)
})

test('the first place of a block gives it its type', () => {
  expect(mapAfter(undefined, (slide) => opsToAdd(slide, ['map'], 'Семей', true))).toEqual({
    type: 'map',
    place: 'Семей',
  })
})

test.each<[string, JsonValue, number, JsonValue | undefined, JsonValue | undefined]>([
  ['a name', 'Астана', 0, 'Семей', undefined],
  ['a pair of numbers', [51.1, 71.4], 0, 'Семей', undefined],
  ['a list', ['Астана', 'Тараз'], 1, ['Астана', 'Семей'], ['Астана']],
  ['numbers beside a name', [{ place: 'А', lat: 1, lng: 2 }], 0, [{ place: 'Семей' }], []],
  ['an object', { place: 'А', base: 'kz' }, 0, { place: 'Семей', base: 'kz' }, { base: 'kz' }],
])('a place of %s is renamed, and taken away', (_, map, index, renamed, removed) => {
  const place = (slide: JsonValue) => placesOf(slide, ['map'])[index]!
  expect(mapAfter(map, (slide) => opsToName(slide, place(slide), 'Семей'))).toEqual(renamed)
  expect(mapAfter(map, (slide) => opsToRemove(slide, ['map'], place(slide)))).toEqual(removed)
})

test.each<[JsonValue | undefined, JsonValue]>([
  ['Астана', { place: 'Астана' }],
  [[51, 71], { lat: 51, lng: 71 }],
  [['Астана', 'Тараз'], { markers: ['Астана', 'Тараз'] }],
  [{ base: 'kz' }, { base: 'kz' }],
  [undefined, {}],
])('%j gets names for its parts', (map, named) => {
  expect(withNames(map)).toEqual(named)
})

test.each<[string, JsonValue]>([
  ['Шымкент', ['Астана', 'Шымкент']],
  ['', ['Астана']],
])('a place that becomes %j', (text, map) => {
  const place = placesOf({ map: ['Астана', 'Тараз'] }, ['map'])[1]!
  expect(mapAfter(['Астана', 'Тараз'], (slide) => opsToPlace(slide, ['map'], place, text))).toEqual(map)
})
