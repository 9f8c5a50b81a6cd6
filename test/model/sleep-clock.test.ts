import { expect, test } from 'vitest'
import { makeSleepClock } from '../../src/model/sleep-clock.ts'

const hour = 3_600_000

/** A machine of which both clocks are told. Units: milliseconds. */
function machine(mostMs?: number) {
  let [monotonic, steady] = [500, 1_700_000_000_000]
  const now = makeSleepClock({
    monotonic: () => monotonic,
    steady: () => steady,
    ...(mostMs !== undefined && { mostMs }),
  })
  const start = now()
  return {
    elapsed: () => now() - start,
    pass: (ms: number) => {
      monotonic += ms
      steady += ms
    },
    /** The monotonic clock stands still, or the other one is set. */
    jump: (ms: number) => {
      steady += ms
    },
  }
}

test('it counts while the machine is awake and while it sleeps, however often', () => {
  const { elapsed, pass, jump } = machine()
  pass(1_000)
  expect(elapsed()).toBe(1_000)
  jump(10 * 60_000)
  expect(elapsed()).toBe(1_000 + 10 * 60_000)
  pass(250)
  jump(30_000)
  pass(250)
  expect(elapsed()).toBe(1_500 + 10 * 60_000 + 30_000)
})

test.each([
  ['back by an hour', -hour],
  ['ahead by two seconds', 2_000],
  ['ahead by years', 3 * 365 * 24 * hour],
])('a clock that is set %s changes nothing, and what sleeps after that counts', (_, ms) => {
  const { elapsed, pass, jump } = machine(12 * hour)
  pass(1_000)
  jump(ms)
  expect(elapsed()).toBe(1_000)
  jump(60_000)
  expect(elapsed()).toBe(61_000)
})

test('a clock that is a little faster for hours adds nothing, nor does one that counts in whole seconds', () => {
  const { elapsed, pass, jump } = machine()
  for (let i = 0; i < 10_000; i++) {
    pass(1_000)
    jump(i % 2 === 0 ? 999 : -998)
    elapsed()
  }
  expect(elapsed()).toBe(10_000_000)
})
