import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitRows } from '../../../src/blocks/image/picture-rows.ts'
import { runs } from '../../support/property-runs.ts'

const region = { x: 80, y: 148, width: 1120, height: 432 }
const rowsOf = (ratios: number[], box = region) => fitRows(ratios, box).rows.map((row) => row.length)

test.each([
  [[1.8, 1.3], [2]],
  [[0.7, 0.7, 0.7], [3]],
  [
    [1.5, 1.5, 1.5, 1.5],
    [2, 2],
  ],
  [
    [1.5, 1.5, 1.5, 1.5, 1.5, 1.5],
    [3, 3],
  ],
])('pictures of %j stand in rows of %j', (ratios, rows) => expect(rowsOf(ratios)).toEqual(rows))

test('in a column they are stacked', () => {
  expect(rowsOf([1.5, 1.5], { x: 800, y: 40, width: 440, height: 640 })).toEqual([1, 1])
})

test('pictures keep their aspect ratios, side by side in their region', () => {
  const box = fc.record({
    x: fc.constantFrom(0, 80),
    y: fc.constantFrom(0, 148),
    width: fc.integer({ min: 300, max: 1280 }),
    height: fc.integer({ min: 200, max: 720 }),
  })
  const ratios = fc.array(fc.double({ min: 0.25, max: 4, noNaN: true }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(ratios, box, (ratios, room) => {
      const { cells, rows } = fitRows(ratios, room)
      expect(rows.flat()).toEqual(ratios.map((_, i) => i))
      for (const [i, cell] of cells.entries()) {
        expect(cell.width).toBeGreaterThan(0)
        expect(cell.x).toBeGreaterThanOrEqual(room.x)
        expect(cell.x + cell.width).toBeLessThanOrEqual(room.x + room.width + 1)
        expect(cell.y).toBeGreaterThanOrEqual(room.y)
        expect(cell.y + cell.height).toBeLessThanOrEqual(room.y + room.height + 2)
        // Rounded to whole pixels.
        expect(Math.abs(cell.width - ratios[i]! * cell.height)).toBeLessThanOrEqual(3)
      }
      for (const row of rows)
        for (const [k, i] of row.slice(1).entries()) {
          const left = cells[row[k]!]!
          expect(cells[i]!.y).toBe(left.y)
          expect(cells[i]!.x).toBeGreaterThanOrEqual(left.x + left.width)
        }
    }),
    { numRuns: runs(300) },
  )
})
