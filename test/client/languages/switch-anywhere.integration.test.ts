import { readFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type OpenOptions, type OpenPage, openPage } from '../../browser.ts'
import { text } from '../shown.ts'
import { builtDeck, multilingualDeck } from './multilingual-deck.ts'

let built: Awaited<ReturnType<typeof builtDeck>>
let html: string
const opened: OpenPage[] = []

beforeAll(async () => {
  built = await builtDeck()
  html = readFileSync(built.outputs[0]!.path, 'utf8')
})
afterAll(() => built.remove())
afterEach(async () => {
  for (const one of opened.splice(0)) {
    expect(one.requests).toEqual([])
    expect(one.errors).toEqual([])
    await one.page.evaluate(() => localStorage.clear())
    await one.close()
  }
})

async function show(options: OpenOptions = {}, deck = html): Promise<Page> {
  const one = await openPage(deck, options)
  opened.push(one)
  await one.page.waitForSelector('.reveal.ready')
  return one.page
}

/** The language, the id of the visible slide, and the class of the open dialog. */
const state = (page: Page) =>
  page.evaluate(() => [
    document.documentElement.lang,
    document.querySelector('.slides > .present')?.id,
    document.querySelector('dialog[open]')?.classList[1] ?? null,
  ])

describe('K in a dialog that is read', () => {
  test('shows the overview in the next language, at the slide that had the focus', async () => {
    const page = await show({ suffix: '#/s3' })
    await page.keyboard.press('o')
    expect(await state(page)).toEqual(['kk', 's3', 'ui-overview'])
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('k')
    expect(await state(page)).toEqual(['ru', 's3_ru', 'ui-overview'])
    const names = await page.$$eval('.ui-tile .unseen', (all) => all.map((one) => one.textContent))
    expect(names.length).toBe(built.editions[1]!.deck.pages.length)
    expect(names[0]).toContain('Годовой отчёт')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Рисунок ещё раз')
    expect(await page.$$eval('dialog.ui-overview', (all) => all.length)).toBe(1)
    await page.keyboard.press('Enter')
    expect(await state(page)).toEqual(['ru', 's4_ru', null])
  })

  test('shows the keys in the next language, and the key that opened them closes them', async () => {
    const page = await show()
    await page.keyboard.press('F1')
    await page.keyboard.press('k')
    expect(await state(page)).toEqual(['ru', 's1_ru', 'ui-help'])
    expect(await text(page, 'dialog[open] h2')).toMatch(/лавиш/)
    await page.keyboard.press('k')
    expect(await text(page, 'dialog[open] h2')).toBe('Keyboard shortcuts')
    await page.keyboard.press('F1')
    expect(await state(page)).toEqual(['en', 's1_en', null])
    await page.keyboard.press('ArrowRight')
    expect((await state(page))[1]).toBe('s2_en')
  })
})

describe('where somebody types, K is a letter', () => {
  test('in the search', async () => {
    const page = await show()
    await page.keyboard.press('/')
    await page.keyboard.type('kk')
    expect(await state(page)).toEqual(['kk', 's1', 'ui-search'])
    expect(await page.$eval('.ui-search input', (input) => (input as HTMLInputElement).value)).toBe('kk')
  })

  test('where a number is asked for, too', async () => {
    const page = await show()
    await page.keyboard.press('3')
    await page.keyboard.press('k')
    expect(await state(page)).toEqual(['kk', 's1', 'ui-jump'])
  })
})

test('an address in another language leaves a search and a number as they were', async () => {
  const page = await show()
  const goTo = (hash: string) =>
    page.evaluate((to) => {
      location.hash = to
    }, hash)
  await page.keyboard.press('/')
  await page.keyboard.type('2')
  await goTo('#/s3?lang=ru')
  await page.waitForSelector('#s3_ru.present')
  expect(await state(page)).toEqual(['ru', 's3_ru', 'ui-search'])
  expect(await page.$eval('.ui-search[open] input', (input) => (input as HTMLInputElement).value)).toBe('2')
  await page.keyboard.press('Escape')
  await page.keyboard.press('4')
  await goTo('#/s1?lang=en')
  await page.waitForSelector('#s1_en.present')
  expect(await page.$eval('.ui-jump[open] input', (input) => (input as HTMLInputElement).value)).toBe('4')
  await page.keyboard.press('Enter')
  const fourth = await page.$$eval('.slides > section', (all) => all[3]?.id)
  expect(await state(page)).toEqual(['en', fourth, null])
})

test('on a black screen the first key shows the slide, and the next one another language', async () => {
  const page = await show()
  const isBlack = () => page.$eval('.reveal', (reveal) => reveal.classList.contains('paused'))
  await page.keyboard.press('b')
  await page.keyboard.press('k')
  expect([await isBlack(), ...(await state(page))]).toEqual([false, 'kk', 's1', null])
  await page.keyboard.press('k')
  expect([await isBlack(), ...(await state(page))]).toEqual([false, 'ru', 's1_ru', null])
})

test('the menu that is open gives way to K', async () => {
  const page = await show()
  await page.mouse.move(600, 300)
  await page.mouse.move(610, 320)
  await page.click('.ui-languages > button')
  await page.keyboard.press('k')
  expect(await state(page)).toEqual(['ru', 's1_ru', null])
  expect(await page.$eval('.ui-language-list', (list) => (list as HTMLElement).hidden)).toBe(true)
  expect(await page.$eval('.ui-language-list [aria-checked="true"]', (one) => one.textContent)).toBe('Русский')
})

test.each(['d', 'l'] as const)('a drawing tool (%s) stays selected', async (key) => {
  const page = await show()
  await page.keyboard.press(key)
  const tool = () => page.$$eval('.ui-toolbar [aria-pressed="true"]', (all) => all.length)
  const before = await tool()
  expect(before).toBeGreaterThan(0)
  await page.keyboard.press('k')
  expect(await state(page)).toEqual(['ru', 's1_ru', null])
  expect(await tool()).toBe(before)
  await page.keyboard.press('Escape')
  expect(await state(page)).toEqual(['ru', 's1_ru', null])
  expect(await tool()).toBe(0)
})

test('the speaker view in the window shows the slides of the language, and keeps that of the notes', async () => {
  const page = await show()
  await page.keyboard.press('i')
  await page.waitForSelector('.ui-speaker-here')
  expect(await text(page, '.ui-speaker-here')).toContain('Қонақтармен амандасу')
  await page.keyboard.press('k')
  expect((await state(page))[0]).toBe('ru')
  expect(await page.$$eval('.ui-speaker-here', (all) => all.length)).toBe(1)
  expect(await text(page, '.ui-speaker-here')).toContain('Қонақтармен амандасу')
  expect(await page.$eval('.ui-speaker-here .ui-thumb section', (one) => one.textContent)).toContain('Годовой отчёт')
})

describe('what is remembered', () => {
  const other = { ...multilingualDeck, name: { kk: 'Басқа есеп', ru: 'Другой отчёт', en: 'Another report' } }

  test('belongs to a deck: another one in the same folder begins in its own language', async () => {
    const second = await builtDeck(other)
    const secondHtml = readFileSync(second.outputs[0]!.path, 'utf8')
    second.remove()
    const page = await show()
    await page.keyboard.press('k')
    expect((await state(await show({}, secondHtml)))[0]).toBe('kk')
    expect((await state(await show()))[0]).toBe('ru')
  })

  test('belongs to its languages', async () => {
    const fewer = await builtDeck({ ...multilingualDeck, langs: ['kk', 'en'] })
    const fewerHtml = readFileSync(fewer.outputs[0]!.path, 'utf8')
    fewer.remove()
    const page = await show({}, fewerHtml)
    await page.keyboard.press('k')
    expect((await state(page))[0]).toBe('en')
    expect((await state(await show()))[0]).toBe('kk')
  })
})
