import { expect, test } from 'vitest'
import { type PlannedSlide, planTalk } from '../../src/model/talk-plan.ts'

const kinds: Record<string, PlannedSlide['kind']> = { '#': 'section', '=': 'frame' }

/** `# 5` is a section of five minutes, `=` a cover or closing slide, `2` a slide of two minutes, `-` one without. */
const slidesOf = (text: string): PlannedSlide[] =>
  text.split(', ').map((slide) => {
    const number = /[\d.]+/.exec(slide)?.[0]
    return { kind: kinds[slide[0]!] ?? 'content', minutes: number === undefined ? null : Number(number) }
  })

test.each([
  { slides: '-, -, -', total: 10, seconds: null },
  { slides: '2, 3', total: null, seconds: [120, 180] },
  { slides: '2, -, 1', total: null, seconds: [120, 0, 60] },
  { slides: '2, -, -', total: 10, seconds: [120, 240, 240] },
  { slides: '=, 2, -, =', total: 10, seconds: [0, 120, 480, 0] },
  { slides: '=, 2, =', total: 10, seconds: [240, 120, 240] },
  { slides: '= 1, 2, -, = 1', total: 10, seconds: [60, 120, 360, 60] },
  { slides: '# 6, -, -', total: null, seconds: [0, 180, 180] },
  { slides: '# 6, 2, 3', total: null, seconds: [60, 120, 180] },
  { slides: '# 6, 2, -', total: null, seconds: [0, 120, 240] },
  { slides: '-, # 6, -, #, 1, -', total: 10, seconds: [90, 0, 360, 0, 60, 90] },
  { slides: '# 3', total: null, seconds: [180] },
  { slides: '# 0, -', total: null, seconds: [0, 0] },
  { slides: '0.5, 1.25', total: null, seconds: [30, 75] },
])('$slides in $total', ({ slides, total, seconds }) => {
  const { plan, exceeded } = planTalk(slidesOf(slides), total)
  expect(plan?.seconds ?? null).toEqual(seconds)
  expect(exceeded).toEqual([])
})

test('parts begin at sections, and at the closing slide after them', () => {
  const parts = (text: string) => planTalk(slidesOf(text), null).plan?.parts
  expect(parts('=, 1, #, 1, #, 1, =')).toEqual([0, 2, 4, 6])
  expect(parts('# 1, 1, 1')).toEqual([0])
  expect(parts('1, 1, =')).toEqual([0])
})

test.each([
  { slides: '6, 5', total: 10, exceeded: [{ section: null, planned: 11, minutes: 10 }] },
  { slides: '-, # 2, 1.5, 1', total: null, exceeded: [{ section: 1, planned: 2.5, minutes: 2 }] },
  {
    slides: '# 2, 3, # 8, -',
    total: 10,
    exceeded: [
      { section: 0, planned: 3, minutes: 2 },
      { section: null, planned: 11, minutes: 10 },
    ],
  },
  { slides: '1.1, 1.1, 1.1', total: 3.3, exceeded: [] },
])('$slides do not fit into $total', ({ slides, total, exceeded }) => {
  const planned = planTalk(slidesOf(slides), total)
  expect(planned.exceeded).toEqual(exceeded)
  expect(planned.plan?.seconds.every((one) => one >= 0)).toBe(true)
})
