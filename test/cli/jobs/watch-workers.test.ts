import { expect, onTestFinished, test } from 'vitest'
import { watchWorkers } from '../../../src/cli/jobs/watch-workers.ts'
import type { RedisLink } from '../../../src/redis/open-redis.ts'

const report = { program: 'x', browser: null, host: 'a', pid: 1, since: 1, done: 0, failed: 0, decks: [], paused: null }

/** A server at which so many workers are; null: it does not answer. */
function serverWith(workers: { count: number | null }): { link: RedisLink; looks: () => number } {
  let looks = 0
  const client = {
    scan: async () => {
      looks += 1
      if (workers.count === null) throw new Error('gone')
      return ['0', Array.from({ length: workers.count }, (_, i) => `${i}`)]
    },
    mget: async (...keys: string[]) => keys.map(() => JSON.stringify(report)),
  }
  return { link: { client } as unknown as RedisLink, looks: () => looks }
}

test('that nobody works is told once, and again after a worker has come and gone', async () => {
  const workers: { count: number | null } = { count: 0 }
  const { link, looks } = serverWith(workers)
  let told = 0
  const stop = watchWorkers(link, () => void (told += 1), 1)
  onTestFinished(stop)
  const twoLooks = async () => {
    const before = looks()
    await expect.poll(looks).toBeGreaterThan(before + 2)
  }
  await twoLooks()
  expect(told).toBe(1)
  workers.count = null
  await twoLooks()
  workers.count = 0
  await twoLooks()
  expect(told).toBe(1)
  workers.count = 2
  await twoLooks()
  expect(told).toBe(1)
  workers.count = 0
  await twoLooks()
  expect(told).toBe(2)
})

test('after the end, nothing is told', async () => {
  const { link, looks } = serverWith({ count: 0 })
  let told = 0
  const stop = watchWorkers(link, () => void (told += 1), 1)
  await expect.poll(looks).toBeGreaterThan(0)
  stop()
  const before = told
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(told).toBe(before)
})
