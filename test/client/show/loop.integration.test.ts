import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { secondsFor } from '../../../src/client/show/loop.ts'
import { build } from '../../../src/documents/produce.ts'
import { type OpenPage, openPage } from '../../browser.ts'
import { folder } from '../../load/folder.ts'
import { onlineBrowser } from '../../online.ts'
import { freePort } from '../../serve/korme-serve.ts'
import { builtDeck } from '../languages/multilingual-deck.ts'

const deck = {
  lang: 'kk',
  steps: 'all',
  loop: 2,
  content: [
    { title: 'Бір', text: '• Тармақ\n• Тағы' },
    { title: 'Екі', text: '• Тармақ' },
    { title: 'Үш', text: 'Соңы' },
  ],
}

/** Makes the page wait for no time, and counts what it would have waited for. */
const hasty = `{
  const real = setTimeout
  window.waits = []
  window.setTimeout = (act, ms = 0, ...rest) => {
    if (ms >= 1500) window.waits.push(ms)
    return real(act, ms >= 1500 ? 50 : ms, ...rest)
  }
}`

let built: Awaited<ReturnType<typeof builtDeck>>
let html: string
let opened: OpenPage | undefined

beforeAll(async () => {
  built = await builtDeck(deck)
  html = readFileSync(join(built.root, 'report.html'), 'utf8')
})
afterAll(() => built.remove())
afterEach(async () => {
  expect(opened?.errors ?? []).toEqual([])
  await opened?.close()
  opened = undefined
})

test('the slides follow one another by themselves, whole, and begin again', async () => {
  opened = await openPage(html, { before: hasty })
  const { page } = opened
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    setInterval(() => {
      const { id } = document.querySelector('.slides > .present')!
      if (seen.at(-1) !== id) seen.push(id)
      if (document.querySelector('[data-later], .ui-toolbar, dialog')) seen.push('more than slides')
    }, 5)
  })
  await page.waitForFunction(() => (window as unknown as { seen: string[] }).seen.length > 6)
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen)
  const from = seen.indexOf('s1')
  expect(seen.slice(from, from + 4)).toEqual(['s1', 's2', 's3', 's1'])
  const waits = await page.evaluate(() => (window as unknown as { waits: number[] }).waits)
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(2000)
})

test('the arrows still work, and a click shows the slides in full screen', async () => {
  opened = await openPage(html)
  const { page } = opened
  await page.waitForSelector('.reveal.ready')
  await page.keyboard.press('ArrowRight')
  expect(await page.$eval('.slides > .present', ({ id }) => id)).toBe('s2')
  await page.mouse.click(600, 400)
  await page.waitForFunction(() => document.fullscreenElement !== null)
  expect(await page.$eval('.slides > .present', ({ id }) => id)).toBe('s2')
})

test('a narrow window shows them, too', async () => {
  opened = await openPage(html, { viewport: { width: 400, height: 800 } })
  await opened.page.waitForSelector('.reveal.ready')
  expect(await opened.page.$('.ui-reading')).toBeNull()
})

test('a video is shown to its end, however long it takes, and plays again in the next round', async () => {
  const film = { title: 'Екі', video: '/film.webm' }
  const root = folder({
    'static/film.webm': readFileSync(new URL('../../fixtures/video/vp9.webm', import.meta.url)),
    'decks/a.json': JSON.stringify({ ...deck, content: [deck.content[0], film, deck.content[2]] }),
  })
  const { outputs } = await build(join(root, 'decks/a.json'), { root, videoPosters: false })
  // Slides without a video are over in a moment, and the video plays fast.
  const fast = `addEventListener('play', ({ target }) => { target.playbackRate = 4 }, true)`
  const log = `
    window.seen = []
    addEventListener('ended', () => seen.push('ended'), true)
    setInterval(() => {
      const id = document.querySelector('.slides > .present')?.id
      const last = seen.findLast((one) => one !== 'ended')
      if (id && id !== last) seen.push(id)
    }, 5)`
  opened = await openPage(pathToFileURL(outputs[0]!.path).href, { before: `${hasty};${fast};${log}` })
  const seen = () => opened!.page.evaluate(() => (window as unknown as { seen: string[] }).seen)
  await opened.page.waitForFunction(
    () => (window as unknown as { seen: string[] }).seen.filter((one) => one === 'ended').length === 2,
  )
  expect((await seen()).slice(0, 7)).toEqual(['s1', 's2', 'ended', 's3', 's1', 's2', 'ended'])
})

test('a film that is missing is passed by, and nothing is told on the screen', async () => {
  const film = { title: 'Екі', video: '/film.webm', text: '[korme](https://example.org)' }
  const root = folder({
    'static/film.webm': readFileSync(new URL('../../fixtures/video/vp9.webm', import.meta.url)),
    'decks/a.json': JSON.stringify({ ...deck, content: [film, deck.content[2]] }),
  })
  const { outputs } = await build(join(root, 'decks/a.json'), { root, videoPosters: false })
  const path = outputs[0]!.path
  rmSync(path.replace(/\.html$/, '.files'), { recursive: true })
  const failures = `window.failures = 0
    addEventListener('error', ({ target }) => { if (target.localName === 'video') failures++ }, true)`
  opened = await openPage(pathToFileURL(path).href, { before: `${hasty};${failures}` })
  const { page } = opened
  await page.waitForFunction(() => (window as unknown as { failures: number }).failures >= 3)
  expect(await page.$$('.ui-notice')).toEqual([])
  const takes = await page.$$eval('.slide :is(a, video)', (all) =>
    all.filter((one) => getComputedStyle(one).pointerEvents !== 'none'),
  )
  expect(takes).toEqual([])
  // The browser's own messages about the file.
  expect(new Set(opened.errors)).toEqual(new Set(['Failed to load resource: net::ERR_FILE_NOT_FOUND']))
  await opened.close()
  opened = undefined
})

test('a page that is read slowly goes round, too', async () => {
  const two = await builtDeck({ ...deck, content: deck.content.slice(0, 2) })
  const source = readFileSync(join(two.root, 'report.html'), 'utf8')
  two.remove()
  const cut = source.lastIndexOf('</section>') + '</section>'.length
  let finish = () => {}
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.write(source.slice(0, cut))
    finish = () => response.end(source.slice(cut))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const page = await (await onlineBrowser()).newPage()
  await page.evaluateOnNewDocument(hasty)
  const loading = page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const shows = (id: string) => page.waitForSelector(`#${id}.present`)
  // The show waits for a third slide, which never comes.
  await shows('s2')
  await page.evaluate(() => new Promise((done) => setTimeout(done, 200)))
  finish()
  await loading
  await shows('s1')
  await shows('s2')
  await page.close()
  server.close()
})

test('a new version of a served deck comes by itself, in the midst of a round', async () => {
  const { serve } = await import('../../../src/serve/serve.ts')
  const root = folder({ 'static/.keep': '', 'decks/a.json': JSON.stringify(deck) })
  const path = join(root, 'decks/a.json')
  const serving = await serve({ decks: [path], root, port: await freePort(), loop: 1 })
  const page = await (await onlineBrowser()).newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.evaluateOnNewDocument(hasty.replace('? 50', '? 250'))
  await page.goto(serving.decks()[0]!.url)
  await page.waitForSelector('.ui-loop .reveal.ready')
  await page.evaluate(() => Object.assign(window, { mark: true }))
  const shows = (text: string) =>
    page.waitForFunction((part) => document.querySelector('.slides > .present')?.textContent?.includes(part), {}, text)
  await shows('Екі')
  writeFileSync(path, JSON.stringify({ ...deck, content: [...deck.content, { title: 'Төрт', text: 'Жаңа' }] }))
  await shows('Жаңа')
  await shows('Бір')
  // A version with errors is not shown: the last one goes on.
  writeFileSync(path, '{ "content": [{ "title": "Жар')
  await shows('Жаңа')
  await shows('Бір')
  expect(await page.$('.ui-toolbar, .ui-found:not([hidden]), dialog[open]')).toBeNull()
  expect(await page.evaluate(() => (window as unknown as { mark?: boolean }).mark)).toBe(true)
  expect(errors).toEqual([])
  await page.close()
  await serving.close()
})

test.each([
  [0, 10, 10],
  [30, 10, 10],
  [450, 10, 32],
  [450, 60, 60],
])('%i characters, %i s asked for: %i s', (characters, asked, seconds) =>
  expect(secondsFor(characters, asked)).toBe(seconds),
)
