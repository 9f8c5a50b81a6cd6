import jsQR from 'jsqr'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { page as pageWords } from '../../src/languages/kk/page.ts'
import { present as words } from '../../src/languages/kk/present.ts'
import type { Network } from '../../src/model/wire/invitation.ts'
import { at, text } from '../client/shown.ts'
import { onlineBrowser } from '../online.ts'
import { deckOf, openTalk, type TestTalk } from './talk/talk-server.ts'

const wifi: Network = { name: 'wlan0', kind: 'wifi', address: '192.168.1.5' }
const docker: Network = { name: 'docker0', kind: 'virtual', address: '172.17.0.1' }

let talk: TestTalk
let networks: Network[] = [docker]
const pages: Page[] = []
const errors: string[] = []

beforeAll(async () => {
  const cards = { read: () => networks, everyMs: 20 }
  talk = await openTalk(undefined, undefined, 'kk', deckOf(), { network: true, command: null, networks: cards })
})
afterAll(async () => {
  await Promise.all(pages.map((page) => page.close()))
  await talk.close()
  expect(errors).toEqual([])
})

async function open(url: string, { viewport = { width: 1280, height: 720 }, before = '' } = {}): Promise<Page> {
  const browser = await onlineBrowser()
  const page = await (await browser.browser().createBrowserContext()).newPage()
  pages.push(page)
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.setViewport(viewport)
  if (before) await page.evaluateOnNewDocument(before)
  await page.goto(url)
  return page
}

/** The address by which this machine opens a page for other devices. */
const here = (url = '') => url.replace(/\/\/[^/]*/, `//127.0.0.1:${talk.session.server.port}`)

/** Scans the picture of a code as the hall sees it. */
async function scan(page: Page, selector: string): Promise<string | null> {
  const box = await (await page.$(selector))!.boundingBox()
  const pixels = await page.evaluate(
    async (png, side) => {
      const image = new Image()
      image.src = `data:image/png;base64,${png}`
      await image.decode()
      const canvas = new OffscreenCanvas(side, side)
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0, side, side)
      return [...context.getImageData(0, 0, side, side).data]
    },
    await page.screenshot({ clip: box!, encoding: 'base64' }),
    Math.round(box!.width),
  )
  const side = Math.sqrt(pixels.length / 4)
  const found = jsQR(new Uint8ClampedArray(pixels), side, side)
  return found && Buffer.from(found.binaryData).toString()
}

const hallButton = '.ui-sharing-sides section:first-child button.ui-wide'

test('phones connect: from no network to the Wi-Fi, its code, a short address, a remote and a screen that stays on', async () => {
  const speaker = await open(talk.page('speaker'))
  await speaker.waitForSelector('.reveal.ready')
  await speaker.keyboard.press('i')
  await speaker.waitForSelector('.ui-share')
  await speaker.click('.ui-share')
  await speaker.waitForFunction(
    (sentence) => document.querySelector('.ui-sharing-local')?.textContent === sentence,
    {},
    words.share.waiting,
  )
  expect(
    await speaker.$$eval('.ui-sharing-sides, .ui-sharing .ui-qr', (all) => all.filter((one) => one.checkVisibility())),
  ).toEqual([])

  networks = [wifi, docker]
  await speaker.waitForSelector('.ui-sharing-sides .ui-qr', { visible: true })
  expect(await speaker.$eval('.ui-sharing-local', (notice) => notice.checkVisibility())).toBe(false)
  expect(await speaker.$eval('.ui-network select', ({ value, options }) => [value, options.length])).toEqual([
    wifi.address,
    2,
  ])
  const {
    audience: [address],
  } = talk.session.place().urls
  expect(await scan(speaker, '.ui-code .ui-qr')).toBe(address)

  const [name, password] = (await speaker.$$('.ui-wifi input')) as [never, never]
  const type = async (field: { type(text: string): Promise<void> }, typed: string) => field.type(typed)
  await type(name, 'Зал; 2-қабат')
  await type(password, 'short')
  await speaker.click('.ui-wifi [type=submit]')
  expect(await text(speaker, '.ui-wifi-status')).toBe(words.share.wifi.badPassword)
  await type(password, ' no more')
  await speaker.click('.ui-wifi [type=submit]')
  await speaker.waitForSelector('.ui-wifi .ui-qr')
  expect(await text(speaker, '.ui-wifi-status')).toBe('')
  await speaker.click('.ui-sharing-show')
  const pin = (await text(speaker, '.ui-pin')).replace(/\D/g, '')
  await speaker.$eval(hallButton, (button) => (button as HTMLElement).click())
  await speaker.keyboard.press('i')
  await speaker.waitForSelector('.ui-hall')
  expect(await scan(speaker, '.ui-hall section:first-child .ui-qr')).toBe(
    'WIFI:T:WPA;S:Зал\\; 2-қабат;P:short no more;;',
  )
  expect(await scan(speaker, '.ui-hall section:last-child .ui-qr')).toBe(address)
  const hall = await text(speaker, '.ui-hall')
  const {
    typed: [typed = ''],
  } = talk.session.place().urls
  for (const part of ['Зал; 2-қабат', 'short no more', typed.replace('http://', '')]) expect(hall).toContain(part)
  networks = []
  await speaker.waitForFunction(
    (sentence) => document.querySelector('.ui-hall')?.textContent?.includes(sentence),
    {},
    words.hall.waiting,
  )
  networks = [wifi]
  await speaker.waitForSelector('.ui-hall .ui-qr')
  await speaker.click('.ui-hall')

  // Over plain HTTP there is no wake lock.
  const before = 'delete Navigator.prototype.wakeLock'
  const follower = await open(here(typed), { before })
  await follower.waitForSelector('.reveal.ready')
  expect(new URL(follower.url()).pathname).toBe(`${new URL(typed).pathname}/`)
  await follower.waitForFunction(() => {
    const video = document.querySelector<HTMLVideoElement>('.ui-screen-video')
    return video && !video.paused && video.currentTime > 0 && video.muted
  })
  // Chrome counts only what covers a fifth of the window.
  expect(await follower.$eval('.ui-screen-video', (video) => video.getBoundingClientRect().width)).toBe(1280)

  const remote = await open(here(talk.session.place().urls.remote[0]), {
    viewport: { width: 320, height: 568 },
    before,
  })
  await remote.waitForSelector('.ui-gate input')
  expect(await text(remote, '.ui-gate')).toContain(words.remote.screen)
  const hint = await remote.$eval('.ui-gate-hint', (part) => part.getBoundingClientRect().bottom)
  expect(hint).toBeLessThanOrEqual(568)
  await remote.type('.ui-gate input', pin)
  await remote.click('.ui-gate button')
  await remote.waitForSelector('.ui-remote .ui-current .slide')
  await remote.click('.ui-remote-moves .ui-primary')
  await at(follower, 2)
  for (const width of [320, 390]) {
    await remote.setViewport({ width, height: 568 })
    const bar = await remote.$$eval('.ui-remote-bar :is(.ui-figure, .ui-label, .ui-remote-language)', (all) =>
      all.map((one) => {
        const { left, right } = one.getBoundingClientRect()
        return left >= 0 && right <= innerWidth && one.scrollWidth <= Math.ceil(right - left) + 1
      }),
    )
    expect(bar).not.toContain(false)
  }
  // The buttons are at the lower edge, where the thumb is.
  const tops = await remote.$$eval('.ui-current, .ui-notes, .ui-next, .ui-remote-moves', (all) =>
    all.map((one) => one.getBoundingClientRect().top),
  )
  expect(tops).toEqual([...tops].sort((a, b) => a - b))
  const clock = await text(remote, '.ui-remote-clock')
  expect(clock).toMatch(
    new RegExp(`${pageWords.speaker.elapsed} \\d\\d:\\d\\d ${pageWords.speaker.left} (?:10:00|09:\\d\\d)$`),
  )
})

test('where relays serve the audience, its code leads to them, and the dialog says what a remote control needs', async () => {
  const address = { href: 'https://talk.example.kz/', typed: 'https://talk.example.kz' }
  const relayed = await openTalk(undefined, undefined, 'kk', deckOf(), { address })
  onTestFinished(() => relayed.close())
  const speaker = await open(relayed.page('speaker'))
  await speaker.waitForSelector('.reveal.ready')
  await speaker.keyboard.press('i')
  await (await speaker.waitForSelector('.ui-share'))!.click()
  await speaker.waitForSelector('.ui-code .ui-qr', { visible: true })
  expect(await scan(speaker, '.ui-code .ui-qr')).toBe(address.href)
  expect(await text(speaker, '.ui-sharing-local')).toBe(
    words.share.remoteOnly.local.replace('{x}', 'npx korme present talk.json --host'),
  )
  const said = await speaker.$$eval('.ui-sharing p', (all) =>
    all.flatMap((one) => (one.checkVisibility() ? [one.textContent] : [])),
  )
  for (const other of [words.share.same, words.share.remoteOnly.same, words.share.waiting])
    expect(said).not.toContain(other)
  await speaker.click(hallButton)
  await speaker.keyboard.press('i')
  await speaker.waitForSelector('.ui-hall .ui-qr')
  expect(await scan(speaker, '.ui-hall .ui-qr')).toBe(address.href)
  const hall = await text(speaker, '.ui-hall')
  expect(hall).toContain(address.typed)
  for (const other of [words.hall.same, words.hall.local]) expect(hall).not.toContain(other)
})
