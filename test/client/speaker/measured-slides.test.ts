import { expect, test } from 'vitest'
import { followSlides, readMeasured } from '../../../src/client/speaker/measured-slides.ts'

/** Measured slides as `A B C`: each heading at its place. */
const measured = (written: string) =>
  written.split(' ').flatMap((heading, i) => (heading === '.' ? [] : [{ slide: i + 1, heading, ms: i + 1 }]))

test.each([
  ['nothing has changed', 'A B C', 'A B C', '1:1 2:2 3:3'],
  ['a slide was put before them', 'A B C', 'N A B C', '2:1 3:2 4:3'],
  ['a slide was removed', 'A B C', 'A C', '1:1 0:2 2:3'],
  ['and came back', 'A . C', 'A B C', '1:1 3:3'],
  ['slides have changed places', 'A B C', 'C A B', '2:1 3:2 1:3'],
  ['one has another title', 'A B C', 'A X C', '1:1 2:2 3:3'],
  ['one has another title, and one is new', 'A B C', 'N A X C', '2:1 3:2 4:3'],
  ['all have another title, in another language', 'A B C', 'Ә Б В', '1:1 2:2 3:3'],
  ['several have the same title', 'A A A', 'A A A', '1:1 2:2 3:3'],
  ['slides that were not shown', '. B .', 'B', '1:2'],
])('measured times follow their slides: %s', (_, before, after, wanted) => {
  const followed = followSlides(measured(before), after.split(' '))
  expect(followed.map(({ slide, ms }) => `${slide}:${ms}`).join(' ')).toBe(wanted)
})

test.each(['', '{', 'null', '[[1,20000]]', '[{"slide":"1"}]', '{"slide":1}'])(
  'what is damaged is no time: %j',
  (kept) => {
    expect(readMeasured(kept)).toEqual([])
  },
)
