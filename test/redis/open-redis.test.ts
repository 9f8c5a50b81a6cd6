import { expect, onTestFinished, test, vi } from 'vitest'
import { parseRedisAddress, type RedisAddress } from '../../src/model/redis-address.ts'
import { openRedis } from '../../src/redis/open-redis.ts'
import { fakeRedis, infoOf } from '../support/fake-redis.ts'

const addressOf = ({ address }: { address: string }) => parseRedisAddress(address) as RedisAddress

test('a server that says nothing is given up after a time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  let heard = 0
  const server = await fakeRedis(() => {
    heard += 1
    return null
  })
  let fault: unknown = null
  const opened = openRedis({ address: addressOf(server), password: null }).catch((error) => {
    fault = error.fault
  })
  while (heard === 0) await new Promise((resolve) => setImmediate(resolve))
  await vi.advanceTimersByTimeAsync(9_000)
  expect(fault).toBeNull()
  await vi.advanceTimersByTimeAsync(1_000)
  await opened
  expect(fault).toMatchObject({ code: 'redis-silent' })
})

test('an outage is told when it begins and when it ends', async () => {
  const answers: Readonly<Record<string, string>> = { INFO: infoOf('7.0.15'), HELLO: '%1\r\n+server\r\n+redis\r\n' }
  const server = await fakeRedis(([name = '']) => answers[name] ?? '+OK\r\n')
  const told: boolean[] = []
  let back = () => {}
  const isBack = new Promise<void>((resolve) => {
    back = resolve
  })
  const onOutage = (isOut: boolean) => {
    told.push(isOut)
    if (!isOut) back()
  }
  const link = await openRedis({ address: addressOf(server), password: null, onOutage })
  onTestFinished(link.close)
  await link.client.ping()
  server.cut()
  await isBack
  expect(told).toEqual([true, false])
  expect(await link.client.ping()).toBe('OK')
})
