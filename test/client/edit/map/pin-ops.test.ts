import { expect, test } from 'vitest'
import { opsToMovePin, textAt } from '../../../../src/client/edit/map/pin-ops.ts'
import { afterOps } from '../../../../src/client/edit/values.ts'
import type { JsonValue } from '../../../../src/model/source.ts'

const at = { lat: 51.123456, lng: 71.98765 }

test.each<[string, string | null]>([
  ['Астана', 'Астана 51.1235, 71.9877'],
  ['Абай, Қарағанды облысы', 'Абай, Қарағанды облысы 51.1235, 71.9877'],
  ['51.1, 71.4', '51.1235, 71.9877'],
  ['51,1694; 71,4491', '51.1235; 71.9877'],
  ['Бәйтерек 51.1694, 71.4491 (мұнара)', 'Бәйтерек 51.1235, 71.9877 (мұнара)'],
  ['51°10′N 71°26′E', '51.1235, 71.9877'],
  ['51 71', '51.1235, 71.9877'],
  ['https://2gis.kz/astana?m=71.43,51.13', null],
  ['geo:51.1,71.4', null],
  ['<iframe src="x">', null],
])('a pin that is written as %j is moved', (text, moved) => {
  expect(textAt(text, at)).toBe(moved)
})

const near = { lat: 51.1235, lng: 71.9877 }

test.each<[string, JsonValue, JsonValue | null]>([
  ['a name', 'Астана', 'Астана 51.1235, 71.9877'],
  ['a pair of numbers', [51, 71], [51.1235, 71.9877]],
  ['two numbers of an object', { lat: 51, lng: '71', label: 'А' }, { ...near, label: 'А' }],
  ['a name in an object', { place: 'Астана', kind: 'star' }, { place: 'Астана', kind: 'star', ...near }],
  ['coordinates in an object', { place: '51.1, 71.4' }, { place: '51.1235, 71.9877' }],
  ['a name with numbers beside it', { place: 'Астана', lat: 51, lng: 71 }, { place: 'Астана', ...near }],
  ['an address in an object', { place: 'https://2gis.kz/astana' }, null],
  ['an address', 'https://2gis.kz/astana', null],
  ['a number', 5, null],
  ['three numbers', [1, 2, 3], null],
])('%s', (_, map, moved) => {
  const ops = opsToMovePin({ map }, ['map'], at)
  expect(ops.length > 0).toBe(moved !== null)
  expect(afterOps({ map }, ops)).toEqual({ map: moved ?? map })
})
