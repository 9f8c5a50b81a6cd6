import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { page as english } from '../../src/languages/en/page.ts'
import { present } from '../../src/languages/en/present.ts'
import type { Role } from '../../src/model/wire/talk.ts'
import { multilingualDeck } from '../client/languages/multilingual-deck.ts'
import { drawLine, strokesAre, text } from '../client/shown.ts'
import { onlineBrowser } from '../online.ts'
import { makeFolder, type Serving, startServing } from './korme-serve.ts'
import { openTalk, type TestTalk } from './talk/talk-server.ts'

const [cover, long, , , closing] = multilingualDeck.content
/** Without pictures: a cover, a text of several pages, a closing slide. */
const deckOf = (title: { kk: string; ru: string; en: string } = closing!.title) =>
  JSON.stringify({ ...multilingualDeck, content: [cover, long, { ...closing, title }] }, null, 2)

let errors: string[] = []
let pages: Page[] = []
afterEach(async () => {
  await Promise.all(pages.map((page) => page.browserContext().close()))
  pages = []
  expect(errors).toEqual([])
  errors = []
})

/** Counts the messages about the deck that a page gets. */
const counted = `{
  const Real = WebSocket
  window.told = []
  window.WebSocket = class extends Real {
    constructor(url) {
      super(url)
      this.addEventListener('message', ({ data }) => window.told.push(JSON.parse(data)))
    }
  }
}`

/** Lets a page connect only when `letConnect` is called: nothing can be sent before, and nothing is heard. */
const late = `{
  const Real = WebSocket
  const connected = new Promise((resolve) => { window.letConnect = resolve })
  let isConnected = false
  connected.then(() => { isConnected = true })
  window.WebSocket = class extends Real {
    get readyState() { return isConnected ? super.readyState : Real.CONNECTING }
    addEventListener(type, listener) {
      super.addEventListener(type, async (event) => {
        await connected
        listener(event)
      })
    }
  }
}`

/** Notes the language of the slides at each frame in which they are seen. */
const seen = `{
  window.seen = []
  const look = () => {
    const slides = document.querySelector('.slides')
    if (slides?.children.length && getComputedStyle(slides).opacity !== '0') window.seen.push(document.documentElement.lang)
    requestAnimationFrame(look)
  }
  look()
}`

/** Opens a page as a reader of their own: what each browser remembers is not shared. */
async function open(address: string, viewport = { width: 1280, height: 720 }, before = counted): Promise<Page> {
  const context = await (await onlineBrowser()).browser().createBrowserContext()
  const page = await context.newPage()
  pages.push(page)
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.setViewport(viewport)
  await page.evaluateOnNewDocument(before)
  await page.goto(address)
  return page
}

const id = (page: Page) => page.$eval('.slides > .present', (slide) => slide.id)
const shows = (page: Page, slide: string) => page.waitForSelector(`[id="${slide}"].present`)
const changes = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { told: { type: string; change?: { tag: string } }[] }).told
      .filter(({ type }) => type === 'change')
      .map(({ change }) => change?.tag),
  )

describe('serve', () => {
  let folder: Awaited<ReturnType<typeof makeFolder>>
  let serving: Serving
  beforeAll(async () => {
    folder = await makeFolder({ 'decks/talk.json': deckOf(), 'static/img/.keep': '' })
    serving = await startServing(folder.path)
  })
  afterAll(async () => {
    expect(await serving.end()).toBe(0)
    await folder.remove()
  })
  const save = (content: string) => writeFile(join(folder.path, 'decks/talk.json'), content)
  const show = async (hash = '') => {
    const page = await open(`${serving.address}/decks/talk/${hash}`)
    await page.waitForSelector('.reveal.ready')
    return page
  }

  test('two pages in different languages get the changes of theirs only, without a reload', async () => {
    const [kazakh, russian] = [await show('#/s2'), await show('#/s2?lang=ru')]
    await shows(russian, 's2_ru')
    expect(await id(kazakh)).toBe('s2')
    await russian.evaluate('window.mark = true')
    await save(deckOf({ ...closing!.title, ru: 'Спасибо всем' }))
    await russian.waitForFunction(() => /Спасибо всем/.test(document.querySelector('.slides')?.textContent ?? ''))
    await save(deckOf({ ru: 'Спасибо всем', kk: 'Көп рақмет', en: 'Thanks' }))
    await kazakh.waitForFunction(() => /Көп рақмет/.test(document.querySelector('.slides')?.textContent ?? ''))
    expect(new Set(await changes(russian))).toEqual(new Set(['ru']))
    expect(new Set(await changes(kazakh))).toEqual(new Set(['kk']))
    expect(await russian.evaluate('window.mark')).toBe(true)
    expect(await id(russian)).toBe('s2_ru')
  })

  test('the language of the address or of the last visit is the first that is seen', async () => {
    const page = await show('#/s2?lang=ru')
    await shows(page, 's2_ru')
    await page.evaluateOnNewDocument(seen)
    const seenIn = async (slide: string) => {
      await shows(page, slide)
      return new Set(await page.evaluate(() => (window as unknown as { seen: string[] }).seen))
    }
    await page.reload()
    expect(await seenIn('s2_ru')).toEqual(new Set(['ru']))
    await page.keyboard.press('KeyK')
    await shows(page, 's2_en')
    await page.goto('about:blank')
    await page.goto(`${serving.address}/decks/talk/`)
    expect(await seenIn('s1_en')).toEqual(new Set(['en']))
    await page.goto('about:blank')
    await page.goto(`${serving.address}/decks/talk/#/s1?lang=kk`)
    expect(await seenIn('s1')).toEqual(new Set(['kk']))
  })

  test('a page that switches shows what was edited meanwhile, at the same place', async () => {
    await save(deckOf())
    const page = await show('#/s2-2')
    await save(deckOf({ ...closing!.title, en: 'Many thanks' }))
    await page.keyboard.press('k')
    await page.waitForFunction(() => document.documentElement.lang === 'ru')
    expect(await id(page)).toMatch(/^s2-\d+_ru$/)
    await page.keyboard.press('k')
    await page.waitForFunction(() => document.documentElement.lang === 'en')
    await page.waitForFunction(() => /Many thanks/.test(document.querySelector('.slides')?.textContent ?? ''))
    expect(await page.title()).toBe('Annual report')
    await page.keyboard.press('k')
    await shows(page, 's2-2')
  })

  test('a language and notes that are chosen before the page is connected come once it is', async () => {
    const page = await open(`${serving.address}/decks/talk/#/s1`, undefined, late)
    await page.waitForSelector('.reveal.ready')
    await page.keyboard.press('i')
    await page.select('.ui-speaker-here select', 'en')
    await page.keyboard.press('k')
    expect(await id(page)).toBe('s1')
    await page.evaluate('letConnect()')
    await shows(page, 's1_ru')
    await page.waitForFunction(() => document.querySelector<HTMLElement>('.ui-notes-text')?.lang === 'en')
  })

  test('the speaker reads notes in another language than the slides', async () => {
    await save(deckOf())
    const page = await show('#/s1')
    await page.keyboard.press('i')
    await page.select('.ui-speaker-here select', 'ru')
    await page.waitForFunction(
      () => document.querySelector('.ui-notes-text')?.textContent === 'Поздороваться с гостями',
    )
    expect(await id(page)).toBe('s1')
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(() => document.querySelector('.ui-notes-text')?.textContent === 'О длинном тексте')
    expect(await page.$eval('.ui-notes-text', (notes) => (notes as HTMLElement).lang)).toBe('ru')
  })
})

describe('present', () => {
  let talk: TestTalk
  beforeEach(async () => {
    talk = await openTalk(undefined, undefined, null, deckOf())
  })
  afterEach(() => talk.close())
  const show = async (role: Role, hash = '') => {
    const page = await open(talk.page(role) + hash)
    await page.waitForSelector('.reveal.ready')
    return page
  }

  test('followers see the speaker’s language, until they choose their own, at the same place', async () => {
    const [speaker, follower, other] = [await show('speaker'), await show('audience'), await show('audience')]
    await other.mouse.move(600, 300)
    await other.mouse.move(610, 320)
    await other.click('.ui-languages > button')
    await other.click('.ui-language-list [lang="en"]')
    await shows(other, 's1_en')
    await speaker.bringToFront()
    await speaker.keyboard.press('ArrowRight')
    await speaker.keyboard.press('ArrowRight')
    await shows(follower, 's2-2')
    await other.waitForSelector('[id^="s2"][id$="_en"].present')
    await speaker.keyboard.press('k')
    await speaker.waitForFunction(() => document.documentElement.lang === 'ru')
    await follower.waitForFunction(() => document.documentElement.lang === 'ru')
    expect(await id(follower)).toBe(await id(speaker))
    // The page itself speaks to its reader, whose browser prefers English.
    const said = ['.ui-toolbar button', '.ui-ask-button', '.ui-help h2'].map((part) =>
      follower.$eval(part, (one) => [
        one.closest<HTMLElement>('[lang]')?.lang,
        one.getAttribute('title') ?? one.textContent,
      ]),
    )
    const { help } = english
    expect(await Promise.all(said)).toEqual([
      ['en', help.keys.previous],
      ['en', present.ask.title],
      ['en', help.title],
    ])
    expect(await id(other)).toMatch(/_en$/)
    // Nobody has moved away.
    expect(await follower.$eval('.ui-back', (back) => (back as HTMLElement).hidden)).toBe(true)
    expect(await other.$eval('.ui-back', (back) => (back as HTMLElement).hidden)).toBe(true)
    await speaker.keyboard.press('End')
    await shows(follower, 's3_ru')
    await shows(other, 's3_en')
    // Notes never go to the audience.
    expect(await follower.evaluate(() => JSON.stringify((window as unknown as { told: unknown }).told))).not.toMatch(
      /Поздороваться|амандасу/i,
    )
  })

  test('a phone in the reading view follows the language too, and may choose one', async () => {
    const [speaker, phone] = [await show('speaker'), await open(talk.page('audience'), { width: 390, height: 844 })]
    await phone.waitForSelector('.ui-reading-bar')
    await speaker.bringToFront()
    await speaker.keyboard.press('k')
    await phone.waitForFunction(() =>
      /Годовой/.test(document.querySelector('.ui-follow-picture h1')?.textContent ?? ''),
    )
    expect(await phone.title()).toBe('Годовой отчёт')
    await phone.bringToFront()
    await phone.click('.ui-languages > button')
    await phone.click('.ui-language-list [lang="kk"]')
    await phone.waitForFunction(() => document.documentElement.lang === 'kk')
    await speaker.bringToFront()
    await speaker.keyboard.press('End')
    await phone.waitForFunction(() => /Рақмет/.test(document.querySelector('.ui-follow-picture h2')?.textContent ?? ''))
    // What was chosen stays after the page is loaded again.
    await phone.reload()
    await phone.waitForFunction(() => document.querySelector('.ui-follow-picture h2'))
    expect(await phone.evaluate(() => document.documentElement.lang)).toBe('kk')
  })

  test('drawings are seen by those who see the language they were made in', async () => {
    const [speaker, follower, other] = [
      await show('speaker'),
      await show('audience'),
      await show('audience', '#?lang=en'),
    ]
    await shows(other, 's1_en')
    await speaker.bringToFront()
    await speaker.keyboard.press('d')
    await drawLine(speaker, [300, 300], [500, 400])
    await strokesAre(follower, 1)
    await strokesAre(other, 0)
  })

  test('the remote shows the speaker’s language, and notes in its own', async () => {
    const speaker = await show('speaker')
    await speaker.keyboard.press('i')
    await speaker.waitForFunction(() => /\d{3} \d{3}/.test(document.querySelector('.ui-pin')?.textContent ?? ''))
    const pin = (await text(speaker, '.ui-pin')).replace(/\D/g, '')
    const remote = await open(talk.page('remote'), { width: 390, height: 844 })
    await remote.waitForSelector('.ui-gate input')
    await remote.type('.ui-gate input', pin)
    await remote.click('.ui-gate button')
    await remote.waitForSelector('.ui-remote .ui-current .slide')
    await remote.select('.ui-remote select', 'ru')
    await remote.waitForFunction(
      () => document.querySelector('.ui-notes-text')?.textContent === 'Поздороваться с гостями',
    )
    expect(await text(remote, '.ui-current .slide h1')).toContain('Жылдық есеп')
    await speaker.bringToFront()
    await speaker.keyboard.press('i')
    await speaker.keyboard.press('k')
    await speaker.waitForFunction(() => document.documentElement.lang === 'ru')
    await remote.waitForFunction(() =>
      /Годовой/.test(document.querySelector('.ui-current .slide h1')?.textContent ?? ''),
    )
    await remote.click('.ui-remote-moves .ui-primary')
    await shows(speaker, 's2_ru')
  })
})
