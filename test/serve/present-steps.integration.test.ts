import { writeFile } from 'node:fs/promises'
import type { Page } from 'puppeteer-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { onlineBrowser } from '../online.ts'
import { openTalk, type TestTalk } from './talk/talk-server.ts'

const deckOf = (items: number, others: object = {}) =>
  JSON.stringify({
    lang: 'kk',
    steps: true,
    content: [
      { block: '1', title: 'Көрме' },
      { title: 'Тармақтар', text: Array.from({ length: items }, (_, i) => `• Тармақ ${i + 1}`).join('\n'), ...others },
      { title: 'Үшінші слайд', text: '• Бір\n• Екі' },
    ],
  })

let talk: TestTalk
let pages: Page[] = []
let errors: string[] = []

beforeEach(async () => {
  talk = await openTalk(undefined, undefined, null, deckOf(4))
})
afterEach(async () => {
  await Promise.all(pages.map((page) => page.close()))
  pages = []
  await talk.close()
  expect(errors).toEqual([])
  errors = []
})

async function open(role: 'speaker' | 'audience' | 'remote', viewport = { width: 1280, height: 720 }): Promise<Page> {
  const browser = await onlineBrowser()
  const page = await (await browser.browser().createBrowserContext()).newPage()
  pages.push(page)
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.setViewport(viewport)
  await page.goto(talk.page(role))
  await page.waitForSelector(role === 'remote' ? '.ui-gate input' : '.reveal.ready')
  return page
}

/** Waits until a page shows a slide with so many hidden parts. */
const shows = (page: Page, id: string, later: number, slides = '.slides > .present') =>
  page.waitForFunction(
    (selector, wanted, count) => {
      const slide = document.querySelector<HTMLElement>(selector)
      return slide?.dataset.slide === wanted && slide.querySelectorAll('[data-later]').length === count
    },
    {},
    slides,
    id,
    later,
  )

async function pair(speaker: Page): Promise<Page> {
  await speaker.keyboard.press('i')
  await speaker.waitForFunction(() => /\d{3} \d{3}/.test(document.querySelector('.ui-pin')?.textContent ?? ''))
  const pin = await speaker.$eval('.ui-pin', ({ textContent }) => (textContent ?? '').replace(/\D/g, ''))
  await speaker.keyboard.press('i')
  const remote = await open('remote', { width: 390, height: 844 })
  await remote.type('.ui-gate input', pin)
  await remote.click('.ui-gate button')
  await remote.waitForSelector('.ui-remote .ui-current .slide')
  return remote
}

const onRemote = '.ui-remote .ui-current .slide'
const forward = '.ui-remote-moves .ui-primary'

test('speaker, remote and followers are at the same step, and so is who comes late', async () => {
  const [speaker, audience] = [await open('speaker'), await open('audience')]
  const remote = await pair(speaker)
  await remote.click(forward)
  for (const page of [speaker, audience]) await shows(page, '2', 4)
  await shows(remote, '2', 4, onRemote)
  await remote.click(forward)
  await remote.click(forward)
  for (const page of [speaker, audience]) await shows(page, '2', 2)
  expect(await remote.$eval('.ui-current .ui-step', ({ textContent }) => textContent)).toMatch(/2.* 4/)
  await shows(remote, '2', 1, '.ui-remote .ui-next .slide')
  await shows(await open('audience'), '2', 2)
  await speaker.bringToFront()
  await speaker.keyboard.press('ArrowLeft')
  await shows(remote, '2', 3, onRemote)
  await shows(audience, '2', 3)
})

test('a follower goes from slide to slide, and is where the speaker is after coming back', async () => {
  const [speaker, audience] = [await open('speaker'), await open('audience')]
  await speaker.bringToFront()
  await speaker.keyboard.press('ArrowRight')
  await speaker.keyboard.press('ArrowRight')
  await shows(audience, '2', 3)
  await audience.bringToFront()
  await audience.keyboard.press('ArrowRight')
  await shows(audience, '3', 0)
  await audience.keyboard.press('ArrowLeft')
  await shows(audience, '2', 3)
  expect(await audience.$eval('.ui-back', (back) => (back as HTMLElement).hidden)).toBe(true)
})

test('a save in between keeps the step as far as it exists', async () => {
  const [speaker, audience] = [await open('speaker'), await open('audience')]
  await speaker.bringToFront()
  for (let i = 0; i < 4; i++) await speaker.keyboard.press('ArrowRight')
  await shows(audience, '2', 1)
  await writeFile(talk.deck, deckOf(6))
  for (const page of [speaker, audience]) await shows(page, '2', 3)
  const { content, ...deck } = JSON.parse(deckOf(6)) as { content: object[] }
  const [cover, points, last] = content
  await writeFile(talk.deck, JSON.stringify({ ...deck, content: [cover, { title: 'Жаңа' }, points, last] }))
  for (const page of [speaker, audience]) await shows(page, '3', 3)
  await writeFile(talk.deck, deckOf(6))
  for (const page of [speaker, audience]) await shows(page, '2', 3)
  await writeFile(talk.deck, deckOf(2))
  for (const page of [speaker, audience]) await shows(page, '2', 0)
  await writeFile(talk.deck, deckOf(2, { steps: false }))
  for (const page of [speaker, audience])
    await page.waitForFunction(() => !document.querySelector('.slides > .present[data-steps]'))
  await writeFile(talk.deck, deckOf(4))
  for (const page of [speaker, audience]) await page.waitForSelector('.slides > .present[data-steps]')
  await speaker.keyboard.press('ArrowLeft')
  for (const page of [speaker, audience]) await shows(page, '2', 1)
  // Another slide takes the place of one that is removed.
  await writeFile(talk.deck, JSON.stringify({ ...deck, content: [cover, last] }))
  for (const page of [speaker, audience])
    await page.waitForFunction(() => document.querySelector('.slides > .present')?.textContent?.includes('Үшінші'))
  for (const page of [speaker, audience]) await shows(page, '2', 0)
})
