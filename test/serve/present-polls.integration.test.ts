import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'puppeteer-core'
import { afterAll, expect, test } from 'vitest'
import type { Role } from '../../src/model/wire/talk.ts'
import { onlineBrowser } from '../online.ts'
import { enter, openTalk, type TestTalk } from './talk/talk-server.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const deck = JSON.stringify({
  lang: 'kk',
  content: [
    { block: '1', title: 'Дауыс' },
    { title: 'Қайда кездесеміз?', poll: ['Астана', 'Алматы'], blocks: [{ type: 'poll', options: ['Бүгін', 'Ертең'] }] },
    { title: 'Соңы', text: 'Рақмет' },
  ],
})

let talk: TestTalk
const pages: Page[] = []
const errors: string[] = []
afterAll(async () => {
  await Promise.all(pages.map((page) => page.close()))
  await talk.close()
})

async function open(role: Role, width: number, height: number): Promise<Page> {
  const browser = await onlineBrowser()
  const page = await (await browser.browser().createBrowserContext()).newPage()
  pages.push(page)
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.setBypassCSP(true)
  await page.setViewport({ width, height, hasTouch: width < 500, isMobile: width < 500 })
  await page.goto(talk.page(role))
  const isPhone = role === 'audience' && width < 500
  await page.waitForSelector(role === 'remote' ? '.ui-gate' : isPhone ? '.ui-follow-picture' : '.reveal.ready')
  return page
}

/** A remote at the width of a small phone, in Kazakh. */
async function openRemote(): Promise<Page> {
  const remote = await open('remote', 360, 640)
  const { pin } = await (await enter(talk, 'speaker')).next('room')
  await remote.type('.ui-gate input', pin!)
  await remote.keyboard.press('Enter')
  await remote.waitForSelector('.ui-remote-bar')
  const cut = await remote.$$eval('.ui-remote *:not(.ui-live)', (all) =>
    all.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0).map(({ className }) => className),
  )
  expect(cut).toEqual([])
  return remote
}

const says = (page: Page, selector: string, text: string) =>
  page.waitForFunction(
    (where, wanted) => [...document.querySelectorAll(where)].some(({ textContent }) => textContent?.includes(wanted)),
    {},
    selector,
    text,
  )

/** Clicks what has this selector in the page's own way: the speaker view may be partly out of sight. */
const click = (page: Page, selector: string) => page.$eval(selector, (found) => (found as HTMLElement).click())

/** What axe-core finds. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations: found } = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] })',
  )) as AxeResults
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target}`))
}

test('a speaker, a remote and two of the audience: they vote, see the results, ask, and get the question on the screen', async () => {
  talk = await openTalk(undefined, undefined, null, deck)
  const speaker = await open('speaker', 1280, 720)
  const [phone, laptop] = [await open('audience', 390, 844), await open('audience', 1280, 720)]
  await speaker.keyboard.press('ArrowRight')
  for (const page of [phone, laptop]) await page.waitForSelector('.ui-ballot label')
  expect(await violations(phone)).toEqual([])

  await click(phone, '.ui-ballot label:nth-of-type(2) input')
  await click(laptop, '.ui-ballot label:nth-of-type(1) input')
  // A page that comes back has its vote, which counts once.
  await phone.waitForFunction(() => document.querySelector('.ui-ballot-status')?.textContent !== '')
  await phone.reload()
  await phone.waitForSelector('.ui-ballot label:nth-of-type(2) input:checked')
  await click(laptop, '.ui-ballot label:nth-of-type(2) input')

  await speaker.keyboard.press('i')
  await speaker.waitForFunction(
    () => [...document.querySelectorAll('.ui-desk-counts b')].map(({ textContent }) => textContent).join() === '0,2',
  )
  expect(await phone.$('.poll-results:not([hidden])')).toBeNull()
  await click(speaker, '.ui-desk-buttons button:nth-of-type(2)')
  for (const page of [phone, laptop, speaker]) await says(page, '.poll-results:not([hidden]) text', '100\u00a0% (2)')
  // The results are on the slide: where it is shown whole, the ballot gives way to them.
  await laptop.waitForSelector('.ui-ballot .ui-ballot-body[hidden]')
  await click(laptop, '.ui-ballot-fold')
  // A phone tells them beside each option, too.
  await says(phone, '.ui-ballot label:nth-of-type(2) .ui-ballot-result', '100\u00a0% (2)')

  const question = '<b>Қашан</b> \u202eабв?'
  await click(phone, '.ui-ask-button')
  await phone.type('#ui-ask-text', question)
  expect(await violations(phone)).toEqual([])
  await click(phone, '.ui-ask .ui-primary')
  await says(speaker, '.ui-desk-open .ui-count', '1')
  await click(speaker, '.ui-desk-open')
  expect(await violations(speaker)).toEqual([])
  await click(speaker, '[data-act^="screen"]')
  for (const page of [speaker, laptop, phone]) await says(page, '.ui-screen-question', question)

  // On a phone it stands where it is seen, above the ballot.
  expect(await phone.$eval('.ui-screen-question', (one) => one.getBoundingClientRect().top)).toBeLessThan(844)

  const remote = await openRemote()
  expect(await violations(remote)).toEqual([])
  await click(remote, '.ui-remote-poll')
  expect(await violations(remote)).toEqual([])
  await click(remote, '.ui-desk .ui-desk-buttons button:nth-of-type(1)')
  for (const page of [phone, laptop]) await page.waitForSelector('.ui-ballot.ui-is-closed')
  expect(await phone.$('.ui-ballot-hint:not([hidden])')).toBeNull()
  // Where the slide is shown whole, the ballot gives way to it; on a phone it stays, with the results.
  await laptop.waitForSelector('.ui-ballot .ui-ballot-body[hidden]')
  await phone.waitForSelector('.ui-ballot .ui-ballot-body:not([hidden])')
  await click(remote, '[data-act^="screen"]')
  for (const page of [speaker, laptop, phone]) await page.waitForSelector('.ui-screen-question', { hidden: true })
  await click(remote, '[data-act^="drop"]')
  await says(remote, '.ui-desk-none', '')
  // The second poll of the slide.
  await remote.keyboard.press('Escape')
  await click(remote, '.ui-remote-moves .ui-primary')
  await phone.waitForSelector('.ui-ballot:not(.ui-is-closed) input[type=radio]:not(:checked)')
  await says(phone, '.ui-ballot label', 'Ертең')
  await click(phone, '.ui-ballot label:nth-of-type(2) input')
  await says(remote, '.ui-remote-poll', ': 1')

  await click(remote, '.ui-remote-moves .ui-primary')
  await phone.waitForSelector('.ui-ballot[hidden]')
  // No text stands between or below the buttons of a phone, and the last one can be read above them.
  const [bar, ends] = await phone.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight)
    const part = document.querySelector('.ui-voting')!
    const { left, right, top, bottom } = part.getBoundingClientRect()
    const slide = [...document.querySelectorAll('.reveal .slides > .slide')].at(-1)!
    return [
      { left, right, bottom, ground: getComputedStyle(part).backgroundColor },
      slide.getBoundingClientRect().bottom <= top + 1,
    ]
  })
  expect(bar).toEqual({ left: 0, right: 390, bottom: 844, ground: expect.stringMatching(/^rgb\(/) })
  expect(ends).toBe(true)
  expect(errors).toEqual([])
})
