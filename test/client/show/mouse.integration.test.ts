import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { words } from '../fixture.ts'
import { showing } from '../showing.ts'
import { slide, text } from '../shown.ts'

const show = showing({
  slides: [
    { title: 'One', text: ['A text to select, and [a link](#3) in it'] },
    { title: 'Two', text: ['- first', '- second'] },
    { title: 'Three', text: ['The end'] },
    { title: 'Four' },
  ],
})

/** Where nothing is. Units: px of the window. */
const free = [900, 600] as const

const wheel = async (page: Page, deltaY: number) => {
  await page.mouse.move(...free)
  await page.mouse.wheel({ deltaY })
}
/** The wheel is told of in a task of its own. */
const settle = (page: Page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))

test('a click goes on, and shows the slide again on a black screen', async () => {
  const page = await show()
  await page.mouse.click(...free)
  expect(await slide(page)).toBe(2)
  await page.keyboard.press('b')
  await page.mouse.click(...free)
  expect(await page.$('.reveal.paused')).toBeNull()
  expect(await slide(page)).toBe(2)
  await page.mouse.click(...free)
  expect(await slide(page)).toBe(3)
})

test('the black screen says how to get the slide back while the mouse moves', async () => {
  const page = await show()
  const hint = '.ui-black-hint'
  await page.mouse.move(...free)
  await settle(page)
  expect(await page.$(hint)).toBeNull()
  await page.keyboard.press('b')
  await page.mouse.move(400, 300)
  await page.waitForSelector(hint)
  expect(await text(page, hint)).toBe(words.en.blackHint)
  const isOnTop = await page.$eval(hint, (one) => {
    const { top, bottom } = one.getBoundingClientRect()
    return Number(getComputedStyle(one).zIndex) > 1000 && top > 0 && bottom < innerHeight
  })
  expect(isOnTop).toBe(true)
  // A moment after the mouse has come to rest.
  await page.waitForFunction((where) => !document.querySelector(where), {}, hint)
  await page.mouse.move(500, 300)
  await page.waitForSelector(hint)
  await page.keyboard.press('b')
  expect(await page.$(hint)).toBeNull()
  await page.keyboard.press('b')
  await page.evaluate(() => localStorage.setItem('korme-character-keys', 'off'))
  await page.mouse.move(400, 320)
  await page.waitForSelector(hint)
  expect(await text(page, hint)).toBe(words.en.blackHintClick)
  await page.mouse.click(400, 320)
  expect(await page.$(`${hint}, .reveal.paused`)).toBeNull()
  await page.evaluate(() => localStorage.clear())
})

test('a click on a link, of another button, while drawing or with a key does not', async () => {
  const page = await show({ suffix: '#/2' })
  await page.mouse.click(...free, { button: 'right' })
  await page.mouse.click(...free, { button: 'middle' })
  await page.keyboard.down('Shift')
  await page.mouse.click(...free)
  await page.keyboard.up('Shift')
  expect(await slide(page)).toBe(2)
  await page.keyboard.press('d')
  await page.mouse.click(...free)
  expect(await slide(page)).toBe(2)
  await page.keyboard.press('d')
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = '#/4'
    link.textContent = 'go'
    link.id = 'link'
    document.querySelector('.slides > .present .box.body')?.append(link)
  })
  await page.click('#link')
  await page.waitForFunction(() => document.querySelector('.slides > .present')?.id === 's4')
})

test('selecting text and ending the selection do not', async () => {
  const page = await show()
  const box = await page.$eval('.present .box.body .ln', (line) => line.getBoundingClientRect().toJSON())
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + 2, y)
  await page.mouse.down()
  await page.mouse.move(box.x + 200, y, { steps: 4 })
  await page.mouse.up()
  expect(await page.evaluate(() => getSelection()?.toString())).not.toBe('')
  await page.mouse.click(...free)
  expect(await slide(page)).toBe(1)
  await page.mouse.click(...free)
  expect(await slide(page)).toBe(2)
})

test('clicks that follow one another quickly go on each, also on a text; a hand that trembles does, too', async () => {
  const page = await show()
  const box = await page.$eval('.present .box.body .ln', (line) => line.getBoundingClientRect().toJSON())
  const [x, y] = [box.x + 30, box.y + box.height / 2]
  await page.mouse.move(x, y)
  for (const count of [1, 2, 3]) {
    await page.mouse.down({ clickCount: count })
    await page.mouse.up({ clickCount: count })
  }
  expect(await slide(page)).toBe(4)
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('')
  await page.keyboard.press('Home')
  await page.mouse.down()
  await page.mouse.move(x + 4, y, { steps: 4 })
  await page.mouse.up()
  expect(await slide(page)).toBe(2)
  // Where a click leads nowhere, two of them select a word.
  await page.keyboard.press('End')
  const word = await page.$eval('.present .box.title .ln', (line) => line.getBoundingClientRect().toJSON())
  await page.mouse.click(word.x + 20, word.y + word.height / 2, { count: 2 })
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe('Four')
})

test('a touch does not, nor does a click in the reading view', async () => {
  const page = await show({ viewport: { width: 800, height: 450, hasTouch: true, isMobile: true } })
  await page.touchscreen.tap(600, 300)
  await settle(page)
  expect(await slide(page)).toBe(1)
})

test('the wheel does nothing until it is switched on, then changes one slide a gesture', async () => {
  const page = await show()
  await wheel(page, 100)
  await settle(page)
  expect(await slide(page)).toBe(1)
  await page.keyboard.press('F1')
  const switches = await page.$$('.ui-help[open] .ui-switch')
  expect(switches).toHaveLength(2)
  await switches[1]!.click()
  await page.keyboard.press('Escape')
  // One gesture of many events, as a trackpad sends them.
  for (let i = 0; i < 8; i++) await wheel(page, 40)
  await page.waitForFunction(() => document.querySelector('.slides > .present')?.id === 's2')
  await settle(page)
  expect(await slide(page)).toBe(2)
  await page.evaluate(() => localStorage.clear())
})

test.each([
  [
    'a trackpad, whose events go on after the fingers',
    [2, 8, 30, 60, 40, ...Array.from({ length: 60 }, (_, i) => 30 * 0.93 ** i)],
    2,
  ],
  ['a notch of a wheel', [120], 2],
  ['a wheel that turns freely', Array.from({ length: 12 }, () => 15), 2],
  ['a finger that rests', [1, -1, 2, 1, -2, 1], 1],
  [
    'a turn to the side',
    [
      [40, 3],
      [60, 2],
    ],
    2,
  ],
] as const)('one gesture: %s', async (_, turns, expected) => {
  const page = await show()
  await page.evaluate(() => localStorage.setItem('korme-wheel', 'on'))
  await page.evaluate(
    async (all) => {
      for (const turn of all) {
        const [deltaX, deltaY] = typeof turn === 'number' ? [0, turn] : turn
        document.querySelector('.slides')?.dispatchEvent(new WheelEvent('wheel', { deltaX, deltaY, bubbles: true }))
        await new Promise((done) => setTimeout(done, 4))
      }
    },
    turns as unknown as (number | [number, number])[],
  )
  expect(await slide(page)).toBe(expected)
  await page.evaluate(() => localStorage.clear())
})
