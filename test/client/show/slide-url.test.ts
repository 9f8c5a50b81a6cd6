import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeUrlWriter } from '../../../src/client/show/slide-url.ts'

const location = { hash: '' }

beforeEach(() => {
  vi.useFakeTimers()
  location.hash = ''
  vi.stubGlobal('location', location)
  vi.stubGlobal('history', {
    replaceState: (_: unknown, __: string, address: string) => {
      location.hash = address
    },
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('the first address is written at once, those of the second after it as one', () => {
  const write = makeUrlWriter()
  write('s1')
  expect(location.hash).toBe('#/s1')
  write('s2')
  write('s3')
  expect(location.hash).toBe('#/s1')
  vi.runAllTimers()
  expect(location.hash).toBe('#/s3')
})

test('an address that somebody enters before the page has written its own is not written over', () => {
  const write = makeUrlWriter()
  write('s1')
  write('s2')
  location.hash = '#/7'
  vi.runAllTimers()
  expect(location.hash).toBe('#/7')
  // The page is told of it, goes there, and writes again.
  write('s7')
  vi.runAllTimers()
  expect(location.hash).toBe('#/s7')
})
