import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { axeFindings } from '../../axe.ts'
import { editDeck, press, slideNames } from '../edit/editing-page.ts'

const deck =
  '{\r\n  "lang": "en",\r\n  "content": [\r\n    {"title": "Alpha"},\r\n    {"title": "Beta", "text": "One"},\r\n    {"title": "Gamma"}\r\n  ]\r\n}\r\n'

/** Opens the source view and waits until the text can be typed into. */
async function openSource(page: Page): Promise<void> {
  await page.click('.ui-edit-source-button')
  await page.waitForFunction(() =>
    document.querySelector('.ui-edit-code')?.shadowRoot?.activeElement?.matches('.cm-content'),
  )
}

const state = (page: Page, words: string) =>
  page.waitForFunction((words) => document.querySelector('.ui-edit-state')?.textContent === words, {}, words)

/** Waits until the source view shows a text. */
const shows = (page: Page, text: string) =>
  page.waitForFunction(
    (text) => document.querySelector('.ui-edit-code')?.shadowRoot?.textContent.includes(text),
    {},
    text,
  )

/** Waits until so many elements are in the source view. */
const has = (page: Page, selector: string, count: number) =>
  page.waitForFunction(
    (selector, count) =>
      document.querySelector('.ui-edit-code')?.shadowRoot?.querySelectorAll(selector).length === count,
    {},
    selector,
    count,
  )

/** Waits until the file has a text. */
async function fileHas(read: () => Promise<string>, text: string): Promise<void> {
  await expect.poll(read, { timeout: 30_000 }).toContain(text)
}

test('the source is opened at the slide, typing is saved as it is, and the slide follows', async () => {
  const edited = await editDeck(deck)
  const page = await edited.open()
  await page.click('.ui-edit-slide:nth-child(2)')
  await openSource(page)
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('"notes": "n", ')
  await fileHas(edited.text, '"notes"')
  expect(await edited.text()).toBe(deck.replace('{"title": "Beta"', '{"notes": "n", "title": "Beta"'))
  await state(page, 'Saved')
  await press(page, 'ArrowDown')
  await page.waitForSelector('.ui-edit-slide:nth-child(3)[aria-current="true"]')
  await page.click('.ui-edit-source button[title="Close the source"]')
  await page.waitForFunction(() => !document.querySelector('.ui-edit-source'))
  await page.click('.ui-edit-tools [aria-label^="Undo"]')
  await expect.poll(edited.text, { timeout: 30_000 }).toBe(deck)
})

test('findings are marked in the text with their repair, and mistakes leave the last good slides', async () => {
  const edited = await editDeck(deck.replace('"Beta", ', '"Beta" '))
  const page = await edited.open()
  await openSource(page)
  await has(page, '.cm-lint-marker', 1)
  await press(page, 'F8')
  await has(page, '.cm-diagnosticAction', 1)
  expect(await axeFindings(page)).toEqual([])
  await page.evaluate(() => {
    const root = document.querySelector('.ui-edit-code')?.shadowRoot
    root
      ?.querySelector<HTMLElement>('.cm-diagnosticAction')
      ?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }))
  })
  await fileHas(edited.text, '"Beta", "text"')
  await has(page, '.cm-lint-marker', 0)
  await press(page, 'Control', 'End')
  await page.keyboard.type('{"')
  await has(page, '.cm-lint-marker-error', 1)
  expect(await slideNames(page)).toEqual(['Alpha', 'Beta', 'Gamma'])
})

test('names of fields are completed with what they mean', async () => {
  const edited = await editDeck(deck)
  const page = await edited.open()
  await page.click('.ui-edit-slide:nth-child(3)')
  await openSource(page)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('"not')
  await has(page, '.cm-tooltip-autocomplete li', 1)
  await has(page, '.cm-completionInfo', 1)
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.keyboard.type('"said",')
  await fileHas(edited.text, '{"notes": "said","title": "Gamma"}')
})

test('what others change meanwhile stands in the text; the same place is asked about', async () => {
  const edited = await editDeck(deck)
  const file = join(edited.server.folder, 'decks/talk.json')
  const page = await edited.open()
  await page.click('.ui-edit-slide:nth-child(3)')
  await openSource(page)
  await writeFile(file, deck.replace('Alpha', 'Omega'))
  await shows(page, 'Omega')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('"notes": "mine", ')
  await fileHas(edited.text, 'mine')
  expect(await edited.text()).toBe(
    deck.replace('Alpha', 'Omega').replace('{"title": "Gamma"', '{"notes": "mine", "title": "Gamma"'),
  )
  // Both change the same word before either has seen the other.
  await page.setRequestInterception(true)
  let cut = true
  page.on('request', (request) => {
    if (cut && request.method() === 'POST') void request.abort('connectionfailed')
    else void request.continue()
  })
  await page.keyboard.type('"fit": "MINE", ')
  await state(page, 'Kept here, not saved')
  await writeFile(file, (await edited.text()).replace('"mine", ', '"mine", "fit": "THEIRS", '))
  await page.waitForSelector('.ui-edit-source .ui-edit-versions')
  expect(await page.$$eval('.ui-edit-versions pre', (all) => all.map(({ textContent }) => textContent))).toEqual([
    expect.stringContaining('MINE'),
    expect.stringContaining('THEIRS'),
  ])
  cut = false
  await page.click('.ui-edit-versions figure:nth-child(1) button')
  await fileHas(edited.text, 'MINE')
  expect(await edited.text()).not.toContain('THEIRS')
})

test('what was typed and not saved is there again after a reload', async () => {
  const edited = await editDeck(deck)
  const page = await edited.open()
  await openSource(page)
  await page.setRequestInterception(true)
  let cut = true
  page.on('request', (request) => {
    if (cut && request.method() === 'POST') void request.abort('connectionfailed')
    else void request.continue()
  })
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('"notes": "kept", ')
  await state(page, 'Kept here, not saved')
  expect(await edited.text()).toBe(deck)
  await page.reload()
  cut = false
  // What is not in the file is shown at once.
  await shows(page, '"kept"')
  await fileHas(edited.text, '{"notes": "kept", "title": "Alpha"}')
})

test('what cannot be read is no part of the file before Ctrl+S, is marked, and is saved as soon as it can', async () => {
  const edited = await editDeck(deck)
  const page = await edited.open()
  await openSource(page)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('"text": Half of a word')
  await state(page, 'Kept here, not saved')
  await has(page, '.cm-lint-marker-error', 1)
  expect(await edited.text()).toBe(deck)
  expect(await slideNames(page)).toEqual(['Alpha', 'Beta', 'Gamma'])
  // It waits, also for another page in this browser.
  await page.reload()
  await shows(page, 'Half of a word')
  await state(page, 'Kept here, not saved')
  // What others write elsewhere comes into it, and it is still a draft.
  const theirs = deck.replace('Gamma', 'Delta')
  await writeFile(join(edited.server.folder, 'decks/talk.json'), theirs)
  await shows(page, 'Delta')
  await state(page, 'Kept here, not saved')
  expect(await edited.text()).toBe(theirs)
  await page.evaluate(() =>
    document.querySelector('.ui-edit-code')?.shadowRoot?.querySelector<HTMLElement>('.cm-content')?.focus(),
  )
  await press(page, 'Control', 's')
  await fileHas(edited.text, '{"text": Half of a word"title"')
  await state(page, 'Saved')
  expect(await slideNames(page)).toEqual(['Alpha', 'Beta', 'Delta'])
})

test('the source view is loaded only when it is opened', async () => {
  const edited = await editDeck(deck)
  const page = await edited.open()
  const loaded = () =>
    page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/source.js')))
  expect(await loaded()).toBe(false)
  await openSource(page)
  expect(await loaded()).toBe(true)
  const script = await readFile(join(import.meta.dirname, '../../../build/client/source.js'))
  expect(gzipSync(script).length).toBeLessThan(150_000)
})

test('the source view speaks the reader’s language, and has its styles where no style sheet can be constructed', async () => {
  const edited = await editDeck(deck, {}, { messages: 'kk' })
  // The browser tells that it does not take the styles of the library itself.
  const page = await edited.open({ mayLog: ['style-src'] })
  await page.evaluate(() => {
    for (const { prototype } of [Document, ShadowRoot]) Reflect.deleteProperty(prototype, 'adoptedStyleSheets')
  })
  await openSource(page)
  await press(page, 'Control', 'f')
  await has(page, '.cm-search', 1)
  const found = await page.waitForFunction(() => {
    const root = document.querySelector('.ui-edit-code')?.shadowRoot
    const editor = root?.querySelector('.cm-editor')
    if (!root || !editor || getComputedStyle(editor).backgroundColor !== 'rgb(17, 23, 30)') return null
    const buttons = [...root.querySelectorAll('.cm-search button, .cm-search input')]
    return buttons.map((one) => one.getAttribute('aria-label') ?? one.textContent)
  })
  const names = ((await found.jsonValue()) ?? []).filter((name) => name !== null && name !== '')
  expect(names).toEqual(expect.arrayContaining(['Табу', 'Мынаған ауыстыру', 'келесі', 'жабу']))
  expect(names.join()).not.toMatch(/[a-z]/i)
})
