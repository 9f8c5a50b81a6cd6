import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type OnlineOptions, type OnlinePage, openOnline } from '../online.ts'
import { openDarkProxy } from './dark-proxy.ts'
import { deckOf, freePort, makeFolder, type Serving, startServing } from './korme-serve.ts'

const titles = ['One', 'Two', 'Three', 'Four', 'Five']
let folder: Awaited<ReturnType<typeof makeFolder>>
let serving: Serving
const opened: OnlinePage[] = []

beforeAll(async () => {
  folder = await makeFolder({ 'decks/talk.json': deckOf(titles), 'static/img/.keep': '' })
  // A fixed port, to be used again after a restart. Other tests use ports from 4321 on.
  serving = await startServing(folder.path, ['--port', `${await freePort()}`])
})

afterAll(async () => {
  expect(await serving.end()).toBe(0)
  await folder.remove()
})

afterEach(async () => {
  // No test may leave an error in a page, or a request that was refused.
  for (const { page, errors, refused } of opened.splice(0)) {
    expect([errors, refused]).toEqual([[], []])
    await page.close()
  }
  await save(deckOf(titles))
})

const deck = () => join(folder.path, 'decks/talk.json')
const save = (text: string) => writeFile(deck(), text)

async function open(path: string, options?: OnlineOptions): Promise<Page> {
  const one = await openOnline(serving.address + path, options)
  opened.push(one)
  return one.page
}

/** Opens the deck at a slide, and sets a mark that a reload would remove. */
async function openDeck(at = 1, options?: OnlineOptions): Promise<Page> {
  const page = await open(`/decks/talk/#/${at}`, options)
  await page.waitForSelector('.reveal.ready')
  // The page shows the current deck: changes of other tests are done.
  await shows(page, 'section:last-of-type', titles.at(-1) as string)
  await page.evaluate('window.mark = true')
  return page
}

const text = (page: Page, selector: string) => page.$eval(selector, (one) => (one as HTMLElement).innerText)
const shows = (page: Page, selector: string, words: string) =>
  page.waitForFunction(
    (selector, words) => document.querySelector(selector)?.textContent?.includes(words),
    { polling: 'mutation' },
    selector,
    words,
  )
const seen = (page: Page) => text(page, 'section.present h2, section.present h1')
const isMarked = (page: Page) => page.evaluate('window.mark === true')
const isSeen = (page: Page, selector: string) => page.$eval(selector, (one) => !(one as HTMLElement).hidden)

describe('an edit', () => {
  test('changes the current slide without a reload, and no other slide', async () => {
    const page = await openDeck(2)
    const others = await page.$$('section:not(.present)')
    await save(deckOf(['One', 'Two edited', 'Three', 'Four', 'Five']))
    await shows(page, 'section.present', 'Two edited')
    expect([await seen(page), await isMarked(page)]).toEqual(['Two edited', true])
    for (const one of others) expect(await one.evaluate((node) => node.isConnected)).toBe(true)
    expect(await isSeen(page, '.ui-elsewhere')).toBe(false)
  })

  test('on another slide shows a link to it', async () => {
    const page = await openDeck(2)
    await save(deckOf(['One', 'Two', 'Three', 'Four edited', 'Five']))
    await page.waitForSelector('.ui-elsewhere:not([hidden])')
    expect([await seen(page), await text(page, '.ui-elsewhere span')]).toEqual(['Two', 'Slide 4 changed'])
    // While it is hidden, the keyboard cannot reach anything in it.
    expect(await page.$eval('#s4', (slide) => slide.getAttribute('hidden'))).toBe('until-found')
    await page.click('.ui-go')
    expect([await seen(page), await isSeen(page, '.ui-elsewhere')]).toEqual(['Four edited', false])
  })

  test('of the colours changes the style sheet, and loads no font again', async () => {
    const page = await openDeck(2)
    const fonts: string[] = []
    page.on('request', (request) => request.resourceType() === 'font' && fonts.push(request.url()))
    const colour = () => page.$eval('section.present h2', (title) => getComputedStyle(title).color)
    const before = await colour()
    await save(deckOf(titles, { colors: { ink: '#400010', heading: '#400010' } }))
    await page.waitForFunction(
      (before) => getComputedStyle(document.querySelector('section.present h2') as Element).color !== before,
      { polling: 50 },
      before,
    )
    expect([await isMarked(page), fonts]).toEqual([true, []])
  })

  test('changes the style sheet also where the browser constructs none, as Safari 15.4, and the last one counts', async () => {
    const page = await openDeck(2)
    const colour = (value: string) =>
      page.waitForFunction(
        (value) => getComputedStyle(document.querySelector('section.present h2') as Element).color === value,
        { polling: 50 },
        value,
      )
    await page.evaluateOnNewDocument("Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets')")
    await page.reload()
    await page.waitForSelector('.reveal.ready')
    await page.evaluate('window.mark = true')
    const before = await page.$eval('section.present h2', (title) => getComputedStyle(title).color)
    for (const [hex, value] of [
      ['#400010', 'rgb(64, 0, 16)'],
      ['#004010', 'rgb(0, 64, 16)'],
      ['#001040', 'rgb(0, 16, 64)'],
    ] as const) {
      await save(deckOf(titles, { colors: { ink: hex, heading: hex } }))
      await colour(value)
    }
    await save(deckOf(titles))
    await colour(before)
    await page.waitForFunction(() => document.querySelectorAll('link[id="deck-css"]').length === 1)
    expect(await isMarked(page)).toBe(true)
  })

  test('of a theme’s files appears, overwritten or new, even after one with an error', async () => {
    const theme = (colors: object) =>
      JSON.stringify({ extends: 'calm', name: { kk: 'Біздің', ru: 'Наша', en: 'Ours' }, colors })
    const file = (name: string) => join(folder.path, 'themes/ours', name)
    const style = (page: Page, name: string, value: string) =>
      page.waitForFunction(
        (name, value) => getComputedStyle(document.documentElement).getPropertyValue(name).trim() === value,
        { polling: 50 },
        name,
        value,
      )
    await mkdir(file('..'), { recursive: true })
    await mkdir(file('.'))
    await writeFile(file('theme.json'), theme({ accent: '#101112' }))
    const page = await openDeck(2)
    await save(deckOf(titles, { theme: 'ours' }))
    await style(page, '--accent', '#101112')
    await writeFile(file('theme.json'), theme({ accent: '#202122' }))
    await style(page, '--accent', '#202122')
    await writeFile(file('theme.json'), '{')
    await page.waitForSelector('.ui-found:not([hidden])')
    await writeFile(file('theme.json'), theme({ accent: '#303132' }))
    await style(page, '--accent', '#303132')
    await writeFile(file('theme.css'), ':root{--ours:1}')
    await style(page, '--ours', '1')
    await writeFile(file('theme.css'), ':root{--ours:2}')
    await style(page, '--ours', '2')
    expect(await isMarked(page)).toBe(true)
  })

  test('that adds a slide before the current one or removes slides keeps the current slide', async () => {
    const page = await openDeck(3)
    await save(deckOf(['New', ...titles]))
    await shows(page, 'section.present', 'Three')
    await page.waitForFunction(() => document.querySelectorAll('.slides > section').length === 6)
    expect(await seen(page)).toBe('Three')
    await expect.poll(() => page.url()).toMatch(/#\/s4$/)
    await page.keyboard.press('ArrowRight')
    expect(await seen(page)).toBe('Four')
    expect(await text(page, '[role=status].ui-live')).toBe('Slide 5 of 6: Four')
    await save(deckOf(['One', 'Two']))
    await page.waitForFunction(() => document.querySelectorAll('.slides > section').length === 2)
    expect(await seen(page)).toBe('Two')
    expect(await page.$$eval('.slides > section.present', (all) => all.length)).toBe(1)
    await page.keyboard.press('End')
    await page.keyboard.press('9')
    expect(await text(page, '.ui-jump p')).toBe('1 to 2')
  })

  test('appears in the overview and in the speaker view', async () => {
    const page = await openDeck(2)
    await page.keyboard.press('o')
    await page.waitForSelector('.ui-tile:nth-child(2) .ui-thumb')
    const popup = new Promise<Page>((resolve) => page.once('popup', (one) => resolve(one as Page)))
    await page.keyboard.press('Escape')
    // The browser closes a dialog shortly after the key.
    await page.waitForFunction(() => document.querySelector('dialog[open]') === null)
    await page.keyboard.press('s')
    const speaker = await popup
    await speaker.waitForSelector('.ui-speaker')
    await save(deckOf(['One', 'Two edited', 'Three', 'Four', 'Five']))
    await shows(speaker, '.ui-notes-text', 'Say: Two edited.')
    await shows(speaker, '.ui-current .ui-thumb', 'Two edited')
    await page.bringToFront()
    await page.keyboard.press('o')
    await shows(page, '.ui-tile:nth-child(2) .ui-thumb', 'Two edited')
    expect(await text(page, '.ui-tile:nth-child(2) > .unseen')).toContain('Two edited')
    await save(deckOf(['One', 'Two edited', 'Three']))
    await page.waitForFunction(() => document.querySelectorAll('.ui-tile').length === 3)
    await shows(speaker, '.ui-position', '/ 3')
    await speaker.close()
  })
})

describe('an invalid save', () => {
  const broken = deckOf(titles).slice(0, -40)
  const words = { kk: ['Тексеру нәтижесі', '1 қате'], ru: ['Замечания', '1 ошибка'], en: ['Findings', '1 error'] }

  test("keeps the slides and shows the findings in the reader's language", async () => {
    const page = await openDeck(2, { lang: 'kk' })
    const others = [await openDeck(2, { lang: 'ru' }), await openDeck(2, { lang: 'en' })]
    await save(broken)
    for (const [i, one] of [page, ...others].entries()) {
      const [title, count] = Object.values(words)[i]!
      await one.waitForSelector('.ui-found:not([hidden])')
      expect([await seen(one), await isMarked(one)]).toEqual(['Two', true])
      expect(await text(one, '.ui-found h2')).toBe(title)
      expect(await text(one, '.ui-found-summary')).toContain(count)
    }
    const first = '.ui-found-list li[data-severity=error]'
    expect(await text(page, `${first} .ui-found-code`)).toMatch(/^[a-z-]+$/)
    expect(await text(page, `${first} pre`)).toMatch(/\d+ \|[\s\S]*\^/)
    const place = await text(page, `${first} .ui-found-place`)
    expect(place).toMatch(/^decks\/talk\.json:\d+:\d+$/)
    const [, line, column] = place.split(':')
    const editor = await page.$eval(`${first} a`, (link) => link.getAttribute('href'))
    expect(decodeURI(editor ?? '')).toMatch(new RegExp(`^vscode://file/.*/decks/talk\\.json:${line}:${column}$`))
    await page.bringToFront()
    await page.click(`${first} .ui-found-place`)
    expect(await text(page, '.ui-found .ui-live')).toContain(place)
    await save(deckOf(['One', 'Two mended', ...titles.slice(2)]))
    for (const one of [page, ...others]) {
      await shows(one, 'section.present', 'Two mended')
      await one.waitForSelector('.ui-found[hidden]')
      expect(await isSeen(one, '.ui-badge')).toBe(false)
    }
  })

  test('on a phone, the mark in a line that is wider than the page is visible', async () => {
    const page = await openDeck(2)
    await page.setViewport({ width: 360, height: 740 })
    await save(deckOf(titles).replace('"name": "Served",', `"name": "${'Served '.repeat(12)}" "event": ,`))
    await page.waitForSelector('.ui-found:not([hidden])')
    const seen = await page.$eval('.ui-found pre', (frame) => {
      const text = frame.firstChild as Text
      const mark = document.createRange()
      mark.setStart(text, text.data.search(/\^/))
      mark.setEnd(text, text.data.search(/\^/) + 1)
      const [inner, outer] = [mark.getBoundingClientRect(), frame.getBoundingClientRect()]
      return {
        scrolls: frame.scrollWidth > frame.clientWidth,
        shown: inner.left >= outer.left && inner.right <= outer.right,
      }
    })
    expect(seen).toEqual({ scrolls: true, shown: true })
  })

  test('shows text in backticks as code, without the backticks', async () => {
    await writeFile(join(folder.path, 'decks/empty.json'), '')
    const page = await open('/')
    await page.waitForSelector('[href="/decks/empty/"] .summary[data-severity=error]')
    await page.goto(`${serving.address}/decks/empty/`)
    await page.waitForSelector('.ui-found:not([hidden])')
    expect(await text(page, '.ui-found-message code:not(.ui-found-code)')).toBe('npx korme new NAME')
    expect(await text(page, '.ui-found-message')).not.toContain('`')
    await rm(join(folder.path, 'decks/empty.json'))
  })

  test('a closed panel stays closed behind a badge, and warnings appear as a badge', async () => {
    const page = await openDeck(2)
    await save(broken)
    await page.waitForSelector('.ui-found:not([hidden])')
    await page.click('.ui-found .ui-close')
    expect([await isSeen(page, '.ui-found'), await isSeen(page, '.ui-badge')]).toEqual([false, true])
    await save(deckOf(titles, { slide_max: 9 }))
    await page.waitForSelector('.ui-badge[data-severity=warning]')
    await page.click('.ui-badge')
    expect(await text(page, '.ui-found-code')).toBe('slide-max-wrong')
    await page.keyboard.press('Escape')
    expect(await isSeen(page, '.ui-found')).toBe(false)
  })

  test('equal findings are one, with a link to the slide of each', async () => {
    const page = await openDeck(5)
    const deck = JSON.parse(deckOf(titles))
    for (const slide of deck.content.slice(0, 3)) slide.img_path = '/img/???.png'
    await save(JSON.stringify(deck, null, 2))
    await page.waitForSelector('.ui-badge[data-severity=warning]')
    expect(await text(page, '.ui-badge')).toBe('1')
    await page.click('.ui-badge')
    expect(await page.$$eval('.ui-found-list > li', (all) => all.length)).toBe(1)
    const slides = await page.$$('.ui-found-slide')
    expect(slides).toHaveLength(3)
    await slides[1]?.click()
    await shows(page, 'section.present', 'Two')
  })

  test('of a deck that was never valid waits for a valid one', async () => {
    await writeFile(join(folder.path, 'decks/later.json'), '{ "content": [')
    const page = await open('/')
    await page.waitForSelector('[href="/decks/later/"] .summary[data-severity=error]')
    await page.goto(`${serving.address}/decks/later/`)
    await page.waitForSelector('.ui-found:not([hidden])')
    expect(await page.title()).toBe('decks/later.json')
    await writeFile(join(folder.path, 'decks/later.json'), deckOf(['At last']))
    await page.waitForSelector('.reveal.ready')
    expect(await seen(page)).toBe('At last')
    await rm(join(folder.path, 'decks/later.json'))
  })
})

describe('a file that is being written', () => {
  /** Fails as soon as the panel is visible, or a slide is missing. */
  const guard = (page: Page) =>
    page.evaluate(() => {
      const seen = window as unknown as { alarms: string[] }
      seen.alarms = []
      new MutationObserver(() => {
        if (!(document.querySelector('.ui-found') as HTMLElement).hidden) seen.alarms.push('panel')
        if (document.querySelectorAll('section.present').length !== 1) seen.alarms.push('slides')
      }).observe(document.body, { subtree: true, childList: true, attributes: true })
    })
  const alarms = (page: Page) => page.evaluate('window.alarms')
  const edited = (n: number) => deckOf(['One', `Two ${n}`, ...titles.slice(2)])

  const ways: Record<string, (text: string) => Promise<unknown>> = {
    'written over': (text) => save(text),
    'renamed over': async (text) => {
      await writeFile(`${deck()}.tmp`, text)
      await rename(`${deck()}.tmp`, deck())
    },
    'moved away, then made anew': async (text) => {
      await rename(deck(), `${deck()}~`)
      await save(text)
      await rm(`${deck()}~`)
    },
    'deleted, then made anew': async (text) => {
      await rm(deck())
      await save(text)
    },
    'emptied, then half written, then whole': async (text) => {
      await save('')
      await save(text.slice(0, text.length / 2))
      await save(text)
    },
    'copied over': async (text) => {
      await writeFile(`${deck()}.copy`, text)
      await cp(`${deck()}.copy`, deck())
      await rm(`${deck()}.copy`)
    },
    'in a folder that was moved away and back': async (text) => {
      await rename(join(folder.path, 'decks'), join(folder.path, 'away'))
      await mkdir(join(folder.path, 'decks'))
      await save(text)
      await rm(join(folder.path, 'away'), { recursive: true })
    },
  }

  test('appears in its newest state and never as invalid, however it is saved', async () => {
    const page = await openDeck(2)
    await guard(page)
    let n = 0
    for (const [name, way] of Object.entries(ways)) {
      await way(edited(++n))
      await shows(page, 'section.present', `Two ${n}`)
      expect([name, await alarms(page), await isMarked(page)]).toEqual([name, [], true])
    }
  })

  test('after hundreds of saves in a burst the newest one is shown', async () => {
    const page = await openDeck(2)
    await guard(page)
    for (let n = 1; n <= 300; n++) await save(edited(n))
    await shows(page, 'section.present', 'Two 300')
    expect([await alarms(page), await isMarked(page)]).toEqual([[], true])
  })

  test('a deleted deck keeps its page, which says so, and is followed again once it is back', async () => {
    const page = await openDeck(2)
    await rm(deck())
    await page.waitForSelector('.ui-found:not([hidden])')
    expect([await seen(page), await text(page, '.ui-found-code')]).toEqual(['Two', 'file-missing'])
    expect(await text(page, '.ui-found-message')).toContain(' decks/talk.json')
    await save(edited(7))
    await shows(page, 'section.present', 'Two 7')
    await page.waitForSelector('.ui-found[hidden]')
    expect(await isMarked(page)).toBe(true)
  })
})

describe('the start page', () => {
  test('lists the decks with thumbnails in the reader’s language, and follows changes', async () => {
    const page = await open('/', { lang: 'kk-KZ,ru;q=0.7' })
    expect(await page.$eval('html', (html) => html.lang)).toBe('kk')
    await shows(page, '.decks', '5 слайд')
    const frame = await (await page.waitForSelector('.picture iframe.loaded'))?.contentFrame()
    expect(await frame?.$eval('section', (slide) => slide.textContent)).toContain('One')
    await writeFile(join(folder.path, 'decks/another.json'), deckOf(['Fresh'], { name: 'Another one' }))
    await shows(page, '.decks li:first-child .title', 'Another one')
    await save(deckOf(['First edited', ...titles.slice(1)], { slide_max: 9 }))
    await page.waitForSelector('[href="/decks/talk/"] .summary[data-severity=warning]')
    await page.waitForFunction(() =>
      [...document.querySelectorAll('iframe')].some((one) =>
        one.contentDocument?.querySelector('section')?.textContent?.includes('First edited'),
      ),
    )
    // The whole slide is visible, whatever its aspect ratio.
    await save(deckOf(titles, { aspect: '4:3' }))
    await page.waitForFunction(() => {
      const picture = document.querySelector('.deck:has([href="/decks/talk/"]) .picture')
      const [frame, ...more] = picture?.querySelectorAll('iframe.loaded') ?? []
      const [inner, outer] = [frame?.getBoundingClientRect(), picture?.getBoundingClientRect()]
      if (!inner || !outer || more.length > 0) return false
      return inner.height * 4 <= inner.width * 3 + 1 && inner.height > 90 && inner.bottom <= outer.bottom
    })
    await rm(join(folder.path, 'decks/another.json'))
    await page.waitForFunction(() => document.querySelectorAll('.decks li').length === 1)
    expect(await page.$eval('.decks a', (link) => link.getAttribute('href'))).toBe('/decks/talk/')
    // A link may contain no frame, but all of its card leads to the deck.
    expect(await page.$('a iframe')).toBeNull()
    await page.click('.picture')
    await page.waitForSelector('.reveal.ready')
  })
})

test('a lost connection is reported, restored, and followed by the newest state', async () => {
  const page = await openDeck(3)
  const { port } = serving
  await serving.end()
  await page.waitForSelector('.ui-lost-connection:not([hidden])')
  expect(await text(page, '.ui-lost-connection')).toContain('Connection to Korme lost')
  await save(deckOf(['One', 'Two', 'Three after', 'Four', 'Five']))
  serving = await startServing(folder.path, ['--port', `${port}`])
  await shows(page, 'section.present', 'Three after')
  await page.waitForSelector('.ui-lost-connection[hidden]')
  // The browser logs every socket that it could not open.
  const { errors } = opened.at(-1) as OnlinePage
  expect(errors.splice(0).every((error) => error.includes('ERR_CONNECTION_REFUSED'))).toBe(true)
})

test('a connection that was lost silently in the background is restored when the user returns', async () => {
  const proxy = await openDarkProxy(serving.port)
  const page = await openDeck(2)
  await page.goto(proxy.address(page.url()))
  await page.waitForSelector('.reveal.ready')
  proxy.goDark()
  await save(deckOf(['One', 'Two meanwhile', 'Three', 'Four', 'Five']))
  await expect.poll(proxy.swallowed).toBe(true)
  proxy.goLight()
  await page.evaluate(() => {
    const real = Date.now
    Date.now = () => real() + 11_000
    dispatchEvent(new Event('online'))
  })
  await shows(page, 'section.present', 'Two meanwhile')
  proxy.close()
})
