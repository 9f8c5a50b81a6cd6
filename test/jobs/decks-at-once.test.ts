import process from 'node:process'
import { afterEach, expect, test } from 'vitest'
import { decksAtOnce, helpersFor } from '../../src/jobs/decks-at-once.ts'

const told = Object.getOwnPropertyDescriptor(process, 'availableMemory')
afterEach(() => told && Object.defineProperty(process, 'availableMemory', told))

test('a Node that does not tell the memory that it may take asks the system', () => {
  Object.defineProperty(process, 'availableMemory', { value: undefined, configurable: true })
  expect(decksAtOnce(true)).toBeGreaterThanOrEqual(1)
})

test.each([
  [200, 8e9, 4, 4],
  [45, 8e9, 4, 2],
  [39, 8e9, 4, 0],
  [200, 7e8, 4, 2],
  [200, 8e9, 1, 0],
  [0, 8e9, 4, 0],
])('%d decks, %d bytes, %d cores: %d helpers', (decks, memory, cores, count) => {
  expect(helpersFor(decks, memory, cores)).toBe(count)
})
