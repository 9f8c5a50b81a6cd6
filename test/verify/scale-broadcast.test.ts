import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { parseRedisAddress, type RedisAddress } from '../../src/model/redis-address.ts'
import { openRedis, type RedisLink } from '../../src/redis/open-redis.ts'
import { type Broadcast, maxVoters } from '../../src/serve/talk/broadcast.ts'
import { followTopic } from '../../src/serve/talk/follow-topic.ts'
import { openRedisBroadcast } from '../../src/serve/talk/redis/redis-broadcast.ts'
import { prefixOf } from '../../src/serve/talk/redis/wire.ts'
import { makeToken } from '../../src/serve/talk/secrets.ts'
import { testBroadcast } from '../serve/talk/broadcast-contract.ts'
import { hasRedis, startRedis, type TestRedis } from '../support/redis-server.ts'

if (!hasRedis) console.log('There is no redis-server here: the tests of talks on several machines are skipped.')

let redis: TestRedis
const links: RedisLink[] = []
const opened: Broadcast[] = []

beforeAll(async () => {
  if (hasRedis) redis = await startRedis()
})
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
  for (const link of links.splice(0)) link.close()
})
afterAll(() => redis?.end())

async function open(id: string): Promise<Broadcast> {
  const link = await openRedis({ address: parseRedisAddress(redis.address) as RedisAddress, password: null })
  links.push(link)
  const broadcast = await openRedisBroadcast(link, id)
  opened.push(broadcast)
  return broadcast
}

/** Waits for what takes as long as it takes. */
const until = (isTrue: () => boolean | Promise<boolean>) => expect.poll(isTrue, { timeout: 60_000 }).toBe(true)

/** A text that grows by messages, as drawings do. */
async function follow(broadcast: Broadcast) {
  let text = ''
  await followTopic(broadcast, 'text', {
    onLatest: (value) => {
      text = `${value}`
    },
    onMessage: (message) => {
      text += message
    },
    onError: () => {},
  })
  return { text: () => text, write: (more: string) => broadcast.publish('text', more, text + more) }
}

describe.skipIf(!hasRedis)('a broadcast by Redis', () => {
  testBroadcast(async () => {
    const id = makeToken()
    return [await open(id), await open(id)]
  })

  test('talks do not meet, and all that is kept of one ends by itself', async () => {
    const [id, other] = [makeToken(), makeToken()]
    const [one, two] = [await open(id), await open(other)]
    const got: unknown[] = []
    await two.subscribe('a', (message) => got.push(message))
    await one.publish('a', 1)
    await one.publish('b', 1, 'long')
    await one.collect('p', 'voter', 'x')
    await two.publish('a', 2)
    await until(() => got.length > 0)
    expect(got).toEqual([2])
    expect((await two.collected('p')).size).toBe(0)
    const keys = await redis.client.keys(`${prefixOf(id)}*`)
    expect(keys.length).toBeGreaterThanOrEqual(5)
    for (const key of keys) expect(await redis.client.pttl(key)).toBeGreaterThan(0)
  })

  test('while the server is away, the speaker goes on; then all have everything, in one order', async () => {
    const id = makeToken()
    const [one, two] = [await open(id), await open(id)]
    const [writer, reader] = [await follow(one), await follow(two)]
    await writer.write('a')
    await until(() => reader.text() === 'a')
    await redis.kill()
    // Not written before the next one is needed, as a pen that draws.
    for (const letter of 'bcd') {
      await writer.write(letter)
      await until(() => writer.text().endsWith(letter))
    }
    await expect(one.collect('p', 'v', 'x')).rejects.toThrow()
    await redis.restart()
    await until(() => reader.text() === 'abcd')
    await writer.write('e')
    await until(() => writer.text() === 'abcde' && reader.text() === 'abcde')
    const late = await follow(await open(id))
    expect(late.text()).toBe('abcde')
    expect(await two.collect('p', 'v', 'x')).toBe('new')
  })

  test('a server that has lost its data gets it again from those who published it', async () => {
    const id = makeToken()
    const [one, two] = [await open(id), await open(id)]
    const [writer, reader] = [await follow(one), await follow(two)]
    await writer.write('a')
    await one.collect('p', 'v', 'x')
    await two.collected('p')
    await until(() => reader.text() === 'a')
    await redis.client.flushall()
    await redis.client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')
    await until(async () => (await two.latest('text'))?.value === 'a')
    await writer.write('b')
    await until(() => reader.text() === 'ab')
    await two.collect('p', 'w', 'y')
    expect([...(await two.collected('p')).keys()]).toEqual(['w'])
  })

  test('what somebody else writes into it neither ends a process nor fills its memory', async () => {
    const id = makeToken()
    const [one, two] = [await open(id), await open(id)]
    const got: unknown[] = []
    await two.subscribe('a', (message) => got.push(message))
    const channel = `${prefixOf(id)}messages`
    const stranger = new Redis(redis.port)
    const frames = ['', 'x', '1 2 3', '\n', 'a b c d\n1', '1 p 1 a\n{', '9e9 p 1 a\n1', '99999999999999999 p 1 a\n1']
    const odd = ['1 p 1 __proto__\n1', '1 p 1 constructor\n1', '1 p 1 a b\n1', `1 p 1 a\n"${'x'.repeat(3_000_000)}"`]
    for (const frame of [...frames, ...odd]) await stranger.publish(channel, frame)
    const topic = `${prefixOf(id)}topic:a`
    await stranger.hset(topic, { version: 'x', valueVersion: '1e300', value: 'y'.repeat(20_000_000) })
    expect(await one.latest('a')).toBeNull()
    await one.publish('a', 'mine')
    await until(() => got.length > 0)
    expect(got).toEqual(['mine'])
    expect((await two.latest('a'))?.value).toBe('mine')
    const [values, changes, state] = ['values', 'changes', 'state'].map((name) => `${prefixOf(id)}${name}:p`)
    await one.collect('p', 'good', 'x')
    await stranger.hset(values!, { none: 'no order', long: `1 ${'z'.repeat(20_000)}`, ['v'.repeat(5_000)]: '1 x' })
    await stranger.zadd(changes!, 2, 'none', 3, 'long', 4, 'v'.repeat(5_000), 5, 'absent')
    expect([...(await two.collected('p'))]).toEqual([['good', { value: 'x', order: 1 }]])
    await stranger.hset(state!, { epoch: 'e'.repeat(5_000) })
    expect([...(await two.collected('p')).keys()]).toEqual(['good'])
    await stranger.del(topic)
    await stranger.set(topic, 'not a hash')
    await one.subscribe('a', (message) => got.push(`alone: ${message}`))
    await one.publish('a', 'still here')
    await until(() => got.includes('alone: still here'))
    stranger.disconnect()
  })

  test('a poll has a limit; those in it can still change their value', async () => {
    const id = makeToken()
    const one = await open(id)
    await one.collect('p', 'mine', 'x')
    const more = Array.from({ length: maxVoters - 1 }, (_, i) => [`v${i}`, `${i + 2} x`]).flat()
    for (let i = 0; i < more.length; i += 20_000)
      await redis.client.hset(`${prefixOf(id)}values:p`, ...more.slice(i, i + 20_000))
    expect(await one.collect('p', 'more', 'x')).toBe('full')
    expect(await one.collect('p', 'mine', 'y')).toBe('changed')
  })
})
