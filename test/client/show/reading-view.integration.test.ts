import type { Page } from 'puppeteer-core'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { loadAgain, type OpenOptions, type OpenPage, openPage } from '../../browser.ts'
import { contest, pageOf } from '../fixture.ts'

let html: string
let opened: OpenPage | undefined
beforeAll(async () => {
  html = await pageOf(contest)
})
afterEach(async () => {
  expect(opened?.errors ?? []).toEqual([])
  await opened?.close()
  opened = undefined
})

const narrow = { width: 500, height: 700 }
const wide = { width: 1280, height: 720 }

async function open(options: OpenOptions = {}): Promise<Page> {
  opened = await openPage(html, options)
  return opened.page
}
const isReading = (page: Page) => page.evaluate(() => document.documentElement.classList.contains('ui-reading'))
const shown = (page: Page) => page.$eval('section.present', (slide) => (slide as HTMLElement).dataset.page)
/** Waits until the browser has told the page of its new size, and the page could act on it. */
const settled = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))))
const resized = async (page: Page, size: { width: number; height: number }, selector: string) => {
  await loadAgain(page, () => page.setViewport(size))
  await page.waitForSelector(selector)
}

describe('a narrow window has the reading view by itself', () => {
  test.each([
    ['a phone in portrait', { width: 390, height: 844, isMobile: true, hasTouch: true }, true],
    ['a phone in landscape', { width: 844, height: 390, isMobile: true, hasTouch: true }, false],
    ['a page that is enlarged to 200 % on a small screen', { width: 640, height: 360 }, true],
    ['a window of half a screen', { width: 960, height: 1080 }, false],
  ])('%s', async (_, viewport, reading) => {
    // A browser without a window has no mouse.
    const before = `{
      const real = window.matchMedia.bind(window)
      window.matchMedia = (query) => real(query.replace('(pointer: fine)', '(pointer: none)'))
    }`
    const page = await open({ viewport, ...('isMobile' in viewport ? {} : { before }) })
    expect(await isReading(page)).toBe(reading)
  })

  test('not in full screen', async () => {
    const page = await open()
    await page.waitForSelector('.reveal.ready')
    await page.keyboard.press('f')
    await page.waitForFunction(() => document.fullscreenElement)
    await page.setViewport(narrow)
    await page.waitForFunction(() => innerWidth === 500)
    await settled(page)
    expect(await isReading(page)).toBe(false)
  })

  test('not while something is drawn, which would be lost', async () => {
    const page = await open()
    await page.waitForSelector('.reveal.ready')
    await page.keyboard.press('d')
    await page.mouse.move(300, 300)
    await page.mouse.down()
    await page.mouse.move(500, 400)
    await page.mouse.up()
    await page.setViewport(narrow)
    await page.waitForFunction(() => innerWidth === 500)
    await settled(page)
    expect(await isReading(page)).toBe(false)
  })

  test('not once the show was chosen there, also after the page is loaded again', async () => {
    const page = await open({ viewport: narrow })
    await loadAgain(page, () => page.click('.ui-reading-bar button'))
    await page.waitForSelector('.reveal.ready')
    await page.reload()
    await page.waitForSelector('.reveal.ready')
    await page.setViewport(wide)
    await page.setViewport(narrow)
    await page.waitForFunction(() => innerWidth === 500)
    await settled(page)
    expect(await isReading(page)).toBe(false)
  })

  test('but where the reading view was chosen, a wide window keeps it', async () => {
    const page = await open()
    await page.waitForSelector('.reveal.ready')
    await loadAgain(page, () => page.keyboard.press('r'))
    await page.waitForSelector('.ui-reading')
    await page.setViewport(narrow)
    await page.setViewport(wide)
    await settled(page)
    expect(await isReading(page)).toBe(true)
  })
})

describe('there and back it stays at the same slide', () => {
  // Safari does not keep the text in its place when a window changes its width.
  const likeSafari = `addEventListener('DOMContentLoaded', () => { document.documentElement.style.overflowAnchor = 'none' })`

  test.each([
    ['', 1],
    ['', 5],
    [likeSafari, 5],
    [likeSafari, 12],
  ])('%s at slide %i', async (before, slide) => {
    const page = await open({ suffix: `#/${slide}`, before })
    await page.waitForSelector('.reveal.ready')
    for (let i = 0; i < 3; i++) {
      await resized(page, narrow, '.ui-reading')
      await page.waitForFunction(
        (id) => {
          const { top, bottom } = document.querySelector(id)!.getBoundingClientRect()
          return top < 60 ? bottom > 60 : scrollY + innerHeight >= document.documentElement.scrollHeight - 1
        },
        {},
        `#s${slide}`,
      )
      await resized(page, wide, '.reveal.ready')
      expect(await shown(page)).toBe(`${slide}`)
    }
  })

  test('by the key too, at the last slide', async () => {
    const page = await open({ suffix: '#/12' })
    await page.waitForSelector('.reveal.ready')
    for (const selector of ['.ui-reading', '.reveal.ready']) {
      await loadAgain(page, () => page.keyboard.press('r'))
      await page.waitForSelector(selector)
    }
    expect(await shown(page)).toBe('12')
  })

  test('that the user has scrolled to', async () => {
    const page = await open({ viewport: narrow, before: likeSafari })
    await page.evaluate(
      () =>
        new Promise((done) => {
          addEventListener('scrollend', () => done(null), { once: true })
          document.querySelector('#s7')!.scrollIntoView()
        }),
    )
    await resized(page, wide, '.reveal.ready')
    expect(await shown(page)).toBe('7')
  })
})
