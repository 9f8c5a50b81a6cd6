import { expect, test } from 'vitest'
import { remainingTime } from '../../../src/client/speaker/speaker-times.ts'
import { windowOpenedBy } from '../../browser.ts'
import { contest, words } from '../fixture.ts'
import { showing } from '../showing.ts'
import { at, slide, text } from '../shown.ts'

const show = showing(contest)
/** A clock that the test advances. */
const laterClock = `const began = performance.now.bind(performance)
  performance.now = () => began() + (window.later ?? 0)`
const showUnplanned = showing({ ...contest, minutes: null })

test.each([
  [15, 0, '15:00', false, false],
  [15, 14 * 60_000 + 1, '01:00', false, true],
  [15, 15 * 60_000, '00:00', false, true],
  [15, 15 * 60_000 + 61_000, '−01:01', true, false],
])('of %i minutes after %i ms %s are left', (minutes, elapsed, left, over, soon) => {
  expect(remainingTime(minutes, elapsed)).toEqual({ text: left, over, soon })
})

test('without a planned duration no remaining time is shown, on any screen', async () => {
  const page = await showUnplanned()
  await page.keyboard.press('i')
  await page.waitForSelector('.ui-speaker .slide')
  for (const width of [700, 1280, 1440]) {
    await page.setViewport({ width, height: 800 })
    expect(await page.$eval('.ui-left', (part) => part.getClientRects().length)).toBe(0)
    expect(await page.$eval('.ui-elapsed', (part) => part.getClientRects().length)).toBe(1)
  }
})

test('after the planned duration the remaining time is red and negative', async () => {
  const page = await show({ before: laterClock })
  const speaker = await windowOpenedBy(() => page.keyboard.press('s'))
  await speaker.waitForSelector('.ui-speaker .slide')
  await page.keyboard.press('ArrowRight')
  await page.evaluate('window.later = 16 * 60_000')
  await speaker.waitForSelector('.ui-left.ui-over')
  expect(await text(speaker, '.ui-left')).toMatch(/−01:0\d$/)
  expect(await text(speaker, '.ui-left .ui-label')).toBe(words.kk.speaker.over)
})

test('the language and the size of the notes are remembered', async () => {
  const page = await show()
  const open = async () => {
    const speaker = await windowOpenedBy(() => page.keyboard.press('s'))
    await speaker.waitForSelector('.ui-speaker .slide')
    return speaker
  }
  const size = (one: typeof page) => one.$eval('.ui-notes-text', (notes) => getComputedStyle(notes).fontSize)
  const first = await open()
  await first.click(`[aria-label="${words.kk.speaker.larger}"]`)
  const larger = await size(first)
  await first.select('.ui-select', 'ru')
  await first.waitForSelector(`[aria-label="${words.ru.speaker.larger}"]`)
  expect(await size(first)).toBe(larger)
  expect(await text(first, '.ui-current .ui-label')).toBe(words.ru.speaker.current)
  await first.keyboard.press('PageDown')
  await at(page, 2)
  expect(await text(first, '.ui-notes-text')).toContain('Былтыр 495 жоба қатысты.')
  await first.close()
  await page.bringToFront()
  const second = await open()
  expect(await text(second, '.ui-current .ui-label')).toBe(words.ru.speaker.current)
  expect(await size(second)).toBe(larger)
  await second.evaluate(() => localStorage.clear())
})

test('on one screen the view covers the slides, and leaves them as they were', async () => {
  const page = await show()
  await page.keyboard.press('i')
  await page.waitForSelector('.ui-speaker-here .ui-speaker .slide')
  await page.keyboard.press('ArrowRight')
  expect(await slide(page)).toBe(2)
  expect(await text(page, '.ui-speaker-here .ui-notes-text')).toContain('Былтыр 495 жоба қатысты.')
  await page.keyboard.press('/')
  await page.keyboard.type('былтыр')
  expect(await page.$$eval('.ui-speaker-here .ui-hit', (all) => all.length)).toBe(1)
  await page.keyboard.press('Escape')
  // The browser closes a dialog shortly after the key.
  await page.waitForFunction(() => document.querySelector('dialog[open]') === null)
  expect(await page.$('.ui-speaker-here')).not.toBeNull()
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => document.querySelector('.ui-speaker-here') === null)
  await page.waitForFunction(() => document.elementFromPoint(400, 300)?.closest('section')?.id === 's2')
})

test('a black screen hides nothing from the speaker, even on one screen', async () => {
  const page = await show()
  await page.keyboard.press('i')
  await page.waitForSelector('.ui-speaker-here .ui-speaker .slide')
  const overlay = () => page.$eval('.pause-overlay', (one) => getComputedStyle(one).visibility)
  await page.keyboard.press('b')
  await page.waitForSelector('.reveal.paused')
  expect(await page.$('.ui-speaker.ui-is-black')).not.toBeNull()
  expect(await overlay()).toBe('hidden')
  await page.keyboard.press('i')
  expect(await overlay()).toBe('visible')
})

test('at the ends of the deck the button without effect is disabled', async () => {
  const page = await show()
  await page.keyboard.press('i')
  await page.waitForSelector('.ui-speaker .slide')
  const off = () => page.$$eval('.ui-moves button', (all) => all.map((one) => one.disabled))
  expect(await off()).toEqual([true, false])
  await page.keyboard.press('End')
  expect(await off()).toEqual([false, true])
  // After a click that leads to the last slide, the view still has the keyboard.
  await page.keyboard.press('ArrowLeft')
  await page.click('.ui-moves .ui-primary')
  await page.keyboard.press('Home')
  expect(await slide(page)).toBe(1)
})

test.each([
  [1280, 800],
  [1024, 768],
])('on %i x %i times, slide and buttons stand in one row, over time too, and all can be hit', async (width, height) => {
  const page = await show({ before: laterClock })
  await page.setViewport({ width, height })
  await page.keyboard.press('i')
  await page.waitForSelector('.ui-speaker .slide')
  await page.keyboard.press('ArrowRight')
  await page.evaluate('window.later = 85 * 60_000')
  await page.waitForSelector('.ui-left.ui-over')
  const rows = await page.$$eval('.ui-bar > *', (all) =>
    all.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]),
  )
  expect(Math.max(...rows.map(([top]) => top!))).toBeLessThan(Math.min(...rows.map(([, bottom]) => bottom!)))
  const small = await page.$$eval('.ui-speaker :is(button, select, input)', (all) =>
    all
      .map((one) => [one.ariaLabel ?? one.className, one.getBoundingClientRect()] as const)
      .filter(([, { width, height }]) => width > 0 && Math.min(width, height) < 44)
      .map(([name]) => name),
  )
  expect(small).toEqual([])
})

test.each([
  [1280, 800],
  [1366, 768],
  [1440, 900],
  [1920, 1080],
  [1024, 768],
  [390, 844],
])('on %i x %i nothing of the speaker view is cut', async (width, height) => {
  const page = await show()
  // Otherwise the narrow window becomes a reading view.
  await page.evaluate(() => sessionStorage.setItem('korme-view', 'show'))
  await page.setViewport({ width, height })
  await page.keyboard.press('i')
  await page.waitForSelector('.ui-speaker .slide')
  const outside = await page.$$eval(
    '.ui-speaker :is(.ui-figure, .ui-select, .ui-thumb-frame, .ui-wide, .ui-notes-text, .ui-tool:not([hidden] *))',
    (all) =>
      all
        .filter((one) => {
          const { left, top, right, bottom } = one.getBoundingClientRect()
          return left < 0 || top < 0 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5
        })
        .map((one) => one.className),
  )
  expect(outside).toEqual([])
})
