import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { secondsFor } from '../../../src/client/show/loop.ts'
import { type OpenPage, openPage } from '../../browser.ts'
import { builtDeck } from '../languages/multilingual-deck.ts'

const deck = {
  lang: 'kk',
  steps: 'all',
  loop: 2,
  content: [
    { title: 'Бір', text: '• Тармақ\n• Тағы' },
    { title: 'Екі', text: '• Тармақ' },
    { title: 'Үш', text: 'Соңы' },
  ],
}

/** Makes the page wait for no time, and counts what it would have waited for. */
const hasty = `{
  const real = setTimeout
  window.waits = []
  window.setTimeout = (act, ms = 0, ...rest) => {
    if (ms >= 1500) window.waits.push(ms)
    return real(act, ms >= 1500 ? 50 : ms, ...rest)
  }
}`

let built: Awaited<ReturnType<typeof builtDeck>>
let html: string
let opened: OpenPage | undefined

beforeAll(async () => {
  built = await builtDeck(deck)
  html = readFileSync(join(built.root, 'report.html'), 'utf8')
})
afterAll(() => built.remove())
afterEach(async () => {
  expect(opened?.errors ?? []).toEqual([])
  await opened?.close()
  opened = undefined
})

test('the slides follow one another by themselves, whole, and begin again', async () => {
  opened = await openPage(html, { before: hasty })
  const { page } = opened
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    setInterval(() => {
      const { id } = document.querySelector('.slides > .present')!
      if (seen.at(-1) !== id) seen.push(id)
      if (document.querySelector('[data-later], .ui-toolbar, dialog')) seen.push('more than slides')
    }, 5)
  })
  await page.waitForFunction(() => (window as unknown as { seen: string[] }).seen.length > 6)
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen)
  const from = seen.indexOf('s1')
  expect(seen.slice(from, from + 4)).toEqual(['s1', 's2', 's3', 's1'])
  const waits = await page.evaluate(() => (window as unknown as { waits: number[] }).waits)
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(2000)
})

test('the arrows still work, and a click shows the slides in full screen', async () => {
  opened = await openPage(html)
  const { page } = opened
  await page.waitForSelector('.reveal.ready')
  await page.keyboard.press('ArrowRight')
  expect(await page.$eval('.slides > .present', ({ id }) => id)).toBe('s2')
  await page.mouse.click(600, 400)
  await page.waitForFunction(() => document.fullscreenElement !== null)
  expect(await page.$eval('.slides > .present', ({ id }) => id)).toBe('s2')
})

test('a narrow window shows them, too', async () => {
  opened = await openPage(html, { viewport: { width: 400, height: 800 } })
  await opened.page.waitForSelector('.reveal.ready')
  expect(await opened.page.$('.ui-reading')).toBeNull()
})

test.each([
  [0, 10, 10],
  [30, 10, 10],
  [450, 10, 32],
  [450, 60, 60],
])('%i characters, %i s asked for: %i s', (characters, asked, seconds) =>
  expect(secondsFor(characters, asked)).toBe(seconds),
)
