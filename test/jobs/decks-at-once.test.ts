import process from 'node:process'
import { afterEach, expect, test } from 'vitest'
import { decksAtOnce } from '../../src/jobs/decks-at-once.ts'

const told = Object.getOwnPropertyDescriptor(process, 'availableMemory')
afterEach(() => told && Object.defineProperty(process, 'availableMemory', told))

test('a Node that does not tell the memory that it may take asks the system', () => {
  Object.defineProperty(process, 'availableMemory', { value: undefined, configurable: true })
  expect(decksAtOnce(true)).toBeGreaterThanOrEqual(1)
})
