import { networkInterfaces } from 'node:os'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

type HostCheckModule = typeof import('../../../src/serve/server/host-check.ts')
let makeHostCheck: HostCheckModule['makeHostCheck']

vi.mock('node:os', () => ({ hostname: () => 'hall.local', networkInterfaces: vi.fn() }))

const lent = (address: string) =>
  vi.mocked(networkInterfaces).mockReturnValue({
    eth0: [{ address, family: 'IPv4', internal: false } as NonNullable<ReturnType<typeof networkInterfaces>['']>[0]],
  })

beforeEach(async () => {
  // Another test of this worker may have loaded the module with the machine's own `node:os`.
  vi.resetModules()
  ;({ makeHostCheck } = await import('../../../src/serve/server/host-check.ts'))
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.mocked(networkInterfaces).mockReset()
})

test('reads the networks of the machine at most once a second', () => {
  lent('192.0.2.7')
  const { isOwnHost } = makeHostCheck({ port: 4321, network: true })
  for (let i = 0; i < 1_000; i++) expect(isOwnHost('192.0.2.7:4321')).toBe(true)
  expect(networkInterfaces).toHaveBeenCalledTimes(1)
})

test('accepts a new address of the machine after a second, and no longer the old one', () => {
  lent('192.0.2.7')
  const { isOwnHost } = makeHostCheck({ port: 4321, network: true })
  expect(isOwnHost('192.0.2.7:4321')).toBe(true)
  lent('192.0.2.8')
  vi.advanceTimersByTime(1_000)
  expect([isOwnHost('192.0.2.7:4321'), isOwnHost('192.0.2.8:4321')]).toEqual([false, true])
  expect([isOwnHost('hall.local:4321'), isOwnHost('example.org:4321')]).toEqual([true, false])
})
