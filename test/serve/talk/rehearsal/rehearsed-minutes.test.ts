import { describe, expect, test } from 'vitest'
import { type PlannedSlide, planTalk } from '../../../../src/model/talk-plan.ts'
import { rehearsedMinutes } from '../../../../src/serve/talk/rehearsal/rehearsed-minutes.ts'

/** Slides as `3`, `-` (no minutes), `§8` (opens a section), `§-`. */
const slidesOf = (written: string): PlannedSlide[] =>
  written.split(' ').map((one) => {
    const kind = one.startsWith('§') ? 'section' : 'content'
    const minutes = one.replace('§', '')
    return { kind, minutes: minutes === '-' ? null : Number(minutes) }
  })

/** Measured seconds of each slide; `.` was not shown. */
const measuredOf = (written: string) =>
  new Map(written.split(' ').flatMap((one, i): [number, number][] => (one === '.' ? [] : [[i, Number(one) * 1000]])))

const planAfter = (slides: string, seconds: string, total: number | null = null) => {
  const planned = slidesOf(slides)
  const changed = new Map(
    rehearsedMinutes(planned, total, measuredOf(seconds)).map((one) => [one.slide - 1, one.after]),
  )
  return planned
    .map(({ kind, minutes }, i) => `${kind === 'section' ? '§' : ''}${changed.get(i) ?? minutes ?? '-'}`)
    .join(' ')
}

describe('the times of a rehearsal', () => {
  test.each([
    ['each slide gets its own', '- - -', '60 90 162', '1 1.5 2.7'],
    ['a slide that was not shown keeps its own', '1 5 -', '120 . 30', '2 5 0.5'],
    ['a short one has the shortest', '- -', '0.6 2', '0.1 0.1'],
    ['what is the same within a rounding stays as it is written', '1.97 2', '118 121', '1.97 2'],
    ['a rehearsal of hours', '-', '7200', '120'],
    ['a plan of sections stays one', '1 §8 - - §3 -', '60 5 240 300 10 100', '1 §9.1 - - §1.9 -'],
    ['a section counts planned slides that were not shown', '§8 - -', '. 120 .', '§6 - -'],
    ['a section with slides that are planned has both', '§8 2 3', '6 180 120', '§5.1 3 2'],
    ['a section without minutes gets them with the time of its own slide', '§- - -', '12 60 60', '§2.2 1 1'],
    ['a section whose own slide was not shown needs none', '§- - -', '. 60 60', '§- 1 1'],
    ['a section that was not reached stays', '§4 - §5 -', '10 120 . .', '§2.2 - §5 -'],
    ['a slide before the first section', '- §- -', '30 12 60', '0.5 §1.2 1'],
    ['nothing was measured', '1 §2 -', '. . .', '1 §2 -'],
  ])('%s', (_, slides, seconds, wanted) => {
    expect(planAfter(slides, seconds)).toBe(wanted)
  })

  test('the time of the talk is shared by slides that say nothing, and stays as it is', () => {
    expect(planAfter('- - -', '60 . 60', 10)).toBe('1 - 1')
    expect(rehearsedMinutes(slidesOf('- -'), 1, measuredOf('90 90')).map((one) => one.after)).toEqual([1.5, 1.5])
  })

  test('no section is shorter than its slides, whatever was measured', () => {
    for (let seed = 1; seed < 400; seed++) {
      const seconds = [0, 1, 2, 3].map((i) => ((seed * 37 * (i + 1)) % 997) / 7 + 1)
      const slides = slidesOf('§- - - -')
      const changes = rehearsedMinutes(slides, null, new Map(seconds.map((one, i) => [i, one * 1000])))
      const planned = slides.map((slide, i) => ({
        ...slide,
        minutes: changes.find((one) => one.slide === i + 1)!.after,
      }))
      expect(planTalk(planned, null).exceeded).toEqual([])
    }
  })
})
