import { expect, test } from 'vitest'
import { cropOf, pointText, readPoint } from '../../../../src/client/edit/controls/focus-point.tsx'

test.each<[Parameters<typeof readPoint>[0], number, number]>([
  [undefined, 50, 50],
  ['', 50, 50],
  ['center top', 50, 0],
  ['right', 100, 50],
  ['left bottom', 0, 100],
  ['30% 70%', 30, 70],
  [{ x: 0.25, y: '0.5' }, 25, 50],
  ['nonsense', 50, 50],
])('%j is a point', (value, x, y) => {
  expect(readPoint(value)).toEqual({ x, y })
})

test('a point is written as decks write it', () => {
  expect(pointText({ x: 33.4, y: 66.6 })).toBe('33% 67%')
})

test('the crop keeps the point that must stay visible', () => {
  const wide = { width: 400, height: 100, ratio: 1 }
  expect(cropOf(wide, { x: 0, y: 50 })).toEqual({ left: 0, top: 0, width: 25, height: 100 })
  expect(cropOf(wide, { x: 100, y: 50 })).toEqual({ left: 75, top: 0, width: 25, height: 100 })
  expect(cropOf({ width: 100, height: 400, ratio: 1 }, { x: 50, y: 50 })).toEqual({
    left: 0,
    top: 37.5,
    width: 100,
    height: 25,
  })
  expect(cropOf({ ...wide, ratio: null }, { x: 0, y: 0 })).toBeNull()
})
