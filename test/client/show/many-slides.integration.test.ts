import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { openPage } from '../../browser.ts'
import { pageOf } from '../fixture.ts'
import { showing } from '../showing.ts'
import { at, slide } from '../shown.ts'

const count = 1_000
const slides = Array.from({ length: count }, (_, i) => ({ title: `Aim ${i + 1}`, text: [`Word${i + 1} and more.`] }))
const open = showing({ slides })

/** Slides whose content the browser lays out. */
const laidOut = (page: Page) =>
  page.$$eval('.slides > section', (all) =>
    all.filter((one) => one.firstElementChild?.checkVisibility({ contentVisibilityAuto: true })).map(({ id }) => id),
  )

test('keys reach all slides, and only the current one is laid out', async () => {
  const page = await open()
  expect(await laidOut(page)).toEqual(['s1'])
  await page.keyboard.press('End')
  expect(await slide(page)).toBe(count)
  await page.keyboard.press('ArrowLeft')
  expect(await slide(page)).toBe(count - 1)
  expect(await laidOut(page)).toEqual([`s${count - 1}`])
  await page.keyboard.press('Home')
  expect(await slide(page)).toBe(1)
})

test('a step touches only slides near the current one', async () => {
  const page = await open()
  await page.waitForFunction(() => document.querySelectorAll('.slides > section[hidden]').length === 999)
  await page.waitForSelector('.reveal[data-navigation-mode]')
  const touched = await page.evaluate(async () => {
    const seen = new Set<Node>()
    const observer = new MutationObserver((records) => {
      for (const { target } of records) seen.add(target)
    })
    for (const one of document.querySelectorAll('.slides > section')) observer.observe(one, { attributes: true })
    for (let step = 0; step < 3; step++) {
      document.dispatchEvent(new KeyboardEvent('keydown', { code: 'ArrowRight', key: 'ArrowRight' }))
      await new Promise(requestAnimationFrame)
    }
    return seen.size
  })
  expect(await slide(page)).toBe(4)
  expect(touched).toBeLessThanOrEqual(6)
})

test('the URL, a link, the search and the overview reach a far slide', async () => {
  const page = await open({ suffix: '#/700' })
  expect(await slide(page)).toBe(700)
  await page.evaluate(() => {
    location.hash = '#/s300'
  })
  await at(page, 300)
  // As after a link to a text, which the browser finds by itself.
  await page.evaluate(() => {
    location.hash = ''
  })
  await page.keyboard.press('ArrowRight')
  await at(page, 301)
  await page.keyboard.press('/')
  await page.keyboard.type('word912')
  await page.keyboard.press('Enter')
  await at(page, 912)
  await page.keyboard.press('o')
  expect(await page.$$eval('.ui-tile', (tiles) => tiles.length)).toBe(count)
})

test('the browser’s own search finds a text of a far slide, and the show goes there', async () => {
  const page = await open()
  await page.waitForSelector('#s500[hidden="until-found"]')
  // What the browser does when its search has found a text.
  await page.$eval('#s500 p', (found) => found.dispatchEvent(new Event('beforematch', { bubbles: true })))
  expect(await slide(page)).toBe(500)
  expect(await page.$$eval('.slides > section[inert]', (all) => all.filter(({ id }) => id !== 's499').length)).toBe(0)
})

test('a touch moves on', async () => {
  const page = await open({ viewport: { width: 844, height: 390, isMobile: true, hasTouch: true }, suffix: '#/500' })
  await page.waitForSelector('.reveal[data-navigation-mode]')
  const swipe = async (from: number, to: number) => {
    const touch = await page.touchscreen.touchStart(from, 200)
    await touch.move((from + to) / 2, 200)
    await touch.move(to, 200)
    await touch.end()
  }
  await swipe(600, 200)
  await at(page, 501)
  await swipe(600, 200)
  await at(page, 502)
  await swipe(200, 600)
  await at(page, 501)
})

test('all of them are printed, and hidden again afterwards', async () => {
  const page = await open()
  await page.waitForSelector('#s1000[hidden]')
  await page.emulateMediaType('print')
  const printed = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'))
    const whole = [...document.querySelectorAll<HTMLElement>('.slides > section')].filter(
      (one) => one.offsetWidth === 1280 && one.offsetHeight === 720 && one.querySelector('p')?.checkVisibility(),
    )
    const hidden = document.querySelectorAll('.slides > section:is([hidden], [inert], [aria-hidden])').length
    dispatchEvent(new Event('afterprint'))
    return { whole: whole.length, hidden, after: document.querySelectorAll('.slides > section[hidden]').length }
  })
  expect(printed).toEqual({ whole: count, hidden: 0, after: count - 1 })
})

test('the show starts while the rest of the page is still being read', async () => {
  const html = await pageOf({ slides: slides.slice(0, 30), start: 9 })
  const cut = html.indexOf('<section id="s20"')
  const { page, errors, close } = await openPage('<!DOCTYPE html><title>empty</title>')
  // The page comes in two parts, as from a slow server.
  await page.evaluate(
    (part) => {
      document.open()
      document.write(part)
    },
    html.slice(0, cut),
  )
  await at(page, 10)
  expect(await page.evaluate(() => document.readyState)).toBe('loading')
  await page.keyboard.press('ArrowRight')
  await at(page, 11)
  // The last slide is not there yet.
  await page.keyboard.press('End')
  expect(await slide(page)).toBe(11)
  await page.evaluate((part) => {
    document.write(part)
    document.close()
  }, html.slice(cut))
  await at(page, 30)
  await page.keyboard.press('o')
  expect(await page.$$eval('.ui-tile', (tiles) => tiles.length)).toBe(30)
  expect(errors).toEqual([])
  await close()
})

test('fonts are there before the first slide needs them', async () => {
  const html = await pageOf({ slides: slides.slice(0, 2) })
  const { page, errors, close } = await openPage('<!DOCTYPE html><title>empty</title>')
  await page.evaluate(
    (part) => {
      document.open()
      document.write(part)
    },
    html.slice(0, html.indexOf('<section ')),
  )
  await page.waitForFunction(
    () => document.fonts.size > 0 && [...document.fonts].every((one) => one.status === 'loaded'),
  )
  expect(await page.$$('section')).toEqual([])
  expect(errors).toEqual([])
  await close()
})
