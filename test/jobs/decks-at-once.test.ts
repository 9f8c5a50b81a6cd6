import process from 'node:process'
import { afterEach, expect, test } from 'vitest'
import { decksAtOnce } from '../../src/jobs/decks-at-once.ts'

const gigabyte = 1_000_000_000
const told = Object.getOwnPropertyDescriptor(process, 'availableMemory')
afterEach(() => told && Object.defineProperty(process, 'availableMemory', told))

test.each([
  [false, 8 * gigabyte, 8, 1],
  [true, 8 * gigabyte, 2, 3],
  [true, gigabyte, 8, 3],
  [true, 0, 8, 1],
])('prints: %s, memory: %i, cores: %i: %i', (prints, memory, cores, expected) => {
  expect(decksAtOnce(prints, memory, cores)).toBe(expected)
})

test('a Node that does not tell the memory that it may take asks the system', () => {
  Object.defineProperty(process, 'availableMemory', { value: undefined, configurable: true })
  expect(decksAtOnce(true)).toBeGreaterThanOrEqual(1)
})
