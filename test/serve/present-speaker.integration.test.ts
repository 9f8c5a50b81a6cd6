import { rename, writeFile } from 'node:fs/promises'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { present as words } from '../../src/languages/kk/present.ts'
import { onlineBrowser } from '../online.ts'
import { openTalk, type TestTalk, visit } from './talk/talk-server.ts'

const deck = JSON.stringify({
  lang: 'kk',
  minutes: 10,
  content: [
    { block: '1', title: 'Көрме', minutes: 1 },
    { title: 'Тармақтар', text: '• Бір\n• Екі', steps: true, minutes: 4, notes: 'Асықпау керек.' },
    { title: 'Қорытынды', text: 'Рақмет' },
  ],
})

let talk: TestTalk
let errors: string[] = []
let ended = false

beforeAll(async () => {
  talk = await openTalk(undefined, undefined, 'kk', deck)
})
afterAll(async () => {
  if (!ended) await talk.close()
})
afterEach(() => {
  expect(errors).toEqual([])
  errors = []
})

async function open(role: 'speaker' | 'audience' | 'remote', viewport = { width: 1280, height: 720 }): Promise<Page> {
  const browser = await onlineBrowser()
  const page = await (await browser.browser().createBrowserContext()).newPage()
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.setViewport(viewport)
  await page.goto(talk.page(role))
  await page.waitForSelector(role === 'remote' ? '.ui-gate input' : '.reveal.ready')
  return page
}

/** Opens a speaker's page with the view over its slides. */
async function openView(): Promise<Page> {
  const page = await open('speaker')
  await page.keyboard.press('i')
  await page.waitForFunction(() => /\d{3} \d{3}/.test(document.querySelector('.ui-pin')?.textContent ?? ''))
  return page
}

async function pair(speaker: Page): Promise<Page> {
  const pin = await speaker.$eval('.ui-pin', ({ textContent }) => (textContent ?? '').replace(/\D/g, ''))
  const remote = await open('remote', { width: 390, height: 844 })
  await remote.type('.ui-gate input', pin)
  await remote.click('.ui-gate button')
  await remote.waitForSelector('.ui-remote .ui-current .slide')
  return remote
}

const has = (page: Page, selector: string, text: string) =>
  page.waitForFunction(
    (where, wanted) => [...document.querySelectorAll(where)].some((one) => one.textContent?.includes(wanted)),
    { polling: 100 },
    selector,
    text,
  )
/** Clicks the first button of this name as soon as it is there, as a script does: dialogs may cover it. */
const clickNamed = (page: Page, name: string, where = 'body') =>
  page.waitForFunction(
    (buttons, wanted) => {
      const button = [...document.querySelectorAll<HTMLElement>(buttons)].find((one) => one.textContent === wanted)
      button?.click()
      return button !== undefined
    },
    { polling: 100 },
    `${where} button`,
    name,
  )
/** Saves the deck as editors do. */
async function save(text: string): Promise<void> {
  await writeFile(`${talk.deck}.new`, text)
  await rename(`${talk.deck}.new`, talk.deck)
}
const shown = (page: Page, selector: string) =>
  page.$$eval(selector, (all) => all.filter((one) => (one as HTMLElement).checkVisibility()).length)

test('two speaker views stay in step; messages and trouble are for them, not for the audience', async () => {
  const [one, other, audience] = [await openView(), await openView(), await open('audience')]
  const remote = await pair(one)
  const views = [one, other]

  // Slide, step, stopwatch and black screen.
  await one.bringToFront()
  await one.keyboard.press('ArrowRight')
  await one.keyboard.press('ArrowRight')
  for (const view of views) await has(view, '.ui-current .ui-step', 'Қадам: 1 / 2')
  for (const view of views) await has(view, '.ui-next .ui-step', 'Қадам: 2 / 2')
  for (const view of views) await view.waitForSelector('.ui-elapsed [data-icon="true"]')
  for (const view of views) await has(view, '.ui-plan-part.ui-is-now', '4 мин')
  await other.bringToFront()
  await other.click('.ui-elapsed .ui-round')
  await one.waitForSelector('.ui-elapsed [data-icon="false"]')
  await other.keyboard.press('b')
  for (const view of views) await view.waitForSelector('.ui-speaker.ui-is-black')
  await audience.waitForSelector('.reveal.paused')
  await other.keyboard.press('b')
  await one.waitForSelector('.ui-speaker:not(.ui-is-black)')

  // A message from the remote: a choice in the language of each view, and a text of one's own.
  await remote.bringToFront()
  await remote.click('.ui-remote-message')
  await remote.click('.ui-stage-choices button')
  await has(remote, '.ui-stage-status', words.stage.sent)
  const own = '<b>Микрофон</b> жоқ'
  await remote.type('.ui-stage-dialog input', own)
  await remote.keyboard.press('Enter')
  for (const view of views) await has(view, '.ui-stage-message', words.stage.choices.five)
  for (const view of views) await has(view, '.ui-stage-message', own)
  const late = await openView()
  await has(late, '.ui-stage-message', own)
  // What comes next stays large below two messages.
  expect(await late.$eval('.ui-next .ui-thumb-frame', (frame) => frame.getBoundingClientRect().width)).toBe(600)
  expect(await audience.evaluate(() => document.documentElement.innerHTML)).not.toContain('Микрофон')
  await one.bringToFront()
  await one.click('.ui-stage-message .ui-close')
  await other.waitForFunction(() => document.querySelectorAll('.ui-stage-message').length === 1)
  await has(other, '.ui-stage-message', own)

  // What covers the projected slide: a question in all views, the codes for phones in the one that shows them.
  const phone = await visit(talk, 'audience')
  const [voter, id] = ['voter'.padEnd(22, 'x'), 'question'.padEnd(22, 'x')]
  phone.say({ type: 'hello', version: 0, voter })
  await phone.next('state')
  phone.say({ type: 'ask', voter, id, text: '<i>Қашан</i>?' })
  await one.waitForSelector('.ui-desk-open:not([hidden])')
  await one.click('.ui-desk-open')
  await clickNamed(one, words.desk.onScreen)
  for (const view of views) await has(view, '.ui-cover', `${words.covers.question} <i>Қашан</i>?`)
  await one.waitForSelector('.ui-screen-question')
  await one.keyboard.press('Escape')
  await clickNamed(one, words.share.hall)
  await has(one, '.ui-cover', words.covers.hall)
  expect(await shown(other, '.ui-cover')).toBe(1)
  await one.bringToFront()
  await clickNamed(one, words.desk.offScreen, '.ui-cover')
  await one.waitForFunction(() => !document.querySelector('.ui-hall'))
  await clickNamed(other, words.desk.offScreen, '.ui-cover')
  for (const view of views) await view.waitForFunction(() => !document.querySelector('.ui-cover, .ui-screen-question'))

  // A file with errors: the slides stay, and only the speaker is told.
  await save(deck.replace('"lang"', '"lang'))
  for (const view of views) await has(view, '.ui-trouble', words.trouble.outdated)
  await save(deck)
  for (const view of views)
    await view.waitForFunction(() => document.querySelector<HTMLElement>('.ui-trouble')?.hidden === true)

  // Trouble: the server is gone.
  await talk.close()
  ended = true
  for (const view of views) await has(view, '.ui-trouble', words.trouble.lost.split('{x}')[0]!)
  await has(remote, '.ui-lost-connection', words.remote.lost)
  expect(await shown(remote, '.ui-remote-moves button:disabled')).toBe(3)
  await one.keyboard.press('ArrowRight')
  await has(one, '.ui-current .ui-step', 'Қадам: 2 / 2')
  await one.keyboard.press('i')
  expect(await shown(one, '.ui-strip, .ui-trouble, .ui-notice')).toBe(0)
  expect(await shown(audience, '.ui-strip, .ui-notice')).toBe(0)
  // Who moves the mouse over the audience's page is told.
  await vi.waitFor(
    async () => {
      await audience.mouse.move(200 + Math.random() * 400, 300)
      expect(await shown(audience, '.ui-lost-connection')).toBe(1)
    },
    { timeout: 60_000, interval: 200 },
  )
})
