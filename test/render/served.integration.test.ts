import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { livePolicy, renderServed, renderThumbnail, servedStyle } from '../../src/live/open-live.ts'
import type { Live } from '../../src/model/live.ts'
import { readClientFile } from '../../src/system/package-root.ts'
import { testBrowser } from '../browser.ts'
import { deckOf, openLiveDeck } from '../live/live-deck.ts'

const slides = [
  { title: 'Ашылу', notes: 'Сәлемдесу' },
  {
    title: 'Сурет',
    text: 'Суреттің қасындағы мәтін',
    img_path: '/img/a.png',
    img_alt: 'Түс',
    notes: 'Суретті көрсету',
  },
  { title: 'Екінші', text: 'Тағы бір мәтін', background: '#102030' },
]

/** The least that a server does for a deck: its page, its style sheet, what its pages name. */
async function answers(
  live: Live,
): Promise<(path: string) => { contentType: string; body: string | Uint8Array } | null> {
  const shared = servedStyle(await readClientFile('deck.css'))
  const script = await readClientFile('deck.js')
  const parts = { sheets: ['/-/deck.css'], scripts: ['/-/deck.js'] }
  const state = live.state()!
  const texts: Record<string, [string, string]> = {
    '/talk/': ['text/html', renderServed(state, { ...parts, notes: true, data: { live: '</script>' } })],
    '/talk/audience': ['text/html', renderServed(state, { ...parts, notes: false })],
    '/talk/small': ['text/html', renderThumbnail(state, parts)],
    '/talk/deck.css': ['text/css', state.css],
    '/-/deck.css': ['text/css', shared],
    '/-/deck.js': ['text/javascript', script],
  }
  return (path) => {
    const [type, body] = texts[path] ?? []
    if (type && body) return { contentType: `${type}; charset=utf-8`, body }
    const resource = live.resource(decodeURIComponent(path.replace('/talk/', '')))
    return resource && 'bytes' in resource ? { contentType: resource.mime, body: resource.bytes } : null
  }
}

/** A page of the deck in a browser, which asks nobody but us, and what it complained of. */
async function visit(path: string) {
  const red = await sharp({ create: { width: 400, height: 300, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const { live } = await openLiveDeck(deckOf(slides), { 'static/img/a.png': red })
  const answer = await answers(live)
  const { browser } = await testBrowser()
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  await page.setViewport({ width: 1280, height: 720 })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol === 'data:') return void request.continue()
    const given = answer(url.pathname)
    const headers = { 'Content-Security-Policy': livePolicy }
    void request.respond(given ? { ...given, headers } : { status: 404 })
  })
  await page.goto(`http://korme.test${path}`, { waitUntil: 'load' })
  return { page, errors, html: String(answer(path)!.body) }
}

test('a served page is the deck, under its policy, with what it names by address', async () => {
  const { page, errors } = await visit('/talk/')
  await page.waitForSelector('.reveal.ready')
  const seen = await page.evaluate(async () => {
    await document.fonts.ready
    const picture = document.querySelector<HTMLImageElement>('#s2 img')!
    await picture.decode()
    return {
      titles: [...document.querySelectorAll('section :is(h1,h2)')].map((heading) => heading.textContent),
      width: picture.naturalWidth,
      fonts: [...document.fonts].some(({ status }) => status === 'loaded'),
      ground: getComputedStyle(document.querySelector('#s3')!).backgroundColor,
      live: JSON.parse(document.querySelector('#live')!.textContent!),
      notes: document.querySelectorAll('section > .notes').length,
    }
  })
  expect(seen).toEqual({
    titles: ['Ашылу', 'Сурет', 'Екінші'],
    width: 400,
    fonts: true,
    ground: 'rgb(16, 32, 48)',
    live: '</script>',
    notes: 2,
  })
  expect(errors).toEqual([])
})

test('the page of an audience has no notes', async () => {
  const { html } = await visit('/talk/audience')
  expect(html).toContain('Сурет')
  expect(html).not.toMatch(/Сәлемдесу|Суретті көрсету|class="notes"/)
})

test('a thumbnail is the first slide as large as its stage, without a script', async () => {
  const { page, errors } = await visit('/talk/small')
  const boxes = await page.$$eval('section', (all) => all.map((one) => one.getBoundingClientRect().toJSON()))
  expect(boxes).toMatchObject([{ x: 0, y: 0, width: 1280, height: 720 }])
  expect(await page.$$eval('script', (all) => all.length)).toBe(0)
  expect(errors).toEqual([])
})
