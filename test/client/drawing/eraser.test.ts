import { expect, test } from 'vitest'
import { distanceTo, strokesNear } from '../../../src/client/drawing/eraser.ts'
import { applyDrawingEvent, type Drawings } from '../../../src/model/wire/drawing.ts'

test.each([
  { points: [10, 10], x: 13, y: 14, distance: 5 },
  { points: [0, 0, 100, 0], x: 50, y: 7, distance: 7 },
  { points: [0, 0, 100, 0], x: 103, y: 4, distance: 5 },
  { points: [0, 0, 100, 0, 100, 100], x: 90, y: 50, distance: 10 },
  { points: [5, 5, 5, 5], x: 5, y: 8, distance: 3 },
])('a line through $points is $distance from $x, $y', ({ points, x, y, distance }) => {
  expect(distanceTo(points, x, y)).toBeCloseTo(distance)
})

test('the eraser takes whole lines, those that it comes near to', () => {
  const line = (id: string, y: number) => ({ id, pen: 0, points: [0, y, 200, y] })
  const drawings: Drawings = { s1: [line('a', 10), line('b', 50), line('c', 60)] }
  expect(strokesNear(drawings.s1!, 100, 55)).toEqual(['b', 'c'])
  const erased = applyDrawingEvent(drawings, { type: 'erase', page: 's1', id: 'b' })
  expect(erased.s1?.map(({ id }) => id)).toEqual(['a', 'c'])
  expect(applyDrawingEvent(erased, { type: 'erase', page: 's1', id: 'b' })).toBe(erased)
  expect(applyDrawingEvent(erased, { type: 'erase', page: 's2', id: 'a' })).toBe(erased)
  expect(applyDrawingEvent({ s1: [line('a', 10)] }, { type: 'erase', page: 's1', id: 'a' })).toEqual({})
})
