import { expect, test } from 'vitest'
import type { Broadcast } from '../../../src/serve/talk/broadcast.ts'
import { followTopic } from '../../../src/serve/talk/follow-topic.ts'

/** What each broadcast must do. `open` returns one that nobody uses yet, as two processes of a talk see it. */
export function testBroadcast(open: () => Promise<[Broadcast, Broadcast]>): void {
  /** Waits until something has come. */
  const until = (isTrue: () => boolean) => expect.poll(isTrue).toBe(true)

  test('messages arrive in order, later than the call, in all processes, and only those of the topic', async () => {
    const [one, two] = await open()
    const got: [string, unknown, number][] = []
    const off = await one.subscribe('a', (message, version) => got.push(['one', message, version]))
    await two.subscribe('a', (message, version) => got.push(['two', message, version]))
    const done = [one.publish('a', 1), two.publish('b', 9), one.publish('a', 2)]
    expect(got).toEqual([])
    await Promise.all(done)
    await two.publish('a', 3)
    await until(() => got.length === 6)
    const versions = new Map(got.map(([, message, version]) => [message, version]))
    for (const process of ['one', 'two']) {
      const own = got.filter(([name]) => name === process)
      expect(own.map(([, message]) => message)).toEqual([1, 2, 3])
      for (const [, message, version] of own) expect(version).toBe(versions.get(message))
    }
    expect([...versions.values()]).toEqual([...versions.values()].sort((a, b) => a - b))
    await off()
    await one.publish('a', 4)
    await until(() => got.length === 7)
    expect(got.at(-1)?.slice(0, 2)).toEqual(['two', 4])
  })

  test('a late comer gets the last message, or what stands for it', async () => {
    const [one, two] = await open()
    expect(await two.latest('a')).toBeNull()
    await one.publish('a', 'first')
    const first = await two.latest('a')
    expect(first?.value).toBe('first')
    await one.publish('a', 'second', ['first', 'second'])
    const second = await two.latest('a')
    expect(second?.value).toEqual(['first', 'second'])
    expect(second!.version).toBeGreaterThan(first!.version)
  })

  test('who follows a topic misses nothing and gets nothing twice, whatever is published meanwhile', async () => {
    const [one, two] = await open()
    await one.publish('a', 'b', 'ab')
    let text = ''
    const following = followTopic(two, 'a', {
      onLatest: (value) => {
        text = `${value}`
      },
      onMessage: (message) => {
        text += message
      },
      onError: (error) => {
        throw error
      },
    })
    void one.publish('a', 'c', 'abc')
    await following
    void one.publish('a', 'd', 'abcd')
    await until(() => text.length >= 4)
    expect(text).toBe('abcd')
  })

  test('a voter has one value, the last one, however often and wherever it is sent', async () => {
    const [one, two] = await open()
    const results = []
    for (const value of ['x', 'x', 'y', null, null, 'x']) {
      results.push(await (results.length % 2 === 0 ? one : two).collect('p', 'one', value))
      // Asked in between, a process must not keep what has been replaced.
      if (results.length % 3 === 0) await two.collected('p')
    }
    expect(results).toEqual(['new', 'same', 'changed', 'changed', 'same', 'new'])
    await one.collect('p', 'two', 'x y z')
    for (const each of [one, two])
      expect([...(await each.collected('p'))]).toEqual([
        ['one', { value: 'x', order: 2 }],
        ['two', { value: 'x y z', order: 3 }],
      ])
    expect((await one.collected('q')).size).toBe(0)
    await one.forget('p')
    for (const each of [one, two]) expect((await each.collected('p')).size).toBe(0)
    await two.collect('p', 'two', 'z')
    expect([...(await one.collected('p'))]).toEqual([['two', { value: 'z', order: 4 }]])
  })

  test('many that vote at the same time count once each, in one order for all', async () => {
    const [one, two] = await open()
    const votes = Array.from({ length: 300 }, (_, i) => (i % 2 ? one : two).collect('p', `v${i % 150}`, `${i % 3}`))
    const reads = votes.map((vote, i) => vote.then(() => (i % 3 ? one : two).collected('p')))
    for (const [i, read] of reads.entries()) expect((await read).has(`v${i % 150}`)).toBe(true)
    const [a, b] = [await one.collected('p'), await two.collected('p')]
    expect(a.size).toBe(150)
    expect([...a]).toEqual([...b])
    expect([...a.values()].map(({ order }) => order)).toEqual(Array.from({ length: 150 }, (_, i) => i + 1))
  })
}
