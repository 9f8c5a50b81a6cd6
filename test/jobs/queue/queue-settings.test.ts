import { expect, test } from 'vitest'
import { entryName, readEntryName } from '../../../src/jobs/queue/queue-settings.ts'

test('the name of a job in the queue tells its document and its deck', () => {
  const job = { kind: 'handout', deck: 'talks/2026 spring/deck one.json' } as const
  expect(readEntryName(entryName(job))).toEqual(job)
})

test.each([
  ['', { kind: '?', deck: '?' }],
  ['html', { kind: 'html', deck: '?' }],
  [' x', { kind: '?', deck: 'x' }],
])('«%s», which somebody else wrote, is shown as far as it goes', (name, read) => {
  expect(readEntryName(name)).toEqual(read)
})

test('a long name is cut', () => {
  const { kind, deck } = readEntryName(`${'k'.repeat(50)} ${'d'.repeat(50_000)}`)
  expect([kind.length, deck.length <= 1_024]).toEqual([20, true])
})
