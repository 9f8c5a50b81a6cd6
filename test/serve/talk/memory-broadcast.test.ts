import { expect, test } from 'vitest'
import { maxVoters } from '../../../src/serve/talk/broadcast.ts'
import { followTopic } from '../../../src/serve/talk/follow-topic.ts'
import { makeMemoryBroadcast } from '../../../src/serve/talk/memory-broadcast.ts'

/** Lets what was published arrive. */
const arrive = () => new Promise<void>((resolve) => setImmediate(resolve))

test('messages arrive in order, later than the call, and only those of the topic', async () => {
  const broadcast = makeMemoryBroadcast()
  const got: unknown[] = []
  const off = await broadcast.subscribe('a', (message, version) => got.push([message, version]))
  const done = [broadcast.publish('a', 1), broadcast.publish('b', 9), broadcast.publish('a', 2)]
  expect(got).toEqual([])
  await Promise.all(done)
  await arrive()
  expect(got).toEqual([
    [1, 1],
    [2, 2],
  ])
  await off()
  await broadcast.publish('a', 3)
  await arrive()
  expect(got).toHaveLength(2)
})

test('a late comer gets the last message, or what stands for it', async () => {
  const broadcast = makeMemoryBroadcast()
  expect(await broadcast.latest('a')).toBeNull()
  await broadcast.publish('a', 'first')
  await broadcast.publish('a', 'second', ['first', 'second'])
  expect(await broadcast.latest('a')).toEqual({ version: 2, value: ['first', 'second'] })
})

test('who follows a topic misses nothing and gets nothing twice, whatever is published meanwhile', async () => {
  const broadcast = makeMemoryBroadcast()
  await broadcast.publish('a', 'b', 'ab')
  const got: unknown[] = []
  const following = followTopic(broadcast, 'a', {
    onLatest: (value) => got.push(`latest ${value}`),
    onMessage: (message) => got.push(message),
  })
  void broadcast.publish('a', 'c', 'abc')
  await following
  void broadcast.publish('a', 'd', 'abcd')
  await arrive()
  expect(got).toEqual(['latest abc', 'd'])
})

test('a voter has one value, the last one, however often it is sent', async () => {
  const broadcast = makeMemoryBroadcast()
  const results = []
  for (const value of ['x', 'x', 'y', null, null, 'x']) results.push(await broadcast.collect('p', 'one', value))
  expect(results).toEqual(['new', 'same', 'changed', 'changed', 'same', 'new'])
  await broadcast.collect('p', 'two', 'x')
  expect([...(await broadcast.collected('p'))]).toEqual([
    ['one', { value: 'x', order: 2 }],
    ['two', { value: 'x', order: 3 }],
  ])
  expect((await broadcast.collected('q')).size).toBe(0)
  await broadcast.forget('p')
  expect((await broadcast.collected('p')).size).toBe(0)
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
