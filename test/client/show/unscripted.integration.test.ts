import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadAgain, openPage, testBrowser } from '../../browser.ts'
import { readPdf } from '../../pdf-file.ts'
import { contest, pageOf } from '../fixture.ts'

let html: string
beforeAll(async () => {
  html = await pageOf(contest)
})

/** The slides whose whole text can be seen, by their number. */
const seenSlides = (page: Page) =>
  page.$$eval('.slides > section', (slides) =>
    slides.flatMap((slide) => {
      const { width, height } = slide.getBoundingClientRect()
      const seen = slide.checkVisibility?.({ checkOpacity: true, checkVisibilityCSS: true }) ?? true
      return width > 300 && height > 100 && seen ? [Number((slide as HTMLElement).dataset.page)] : []
    }),
  )

const all = contest.slides.map((_, i) => i + 1)
const withoutScript = (page: string) => page.replace(/<script>[\s\S]*?<\/script>/g, '')
const throwing = (page: string) =>
  page.replace(/<script>[\s\S]*?<\/script>/, "<script>throw new Error('at once')</script>")

describe('all slides are there', () => {
  test.each([
    ['where the script is stripped', withoutScript],
    ['where the script fails at its start', throwing],
  ])('%s', async (_, change) => {
    for (const viewport of [
      { width: 1400, height: 800 },
      { width: 390, height: 844 },
    ]) {
      const { page, close } = await openPage(change(html), { viewport })
      expect(await seenSlides(page)).toEqual(all)
      await close()
    }
  })

  test('where JavaScript is off; on a phone in the reading view, by style sheet alone', async () => {
    const { browser } = await testBrowser()
    const { page: holder, close } = await openPage(html)
    const page = await browser.newPage()
    await page.setJavaScriptEnabled(false)
    await page.setViewport({ width: 390, height: 844 })
    await page.goto(holder.url())
    expect(await seenSlides(page)).toEqual(all)
    const widest = await page.$$eval('.slides > section', (slides) => Math.max(...slides.map((one) => one.scrollWidth)))
    expect(widest).toBeLessThanOrEqual(390)
    await page.close()
    await close()
  })

  test('where reveal.js fails while it starts', async () => {
    const { page, close } = await openPage(html, {
      before: `Object.defineProperty(window, 'ResizeObserver', { value: function () { throw new Error('too old') } })`,
    })
    await expect.poll(() => seenSlides(page)).toEqual(all)
    await close()
  })
})

describe('the reading view on request', () => {
  test('R leads to it and back, at the same slide', async () => {
    const { page, errors, close } = await openPage(html, { suffix: '#/3' })
    await page.waitForSelector('.reveal.ready')
    await loadAgain(page, () => page.keyboard.press('r'))
    await page.waitForSelector('.ui-reading')
    expect(await seenSlides(page)).toEqual(all)
    await page.waitForFunction(() => {
      const slide = document.querySelector('.slides > section:nth-of-type(3)')!
      return Math.abs(slide.getBoundingClientRect().top) < 10
    })
    await loadAgain(page, () => page.click('.ui-reading-bar button'))
    await page.waitForSelector('.reveal.ready')
    expect(await page.$eval('section.present', (slide) => (slide as HTMLElement).dataset.page)).toBe('3')
    expect(errors).toEqual([])
    await close()
  })

  test('a window that becomes narrow gets it by itself, but not after the show was chosen', async () => {
    const { page, close } = await openPage(html)
    await page.waitForSelector('.reveal.ready')
    await loadAgain(page, () => page.setViewport({ width: 500, height: 700 }))
    await page.waitForSelector('.ui-reading')
    await loadAgain(page, () => page.keyboard.press('r'))
    await page.waitForSelector('.reveal.ready')
    await page.setViewport({ width: 1280, height: 720 })
    await page.setViewport({ width: 500, height: 700 })
    expect(await page.$('.ui-reading')).toBeNull()
    await close()
  })
})

test('a PDF that the browser saves of the show has the tags of all slides, also from the reading view', async () => {
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ]) {
    const { page, close } = await openPage(html, { viewport })
    const loads = await page.evaluate(() => performance.getEntriesByType('navigation').length)
    const pdf = await readPdf(await page.pdf({ preferCSSPageSize: true, tagged: true, printBackground: true }))
    expect(pdf.pages).toHaveLength(contest.slides.length)
    const headings = pdf.pages.flatMap(({ tags }) => tags.filter((tag) => /^<H[12]>$/.test(tag)))
    expect(headings).toHaveLength(contest.slides.length)
    expect(await page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(loads)
    expect(await page.$eval('body', (body) => body.isConnected)).toBe(true)
    await close()
  }
})
