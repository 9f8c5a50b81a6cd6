import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeInBestOrder } from '../../../../src/blocks/map/draw/label-order.ts'
import { type LabelRequest, LabelSpace } from '../../../../src/blocks/map/draw/labels.ts'

const size = { width: 60, height: 20 }
const wish = (x: number, y: number, more: Partial<LabelRequest> = {}): LabelRequest => ({
  at: [x, y],
  clearance: 5,
  size,
  allowLeader: true,
  ...more,
})
const field = () => new LabelSpace({ width: 400, height: 300 })

describe('a label', () => {
  test('stands at the right of its point, as one reads', () => {
    expect(field().place(wish(100, 100))).toEqual({
      box: { x: 108, y: 90, width: 60, height: 20 },
      leaderPx: 0,
      crossings: 0,
    })
  })

  test('without a plate keeps off a border where it can; with one it need not', () => {
    const room = field()
    room.addLines([
      [130, -10],
      [140, 400],
      [500, 400],
    ])
    expect(room.place(wish(100, 100))!.box.x).toBe(108)
    expect(room.place(wish(100, 200, { avoidLines: true }))!.box.x).toBeLessThan(100 - 60)
  })

  test('that is led to its point goes round others, and others keep off its line', () => {
    const room = field()
    // A wall with a gap at its left: everything near is taken.
    room.reserve({ x: 120, y: 60, width: 200, height: 120 })
    room.reserve({ x: 40, y: 90, width: 40, height: 40 })
    room.reserve({ x: 90, y: 95, width: 30, height: 30 })
    const led = room.place(wish(105, 110))!
    expect(led.leaderPx).toBeGreaterThan(0)
    expect(led.crossings).toBe(0)
    const [x, y] = [(105 + led.box.x + 30) / 2, (110 + led.box.y + 10) / 2]
    expect(room.isFree({ x: x - 15, y: y - 15, width: 30, height: 30 })).toBe(false)
  })
})

test('of labels that compete none is left out for one that could stand elsewhere', () => {
  // The first takes the only place of the second, if it may choose before it.
  const room = field()
  room.reserve({ x: 0, y: 0, width: 400, height: 100 })
  room.reserve({ x: 0, y: 130, width: 400, height: 170 })
  const placed = placeInBestOrder(
    [wish(200, 115, { allowLeader: false }), wish(330, 115, { allowLeader: false })],
    room,
  )
  expect(placed.every(Boolean)).toBe(true)
})

test('no two labels ever overlap, and all lie in the picture', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300 }))
  fc.assert(
    fc.property(fc.array(point, { maxLength: 25 }), (points) => {
      const boxes = placeInBestOrder(
        points.map(([x, y]) => wish(x, y)),
        field(),
      ).flatMap((one) => one?.box ?? [])
      for (const [i, a] of boxes.entries()) {
        expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= 400 && a.y + a.height <= 300).toBe(true)
        for (const b of boxes.slice(i + 1)) {
          const apart = a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height
          expect(apart).toBe(true)
        }
      }
    }),
    { numRuns: 50 },
  )
})

test('thousands of labels in one place are given up soon, and the first have their places', () => {
  const wishes = Array.from({ length: 5000 }, (_, i) => wish(40 + (i % 7) * 50, 20 + (i % 11) * 25))
  const placed = placeInBestOrder(wishes, field())
  expect(placed).toHaveLength(5000)
  expect(placed.filter(Boolean).length).toBeGreaterThan(10)
  expect(placed.slice(-4000).every((one) => one === null)).toBe(true)
})
