import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import { axeFindings } from '../../axe.ts'
import { editDeck, saved, slidesAre } from './editing-page.ts'

const broken =
  '{\n  "lang": "en",\n  "content": [\n    { "title": "One" "text": "First", },\n    { "title": Two }\n  ]\n}\n'

/** The words of the list of findings and above it. */
const said = (page: Page) => page.$eval('.ui-edit-file-findings', ({ textContent }) => textContent)

/** Presses the button with these words. */
const pressButton = async (page: Page, words: string) => {
  const button = await page.waitForSelector(`.ui-edit-file-findings ::-p-text(${words})`)
  await button!.click()
}

/** Waits until the source view has a text, and types into it. */
const sourceShows = (page: Page, text: string) =>
  page.waitForFunction(
    (text) => document.querySelector('.ui-edit-code')?.shadowRoot?.textContent.includes(text),
    {},
    text,
  )

test('a deck that was never valid opens with its text, is repaired by a button and by typing, and gets its slides', async () => {
  const deck = await editDeck(broken)
  const page = await deck.open({ ready: '.ui-edit-fix-all' })
  await sourceShows(page, '"title": Two')
  expect(await axeFindings(page)).toEqual([])
  await page.click('.ui-edit-fix-all')
  await sourceShows(page, '{ "title": "One", "text": "First" }')
  await expect.poll(deck.text).toContain('"One", "text": "First" }')
  // What was done by a button is undone by another one, and redone.
  await (await page.waitForSelector('button[aria-label^="Undo"]:not([aria-disabled])'))!.click()
  await expect.poll(deck.text).toBe(broken)
  await (await page.waitForSelector('button[aria-label^="Redo"]:not([aria-disabled])'))!.click()
  await expect.poll(deck.text).not.toBe(broken)
  await page.evaluate(() => {
    const text = document.querySelector('.ui-edit-code')?.shadowRoot?.querySelector<HTMLElement>('.cm-content')
    text?.focus()
  })
  await page.keyboard.down('Control')
  await page.keyboard.press('End')
  await page.keyboard.up('Control')
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.down('Shift')
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.up('Shift')
  await page.keyboard.type('"Two"')
  await slidesAre(page, 'One', 'Two')
  // The page that was loaded with the slides goes on in the text.
  await sourceShows(page, '"title": "Two"')
})

test('an empty file begins with one slide', async () => {
  const deck = await editDeck('\n')
  const page = await deck.open({ ready: '.ui-edit-file-findings' })
  await pressButton(page, 'Begin with one slide')
  await slidesAre(page, 'New slide')
  await saved(page)
  expect(Object.keys(await deck.value())).toEqual(['lang', 'content'])
})

test('a deck without slides gets its first one, and keeps what it has', async () => {
  const deck = await editDeck('{\n  "name": "Report", "content": []\n}')
  const page = await deck.open({ ready: '.ui-edit-file-findings' })
  await pressButton(page, 'Begin with one slide')
  await slidesAre(page, 'New slide')
  expect(await deck.value()).toMatchObject({ name: 'Report', content: [{ title: 'New slide' }] })
})

describe('nothing is written into', () => {
  const files: [string, string | Uint8Array, RegExp, boolean][] = [
    ['a PDF', Buffer.from('%PDF-1.7\n\u0000\u00ff', 'latin1'), /not a text file.*PDF/, false],
    ['a text of another kind', 'Dear all,\nhere is the plan.\n', /not a deck/i, true],
    ['a file of another program', '{ "name": "app", "version": "1.0.0", "scripts": {} }', /no slides/i, true],
  ]
  test.each(files)('%s: it is said what it is', async (_, file, words, hasText) => {
    const deck = await editDeck('{}')
    await writeFile(join(deck.server.folder, 'decks/talk.json'), file)
    const page = await deck.open({ ready: '.ui-edit-file-findings' })
    await expect.poll(() => said(page)).toMatch(words)
    expect((await said(page)).includes('Begin with one slide')).toBe(false)
    expect((await page.$('.ui-edit-source')) !== null).toBe(hasText)
  })
})
