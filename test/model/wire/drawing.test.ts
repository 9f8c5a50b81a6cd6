import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyDrawingEvent, type DrawingEvent, type Drawings, drawingLimits } from '../../../src/model/wire/drawing.ts'

const stroke = (page: string, id: string, ...points: number[]): DrawingEvent => ({
  type: 'stroke',
  page,
  id,
  pen: 1,
  points,
})
const after = (...events: DrawingEvent[]) => events.reduce<Drawings>(applyDrawingEvent, {})

test('points are appended to a stroke by its id; undo removes the last one, clear all of its page', () => {
  const drawn = after(
    stroke('s1', 'a', 1, 2),
    stroke('s1', 'b', 5, 6),
    stroke('s1', 'a', 3, 4),
    stroke('s2', 'c', 7, 8),
  )
  expect(drawn.s1).toEqual([
    { id: 'a', pen: 1, points: [1, 2, 3, 4] },
    { id: 'b', pen: 1, points: [5, 6] },
  ])
  expect(applyDrawingEvent(drawn, { type: 'undo', page: 's1' }).s1!.map(({ id }) => id)).toEqual(['a'])
  expect(Object.keys(applyDrawingEvent(drawn, { type: 'clear', page: 's1' }))).toEqual(['s2'])
})

test('an event without effect returns the same drawings', () => {
  const drawn = after(stroke('s1', 'a', 1, 2))
  expect(applyDrawingEvent(drawn, { type: 'undo', page: 's9' })).toBe(drawn)
  expect(applyDrawingEvent(drawn, { type: 'clear', page: 's9' })).toBe(drawn)
  expect(applyDrawingEvent(drawn, { type: 'laser', spot: { page: 's1', x: 1, y: 1 } })).toBe(drawn)
})

test('drawings have a maximum size', () => {
  const many = Array.from({ length: drawingLimits.strokes + 5 }, (_, i) => stroke('s1', `${i}`, i, i))
  expect(after(...many).s1).toHaveLength(drawingLimits.strokes)
  const long = Array.from({ length: 40 }, () => stroke('s1', 'a', ...Array<number>(400).fill(1)))
  expect(after(...long).s1![0]!.points.length).toBeLessThanOrEqual(drawingLimits.numbers)
})

test('an event never mutates the drawings', () => {
  const event = fc.oneof(
    fc.record({
      type: fc.constant('stroke' as const),
      page: fc.constantFrom('s1', 's2'),
      id: fc.constantFrom('a', 'b', 'c'),
      pen: fc.nat(2),
      points: fc.array(fc.nat(100), { minLength: 2, maxLength: 6 }),
    }),
    fc.record({ type: fc.constantFrom('undo' as const, 'clear' as const), page: fc.constantFrom('s1', 's2') }),
  )
  fc.assert(
    fc.property(fc.array(event), event, (events, last) => {
      const drawn = after(...events)
      const copy = structuredClone(drawn)
      applyDrawingEvent(drawn, last)
      expect(drawn).toEqual(copy)
    }),
  )
})
