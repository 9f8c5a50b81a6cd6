import { describe, expect, test } from 'vitest'
import { indexBefore, scrollAt } from '../../../src/client/edit/use-drag.ts'

/** Items one below the other, each so high. */
function itemsOf(...heights: number[]) {
  let top = 100
  return heights.map((height) => {
    const box = { top, height, bottom: top + height }
    top += height
    return { getBoundingClientRect: () => box as DOMRect }
  })
}

describe('where a dragged item would be put', () => {
  test.each([
    ['above all', 0, 0],
    ['in the upper half of the first', 109, 0],
    ['in the lower half of the first', 111, 1],
    ['in the upper half of a high one', 200, 1],
    ['in the lower half of a high one', 230, 2],
    ['in the last', 339, 3],
    ['below all', 999, 3],
  ])('%s', (_, y, expected) => {
    expect(indexBefore(itemsOf(20, 200, 20), y)).toBe(expected)
  })

  test('in an empty list', () => {
    expect(indexBefore([], 50)).toBe(0)
  })
})

test('the nearer the pointer is to an edge, the faster the list scrolls, and in the middle it does not', () => {
  const box = { top: 100, bottom: 500 }
  expect(scrollAt(box, 300)).toBe(0)
  expect(scrollAt(box, 157)).toBe(0)
  expect(scrollAt(box, 140)).toBeLessThan(0)
  expect(scrollAt(box, 110)).toBeLessThan(scrollAt(box, 140))
  expect(scrollAt(box, -1000)).toBe(scrollAt(box, 100))
  expect(scrollAt(box, 460)).toBeGreaterThan(0)
  expect(scrollAt(box, 490)).toBeGreaterThan(scrollAt(box, 460))
  expect(scrollAt(box, 5000)).toBe(scrollAt(box, 500))
})
