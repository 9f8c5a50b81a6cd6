import { describe, expect, test } from 'vitest'
import { isCodeLike, keptCode, makeCode, makeShortCode } from '../../../src/serve/talk/short-code.ts'

test('a code has four letters and digits that are not taken for one another', () => {
  const codes = Array.from({ length: 2_000 }, makeCode)
  for (const code of codes) expect(code).toMatch(/^[a-z\d]{4}$/)
  expect(codes.join('')).not.toMatch(/[01258oilsgqubzvaey]/)
  // 2,000 of 104,976 are hardly ever fewer than 1,900 different ones.
  expect(new Set(codes).size).toBeGreaterThan(1_900)
})

test.each([
  ['k7m4', true],
  ['K7M4', true],
  ['к7м4', true],
  [' k7m4 ', true],
  ['favicon.ico', false],
  ['s', false],
  ['', false],
  ['robots.txt', false],
])('“%s” may be meant as a code: %s', (given, expected) => expect(isCodeLike(given)).toBe(expected))

describe('a code', () => {
  const open = () => {
    const time = { now: 0 }
    return { time, lock: makeShortCode(() => time.now, 'k7m4') }
  }

  test.each(['k7m4', 'K7M4', ' k7m4', 'к7м4', 'К7М4'])('is right as “%s”', (given) => {
    expect(open().lock.try('a', given)).toBe('right')
  })

  test.each(['k7m3', 'k7m', 'k7m44', '', '4m7k'])('is wrong as “%s”', (given) => {
    expect(open().lock.try('a', given)).toBe('wrong')
  })

  test('is not compared after twenty wrong ones, even if it is right, until time has passed', () => {
    const { time, lock } = open()
    for (let i = 0; i < 20; i++) expect(lock.try('a', 'xxxx')).toBe('wrong')
    expect(lock.try('a', 'k7m4')).toEqual({ waitMs: 10_000 })
    time.now = 4_000
    expect(lock.try('a', 'k7m4')).toEqual({ waitMs: 6_000 })
    time.now = 10_000
    expect(lock.try('a', 'k7m4')).toBe('right')
    expect(lock.try('a', 'xxxx')).toBe('wrong')
    expect(lock.try('a', 'k7m4')).toEqual({ waitMs: 10_000 })
  })

  test('of one device costs no other anything, and trying too early costs nothing more', () => {
    const { time, lock } = open()
    for (let i = 0; i < 500; i++) lock.try('a', 'xxxx')
    expect(lock.try('b', 'k7m4')).toBe('right')
    time.now = 10_000
    expect(lock.try('a', 'k7m4')).toBe('right')
  })

  test('allows a device 740 tries in two hours, of 104,976', () => {
    const { time, lock } = open()
    let compared = 0
    for (time.now = 0; time.now <= 7_200_000; time.now += 1_000) if (lock.try('a', 'xxxx') === 'wrong') compared += 1
    expect(compared).toBe(740)
  })

  test('remembers no more than ten thousand devices', () => {
    const { lock } = open()
    for (let i = 0; i < 20; i++) lock.try('first', 'xxxx')
    expect(lock.try('first', 'k7m4')).not.toBe('right')
    for (let i = 0; i < 10_000; i++) lock.try(`device ${i}`, 'xxxx')
    expect(lock.try('first', 'k7m4')).toBe('right')
  })
})

test('a talk that goes on keeps its code; what is none is replaced', () => {
  expect(keptCode({ shortCode: 'k7m4' })).toBe('k7m4')
  for (const shortCode of [undefined, null, 7, '', 'k7m', 'K7M4', 'k7m4/', { length: 4 }])
    expect(keptCode({ shortCode })).toMatch(/^[a-z\d]{4}$/)
  expect(keptCode()).toMatch(/^[a-z\d]{4}$/)
})
