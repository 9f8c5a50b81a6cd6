import { expect, test } from 'vitest'
import type { RunningBrowser } from '../../src/export/browser/connect-browser.ts'
import { lendBrowsers } from '../../src/export/lend-browsers.ts'

/** Browsers that only note what is done with them. */
function noted(most: number) {
  const log: string[] = []
  let number = 0
  const start = async () => {
    const name = `b${++number}`
    log.push(`start ${name}`)
    return { name, stop: async () => void log.push(`stop ${name}`) } as unknown as RunningBrowser
  }
  const browsers = lendBrowsers(start, most, {})
  const use = () => browsers.lend(async (lent) => ((await lent) as unknown as { name: string }).name)
  return { browsers, log, use }
}

test('a browser is replaced after so many documents, and stopped', async () => {
  const { browsers, log, use } = noted(2)
  expect([await use(), await use(), await use(), await use(), await use()]).toEqual(['b1', 'b1', 'b2', 'b2', 'b3'])
  await browsers.stop()
  expect(log).toEqual(['start b1', 'start b2', 'stop b1', 'start b3', 'stop b2', 'stop b3'])
})

test('one that still prints is stopped when its last document is printed', async () => {
  const { browsers, log, use } = noted(2)
  let finish = () => {}
  const long = browsers.lend(() => new Promise<void>((resolve) => (finish = resolve)))
  await use()
  expect(await use()).toBe('b2')
  expect(log).toEqual(['start b1', 'start b2'])
  finish()
  await long
  await new Promise(setImmediate)
  expect(log).toEqual(['start b1', 'start b2', 'stop b1'])
  await browsers.stop()
})

test('one that failed is replaced once, however many say so', async () => {
  const { browsers, log, use } = noted(10)
  const first = browsers.current()
  browsers.replace(first)
  browsers.replace(first)
  expect(await use()).toBe('b2')
  await browsers.stop()
  expect(log.filter((line) => line.startsWith('start'))).toEqual(['start b1', 'start b2'])
})
