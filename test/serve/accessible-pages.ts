import type { BrowserContext, Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Lang } from '../../src/model/lang.ts'
import { faultsOf } from '../accessible.ts'
import { axeFindings } from '../axe.ts'
import { text } from '../client/shown.ts'
import { onlineBrowser, openOnline } from '../online.ts'
import { makeFolder, type Serving, startServing } from './korme-serve.ts'
import { openTalk, type TestTalk } from './talk/talk-server.ts'

const phone = { width: 390, height: 844, isMobile: true, hasTouch: true }

/** A deck with a picture, a list, a table and a map, and a mistake that the preview tells its author. */
const deckIn = (lang: Lang) =>
  JSON.stringify({
    name: { kk: 'Көктем', ru: 'Весна', en: 'Spring' }[lang],
    lang,
    minutes: 10,
    content: [
      { block: '1', title: 'Алматы 2026', text: 'Talk', notes: 'Notes' },
      { title: 'Астана', text: '- 1\n- 2\n\n[korme](https://example.org)' },
      { title: 'Шымкент', map: 'Шымкент', colour: 'red' },
      {
        title: 'Тараз',
        table: [
          ['A', 'B'],
          ['1', '2'],
        ],
      },
    ],
  })

/** Opens an address as a reader who has been nowhere yet. */
async function visit(address: string, { dark = false, lang = 'en', viewport = { width: 1280, height: 720 } } = {}) {
  const context = await (await onlineBrowser()).browser().createBrowserContext()
  const { page, errors } = await openOnline('about:blank', { context, viewport, lang })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }])
  await page.goto(address)
  visits.push({ context, errors })
  return page
}
let visits: { context: BrowserContext; errors: string[] }[] = []

/** Closes the pages before their server ends, which they would complain of. */
async function leave() {
  const left = visits
  visits = []
  for (const { context } of left) await context.close()
  expect(left.flatMap(({ errors }) => errors)).toEqual([])
}
const sourceOf = async (address: string, lang: string) =>
  (await fetch(address, { headers: { 'Accept-Language': lang } })).text()

/** Adds tests that look at every page that is served, in these languages, with axe-core and html-validate. */
export function testServedPages(langs: readonly Lang[]): void {
  afterEach(leave)

  describe('serve', () => {
    let folder: Awaited<ReturnType<typeof makeFolder>>
    let empty: Awaited<ReturnType<typeof makeFolder>>
    let serving: Serving
    let servingNone: Serving

    beforeAll(async () => {
      folder = await makeFolder({
        ...Object.fromEntries(langs.map((lang) => [`decks/${lang}.json`, deckIn(lang)])),
        'decks/broken.json': '{ "content": [',
        'static/img/.keep': '',
      })
      empty = await makeFolder({ 'decks/.keep': '', 'static/img/.keep': '' })
      ;[serving, servingNone] = await Promise.all([startServing(folder.path), startServing(empty.path)])
    })
    afterAll(async () => {
      await Promise.all([serving.end(), servingNone.end()])
      await Promise.all([folder.remove(), empty.remove()])
    })

    test.each(langs)('the start page in %s, light and dark, with decks and without', async (lang) => {
      for (const dark of [false, true]) {
        const page = await visit(serving.address, { dark, lang })
        await page.waitForFunction(
          (count) => document.querySelectorAll('#decks iframe').length >= count,
          {},
          langs.length,
        )
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang)
        expect(await axeFindings(page)).toEqual([])
        const none = await visit(servingNone.address, { dark, lang })
        expect(await axeFindings(none)).toEqual([])
      }
      expect(await faultsOf(await sourceOf(serving.address, lang))).toEqual([])
      expect(await faultsOf(await sourceOf(servingNone.address, lang))).toEqual([])
    })

    test.each(langs)('the preview in %s, its findings, and a deck that cannot be shown', async (lang) => {
      const address = `${serving.address}/decks/${lang}/`
      const page = await visit(address, { lang })
      await page.waitForSelector('.reveal.ready')
      await page.waitForSelector('.ui-badge:not([hidden])')
      expect(await axeFindings(page)).toEqual([])
      await page.click('.ui-badge')
      await page.waitForSelector('.ui-found:not([hidden])')
      expect(await axeFindings(page)).toEqual([])
      expect(await faultsOf(await sourceOf(address, lang))).toEqual([])
      expect(await faultsOf(await sourceOf(`${address}thumbnail`, lang))).toEqual([])
      const broken = `${serving.address}/decks/broken/`
      const waiting = await visit(broken, { lang })
      await waiting.waitForSelector('.ui-found:not([hidden])')
      expect(await axeFindings(waiting)).toEqual([])
      expect(await faultsOf(await sourceOf(broken, lang))).toEqual([])
    })
  })

  describe('present', () => {
    const looked = async (page: Page) => expect(await axeFindings(page)).toEqual([])

    test.each(langs)('the pages of the speaker, the audience and a remote control in %s', async (lang) => {
      const talk: TestTalk = await openTalk(undefined, undefined, lang, deckIn(lang))
      try {
        const speaker = await visit(talk.page('speaker'), { lang })
        await speaker.waitForSelector('.reveal.ready')
        await looked(speaker)
        await speaker.keyboard.press('i')
        await speaker.waitForFunction(() => /\d{3} \d{3}/.test(document.querySelector('.ui-pin')?.textContent ?? ''))
        await looked(speaker)
        const pin = (await text(speaker, '.ui-pin')).replace(/\D/g, '')

        const audience = await visit(talk.page('audience'), { lang })
        await audience.waitForSelector('.reveal.ready')
        await looked(audience)
        const reader = await visit(talk.page('audience'), { lang, viewport: phone })
        await reader.waitForSelector('.ui-reading')
        await looked(reader)

        const remote = await visit(talk.page('remote'), { lang, viewport: phone })
        await remote.waitForSelector('.ui-gate input')
        await looked(remote)
        await remote.type('.ui-gate input', pin === '000000' ? '000001' : '000000')
        await remote.click('.ui-gate button')
        await remote.waitForFunction(() => document.querySelector('.ui-gate-status')?.textContent !== '')
        await looked(remote)
        await remote.waitForSelector('.ui-gate button:not(:disabled)')
        await remote.$eval('.ui-gate input', (input) => input.select())
        await remote.type('.ui-gate input', pin)
        await remote.click('.ui-gate button')
        await remote.waitForSelector('.ui-remote .ui-current .slide')
        await looked(remote)

        for (const role of ['speaker', 'audience', 'remote'] as const) {
          expect(await faultsOf(await sourceOf(talk.page(role), lang)), role).toEqual([])
        }
      } finally {
        await leave()
        await talk.close()
      }
    })
  })
}
