import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import jsQR from 'jsqr'
import type { Page } from 'puppeteer-core'
import sharp from 'sharp'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { build } from '../../../src/documents/produce.ts'
import { page as en } from '../../../src/languages/en/page.ts'
import { openPage, windowOpenedBy } from '../../browser.ts'
import { folder } from '../../load/folder.ts'

const film = (name: string) => readFileSync(new URL(`../../fixtures/video/${name}`, import.meta.url))

const youtube = { title: 'YouTube', video: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' }
const local = {
  title: 'Film',
  video: {
    src: '/video/көктем 1.webm',
    captions: [
      { src: '/video/en.vtt', lang: 'en' },
      { src: '/video/kk.vtt', lang: 'kk', label: 'Қазақша' },
    ],
  },
}
const slides = [{ title: 'Start', text: 'Before.' }, youtube, local, { title: 'After', text: 'The end.' }]

const cache = mkdtempSync(join(tmpdir(), 'korme-cache-'))
beforeEach(() => {
  vi.stubEnv('XDG_CACHE_HOME', cache)
})
afterAll(() => rmSync(cache, { recursive: true, force: true }))

/** Builds a deck with video files; returns the path of its page. */
async function pageOf(content: readonly object[]): Promise<string> {
  const root = folder({
    'static/video/көктем 1.webm': film('vp9.webm'),
    'static/video/en.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.500\n<i>Good</i> morning\n',
    'static/video/kk.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.500\nҚайырлы таң\n',
    'decks/a.json': JSON.stringify({ name: 'Films', lang: 'en', content }),
  })
  const { outputs, diagnostics } = await build(join(root, 'decks/a.json'))
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
  return outputs[0]!.path
}

const openFile = (path: string, suffix = '') => openPage(pathToFileURL(path).href, { suffix })

/** Answers for a web site with a built page, and for the rest of the internet. Returns the requested URLs. */
async function answer(page: Page, path: string) {
  const site = 'https://slides.example'
  const ours: string[] = []
  const others: string[] = []
  const referrers: (string | undefined)[] = []
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== site) {
      if (url.protocol !== 'data:') {
        others.push(url.href)
        referrers.push(request.headers().referer)
      }
      return request.respond({ contentType: 'text/html', body: 'a player' })
    }
    const name = decodeURIComponent(url.pathname)
    ours.push(name)
    const contentType = name.endsWith('.html') ? 'text/html; charset=utf-8' : 'video/webm'
    return request.respond({ contentType, body: readFileSync(join(dirname(path), name)) })
  })
  return { address: `${site}/${basename(path)}`, ours, others, referrers }
}

const video = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('video')]
    return all.map(({ paused, currentTime, textTracks }) => ({
      paused,
      currentTime,
      tracks: [...textTracks].map(({ label, language, mode, cues }) => ({ label, language, mode, cues: cues?.length })),
    }))
  })
const playing = (page: Page) =>
  page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.05, { polling: 20 })

test('nothing is loaded until someone clicks; then a local video plays, with captions, until its slide is left', async () => {
  const { page, errors, requests, close } = await openFile(await pageOf(slides), '#/3')
  expect(requests).toEqual([])
  expect(await video(page)).toEqual([])
  await page.click('.present .facade')
  await playing(page)
  expect(requests.map((url) => decodeURIComponent(basename(url)))).toEqual(['көктем 1.webm'])
  expect(await video(page)).toMatchObject([
    {
      paused: false,
      tracks: [
        { label: 'English', language: 'en', mode: 'showing', cues: 1 },
        { label: 'Қазақша', language: 'kk', mode: 'disabled' },
      ],
    },
  ])
  await page.keyboard.press('PageDown')
  expect(await video(page)).toEqual([])
  await page.keyboard.press('PageUp')
  expect(await page.$$eval('.present .facade', (all) => all.map((one) => (one as HTMLElement).hidden))).toEqual([false])
  expect(errors).toEqual([])
  await close()
})

test('the keyboard plays and pauses, and can still change slides', async () => {
  const { page, close } = await openFile(await pageOf(slides), '#/3')
  await page.keyboard.press('KeyV')
  await playing(page)
  await page.keyboard.press('KeyV')
  expect(await video(page)).toMatchObject([{ paused: true }])
  await page.keyboard.press('KeyV')
  await page.keyboard.press('KeyB')
  expect(await video(page)).toMatchObject([{ paused: true }])
  await page.keyboard.press('KeyB')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageUp')
  expect(await video(page)).toEqual([])
  await page.focus('.present .facade')
  await page.keyboard.press('Space')
  await playing(page)
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('VIDEO')
  await page.keyboard.press('PageDown')
  expect(await page.evaluate(() => document.querySelector('.present h2')?.textContent)).toBe('After')
  await close()
})

test('a video starts and ends where the deck says', async () => {
  const { page, close } = await openFile(
    await pageOf([
      { title: 'Part', video: { src: '/video/көктем 1.webm', start: 0.8, end: 1.2, muted: true, autoplay: true } },
    ]),
  )
  await playing(page)
  await page.waitForFunction(() => document.querySelector('video')?.paused, { polling: 20 })
  const [{ currentTime } = { currentTime: 0 }] = await video(page)
  expect(currentTime).toBeGreaterThan(1.1)
  expect(currentTime).toBeLessThan(1.7)
  await close()
})

test('a missing video file is reported', async () => {
  const html = readFileSync(await pageOf(slides), 'utf8')
  const { page, close } = await openPage(html, { suffix: '#/3' })
  await page.click('.present .facade')
  const said = await page.waitForSelector('.ui-notice p')
  expect(await said!.evaluate((p) => p.textContent)).toBe(en.video.failed.replace('{x}', 'a.files/көктем 1.webm'))
  expect(await page.$$('.present .facade:not([hidden])')).toHaveLength(1)
  await close()
})

test('in a page from a file, a provider opens in a new window without a referrer', async () => {
  const { page, requests, close } = await openFile(await pageOf(slides), '#/2')
  expect(await page.$eval('.present .facade', (a) => ({ rel: (a as HTMLAnchorElement).rel }))).toMatchObject({
    rel: 'noopener noreferrer',
  })
  const opened = await windowOpenedBy(() => page.click('.present .facade'))
  expect(await page.$$('iframe')).toEqual([])
  expect(await page.evaluate(() => location.protocol)).toBe('file:')
  expect(requests).toEqual([])
  await opened.close()
  await close()
})

test('on a web site, the provider’s player is embedded after a click only, and removed with the slide', async () => {
  const { page, errors, close } = await openPage('about:blank')
  const { address, ours, others, referrers } = await answer(page, await pageOf(slides))
  await page.goto(`${address}#/2`)
  expect(ours).toEqual(['/a.html'])
  expect(others).toEqual([])
  await page.click('.present .facade')
  const frame = await page.$eval('iframe', (one) => ({
    src: one.src,
    policy: one.getAttribute('referrerpolicy'),
    title: one.title,
  }))
  expect(frame).toEqual({
    src: 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0',
    policy: 'strict-origin-when-cross-origin',
    title: 'Play the video (YouTube, requires internet)',
  })
  await page.waitForFunction(() => document.querySelector('iframe')?.contentDocument === null, { polling: 20 })
  expect(others).toEqual([frame.src])
  // A provider refuses a player without a referrer.
  expect(referrers).toEqual(['https://slides.example/'])
  await page.keyboard.press('PageDown')
  expect(await page.$$('iframe')).toEqual([])
  await page.click('.present .facade')
  await playing(page)
  expect(ours).toContain('/a.files/көктем 1.webm')
  expect(errors).toEqual([])
  await close()
})

test('a page allows frames and media only if it has such videos', async () => {
  const policy = async (content: readonly object[]) =>
    /Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(await pageOf(content), 'utf8'))![1]!
  expect(await policy([{ title: 'A', text: 'B' }])).not.toMatch(/frame-src|media-src/)
  expect(await policy([youtube])).toMatch(/frame-src https:\/\/www\.youtube-nocookie\.com;/)
  expect(await policy([youtube])).not.toContain('media-src')
  expect(await policy([local])).toMatch(/media-src &#x27;self&#x27; file:;/)
  expect(await policy([{ title: 'A', video: 'https://t.me/a/1' }])).not.toContain('frame-src')
})

test('on paper a video has its poster, its icon, its URL as a link, and a QR code that can be scanned at 25 mm', async () => {
  const { page, close } = await openFile(await pageOf([youtube, { ...local, text: 'Beside it' }]))
  await page.emulateMediaType('print')
  const scan = await page.$('.scan')
  const { data, info } = await sharp(await scan!.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe('https://youtu.be/dQw4w9WgXcQ')
  const modules = await page.$eval('.scan .qr', (one) => {
    const across =
      one.getBoundingClientRect().width / (one.closest('.slide') as HTMLElement).getBoundingClientRect().width
    return { across, size: (one as HTMLImageElement).naturalWidth }
  })
  // A4 landscape with a margin of 10 mm.
  expect(((modules.across * (modules.size - 8)) / modules.size) * 277).toBeGreaterThan(25)
  expect(
    await page.$$eval('.legend a', (all) => all.map((a) => [a.textContent, a.getAttribute('href')])),
  ).toContainEqual(['youtu.be/dQw4w9WgXcQ', 'https://youtu.be/dQw4w9WgXcQ'])
  const shown = await page.$$eval('.facade', (all) =>
    all.map((one) => ({
      sign: one.querySelector('.play')!.getBoundingClientRect().width > 0,
      name: one.querySelector<HTMLElement>('.file-name')?.innerText ?? null,
      length: one.querySelector<HTMLElement>('.length')?.innerText ?? null,
      poster: one.querySelector('img') !== null,
    })),
  )
  expect(shown).toEqual([
    { sign: true, name: null, length: null, poster: false },
    { sign: true, name: 'көктем 1.webm', length: '0:02', poster: true },
  ])
  await close()
})
