import { expect, test } from 'vitest'
import { clockFormat } from '../../../src/client/speaker/speaker-times.ts'

test.each(['kk', 'ru', 'en'])('the clock in %s goes on over midnight', (lang) => {
  const clock = clockFormat(lang)
  expect(
    [
      [23, 59],
      [0, 0],
      [0, 5],
      [12, 0],
      [9, 7],
    ].map(([h, m]) => clock(new Date(2020, 0, 1, h, m))),
  ).toEqual(['23:59', '00:00', '00:05', '12:00', '09:07'])
})
