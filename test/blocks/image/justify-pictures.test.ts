import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gutter, justifyPictures } from '../../../src/blocks/image/justify-pictures.ts'
import { fitRows } from '../../../src/blocks/image/picture-rows.ts'
import { runs } from '../../support/property-runs.ts'

const region = { x: 80, y: 148, width: 1120, height: 432 }

const ratio = fc.double({ min: 0.4, max: 3, noNaN: true })
const rooms = fc.record({
  x: fc.constantFrom(0, 80),
  y: fc.constantFrom(0, 148),
  width: fc.integer({ min: 420, max: 1280 }),
  height: fc.integer({ min: 260, max: 720 }),
})

const bottomOf = ({ y, height }: { y: number; height: number }) => y + height
const rightOf = ({ x, width }: { x: number; width: number }) => x + width

test('two to fourteen photographs of mixed formats end at both edges of their region', () => {
  const formats = [1.5, 0.67, 1.78, 1, 1.5, 0.75, 1.33, 2.74, 1.5, 0.73, 1.5, 1.5, 1, 1.5]
  for (let count = 2; count <= formats.length; count++) {
    const set = justifyPictures(formats.slice(0, count), region, true)!
    expect([count, Math.min(...set.cells.map(({ x }) => x)), Math.max(...set.cells.map(rightOf))]).toEqual([
      count,
      80,
      1200,
    ])
    const area = set.cells.reduce((sum, { width, height }) => sum + width * height, 0)
    expect(area / (region.width * region.height)).toBeGreaterThan(0.5)
  }
})

test('cells never overlap, never leave their region, and keep the shape of their pictures', () => {
  fc.assert(
    fc.property(fc.array(ratio, { minLength: 2, maxLength: 14 }), rooms, fc.boolean(), (ratios, room, croppable) => {
      const set = justifyPictures(ratios, room, croppable)
      if (!set) return
      const { cells, visible } = set
      expect(cells).toHaveLength(ratios.length)
      expect(visible).toBeGreaterThanOrEqual(croppable ? 0.74 : 1)
      for (const [i, cell] of cells.entries()) {
        expect(cell.x).toBeGreaterThanOrEqual(room.x)
        expect(cell.y).toBeGreaterThanOrEqual(room.y)
        expect(rightOf(cell)).toBeLessThanOrEqual(rightOf(room))
        expect(bottomOf(cell)).toBeLessThanOrEqual(bottomOf(room))
        // Rounded to whole pixels.
        expect(Math.abs(cell.width - ratios[i]! * (cell.height / visible))).toBeLessThanOrEqual(4 + 0.1 * cell.width)
        const next = cells[i + 1]
        if (!next) continue
        const [across, down] = [next.x - rightOf(cell), next.y - bottomOf(cell)]
        expect([across, down]).toContain(gutter)
      }
      const inLastLine = cells.filter((one) => rightOf(one) === rightOf(room))
      expect(inLastLine.length).toBeGreaterThan(0)
    }),
    { numRuns: runs(300) },
  )
})

test('two upright photographs on a wide region are too high to fill its width', () => {
  expect(justifyPictures([0.6, 0.6], region, true)).toBeNull()
  const { cells } = fitRows([0.6, 0.6], region)
  expect(cells.map(({ y, height }) => [y, height])).toEqual([
    [148, 432],
    [148, 432],
  ])
})

test('drawings are never cropped', () => {
  expect(justifyPictures([1.5, 1.5, 1.5], region, false)).toMatchObject({ visible: 1 })
  expect(justifyPictures([1.2, 1.2], region, false)).toBeNull()
  expect(justifyPictures([1.2, 1.2], region, true)?.visible).toBeLessThan(1)
})
