import { readFile, rename, writeFile } from 'node:fs/promises'
import type { Page } from 'puppeteer-core'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page as englishPage } from '../../src/languages/en/page.ts'
import { present as english } from '../../src/languages/en/present.ts'
import { page as russianPage } from '../../src/languages/ru/page.ts'
import { present as russian } from '../../src/languages/ru/present.ts'
import type { Role } from '../../src/model/wire/talk.ts'
import { at, drawLine, slide, strokesAre, text } from '../client/shown.ts'
import { onlineBrowser } from '../online.ts'
import { type DarkProxy, openDarkProxy } from './dark-proxy.ts'
import { freePort } from './korme-serve.ts'
import { deckOf, openTalk, secret, type TestTalk } from './talk/talk-server.ts'

const phone = { width: 390, height: 844, isMobile: true, hasTouch: true }

let talk: TestTalk
let pages: Page[] = []
let errors: string[] = []

beforeEach(async () => {
  talk = await openTalk()
})
afterEach(async () => {
  await Promise.all(pages.map((page) => page.close()))
  pages = []
  await talk.close()
  expect(errors).toEqual([])
  errors = []
})

/** Lets a test cut the connection of a page: its socket is closed, and new ones fail until it is restored. */
const cuttable = `{
  const Real = WebSocket
  const sockets = new Set()
  let isCut = false
  window.WebSocket = class extends Real {
    constructor(url) {
      super(isCut ? new URL('/nowhere', url) : url)
      sockets.add(this)
    }
  }
  window.cutLine = () => {
    isCut = true
    for (const socket of sockets) socket.close()
  }
  window.mendLine = () => {
    isCut = false
  }
}`

/** Opens the page of a role in a browser context of its own. */
async function open(
  role: Role,
  { viewport = { width: 1280, height: 720 }, address = talk.page(role), before = '' } = {},
) {
  const browser = await onlineBrowser()
  const context = await browser.browser().createBrowserContext()
  const page = await context.newPage()
  pages.push(page)
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.setViewport(viewport)
  if (before) await page.evaluateOnNewDocument(before)
  await page.goto(address)
  return page
}

/** Opens it, and waits until it shows slides. */
async function show(role: 'speaker' | 'audience', options = {}) {
  const page = await open(role, options)
  await page.waitForSelector('.reveal.ready')
  return page
}

/** Reads the PIN on the speaker's page. */
async function pinOf(speaker: Page): Promise<string> {
  if (!(await speaker.$('.ui-speaker-here'))) await speaker.keyboard.press('i')
  await speaker.waitForFunction(() => /\d{3} \d{3}/.test(document.querySelector('.ui-pin')?.textContent ?? ''))
  return (await text(speaker, '.ui-pin')).replace(/\D/g, '')
}

/** Opens a remote and enters the PIN. */
async function pair(speaker: Page): Promise<Page> {
  const pin = await pinOf(speaker)
  const remote = await open('remote', { viewport: phone })
  await remote.waitForSelector('.ui-gate input')
  await remote.type('.ui-gate input', pin)
  await remote.click('.ui-gate button')
  await remote.waitForSelector('.ui-remote .ui-current .slide')
  return remote
}

const black = (page: Page) => page.waitForSelector('.reveal.paused')

/** Nothing stands over the slides; who moves the mouse is told that the connection is lost. */
const toldOnMoving = (page: Page) =>
  vi.waitFor(
    async () => {
      await page.mouse.move(200 + Math.random() * 400, 300)
      expect(await page.$('.ui-lost-connection:not([hidden])')).not.toBeNull()
    },
    { timeout: 60_000, interval: 200 },
  )

describe('speaker and audience', () => {
  test('are in sync: slides, black screen, drawings, laser pointer', async () => {
    const [speaker, audience] = [await show('speaker'), await show('audience')]
    await speaker.bringToFront()
    await speaker.keyboard.press('ArrowRight')
    await at(audience, 2)
    await speaker.keyboard.press('d')
    await drawLine(speaker, [300, 300], [500, 320], [600, 300])
    await strokesAre(audience, 1)
    await speaker.keyboard.press('z')
    await strokesAre(audience, 0)
    await speaker.keyboard.press('l')
    await speaker.mouse.move(600, 300)
    await speaker.mouse.move(640, 360)
    await audience.waitForSelector('.ui-laser.ui-lit[transform="translate(640 360)"]')
    await speaker.keyboard.press('l')
    await audience.waitForSelector('.ui-laser:not(.ui-lit)')
    await speaker.keyboard.press('b')
    await black(audience)
    // The first key on a black screen shows the slide again.
    await speaker.keyboard.press('ArrowRight')
    await audience.waitForSelector('.reveal:not(.paused)')
    expect(await slide(audience)).toBe(2)
  })

  test('the speaker’s page stays a show in a narrow window', async () => {
    const speaker = await show('speaker')
    await speaker.setViewport({ width: 500, height: 800 })
    await speaker.waitForFunction(() => innerWidth === 500)
    await speaker.keyboard.press('r')
    await speaker.reload()
    await speaker.waitForSelector('.reveal.ready')
    expect(await speaker.$('.ui-reading')).toBeNull()
  })

  test('a user who moves away stays there until they return to the speaker', async () => {
    const [speaker, audience] = [await show('speaker'), await show('audience')]
    await speaker.keyboard.press('End')
    await at(audience, 4)
    await audience.keyboard.press('Home')
    await audience.waitForSelector('.ui-back:not([hidden])')
    // The test's browser prefers English; the slides are Kazakh.
    expect(await text(audience, '.ui-back')).toBe(english.back)
    expect(await audience.$eval('.ui-back', (back) => (back as HTMLElement).lang)).toBe('en')
    await speaker.keyboard.press('ArrowLeft')
    await speaker.keyboard.press('b')
    await at(speaker, 3)
    expect(await slide(audience)).toBe(1)
    expect(await audience.$('.reveal.paused')).toBeNull()
    await audience.click('.ui-back')
    await at(audience, 3)
    await black(audience)
    expect(await audience.$('.ui-back[hidden]')).not.toBeNull()
  })

  test('the audience cannot draw, blacken the screen, open a speaker view, or move others', async () => {
    const [speaker, audience] = [await show('speaker'), await show('audience')]
    for (const key of ['d', 'b', 's', 'i', 'l', 'End'] as const) await audience.keyboard.press(key)
    await at(audience, 4)
    expect(await audience.$('.reveal.paused, .ui-speaker, .ui-ink:not([data-tool=none])')).toBeNull()
    expect(await slide(speaker)).toBe(1)
    await audience.keyboard.press('?')
    const keys = await audience.$$eval('.ui-help dd', (all) => all.map((one) => one.textContent))
    expect(keys).toContain(englishPage.help.keys.search)
    expect(keys).not.toContain(englishPage.help.keys.draw)
  })

  test('an edit appears on both pages, without a reload and on the same slide', async () => {
    const [speaker, audience] = [await show('speaker'), await show('audience')]
    await speaker.keyboard.press('ArrowRight')
    await at(audience, 2)
    await audience.evaluate('window.same = true')
    const text = (await readFile(talk.deck, 'utf8')).replace('Екінші слайд', 'Жаңа тақырып')
    await writeFile(`${talk.deck}.new`, text)
    await rename(`${talk.deck}.new`, talk.deck)
    for (const page of [speaker, audience])
      await page.waitForFunction(() => document.querySelector('section.present h2')?.textContent === 'Жаңа тақырып')
    expect(await audience.evaluate('window.same')).toBe(true)
    expect(await audience.content()).not.toContain(secret)
  })

  test('when the current slide is removed, all pages stay in sync, and nobody counts as having moved away', async () => {
    const [speaker, audience] = [await show('speaker'), await show('audience')]
    await speaker.bringToFront()
    await speaker.keyboard.press('End')
    await at(audience, 4)
    const deck = JSON.parse(deckOf())
    await writeFile(`${talk.deck}.new`, JSON.stringify({ ...deck, content: deck.content.slice(0, 3) }))
    await rename(`${talk.deck}.new`, talk.deck)
    await audience.waitForFunction(() => document.querySelectorAll('.slides > section').length === 3)
    await at(audience, 3)
    await at(speaker, 3)
    expect(await audience.$('.ui-back[hidden]')).not.toBeNull()
    await speaker.keyboard.press('ArrowLeft')
    await at(audience, 2)
  })

  test('after a lost connection both are in sync again, on the speaker’s current slide', async () => {
    const [speaker, audience] = [
      await show('speaker', { before: cuttable }),
      await show('audience', { before: cuttable }),
    ]
    await speaker.keyboard.press('ArrowRight')
    await at(audience, 2)
    for (const page of [speaker, audience]) await page.evaluate('cutLine()')
    await toldOnMoving(audience)
    expect(await text(audience, '.ui-lost-connection')).toBe(english.lost)
    await speaker.keyboard.press('ArrowRight')
    expect(await slide(speaker)).toBe(3)
    await speaker.keyboard.press('d')
    await drawLine(speaker, [300, 300], [500, 320])
    expect(await slide(audience)).toBe(2)
    for (const page of [audience, speaker]) await page.evaluate('mendLine()')
    await at(audience, 3)
    await strokesAre(audience, 1)
    await strokesAre(speaker, 1)
    await audience.waitForSelector('.ui-lost-connection[hidden]')
    expect(await slide(speaker)).toBe(3)
  })

  test('pages of an earlier talk say that it was restarted, instead of waiting', async () => {
    const roles = ['speaker', 'audience', 'remote'] as const
    const said = english.anew
    // Other tests take the ports that Korme tries first.
    await talk.close()
    talk = await openTalk(await freePort())
    const opened = [await show('speaker'), await show('audience'), await open('remote', { viewport: phone })]
    const { port } = new URL(talk.page('speaker'))
    await talk.close()
    talk = await openTalk(Number(port))
    expect(roles.map((role) => new URL(talk.page(role)).port)).toEqual([port, port, port])
    for (const [i, page] of opened.entries()) {
      await page.bringToFront()
      if (roles[i] === 'audience') await toldOnMoving(page)
      if (roles[i] === 'speaker') {
        await page.keyboard.press('i')
        await page.waitForFunction(
          (text) => document.querySelector('.ui-trouble')?.textContent === text,
          {},
          english.trouble.anew,
        )
        continue
      }
      await page.waitForFunction((text) => document.querySelector('.ui-strip')?.textContent === text, {}, said)
    }
  })

  test('on a phone the speaker’s slide stays on top with drawings, and the texts scroll below', async () => {
    const speaker = await show('speaker')
    const audience = await open('audience', { viewport: phone })
    await audience.waitForSelector('.ui-follow-picture .slide')
    await speaker.bringToFront()
    await speaker.keyboard.press('ArrowRight')
    await audience.waitForFunction(
      () => document.querySelector('.ui-follow-picture h2')?.textContent === 'Екінші слайд',
    )
    await speaker.keyboard.press('d')
    await drawLine(speaker, [300, 300], [500, 320])
    await strokesAre(audience, 1, '.ui-follow-picture')
    // Every slide can scroll up to the thumbnail, even the last one: following does not count as moving away.
    const under = (id: string) =>
      audience.waitForFunction(
        (id) => {
          const bottom = document.querySelector('.ui-follow-picture')?.getBoundingClientRect().bottom ?? 0
          return Math.abs((document.getElementById(id)?.getBoundingClientRect().top ?? 0) - bottom) < 12
        },
        {},
        id,
      )
    for (const id of ['s3', 's4']) {
      await speaker.keyboard.press('ArrowRight')
      await under(id)
    }
    expect(await audience.$('.ui-back[hidden]')).not.toBeNull()
    const lit = () => audience.$eval('#s4', (slide) => Number(getComputedStyle(slide).opacity))
    await speaker.keyboard.press('b')
    await expect.poll(lit).toBe(0)
    await speaker.keyboard.press('b')
    await expect.poll(lit).toBe(1)
    const wide = await audience.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBe(390)
    expect(await audience.content()).not.toContain(secret)
  })
})

describe('a silently lost connection', () => {
  let proxy: DarkProxy
  const begin = async (beatMs?: number) => {
    await talk.close()
    talk = await openTalk(undefined, beatMs)
    proxy = await openDarkProxy(talk.session.server.port)
  }
  afterEach(() => proxy.close())
  const proxied = (role: 'speaker' | 'audience', before = '') =>
    show(role, { address: proxy.address(talk.page(role)), before })
  /** The number of heartbeats that a page has got. */
  const beats = `{
    const Real = WebSocket
    window.beats = 0
    window.WebSocket = class extends Real {
      constructor(url) {
        super(url)
        this.addEventListener('message', ({ data }) => { if (JSON.parse(data).type === 'heartbeat') window.beats += 1 })
      }
    }
  }`
  const beating = (page: Page) => page.waitForFunction('window.beats > 0')

  test('is noticed by missing heartbeats, reported, and restored', async () => {
    await begin(200)
    const [speaker, audience] = [await show('speaker'), await proxied('audience', beats)]
    await beating(audience)
    proxy.goDark()
    await toldOnMoving(audience)
    await speaker.keyboard.press('ArrowRight')
    await at(speaker, 2)
    expect(await slide(audience)).toBe(1)
    proxy.goLight()
    await at(audience, 2)
    await audience.waitForSelector('.ui-lost-connection[hidden]')
  })

  test('is noticed at once when the user returns to the page', async () => {
    await begin()
    // While a phone sleeps, its clock runs, but not its timers.
    const clock = `{
      const real = Date.now
      let ahead = 0
      Date.now = () => real() + ahead
      window.sleepFor = (ms) => { ahead += ms }
    }`
    const [speaker, audience] = [await show('speaker'), await proxied('audience', clock)]
    proxy.goDark()
    await speaker.keyboard.press('ArrowRight')
    await at(speaker, 2)
    proxy.goLight()
    for (const [type, to] of [
      ['online', 2],
      ['pageshow', 3],
      ['visibilitychange', 4],
    ] as const) {
      await audience.evaluate(
        `sleepFor(11000); (${type === 'visibilitychange'} ? document : window).dispatchEvent(new Event('${type}'))`,
      )
      await at(audience, to)
      if (to === 4) break
      proxy.goDark()
      await speaker.keyboard.press('ArrowRight')
      await at(speaker, to + 1)
      proxy.goLight()
    }
  })

  test('is noticed by a missing answer; the action is sent again', async () => {
    await begin()
    const [speaker, audience] = [await proxied('speaker'), await show('audience')]
    await speaker.bringToFront()
    await speaker.keyboard.press('ArrowRight')
    await at(audience, 2)
    proxy.goDark()
    await speaker.keyboard.press('ArrowRight')
    await expect.poll(proxy.swallowed).toBe(true)
    proxy.goLight()
    expect(await slide(audience)).toBe(2)
    await at(audience, 3)
    expect(await slide(speaker)).toBe(3)
  })
})

test('a mirrored screen shows the QR code and PIN of the remote only on request', async () => {
  const speaker = await show('speaker')
  await speaker.keyboard.press('i')
  await speaker.waitForSelector('.ui-share')
  const seen = () =>
    speaker.$eval('.ui-sharing', (dialog) => ({
      codes: [...dialog.querySelectorAll('.ui-sharing-address')].filter((one) => one.checkVisibility()).length,
      pin: dialog.querySelector('.ui-pin')?.checkVisibility(),
      button: dialog.querySelector('.ui-sharing-show')?.checkVisibility(),
    }))
  await speaker.click('.ui-share')
  expect(await seen()).toEqual({ codes: 1, pin: false, button: true })
  expect(await text(speaker, '.ui-sharing-show')).toBe(english.share.show)
  await speaker.click('.ui-sharing-show')
  expect(await seen()).toEqual({ codes: 2, pin: true, button: false })
  await speaker.keyboard.press('Escape')
  await speaker.waitForSelector('.ui-sharing:not([open]) .ui-sharing-secret[hidden]')
  await speaker.click('.ui-share')
  expect(await seen()).toEqual({ codes: 1, pin: false, button: true })
})

describe('a remote', () => {
  test('asks for the PIN, refuses a wrong one, and gets nothing of the deck before', async () => {
    const speaker = await show('speaker')
    const pin = await pinOf(speaker)
    const remote = await open('remote', { viewport: phone })
    await remote.waitForSelector('.ui-gate input')
    await remote.type('.ui-gate input', pin === '000000' ? '111111' : '000000')
    await remote.click('.ui-gate button')
    await remote.waitForFunction(() => document.querySelector('.ui-gate-status')?.textContent !== '')
    expect(await remote.$('.slide, .ui-remote')).toBeNull()
    expect(await remote.content()).not.toContain(secret)
    // After the delay the right one is accepted.
    await remote.waitForSelector('.ui-gate button:not(:disabled)')
    await remote.$eval('.ui-gate input', (input) => input.select())
    await remote.type('.ui-gate input', pin)
    await remote.click('.ui-gate button')
    await remote.waitForSelector('.ui-remote .slide')
    expect(await text(remote, '.ui-notes-text')).toContain(secret)
  })

  test('controls speaker and audience, points by touch, and needs no PIN after a reload', async () => {
    const [speaker, audience] = [await show('speaker'), await show('audience')]
    const remote = await pair(speaker)
    await remote.click('.ui-remote-moves .ui-primary')
    await at(audience, 2)
    await at(speaker, 2)
    expect(await text(remote, '.ui-remote-bar .ui-figure')).toBe('2 / 4')
    const box = (await (await remote.$('.ui-current .ui-ink'))!.boundingBox())!
    const finger = await remote.touchscreen.touchStart(box.x + box.width / 2, box.y + box.height / 2)
    await audience.waitForSelector('.reveal .ui-laser.ui-lit')
    await finger.end()
    await audience.waitForSelector('.reveal .ui-laser:not(.ui-lit)')
    await remote.click('.ui-remote-moves .ui-black')
    await black(audience)
    await remote.click('.ui-remote-moves .ui-black')
    await audience.waitForSelector('.reveal:not(.paused)')
    // Its first change of the slide has started the speaker's stopwatch.
    await speaker.waitForSelector(`.ui-elapsed [aria-label="${englishPage.speaker.pause}"]`)
    await remote.reload()
    await remote.waitForSelector('.ui-remote .ui-current .slide')
    expect(await text(remote, '.ui-remote-bar .ui-figure')).toBe('2 / 4')
    await speaker.keyboard.press('ArrowRight')
    await remote.waitForFunction(() => document.querySelector('.ui-remote-bar .ui-figure')?.textContent === '3 / 4')
  })

  test('all of it is seen on any phone, and its buttons are large', async () => {
    const speaker = await show('speaker')
    const remote = await pair(speaker)
    for (const [width, height] of [
      [390, 844],
      [360, 640],
      [740, 360],
    ] as const) {
      await remote.setViewport({ ...phone, width, height })
      const boxes = await remote.$$eval('.ui-remote :is(button, select):not([hidden])', (all) =>
        all.map((one) => {
          const { left, top, right, bottom, width, height } = one.getBoundingClientRect()
          return {
            inside: left >= 0 && top >= 0 && right <= innerWidth + 0.5 && bottom <= innerHeight + 0.5,
            width,
            height,
          }
        }),
      )
      expect(boxes.length).toBeGreaterThan(3)
      expect([width, boxes.every(({ inside }) => inside)]).toEqual([width, true])
      expect(Math.min(...boxes.map((box) => Math.min(box.width, box.height)))).toBeGreaterThanOrEqual(40)
      const moves = await remote.$$eval('.ui-remote-moves button', (all) =>
        all.map((one) => one.getBoundingClientRect().height),
      )
      expect(Math.min(...moves)).toBeGreaterThanOrEqual(72)
    }
  })
})

test('a URL with a wrong secret is not found', async () => {
  const browser = await onlineBrowser()
  const page = await browser.newPage()
  pages.push(page)
  const answer = await page.goto(talk.page('audience').replace(/\/a\/.{4}/, '/a/AAAA'))
  expect(answer?.status()).toBe(404)
})

test('--messages sets the language of the speaker and the remote, not of the audience', async () => {
  await talk.close()
  talk = await openTalk(undefined, undefined, 'ru')
  const [speaker, audience, remote] = [await show('speaker'), await show('audience'), await open('remote')]
  await speaker.keyboard.press('i')
  await speaker.waitForSelector('.ui-speaker-here')
  expect(await text(speaker, '.ui-speaker-here')).toContain(russianPage.speaker.elapsed)
  await remote.waitForSelector('.ui-gate')
  expect(await text(remote, '.ui-gate')).toContain(russian.remote.ask)
  expect(await audience.evaluate(() => document.documentElement.lang)).toBe('kk')
})
