import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { afterEach, describe, expect, test } from 'vitest'
import { sampleEvents } from '../../../src/languages/kk/sample-events.ts'
import type { ServeOptions } from '../../../src/serve/options.ts'
import { axeFindings } from '../../axe.ts'
import { onlineBrowser, openOnline } from '../../online.ts'
import { type EditingServer, openEditing } from '../../serve/edit/editing-server.ts'
import { deckOf } from '../../serve/korme-serve.ts'

const close: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const one of close.splice(0)) await one()
})

/** Opens the list of decks in a tab of its own. */
async function openList({ server, token }: EditingServer, options: { width?: number; key?: boolean } = {}) {
  const { width = 1280, key = true } = options
  const context = await (await onlineBrowser()).browser().createBrowserContext()
  close.push(() => context.close())
  const { page, errors, refused } = await openOnline('about:blank', { context, viewport: { width, height: 720 } })
  await page.goto(server.url + (key ? `#edit=${token}` : ''))
  await page.waitForSelector('.deck')
  return { page, errors, refused }
}

const serveThree = (options: ServeOptions = {}) =>
  openEditing(
    {
      'decks/a.json': deckOf(['Alpha'], { name: 'Alpha' }),
      'decks/b.json': deckOf(['Beta'], { name: 'Beta' }),
      'decks/broken.json': '{"content": [',
    },
    options,
  )

/** Clicks the first button or link with these words, as people find it. */
async function click(page: Page, words: string, card = ''): Promise<void> {
  const handle = await page.waitForFunction(
    (words, card) => {
      const cards = [...document.querySelectorAll<HTMLElement>(card ? '.deck' : 'body')]
      const inside = cards.find((one) => one.textContent.includes(card))
      const found = [...(inside?.querySelectorAll<HTMLElement>('button, a, summary') ?? [])]
      return found.find((one) => one.textContent.trim() === words && !(one as HTMLButtonElement).disabled)
    },
    {},
    words,
    card,
  )
  await (handle.asElement() as ElementHandle<HTMLElement> | null)?.click()
}

const decksIn = ({ folder }: EditingServer) => readdir(join(folder, 'decks')).then((names) => names.sort())
const files = (page: Page) => page.$$eval('.file', (all) => all.map(({ textContent }) => textContent))

describe('the list of decks under --edit', () => {
  test('makes a deck of a sample and opens it in the editor, with the keyboard alone', async () => {
    const editing = await serveThree()
    const { page, errors } = await openList(editing)
    await page.focus('.new-deck')
    await page.keyboard.press('Enter')
    await page.waitForSelector('dialog[open]')
    await page.keyboard.type('Есеп 2026')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.ui-edit-slide')
    expect(decodeURIComponent(page.url())).toContain('/decks/Есеп 2026/')
    const made = JSON.parse(await readFile(join(editing.folder, 'decks/Есеп 2026.json'), 'utf8'))
    expect(made.lang).toBe('kk')
    expect(made.content.map(({ title }: { title: string }) => title)).toContain(sampleEvents.goalsTitle)
    expect(errors).toEqual([])
  })

  test('suggests a name that is free where something lies that the list does not show', async () => {
    const { folder } = await openEditing({ 'decks/talk.json': deckOf(['One']), 'decks/plan.json/notes.txt': '' })
    const editing = await openEditing({}, { decks: [join(folder, 'decks/talk.json')], root: folder })
    const { page } = await openList(editing)
    await click(page, 'New deck')
    await page.type('#form-name', 'plan')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelector('dialog .problem')?.textContent !== '')
    expect(await page.$eval('dialog .problem', (text) => text.textContent)).toContain('plan.json lies there already')
    expect(await page.$eval('#form-name', (field) => (field as HTMLInputElement).value)).toBe('plan-2')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.ui-edit-slide')
    expect(decodeURIComponent(page.url())).toContain('/decks/plan-2/')
  })

  test('says what the file will be called, and why a name does not do, and keeps what was typed', async () => {
    const editing = await serveThree()
    const { page } = await openList(editing)
    await click(page, 'New deck')
    const becomes = () => page.$eval('dialog .becomes', (text) => text.textContent)
    await page.type('#form-name', 'A')
    expect(await becomes()).toBe('The file will be called A-2.json.')
    await page.type('#form-name', ': b?')
    expect(await becomes()).toBe('The file will be called A b.json.')
    await page.focus('#form-name')
    for (let i = 0; i < 5; i++) await page.keyboard.press('Backspace')
    expect(await becomes()).toBe('')
    await page.type('#form-name', '?')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelector('dialog .problem')?.textContent !== '')
    expect(await page.$eval('dialog .problem', (text) => text.textContent)).toMatch(/cannot be the name of a file/)
    expect(await page.$eval('#form-name', (field) => (field as HTMLInputElement).value)).toBe('?')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('form-name')
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => !document.querySelector('dialog'))
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('new-deck')
    expect(await decksIn(editing)).toEqual(['a.json', 'b.json', 'broken.json'])
  })

  test('copies and renames a deck', async () => {
    const editing = await serveThree()
    const { page, errors } = await openList(editing)
    await click(page, '⋯', 'Alpha')
    expect(await axeFindings(page)).toEqual([])
    await click(page, 'Make a copy…', 'Alpha')
    await page.waitForSelector('dialog[open]')
    expect(await page.$eval('#form-name', (field) => (field as HTMLInputElement).value)).toBe('a-copy')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelectorAll('.deck').length === 4)
    await page.waitForFunction(() => !document.querySelector('dialog'))
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')
    await click(page, '⋯', 'Beta')
    await click(page, 'Rename…', 'Beta')
    await page.waitForSelector('dialog[open]')
    await page.keyboard.type('Жаңа')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.file')].every(({ textContent }) => !textContent.endsWith('/b.json')),
    )
    expect(await decksIn(editing)).toEqual(['a-copy.json', 'a.json', 'broken.json', 'Жаңа.json'])
    expect((await files(page)).sort().map((file) => file.replace(/.*\//, ''))).toEqual(await decksIn(editing))
    expect(errors).toEqual([])
  })

  test('moves a deck to the trash after a question, and puts it back at once or later', async () => {
    const editing = await serveThree()
    const { page, errors } = await openList(editing)
    const other = await openList(editing)
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await click(page, '⋯', 'Alpha')
    await click(page, 'Move to the trash…', 'Alpha')
    await page.waitForSelector('dialog[open]')
    expect(await page.$eval('dialog h2', ({ textContent }) => textContent)).toBe('Move “Alpha” to the trash?')
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => !document.querySelector('dialog'))
    expect(await decksIn(editing)).toEqual(['a.json', 'b.json', 'broken.json'])
    for (const [i, name] of ['Alpha', 'broken.json'].entries()) {
      await click(page, '⋯', name)
      await click(page, 'Move to the trash…', name)
      await page.waitForSelector('dialog[open]')
      await page.keyboard.press('Enter')
      await page.waitForSelector(`.trash-note::-p-text(${['a.json', 'broken.json'][i]})`)
      await page.waitForFunction(() => document.activeElement?.textContent === 'Put back')
      await page.waitForFunction((count) => document.querySelectorAll('.deck').length === count, {}, 2 - i)
    }
    expect(await decksIn(editing)).toEqual(['b.json'])
    await page.waitForFunction(() => document.querySelectorAll('.trash li').length === 2)
    await other.page.waitForFunction(() => document.querySelectorAll('.trash li').length === 2)
    expect(await axeFindings(page)).toEqual([])
    expect(await focused()).toBe('Put back')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.trash-note::-p-text(is in the list again)')
    await other.page.waitForFunction(() => document.querySelectorAll('.trash li').length === 1)
    await other.page.$eval('.trash li button', (button) => (button as HTMLElement).click())
    await page.waitForFunction(() => document.querySelectorAll('.deck').length === 3)
    await page.waitForFunction(() => document.querySelector<HTMLElement>('.trash')?.hidden)
    expect(await decksIn(editing)).toEqual(['a.json', 'b.json', 'broken.json'])
    expect([errors, other.errors]).toEqual([[], []])
  })

  test('makes a web page of a deck and offers to save it', async () => {
    const editing = await serveThree()
    const { page, errors } = await openList(editing)
    await click(page, '⋯', 'Alpha')
    await click(page, 'Make a web page', 'Alpha')
    const link = await page.waitForSelector('.jobs a')
    expect(await link!.evaluate(({ textContent }) => textContent)).toBe('Save a.html')
    const saved = await page.evaluate((a) => fetch(a.href).then((answer) => answer.text()), link!)
    expect(saved).toContain('Alpha')
    expect(await axeFindings(page)).toEqual([])
    // Another tab sees it, too.
    const other = await openList(editing)
    await other.page.waitForSelector('.jobs a')
    expect(await other.page.$eval('.jobs a', ({ textContent }) => textContent)).toBe('Save a.html')
    expect(errors).toEqual([])
  })

  test('makes a PDF, and says when a deck cannot be printed any more', async () => {
    const editing = await serveThree()
    const { page } = await openList(editing)
    await click(page, 'Make PDF', 'Beta')
    const link = await page.waitForSelector('.jobs a')
    const head = await page.evaluate((a) => fetch(a.href).then((answer) => answer.text()), link!)
    expect(head.slice(0, 5)).toBe('%PDF-')
    await writeFile(join(editing.folder, 'decks/b.json'), '{"content": [')
    await page.waitForFunction(
      () => [...document.querySelectorAll('.summary')].filter((one) => one.textContent.includes('error')).length === 2,
    )
    await click(page, 'Make PDF', 'Beta')
    await page.waitForSelector('.jobs [data-state="failed"]')
    expect(await page.$eval('.jobs .result', ({ textContent }) => textContent)).toMatch(/^PDF: .*b\.json/)
  })

  test('offers nothing that a broken deck cannot do, and tells when decks were changed', async () => {
    const { page } = await openList(await serveThree())
    await page.waitForFunction(() => [...document.querySelectorAll('time')].every(({ dateTime }) => dateTime !== ''))
    expect(await page.$eval('time', ({ textContent }) => textContent)).toMatch(/^Changed \d+ \w+ \d{4}, \d\d:\d\d$/)
    const disabled = await page.$$eval('.deck', (cards) =>
      cards.map((card) =>
        [...card.querySelectorAll('.tools button')].map((one) => (one as HTMLButtonElement).disabled),
      ),
    )
    expect(disabled[2]?.filter(Boolean)).toHaveLength(3)
  })

  test('begins the show, and a reload brings the editor back', async () => {
    const { page, errors } = await openList(await serveThree())
    await click(page, 'Present', 'Alpha')
    await page.waitForSelector('.ui-edit-back:not([hidden])')
    expect(await page.$eval('body', ({ classList }) => classList.contains('ui-editing'))).toBe(false)
    await page.reload()
    await page.waitForSelector('.ui-editing .ui-edit-slide')
    expect(errors).toEqual([])
  })

  test('can only be read without the token, or with that of another start', async () => {
    const editing = await serveThree()
    for (const key of [true, false]) {
      const { page } = await openList({ ...editing, token: 'x'.repeat(22) }, { key })
      await page.waitForFunction(() => document.querySelector('#about')?.textContent.includes('only be read'))
      await page.waitForFunction(
        () => document.querySelectorAll('.deck').length === 3 && !document.querySelector('.tools'),
      )
      expect(await page.$('.new-deck')).toBeNull()
      expect(await page.$('.pin')).toBeNull()
    }
  })

  test('asks another device for the PIN', async () => {
    const editing = await serveThree({ network: true, port: 0 })
    const { page } = await openList(editing, { key: false })
    expect(await axeFindings(page)).toEqual([])
    const pin = editing.server.editing?.pin() ?? ''
    await page.type('#pin', pin === '000000' ? '000001' : '000000')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelector('.pin .problem')?.textContent !== '')
    await page.waitForFunction(() => !document.querySelector<HTMLButtonElement>('.pin button')?.disabled)
    await page.$eval('#pin', (field) => {
      ;(field as HTMLInputElement).value = ''
    })
    await page.type('#pin', pin)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.new-deck')
  })

  test('asks another device for the PIN on the page of a deck, too, which becomes an editor', async () => {
    const editing = await serveThree({ network: true, port: 0 })
    const { page } = await openList(editing, { key: false })
    await page.goto(`${editing.server.url}decks/a/`)
    const button = await page.waitForSelector('.ui-edit-back')
    await button!.click()
    await page.waitForSelector('.ui-edit-pin-form[open]')
    expect(await axeFindings(page)).toEqual([])
    await page.type('#pin', editing.server.editing?.pin() ?? '')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.ui-edit-bar')
  })

  test.each([
    ['kk', 1280],
    ['kk', 390],
    ['ru', 390],
    ['en', 390],
  ] as const)('has no fault that axe finds, and nothing wider than the window, in %s at %i px', async (lang, width) => {
    const { page } = await openList(await serveThree({ messages: lang }), { width })
    // Languages differ in the width of their words.
    const axe = async () => expect(lang === 'kk' ? await axeFindings(page) : []).toEqual([])
    await axe()
    await page.click('.new-deck')
    await page.waitForSelector('dialog[open]')
    await axe()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    expect(await page.$eval('dialog', (dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0)
  })
})
