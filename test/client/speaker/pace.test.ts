import { expect, test } from 'vitest'
import { minutesBehind, plannedSpan } from '../../../src/client/speaker/pace.ts'
import { formatMinutes, plannedParts } from '../../../src/client/speaker/plan-bar.ts'

const plan = { seconds: [60, 240, 0, 300], parts: [0, 2] }
const at = (slide: number, part = 1, parts = 1) => ({ slide, part, parts })

test('a page of several has its share of the time of its slide', () => {
  expect(plannedSpan(plan, at(1))).toEqual({ start: 60_000, end: 300_000 })
  expect(plannedSpan(plan, at(1, 2, 4))).toEqual({ start: 120_000, end: 180_000 })
  expect(plannedSpan(plan, at(2))).toEqual({ start: 300_000, end: 300_000 })
  expect(plannedSpan(plan, at(9))).toEqual({ start: 600_000, end: 600_000 })
})

test.each([
  { slide: 1, seconds: 60, behind: 0 },
  { slide: 1, seconds: 300, behind: 0 },
  { slide: 1, seconds: 359, behind: 0 },
  { slide: 1, seconds: 360, behind: 1 },
  { slide: 1, seconds: 420, behind: 2 },
  { slide: 1, seconds: 1, behind: 0 },
  { slide: 3, seconds: 240, behind: -1 },
  { slide: 3, seconds: 30, behind: -4 },
  { slide: 3, seconds: 4200, behind: 60 },
])('on slide $slide after $seconds s the talk is $behind min behind', ({ slide, seconds, behind }) => {
  expect(minutesBehind(plan, at(slide), seconds * 1000)).toBe(behind)
})

test('the bar shows sections; without these, slides, unless there are too many to tell apart', () => {
  const spans = (seconds: number[], parts: number[]) =>
    plannedParts({ seconds, parts }).map(({ from, to, seconds: sum }) => `${from}-${to}: ${sum}`)
  expect(spans([60, 240, 0, 300], [0, 2])).toEqual(['0-2: 300', '2-4: 300'])
  expect(spans([0, 0, 240, 300], [0, 2, 3])).toEqual(['2-3: 240', '3-4: 300'])
  expect(spans([60, 0, 30], [0])).toEqual(['0-1: 60', '2-3: 30'])
  expect(spans(Array(25).fill(60), [0])).toEqual(['0-25: 1500'])
})

test.each([
  [120, '2'],
  [150, '2:30'],
  [65, '1:05'],
  [30, '0:30'],
  [3600, '60'],
])('%i s is %s', (seconds, text) => {
  expect(formatMinutes(seconds)).toBe(text)
})
