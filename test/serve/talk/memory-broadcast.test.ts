import { expect, test } from 'vitest'
import { maxVoters } from '../../../src/serve/talk/broadcast.ts'
import { makeMemoryBroadcast } from '../../../src/serve/talk/memory-broadcast.ts'
import { testBroadcast } from './broadcast-contract.ts'

testBroadcast(async () => {
  const broadcast = makeMemoryBroadcast()
  return [broadcast, broadcast]
})

test('a poll has a limit; those in it can still change their value', async () => {
  const values = Object.fromEntries(
    Array.from({ length: maxVoters }, (_, i) => [`v${i}`, { value: 'x', order: i + 1 }]),
  )
  const broadcast = makeMemoryBroadcast({ latest: {}, collected: { p: values } })
  expect(await broadcast.collect('p', 'more', 'x')).toBe('full')
  expect(await broadcast.collect('p', 'v7', 'y')).toBe('changed')
})

test('it goes on from what was saved', async () => {
  const first = makeMemoryBroadcast()
  await first.publish('a', 1)
  await first.collect('p', 'one', 'x')
  const second = makeMemoryBroadcast(JSON.parse(JSON.stringify(first.save())))
  expect(await second.latest('a')).toEqual({ version: 1, value: 1 })
  await second.collect('p', 'two', 'x')
  expect((await second.collected('p')).get('two')?.order).toBe(2)
})
