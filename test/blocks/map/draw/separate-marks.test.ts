import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MarkExtent, overlapMarks, separateMarks } from '../../../../src/blocks/map/draw/separate-marks.ts'
import { runs } from '../../../support/property-runs.ts'

const size = { width: 752, height: 424 }
const disc = (x: number, y: number, r: number): MarkExtent => ({ x, y, halfWidth: r, halfHeight: r, isRound: true })
const box = (x: number, y: number): MarkExtent => ({ x, y, halfWidth: 11, halfHeight: 15, isRound: false })
const movedTo = (marks: readonly MarkExtent[]) =>
  separateMarks(marks, size).map(([x, y], i): MarkExtent => ({ ...marks[i]!, x, y }))

test('marks that overlap none stay exactly where they are', () => {
  const marks = [disc(100, 100, 26), disc(152, 100, 26), box(400, 200)]
  expect(movedTo(marks)).toEqual(marks)
})

test('two marks share the way; marks at one point go in different directions', () => {
  const [a, b] = movedTo([disc(100, 100, 20), disc(110, 100, 20)]) as [MarkExtent, MarkExtent]
  expect([a.x, b.x]).toEqual([84, 126])
  expect([a.y, b.y]).toEqual([100, 100])
  const same = movedTo([box(300, 200), box(300, 200), box(300, 200)])
  expect(new Set(same.map(({ x, y }) => `${x} ${y}`)).size).toBe(3)
})

const mark = fc
  .record({ x: fc.double({ min: 0, max: 752, noNaN: true }), y: fc.double({ min: 0, max: 424, noNaN: true }) })
  .chain(({ x, y }) =>
    fc.oneof(
      fc.integer({ min: 5, max: 29 }).map((r) => disc(x, y, r)),
      fc.constant(box(x, y)),
    ),
  )

test('no two marks overlap, none is off the map, and equal maps are equal', () => {
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 24 }), (marks) => {
      const placed = movedTo(marks)
      for (const [i, a] of placed.entries()) {
        expect(placed.slice(i + 1).filter((b) => overlapMarks(a, b))).toEqual([])
      }
      const moved = placed.filter((one, i) => one.x !== marks[i]!.x || one.y !== marks[i]!.y)
      for (const { x, y, halfWidth, halfHeight } of moved) {
        expect(Math.min(x - halfWidth, y - halfHeight)).toBeGreaterThanOrEqual(0)
        expect(x + halfWidth).toBeLessThanOrEqual(size.width)
        expect(y + halfHeight).toBeLessThanOrEqual(size.height)
      }
      expect(movedTo(marks)).toEqual(placed)
    }),
    { numRuns: runs(1000) },
  )
})

test('a whole cluster at one point is told apart', () => {
  const cluster = Array.from({ length: 24 }, (_, i) => box(300 + (i % 3), 200 + (i % 2)))
  const placed = movedTo(cluster)
  expect(placed.flatMap((a, i) => placed.slice(i + 1).filter((b) => overlapMarks(a, b)))).toEqual([])
})
