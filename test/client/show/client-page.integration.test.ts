import type { Page } from 'puppeteer-core'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type OpenOptions, type OpenPage, openPage, windowOpenedBy } from '../../browser.ts'
import { contest, pageOf, words } from '../fixture.ts'

let html: string
let opened: OpenPage | undefined

beforeAll(async () => {
  html = await pageOf(contest)
})

afterEach(async () => {
  // No test may leave a request or an error in a page.
  expect(opened?.requests ?? []).toEqual([])
  expect(opened?.errors ?? []).toEqual([])
  // The pages of all tests have one storage.
  await opened?.page.evaluate(() => localStorage.clear()).catch(() => {})
  await opened?.close()
  opened = undefined
})

async function show(options: OpenOptions = {}, page = html): Promise<Page> {
  opened = await openPage(page, options)
  await opened.page.waitForSelector('.reveal.ready')
  return opened.page
}

/** The number of the visible slide. */
const slide = (page: Page) =>
  page.$eval('.slides > section.present', (seen) => Number((seen as HTMLElement).dataset.page))
const isOpen = (page: Page, dialog: string) => page.$eval(dialog, (element) => (element as HTMLDialogElement).open)
const text = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '')

/** Sends a key of a keyboard in another language: its code, and the text that it produces. */
const press = (page: Page, code: string, key: string) =>
  page.evaluate(
    (init) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true })),
    { code, key },
  )

describe('where it starts', () => {
  test('at the deck’s start, unless the URL names a slide', async () => {
    const later = await pageOf({ ...contest, start: 4 })
    expect(await slide(await show({}, later))).toBe(5)
    await opened?.close()
    expect(await slide(await show({ suffix: '#/s3' }, later))).toBe(3)
    await opened?.close()
    expect(await slide(await show({ suffix: '#/2' }, later))).toBe(2)
  })

  test('options in the URL change nothing', async () => {
    const page = await show({ suffix: '?postMessage=true&showNotes=true&controls=true&view=scroll&print-pdf=1#/3' })
    expect(page.url()).not.toContain('?')
    expect(await slide(page)).toBe(3)
    expect(await page.$('.reveal .speaker-notes.visible, .reveal.show-notes, .reveal-scroll, .reveal-print')).toBeNull()
    await page.evaluate(() => postMessage(JSON.stringify({ method: 'slide', args: [7] }), '*'))
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
    expect(await slide(page)).toBe(3)
  })

  test('it is a document, not an application, and nothing in it is announced twice', async () => {
    const page = await show()
    expect(await page.$('[role=application]')).toBeNull()
    expect(await page.$$eval('[aria-live]', (live) => live.filter((one) => !(one as HTMLElement).hidden).length)).toBe(
      1,
    )
    await page.keyboard.press('ArrowRight')
    expect(await text(page, '[role=status]')).toBe('2-слайд, барлығы 12: Байқаудың мақсаты')
  })
})

describe('keys', () => {
  test('go forward, back, to the first and the last slide, and no further', async () => {
    const page = await show()
    const seenAfter = async (...keys: Parameters<Page['keyboard']['press']>[0][]) => {
      for (const key of keys) await page.keyboard.press(key)
      return slide(page)
    }
    expect(await seenAfter('ArrowRight', 'Space', 'PageDown')).toBe(4)
    expect(await seenAfter('ArrowLeft')).toBe(3)
    expect(await seenAfter('PageUp', 'Backspace', 'ArrowUp')).toBe(1)
    expect(await seenAfter('End')).toBe(12)
    expect(await seenAfter('ArrowRight')).toBe(12)
    expect(await seenAfter('Home')).toBe(1)
  })

  test('work on a Russian and on a Kazakh keyboard', async () => {
    const page = await show()
    await press(page, 'KeyN', 'т')
    expect(await slide(page)).toBe(2)
    await press(page, 'KeyO', 'щ')
    expect(await isOpen(page, '.ui-overview')).toBe(true)
    await press(page, 'KeyO', 'щ')
    expect(await isOpen(page, '.ui-overview')).toBe(false)
    // `1` and `0` of a Kazakh keyboard.
    await press(page, 'Digit1', '"')
    await press(page, 'Digit0', 'қ')
    await page.keyboard.press('Enter')
    expect(await slide(page)).toBe(10)
  })

  test('a number goes to its slide; a number without a slide has no effect', async () => {
    const page = await show()
    await page.keyboard.type('11')
    await page.keyboard.press('Enter')
    expect(await slide(page)).toBe(11)
    await page.keyboard.press('g')
    await page.keyboard.type('99')
    await page.keyboard.press('Enter')
    expect(await isOpen(page, '.ui-jump')).toBe(true)
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.querySelector('dialog[open]') === null)
    expect([await isOpen(page, '.ui-jump'), await slide(page)]).toEqual([false, 11])
  })

  test('the screen turns black and back to the same slide', async () => {
    const page = await show()
    const cover = () =>
      page.evaluate(() => {
        const seen = document.elementFromPoint(600, 300)
        return seen?.className === 'pause-overlay' ? getComputedStyle(seen).backgroundColor : null
      })
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('b')
    await page.waitForFunction(() => getComputedStyle(document.querySelector('.pause-overlay')!).opacity === '1')
    expect(await cover()).toBe('rgb(0, 0, 0)')
    expect(await text(page, '[role=status]')).toBe(words.kk.black)
    await page.keyboard.press('ArrowRight')
    expect(await slide(page)).toBe(2)
    expect(await cover()).toBeNull()
    await page.keyboard.press('.')
    expect(await cover()).toBe('rgb(0, 0, 0)')
    await page.keyboard.press('.')
    expect(await cover()).toBeNull()
  })

  test('a focused link keeps its Enter', async () => {
    const page = await show()
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = '#/s5'
      link.textContent = 'five'
      document.querySelector('.slides > section.present .box.title')?.append(link)
      link.focus()
    })
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelector('section.present')?.id === 's5')
  })
})

describe('help', () => {
  test('lists every key in the deck’s language, keeps the focus, and closes on Escape', async () => {
    const page = await show()
    await page.keyboard.press('?')
    expect(await isOpen(page, '.ui-help')).toBe(true)
    const rows = await page.$$eval('.ui-help dd', (all) => all.map((one) => one.textContent))
    // Votes are saved in a talk alone.
    const { export: _, ...keys } = words.kk.help.keys
    expect(rows).toEqual(Object.values(keys))
    expect(await page.$eval('.ui-help', (one) => one.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('ArrowRight')
    expect(await slide(page)).toBe(1)
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.querySelector('dialog[open]') === null)
    expect(await isOpen(page, '.ui-help')).toBe(false)
    expect(await isOpen(page, '.ui-overview')).toBe(false)
  })

  test('switches off the keys that type a character, and the browser remembers it', async () => {
    const page = await show()
    const rows = () => page.$$eval('.ui-help dd', (all) => all.filter((one) => one.checkVisibility()).length)
    await page.keyboard.press('F1')
    const all = await rows()
    expect(await text(page, '.ui-switch')).toBe(words.kk.help.characters)
    await page.click('.ui-switch input')
    expect(await rows()).toBeLessThan(all)
    expect(
      await page.$$eval('.ui-help kbd', (caps) =>
        caps.filter((one) => one.checkVisibility()).map((one) => one.textContent),
      ),
    ).not.toContain('B')
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.querySelector('dialog[open]') === null)
    await page.keyboard.press('n')
    expect(await slide(page)).toBe(1)
    await page.keyboard.press('ArrowRight')
    expect(await slide(page)).toBe(2)
    await page.reload()
    await page.waitForSelector('.reveal.ready')
    // The browser may hand the storage to a reloaded page a moment later.
    await page.waitForFunction(() => localStorage.getItem('korme-character-keys') === 'off')
    // The URL follows the slide after a moment.
    const start = await slide(page)
    await page.keyboard.press('n')
    expect(await slide(page)).toBe(start)
    await page.keyboard.press('F1')
    await page.click('.ui-switch input')
    expect(await rows()).toBe(all)
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.querySelector('dialog[open]') === null)
    await page.keyboard.press('n')
    expect(await slide(page)).toBe(start + 1)
  })

  test('is seen whole at 1280 x 720', async () => {
    const page = await show({ viewport: { width: 1280, height: 720 } })
    await page.keyboard.press('F1')
    const { hidden, below } = await page.$eval('.ui-help .ui-dialog-body', (body) => ({
      hidden: body.scrollHeight - body.clientHeight,
      below: body.getBoundingClientRect().bottom - innerHeight,
    }))
    expect(hidden).toBe(0)
    expect(below).toBeLessThan(0)
  })

  test('fits on a small screen', async () => {
    const page = await show({ viewport: { width: 640, height: 360, isMobile: true, hasTouch: true } })
    await page.keyboard.press('F1')
    const box = await (await page.$('.ui-help'))!.boundingBox()
    expect(box!.x).toBeGreaterThanOrEqual(0)
    expect(box!.x + box!.width).toBeLessThanOrEqual(640)
    expect(box!.y + box!.height).toBeLessThanOrEqual(360)
  })
})

test('a page has one main heading, whatever slide is shown', async () => {
  const page = await show()
  const headings = () =>
    page.$$eval('h1', (all) => all.filter((one) => one.checkVisibility()).map(({ textContent }) => textContent?.trim()))
  const first = await headings()
  expect(first).toHaveLength(1)
  await page.keyboard.press('ArrowRight')
  expect(await headings()).toEqual([await page.title()])
  await page.keyboard.press('ArrowLeft')
  expect(await headings()).toEqual(first)
})

test('Enter of the number pad chooses a hit, and presses the button that has the focus', async () => {
  const page = await show()
  await page.keyboard.press('/')
  await page.waitForSelector('.ui-search[open]')
  await page.keyboard.type('12-кезең')
  await page.waitForSelector('.ui-hit')
  await page.keyboard.press('NumpadEnter')
  expect([await isOpen(page, '.ui-search'), await slide(page)]).toEqual([false, 12])
  await page.focus(`.ui-tool[aria-label="${words.kk.help.keys.overview}"]`)
  await page.keyboard.press('NumpadEnter')
  expect([await isOpen(page, '.ui-overview'), await slide(page)]).toEqual([true, 12])
})

describe('overview', () => {
  test('shows each slide and goes to the one that is chosen', async () => {
    const page = await show({ suffix: '#/2' })
    await page.keyboard.press('Escape')
    expect(await page.$$eval('.ui-tile', (tiles) => tiles.length)).toBe(12)
    expect(await page.evaluate(() => document.activeElement?.lastElementChild?.textContent)).toContain('2-слайд')
    await page.waitForSelector('.ui-tile:nth-child(3) .slide')
    const drawn = await page.$eval('.ui-tile:nth-child(3)', (tile) => {
      const frame = tile.querySelector('.ui-thumb-frame')!.getBoundingClientRect()
      const inner = tile.querySelector('.slide')!.getBoundingClientRect()
      return { frame: [frame.x, frame.width, frame.height], slide: [inner.x, inner.width, inner.height] }
    })
    for (const [index, value] of drawn.frame.entries()) expect(drawn.slide[index]).toBeCloseTo(value, 0)
    expect(await page.$$eval('[id]', (all) => new Set(all.map(({ id }) => id)).size === all.length)).toBe(true)

    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect([await isOpen(page, '.ui-overview'), await slide(page)]).toEqual([false, 7])
  })
})

describe('speaker view', () => {
  async function speak(suffix = '#/2') {
    const page = await show({ suffix })
    const speaker = await windowOpenedBy(() => page.keyboard.press('s'))
    await speaker.waitForSelector('.ui-speaker .slide')
    return { page, speaker }
  }
  const heading = (speaker: Page, where: string) => text(speaker, `${where} .slide :is(h1, h2)`)
  const at = (page: Page, number: number) =>
    page.waitForFunction((wanted) => document.querySelector(`section.present[data-page="${wanted}"]`), {}, number)

  test('shows the current slide, the next one and the notes, in the deck’s style', async () => {
    const { speaker } = await speak()
    expect(await heading(speaker, '.ui-current')).toBe('Байқаудың мақсаты')
    expect(await heading(speaker, '.ui-next')).toBe('Кімдер қатыса алады')
    expect(await text(speaker, '.ui-notes-text')).toContain('Былтыр 495 жоба қатысты.')
    expect(await speaker.$eval('.ui-position input', (input) => input.value)).toBe('2')
    const look = await speaker.$eval('.ui-current .t-title', (title) => {
      const { fontFamily, color } = getComputedStyle(title)
      return { fontFamily, color, loaded: document.fonts.check('20px "Golos Text"', 'Ә') }
    })
    expect(look).toMatchObject({ color: 'rgb(18, 38, 58)', loaded: true })
    expect(look.fontFamily).toContain('Golos Text')
    expect(
      await speaker.$eval('.ui-notes-text', (one) => Number.parseFloat(getComputedStyle(one).fontSize)),
    ).toBeGreaterThan(20)
  })

  test('stays in sync with the slides, both ways', async () => {
    const { page, speaker } = await speak()
    await page.keyboard.press('ArrowRight')
    await speaker.waitForFunction(() => document.querySelector('.ui-current h2')?.textContent === 'Кімдер қатыса алады')
    expect(await text(speaker, '.ui-notes-text')).toBe(words.kk.speaker.noNotes)
    await speaker.keyboard.press('PageDown')
    await at(page, 4)
    await speaker.click('.ui-moves .ui-primary')
    await at(page, 5)
    await speaker.click('.ui-moves .ui-wide:first-child')
    await at(page, 4)
    await speaker.keyboard.type('12')
    await speaker.keyboard.press('Enter')
    await at(page, 12)
    expect(await text(speaker, '.ui-next')).toContain(words.kk.speaker.end)
    await speaker.keyboard.press('b')
    await page.waitForSelector('.reveal.paused')
    expect(await text(speaker, '.ui-black')).toBe(words.kk.speaker.blackOff)
    await speaker.click('.ui-black')
    await page.waitForSelector('.reveal:not(.paused)')
  })

  test('counts the time from the first change of the slide, and the remaining time', async () => {
    const { page, speaker } = await speak('#/1')
    const shown = () => speaker.$$eval('.ui-bar .ui-figure', (all) => all.map((one) => one.textContent))
    expect((await shown()).slice(1, 3)).toEqual(['00:00', '15:00'])
    expect((await shown())[0]).toMatch(/^\d\d:\d\d$/)
    await page.keyboard.press('ArrowRight')
    await speaker.waitForFunction(() => document.querySelector('.ui-elapsed .ui-figure')?.textContent === '00:01')
    await speaker.click('.ui-elapsed .ui-round')
    await speaker.waitForSelector(`.ui-elapsed [aria-label="${words.kk.speaker.start}"]`)
    await speaker.click('.ui-elapsed .ui-round:last-child')
    expect((await shown()).slice(1, 3)).toEqual(['00:00', '15:00'])
  })

  test('makes the notes larger and smaller, and is not opened twice', async () => {
    const { page, speaker } = await speak()
    const size = () => speaker.$eval('.ui-notes-text', (one) => Number.parseFloat(getComputedStyle(one).fontSize))
    const before = await size()
    await speaker.click(`[aria-label="${words.kk.speaker.larger}"]`)
    expect(await size()).toBeGreaterThan(before)
    const pages = (await page.browser().pages()).length
    await page.bringToFront()
    await page.keyboard.press('s')
    expect((await page.browser().pages()).length).toBe(pages)
  })

  test('says so when the window of the slides was closed', async () => {
    const { page, speaker } = await speak()
    await page.goto('about:blank')
    await speaker.waitForSelector('.ui-is-lost')
    expect(await text(speaker, '.ui-lost')).toBe(words.kk.speaker.lost)
    await speaker.close()
  })

  test('a browser that opens no window shows a message', async () => {
    const page = await show({ before: 'window.open = () => null' })
    await page.keyboard.press('s')
    expect(await text(page, '[role=alert]')).toContain(words.kk.speaker.blocked)
  })
})

describe('screens', () => {
  test.each([
    [1280, 720],
    [1024, 768],
    [844, 390],
    [1366, 768],
    [3840, 2160],
  ])('on %i x %i the slide is as large as fits, and whole', async (width, height) => {
    const page = await show({ viewport: { width, height } })
    const box = (await (await page.$('section.present'))!.boundingBox())!
    const scale = Math.min(width / 1280, height / 720)
    for (const [side, least] of [
      [box.width, 1280 * scale],
      [box.height, 720 * scale],
    ] as const) {
      expect(side).toBeGreaterThan(least - 0.01)
      expect(side).toBeLessThan(least + 1)
    }
    expect(box.x).toBeCloseTo((width - box.width) / 2, 2)
    expect(box.y).toBeCloseTo((height - box.height) / 2, 2)
  })

  test('on 1366 x 768, nearly the aspect ratio of the slides, there is no line at an edge', async () => {
    const page = await show({ viewport: { width: 1366, height: 768 } })
    const box = (await (await page.$('section.present'))!.boundingBox())!
    expect([box.x <= 0, box.y <= 0, box.x + box.width >= 1366, box.y + box.height >= 768]).not.toContain(false)
  })

  test('on a phone in portrait the slides are one below the other, in larger text', async () => {
    opened = await openPage(html, { viewport: { width: 390, height: 844, isMobile: true, hasTouch: true } })
    const { page } = opened
    const seen = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      slides: [...document.querySelectorAll('.slides > section')].map((one) => one.getBoundingClientRect().top),
      sizes: [...document.querySelectorAll('.box.body .ln')].map((one) =>
        Number.parseFloat(getComputedStyle(one).fontSize),
      ),
      outside: [...document.querySelectorAll('.ln')].filter((one) => one.getBoundingClientRect().right > 390).length,
    }))
    expect(seen.wide).toBe(390)
    expect(seen.outside).toBe(0)
    expect(seen.slides).toHaveLength(12)
    expect(seen.slides.every((top, i) => i === 0 || top > seen.slides[i - 1]!)).toBe(true)
    expect(seen.sizes.length).toBeGreaterThan(12)
    expect(Math.min(...seen.sizes)).toBeGreaterThanOrEqual(16)
  })

  test('no text is scaled down, unless a browser renders it larger than it was measured', async () => {
    const warnings: string[] = []
    const count = () => warnings.filter((warning) => warning.includes('larger than its box')).length
    const page = await show()
    page.on('console', (message) => warnings.push(message.text()))
    for (let i = 0; i < 12; i += 1) await page.keyboard.press('ArrowRight')
    expect(count()).toBe(0)
    await opened?.close()
    opened = await openPage(html, {
      before: `addEventListener('DOMContentLoaded', () => {
        for (const line of document.querySelectorAll('#s2 .ln')) line.style.letterSpacing = '6px'
      })`,
      suffix: '#/2',
    })
    await opened.page.waitForFunction(() => document.querySelector<HTMLElement>('#s2 .body > *')?.style.transform)
    const fits = await opened.page.$$eval('#s2 .body .ln', (all) =>
      all.every((one) => one.getBoundingClientRect().right <= 1200.5),
    )
    expect(fits).toBe(true)
  })

  test('the mouse shows the toolbar, whose buttons do what their keys do', async () => {
    const page = await show()
    await page.mouse.move(300, 300)
    await page.mouse.move(320, 300)
    await page.waitForSelector('.ui-toolbar.ui-awake')
    await page.click(`.ui-tool[aria-label="${words.kk.help.keys.next}"]`)
    expect(await slide(page)).toBe(2)
  })

  test('the keyboard shows the toolbar; a button that was clicked does not keep it', async () => {
    const page = await show()
    const isFocused = () => page.$eval('.ui-toolbar', (bar) => bar.classList.contains('ui-focused'))
    await page.keyboard.press('Tab')
    await page.waitForFunction(() => document.activeElement?.closest('.ui-toolbar'))
    await page.waitForFunction(() => getComputedStyle(document.querySelector('.ui-toolbar')!).opacity === '1')
    expect(await isFocused()).toBe(true)
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    expect(await isFocused()).toBe(false)
    await page.mouse.move(300, 300)
    await page.mouse.move(320, 300)
    await page.click(`.ui-tool[aria-label="${words.kk.help.keys.next}"]`)
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('ui-tool')
    expect(await isFocused()).toBe(false)
  })

  test('while the speaker view covers the slides, the keyboard cannot reach them; nor what is in a thumbnail', async () => {
    const page = await show({ before: "Reflect.deleteProperty(HTMLElement.prototype, 'inert')" })
    await page.$eval('section.present', (slide) =>
      slide.insertAdjacentHTML('beforeend', '<a href="#/3" id="link">x</a>'),
    )
    await page.keyboard.press('i')
    await page.waitForSelector('.ui-speaker .slide a')
    await page.$eval('.ui-speaker [inert]', (thumb) => thumb.removeAttribute('inert')) // as in a browser without it
    const reached = new Set<string>()
    for (let i = 0; i < 40; i += 1) {
      await page.keyboard.press('Tab')
      reached.add(await page.evaluate(() => (document.activeElement?.closest('.slide') ? 'slide' : 'control')))
    }
    expect([...reached]).toEqual(['control'])
    await page.keyboard.press('Escape')
    await page.$eval('#link', (link) => (link as HTMLElement).focus())
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('link')
  })

  test('where storage is blocked nothing breaks', async () => {
    const blocked = `for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError') } })`
    const page = await show({ before: blocked })
    await page.keyboard.press('ArrowRight')
    expect(await slide(page)).toBe(2)
  })
})
