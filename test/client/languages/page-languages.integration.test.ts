import { readFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf } from '../../accessible.ts'
import { axeFindings } from '../../axe.ts'
import { type OpenOptions, type OpenPage, openPage } from '../../browser.ts'
import { drawLine, strokes, text } from '../shown.ts'
import { builtDeck } from './multilingual-deck.ts'

let built: Awaited<ReturnType<typeof builtDeck>>
let html: string
let opened: OpenPage | undefined

beforeAll(async () => {
  built = await builtDeck()
  html = readFileSync(built.outputs[0]!.path, 'utf8')
})
afterAll(() => built.remove())
afterEach(async () => {
  expect(opened?.requests ?? []).toEqual([])
  expect(opened?.errors ?? []).toEqual([])
  await opened?.page.evaluate(() => localStorage.clear()).catch(() => {})
  await opened?.close()
  opened = undefined
})

async function show(options: OpenOptions = {}): Promise<Page> {
  opened = await openPage(html, options)
  await opened.page.waitForSelector('.reveal.ready')
  return opened.page
}

/** The language of the document and the id of the visible slide. */
const shown = (page: Page) =>
  page.evaluate(() => [document.documentElement.lang, document.querySelector('.slides > .present')?.id])

/** The first paragraph of the visible slide's text. */
const firstWords = (page: Page) =>
  page.$eval('.slides > .present .body', (body) => /\d+/.exec(body.textContent ?? '')?.[0] ?? '')

const sections = (page: Page) => page.$$eval('.slides > section', (all) => all.length)

describe('the page', () => {
  test('holds the first language; the others cost no elements, no search hits, no accessible names', async () => {
    const page = await show()
    expect(await shown(page)).toEqual(['kk', 's1'])
    expect(await sections(page)).toBe(built.editions[0]!.deck.pages.length)
    expect(await page.$eval('.slides', (slides) => slides.textContent)).not.toMatch(/Годовой|Annual/)
    expect(await page.evaluate(() => (window as unknown as { find(text: string): boolean }).find('Пункт'))).toBe(false)
    const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }))
    expect(tree).toContain('Жылдық есеп')
    expect(tree).not.toMatch(/Годовой|Annual/)
  })

  test('shows the first language without a script', async () => {
    opened = await openPage(html, { scripts: false })
    const { page } = opened
    expect(await page.$$eval('.slide', (slides) => slides.length)).toBe(built.editions[0]!.deck.pages.length)
    expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/Годовой|Annual/)
  })

  test('has every picture and every font once', () => {
    const uris = html.match(/data:(?:image|font)\/[^)"']+/g)!.filter((uri) => uri.length > 200)
    expect(uris.length).toBeGreaterThan(3)
    expect(new Set(uris).size).toBe(uris.length)
  })

  test('prints the language that is shown', async () => {
    const page = await show()
    await page.keyboard.press('k')
    await page.emulateMediaType('print')
    // in one step, since what the page does next is to print
    const visible = await page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'))
      return document.querySelectorAll('.slides > section:not([hidden])').length
    })
    expect(visible).toBe(built.editions[1]!.deck.pages.length)
  })
})

describe('accessibility', () => {
  test('html-validate has nothing against the page', async () => {
    expect(await faultsOf(html)).toEqual([])
  })

  test('axe-core has nothing against the menu, wide and narrow, in each language', async () => {
    const page = await show()
    for (let i = 0; i < 3; i++) {
      await page.mouse.move(600 + i, 300)
      await page.mouse.move(610 + i, 320)
      await page.click('.ui-languages > button')
      expect(await axeFindings(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('k')
    }
  })
})

describe('switching', () => {
  test('K goes through the languages: slides, title, html lang, words of the controls', async () => {
    const page = await show()
    const seen = []
    for (let i = 0; i < 4; i++) {
      seen.push(
        await page.evaluate(() => [
          document.documentElement.lang,
          document.title,
          document.querySelector('.present h1')?.textContent?.trim(),
          document.querySelector('nav.ui-toolbar')?.getAttribute('aria-label'),
          document.querySelector('main')?.getAttribute('aria-label'),
          document.querySelectorAll('nav.ui-toolbar').length,
          document.querySelectorAll('dialog').length,
        ]),
      )
      await page.keyboard.press('k')
    }
    const dialogs = seen[0]!.at(-1)
    expect(seen).toEqual([
      ['kk', 'Жылдық есеп', 'Жылдық есеп', expect.stringContaining('ернелер'), 'Слайдтар', 1, dialogs],
      ['ru', 'Годовой отчёт', 'Годовой отчёт', expect.stringContaining('лавиш'), 'Слайды', 1, dialogs],
      ['en', 'Annual report', 'Annual report', 'Keyboard shortcuts', 'Slides', 1, dialogs],
      seen[0],
    ])
  })

  test('announces the slide in the new language', async () => {
    const page = await show()
    await page.keyboard.press('k')
    await page.waitForFunction(() => /Слайд 1 из/.test(document.querySelector('.ui-live')?.textContent ?? ''))
  })

  test('the menu shows all languages in their own words and chooses one', async () => {
    const page = await show()
    await page.mouse.move(600, 300)
    await page.mouse.move(610, 320)
    await page.click('.ui-languages > button')
    const items = await page.$$eval('.ui-language-list button', (all) =>
      all.map((item) => [item.textContent, item.lang, item.getAttribute('aria-checked')]),
    )
    expect(items).toEqual([
      ['Қазақша', 'kk', 'true'],
      ['Русский', 'ru', 'false'],
      ['English', 'en', 'false'],
    ])
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Қазақша')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await shown(page)).toEqual(['en', 's1_en'])
    expect(await page.evaluate(() => document.activeElement?.parentElement?.className)).toBe('ui-languages')
    // Escape closes the menu and nothing else.
    await page.click('.ui-languages > button')
    await page.keyboard.press('Escape')
    expect(await page.$eval('.ui-language-list', (list) => (list as HTMLElement).hidden)).toBe(true)
    expect(await page.$$eval('dialog[open]', (open) => open.length)).toBe(0)
  })

  test('help shows the key, in the language that is shown', async () => {
    const page = await show()
    await page.keyboard.press('k')
    await page.keyboard.press('F1')
    const rows = await page.$$eval('.ui-help dd', (all) => all.map((one) => one.textContent))
    expect(rows).toContain('Показать слайды на другом языке')
    expect(await text(page, '.ui-help kbd:last-of-type')).not.toBe('')
  })

  test('stays on the slide and at the place of a long text, and comes back to the same page', async () => {
    const page = await show({ suffix: '#/s2' })
    const pages = (edition: number) => built.editions[edition]!.deck.pages.filter(({ slide }) => slide === 1)
    expect([pages(0).length, pages(1).length].every((count) => count > 2)).toBe(true)
    expect(pages(0).length).not.toBe(pages(1).length)
    for (let part = 1; part <= pages(0).length; part++) {
      const before = await shown(page)
      const at = Number(await firstWords(page))
      await page.keyboard.press('k')
      const [lang, id] = await shown(page)
      expect(lang).toBe('ru')
      // The Russian page begins at this paragraph or before, and the next one begins after it.
      const own = pages(1).findIndex(({ part }) => id === (part === 1 ? 's2_ru' : `s2-${part}_ru`))
      expect(own).not.toBe(-1)
      const begins = pages(1).map(({ begin }) => begin?.item ?? 0)
      expect(begins[own]).toBeLessThanOrEqual(at - 1)
      expect(begins[own + 1] ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(at - 1)
      await page.keyboard.press('k')
      await page.keyboard.press('k')
      expect(await shown(page)).toEqual(before)
      await page.keyboard.press('ArrowRight')
    }
  })

  test('the slide that was shown is hidden for good, and moves go on in the new language', async () => {
    const page = await show({ suffix: '#/3' })
    await page.keyboard.press('k')
    expect(await page.$$eval('.slides > .present', (all) => all.length)).toBe(1)
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
    const [lang, id] = await shown(page)
    expect([lang, id?.endsWith('_ru')]).toEqual(['ru', true])
    await page.keyboard.press('End')
    expect((await shown(page))[1]).toBe('s5_ru')
  })

  test('drawings belong to the language they were made in', async () => {
    const page = await show()
    await page.keyboard.press('d')
    await drawLine(page, [300, 300], [500, 400])
    expect(await strokes(page)).toBe(1)
    await page.keyboard.press('k')
    expect(await strokes(page)).toBe(0)
    await page.keyboard.press('k')
    await page.keyboard.press('k')
    expect(await strokes(page)).toBe(1)
  })

  test('search and overview are those of the language', async () => {
    const page = await show()
    await page.keyboard.press('o')
    await page.keyboard.press('Escape')
    await page.keyboard.press('k')
    await page.keyboard.press('o')
    expect(await text(page, '.ui-tile .unseen')).toContain('Годовой отчёт')
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.keyboard.type('Рисунок')
    expect(await page.$$eval('.ui-hit', (hits) => hits.length)).toBe(2)
    await page.keyboard.press('Enter')
    expect((await shown(page))[1]).toBe('s3_ru')
  })

  test('links lead to slides of the language', async () => {
    const page = await show({ suffix: '#/s3' })
    await page.keyboard.press('k')
    await page.click('.slides > .present a[href^="#"]')
    await page.waitForSelector('#s1_ru.present')
  })
})

describe('the address', () => {
  test('names slide, language and place, and leads back there', async () => {
    const page = await show({ suffix: '#/s2-2?lang=ru' })
    expect(await shown(page)).toEqual(['ru', 's2-2_ru'])
    const { begin } = built.editions[1]!.deck.pages.find(({ slide, part }) => slide === 1 && part === 2)!
    expect(new URL(page.url()).hash).toBe(`#/s2-2?lang=ru&at=${begin!.block}.${begin!.item}.${begin!.percent}`)
    await page.reload()
    await page.waitForSelector('.reveal.ready')
    expect(await shown(page)).toEqual(['ru', 's2-2_ru'])
  })

  test.each([
    ['#?lang=en', 'en', 's1_en'],
    ['#/?lang=en', 'en', 's1_en'],
    ['#/2?lang=en', 'en', 's2_en'],
    ['#/s3?lang=ru', 'ru', 's3_ru'],
    ['#/s3_ru?lang=ru', 'ru', 's3_ru'],
    ['#/s3?lang=xx', 'kk', 's3'],
    ['#/s3?lang=', 'kk', 's3'],
    ['#/s3_ru', 'kk', 's3'],
    ['#/99?lang=ru', 'ru', 's5_ru'],
    ['#/nowhere?lang=ru', 'ru', 's1_ru'],
    ['#/s3?lang=ru&at=%FF.x', 'ru', 's3_ru'],
    ['#/s3/s4?lang=ru', 'ru', 's3_ru'],
  ])('%s', async (suffix, lang, id) => {
    expect(await shown(await show({ suffix }))).toEqual([lang, id])
  })

  test('a place is found even where the pages are cut otherwise', async () => {
    const last = built.editions[1]!.deck.pages.findLast(({ slide }) => slide === 1)!
    const { block, item, percent } = last.begin!
    const page = await show({ suffix: `#/s2-${last.part}?at=${block}.${item}.${percent}` })
    const [lang, id] = await shown(page)
    expect(lang).toBe('kk')
    expect(id).toMatch(/^s2-/)
    expect(Number(await firstWords(page)) - 1).toBeLessThanOrEqual(item)
  })

  test('a new one switches the language while the page is open', async () => {
    const page = await show()
    await page.evaluate(() => {
      location.hash = '#/s3?lang=en'
    })
    await page.waitForSelector('#s3_en.present')
    expect(await shown(page)).toEqual(['en', 's3_en'])
  })
})

describe('what is remembered', () => {
  test('the last choice, for the next visit', async () => {
    const page = await show()
    await page.keyboard.press('k')
    await page.goto(page.url().replace(/#.*/, ''))
    await page.reload()
    await page.waitForSelector('.reveal.ready')
    expect(await shown(page)).toEqual(['ru', 's1_ru'])
  })

  test('the page works where the browser stores nothing', async () => {
    const denied = `for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })`
    const page = await show({ before: denied })
    await page.keyboard.press('k')
    expect(await shown(page)).toEqual(['ru', 's1_ru'])
    await page.waitForFunction(() => location.hash.includes('lang=ru'))
    await page.reload()
    await page.waitForSelector('.reveal.ready')
    // The address tells it.
    expect(await shown(page)).toEqual(['ru', 's1_ru'])
  })
})

describe('the reading view', () => {
  const phone = { viewport: { width: 390, height: 844, isMobile: true, hasTouch: true } }
  const open = async (suffix = '') => {
    opened = await openPage(html, { ...phone, suffix })
    await opened.page.waitForSelector('.ui-reading-bar')
    return opened.page
  }
  /** The slide at the top of the window. */
  const read = (page: Page) =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('.slides > section')].find((one) => one.getBoundingClientRect().bottom > 60)?.id,
    )

  test('switches too, and stays at the place', async () => {
    const page = await open('#/s3')
    expect(await read(page)).toBe('s3')
    await page.click('.ui-languages > button')
    await page.click('.ui-language-list [lang="ru"]')
    expect(await page.evaluate(() => [document.documentElement.lang, document.title])).toEqual(['ru', 'Годовой отчёт'])
    expect(await read(page)).toBe('s3_ru')
    expect(await page.$$eval('.ui-reading-bar', (all) => all.length)).toBe(1)
    await page.keyboard.press('k')
    expect(await read(page)).toBe('s3_en')
  })

  test('another view goes on in the language that was chosen last, whatever the address was', async () => {
    const page = await open('#/s3?lang=kk')
    await page.keyboard.press('k')
    expect(await read(page)).toBe('s3_ru')
    await page.click('.ui-reading-bar > button')
    await page.waitForSelector('.reveal.ready')
    expect(await shown(page)).toEqual(['ru', 's3_ru'])
  })

  test('begins in the language of the address, and the show goes on in it', async () => {
    const page = await open('#/s4?lang=ru')
    expect(await read(page)).toBe('s4_ru')
    await page.click('.ui-reading-bar > button')
    await page.waitForSelector('.reveal.ready')
    expect(await shown(page)).toEqual(['ru', 's4_ru'])
  })
})
