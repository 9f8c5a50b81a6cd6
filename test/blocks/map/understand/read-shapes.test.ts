import { expect, test } from 'vitest'
import { readShapes } from '../../../../src/blocks/map/understand/read-shapes.ts'

test('shapes of more points than a slide can show are refused for their points, not for the size of a file', () => {
  const coordinates = Array.from({ length: 400_001 }, (_, i) => [50 + (i % 1000) / 1000, 45])
  expect(readShapes({ type: 'MultiPoint', coordinates }).fault).toBe('too-many-points')
  expect(readShapes({ type: 'MultiPoint', coordinates: coordinates.slice(1) }).fault).toBe(null)
})
