import { networkInterfaces } from 'node:os'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeHostCheck } from '../../../src/serve/server/host-check.ts'

vi.mock('node:os', () => ({ hostname: () => 'hall.local', networkInterfaces: vi.fn() }))

const lent = (address: string) =>
  vi.mocked(networkInterfaces).mockReturnValue({
    eth0: [{ address, family: 'IPv4', internal: false } as NonNullable<ReturnType<typeof networkInterfaces>['']>[0]],
  })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.mocked(networkInterfaces).mockReset()
})

test('the networks of the machine are asked for once a second at most, however many come', () => {
  lent('192.0.2.7')
  const { isOwnHost } = makeHostCheck({ port: 4321, network: true })
  for (let i = 0; i < 1_000; i++) expect(isOwnHost('192.0.2.7:4321')).toBe(true)
  expect(networkInterfaces).toHaveBeenCalledTimes(1)
})

test('an address that was lent anew is known a second later, and the old one no more', () => {
  lent('192.0.2.7')
  const { isOwnHost } = makeHostCheck({ port: 4321, network: true })
  expect(isOwnHost('192.0.2.7:4321')).toBe(true)
  lent('192.0.2.8')
  vi.advanceTimersByTime(1_000)
  expect([isOwnHost('192.0.2.7:4321'), isOwnHost('192.0.2.8:4321')]).toEqual([false, true])
  expect([isOwnHost('hall.local:4321'), isOwnHost('example.org:4321')]).toEqual([true, false])
})
