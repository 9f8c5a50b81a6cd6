import { expect, test } from 'vitest'
import { formatDuration, makeStopwatch } from '../../../src/client/speaker/stopwatch.ts'

test('the stopwatch counts while it runs, keeps its time while paused, and can be reset', () => {
  let now = 1000
  const watch = makeStopwatch(() => now)
  now += 5000
  expect([watch.elapsed(), watch.running(), watch.used()]).toEqual([0, false, false])
  watch.start()
  now += 3000
  watch.start()
  now += 1000
  expect([watch.elapsed(), watch.running()]).toEqual([4000, true])
  watch.pause()
  now += 60_000
  expect([watch.elapsed(), watch.used()]).toEqual([4000, true])
  watch.start()
  now += 500
  expect(watch.elapsed()).toBe(4500)
  watch.reset()
  now += 200
  expect([watch.elapsed(), watch.running()]).toEqual([200, true])
  watch.pause()
  watch.reset()
  expect([watch.elapsed(), watch.used()]).toEqual([0, false])
})

test.each([
  [0, '00:00'],
  [999, '00:00'],
  [754_000, '12:34'],
  [3_599_999, '59:59'],
  [3_723_000, '1:02:03'],
  [-61_000, '01:01'],
])('%i ms reads %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})
