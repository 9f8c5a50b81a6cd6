import { expect, test } from 'vitest'
import { makePinLock } from '../../../src/serve/talk/pin-lock.ts'
import { makePin, makeToken, matchesSecret } from '../../../src/serve/talk/secrets.ts'

test('a token has more than 128 bits, fits into a URL, and is never repeated', () => {
  const tokens = Array.from({ length: 1_000 }, makeToken)
  expect(new Set(tokens).size).toBe(1_000)
  for (const token of tokens) expect(token).toMatch(/^[\w-]{32}$/)
})

test('a secret matches only itself', () => {
  const token = makeToken()
  expect(matchesSecret(token, token)).toBe(true)
  for (const other of ['', token.slice(0, -1), `${token} `, token.toLowerCase() + token, null, undefined, 7, [token]])
    expect(matchesSecret(other, token)).toBe(false)
})

test('a PIN has six digits, with leading zeros', () => {
  for (let i = 0; i < 200; i++) expect(makePin()).toMatch(/^\d{6}$/)
})

/** A lock, a clock that the test sets, and a wrong PIN. */
function lock() {
  let time = 0
  const made = makePinLock(() => time)
  const wrong = made.pin() === '000000' ? '111111' : '000000'
  return { made, wrong, wait: (ms: number) => (time += ms) }
}

test('accepts the right PIN and no other', () => {
  const { made, wrong, wait } = lock()
  expect(made.try('a', wrong)).toMatchObject({ right: false, closed: false })
  wait(1_000)
  expect(made.try('a', made.pin())).toEqual({ right: true })
})

test('after a wrong PIN even the right one has to wait, each time twice as long, up to a minute', () => {
  const { made, wrong, wait } = lock()
  const waits: number[] = []
  for (let i = 0; i < 9; i++) {
    const { waitMs } = made.try('a', wrong) as { waitMs: number }
    waits.push(waitMs)
    wait(waitMs - 1)
    expect(made.try('a', made.pin())).toEqual({ right: false, waitMs: 1, closed: false })
    wait(1)
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => seconds * 1_000))
})

test('a device gets ten tries, and never delays another one', () => {
  const { made, wrong, wait } = lock()
  const tries = Array.from({ length: 10_000 }, () => {
    wait(60_000)
    return made.try('pest', wrong)
  })
  expect(tries.filter((one) => !one.right && one.waitMs > 0)).toHaveLength(10)
  expect(made.try('pest', made.pin())).toMatchObject({ right: false, closed: true })
  expect(made.try('a', made.pin())).toEqual({ right: true })
})

test('after two hundred wrong PINs none is accepted until there is a new one', () => {
  const { made, wrong } = lock()
  const before = made.pin()
  for (let i = 0; i < 199; i++) made.try(`device ${i}`, wrong)
  expect(made.try('a', before)).toEqual({ right: true })
  made.try('device 199', wrong)
  expect(made.pin()).toBeNull()
  expect(made.try('b', before)).toMatchObject({ right: false, closed: true })
  made.renew()
  expect(made.try('device 0', made.pin())).toEqual({ right: true })
})
