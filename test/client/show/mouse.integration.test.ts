import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { showing } from '../showing.ts'
import { slide } from '../shown.ts'

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
