import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type OpenPage, openPage } from '../../browser.ts'
import { builtDeck, multilingualDeck } from '../languages/multilingual-deck.ts'

let built: Awaited<ReturnType<typeof builtDeck>>
let opened: OpenPage | undefined

beforeAll(async () => {
  built = await builtDeck({ ...multilingualDeck, transition: 'fade' })
})
afterAll(() => built.remove())
afterEach(async () => {
  expect(opened?.errors ?? []).toEqual([])
  await opened?.close()
  opened = undefined
})

/** Opens the deck and records what was seen of each slide that was left. */
async function show(html = readFileSync(join(built.root, 'report.html'), 'utf8'), isStill = false) {
  opened = await openPage(html)
  const { page } = opened
  if (isStill) await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
  await page.waitForSelector('.reveal.ready')
  await page.evaluate(() => {
    const left: string[] = []
    Object.assign(window, { left })
    new MutationObserver(() => {
      const slide = document.querySelector('.ui-leaving')
      if (!slide || left.includes(slide.id)) return
      const { opacity, visibility, animationName, zIndex } = getComputedStyle(slide)
      const { width } = slide.getBoundingClientRect()
      const isOver = Number(zIndex) > Number(getComputedStyle(document.querySelector('.slides > .present')!).zIndex)
      if (opacity === '1' && visibility === 'visible' && animationName === 'ui-fade-out' && width > 0 && isOver)
        left.push(slide.id)
    }).observe(document.querySelector('.slides')!, { attributes: true, subtree: true })
  })
  return page
}
const left = () => opened!.page.evaluate(() => (window as unknown as { left: string[] }).left)
const ended = () => opened!.page.waitForFunction(() => !document.querySelector('.ui-leaving, .ui-fading'))

test('the slide that is left is seen over the next one until it has gone', async () => {
  const page = await show()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await ended()
  expect((await left()).length).toBe(2)
  expect(
    await page.$$eval('.slides > section:not([hidden])', (shown) => shown.map(({ className }) => className)),
  ).toEqual([expect.stringContaining('present')])
})

test('another language is there at once', async () => {
  const page = await show()
  await page.keyboard.press('k')
  await page.waitForFunction(() => document.documentElement.lang === 'ru')
  expect(await left()).toEqual([])
})

test('nothing moves where less motion is asked for, nor without the field', async () => {
  const page = await show(undefined, true)
  await page.keyboard.press('End')
  expect(await left()).toEqual([])
  await opened?.close()
  const plain = await builtDeck(multilingualDeck)
  const still = await show(readFileSync(join(plain.root, 'report.html'), 'utf8'))
  plain.remove()
  await still.keyboard.press('End')
  expect(await left()).toEqual([])
  expect(await still.$eval('.slides', ({ className }) => className)).toBe('slides')
})
