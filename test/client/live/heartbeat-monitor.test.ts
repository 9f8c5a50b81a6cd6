import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeHeartbeatMonitor } from '../../../src/client/live/heartbeat-monitor.ts'
import { leaderHeartbeatMs } from '../../../src/model/wire/heartbeat.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', globalThis)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function monitored() {
  const onLost = vi.fn()
  const monitor = makeHeartbeatMonitor(onLost)
  monitor.setHeartbeatMs(leaderHeartbeatMs)
  monitor.reset()
  return { monitor, onLost }
}

test('a leader learns within four seconds that the network is silent, and one late heartbeat is no loss', () => {
  const { monitor, onLost } = monitored()
  vi.advanceTimersByTime(2.4 * leaderHeartbeatMs)
  monitor.reset()
  expect(onLost).not.toHaveBeenCalled()
  vi.advanceTimersByTime(4_000)
  expect(onLost).toHaveBeenCalledTimes(1)
})

test('a button that nobody answers tells it sooner; an answer ends the wait', () => {
  const { monitor, onLost } = monitored()
  monitor.expectAnswer()
  monitor.reset()
  vi.advanceTimersByTime(2_500)
  expect(onLost).not.toHaveBeenCalled()
  monitor.expectAnswer()
  monitor.expectAnswer()
  vi.advanceTimersByTime(2_000)
  expect(onLost).toHaveBeenCalled()
})

/** The page does nothing for so long: its clock goes on, its timers do not. */
const holdUp = (ms: number) => {
  const now = performance.now()
  vi.spyOn(performance, 'now').mockImplementation(() => now + ms)
  vi.setSystemTime(Date.now() + ms)
}

test('a page that was held up reads what came meanwhile before it counts the connection as lost', () => {
  const { monitor, onLost } = monitored()
  holdUp(20_000)
  vi.advanceTimersByTime(2.5 * leaderHeartbeatMs)
  expect(onLost).not.toHaveBeenCalled()
  monitor.reset()
  vi.restoreAllMocks()
  vi.advanceTimersByTime(2 * leaderHeartbeatMs)
  expect(onLost).not.toHaveBeenCalled()
})

test('if nothing came meanwhile, it is lost one heartbeat later, even where timers are always late', () => {
  const { onLost } = monitored()
  holdUp(20_000)
  vi.advanceTimersByTime(2.5 * leaderHeartbeatMs)
  holdUp(20_000)
  vi.advanceTimersByTime(leaderHeartbeatMs)
  expect(onLost).toHaveBeenCalledTimes(1)
})

test('a machine that slept, or whose clock was set, is told from one with a late heartbeat', () => {
  const { monitor } = monitored()
  vi.setSystemTime(Date.now() + 3 * leaderHeartbeatMs)
  expect([monitor.isOverdue(), monitor.hasSlept()]).toEqual([true, false])
  vi.setSystemTime(Date.now() + 60_000)
  expect(monitor.hasSlept()).toBe(true)
  monitor.reset()
  expect([monitor.isOverdue(), monitor.hasSlept()]).toEqual([false, false])
  vi.setSystemTime(Date.now() - 3_600_000)
  expect(monitor.hasSlept()).toBe(true)
})
