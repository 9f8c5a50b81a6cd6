import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyInput, Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { press } from '../client/edit/editing-page.ts'
import { onlineBrowser, openOnline } from '../online.ts'
import { readPdf } from '../pdf-file.ts'
import { openEditing } from '../serve/edit/editing-server.ts'

const picture = join(import.meta.dirname, '../../static/img/dala.jpg')

/** What has the focus, and why one would not see that it has. */
const focusOf = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: active } = document
    if (!active || active === document.body) return { name: 'nothing', fault: 'the focus is lost' }
    const name = `${active.tagName} .${active.className} ${active.getAttribute('aria-label') ?? active.textContent?.slice(0, 30)}`
    const { boxShadow } = getComputedStyle(active)
    // A link that covers its card has its frame on what covers it.
    const frames = [getComputedStyle(active), getComputedStyle(active, '::after')]
    const { left, top, right, bottom } = active.getBoundingClientRect()
    const isOutlined = frames.some((one) => one.outlineStyle !== 'none' && Number.parseFloat(one.outlineWidth) > 0)
    const isInside = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight && right - left > 0
    const fault = !isInside ? 'it is outside the window' : !isOutlined && boxShadow === 'none' ? 'it is not seen' : ''
    return { name, fault }
  })

/** Who works with the keys alone. After each key, the focus is somewhere, and is seen. */
class Hands {
  keys = 0
  constructor(readonly page: Page) {}

  async key(...keys: KeyInput[]): Promise<void> {
    this.keys++
    await press(this.page, ...keys)
    await this.looks(keys.join('+'))
  }

  /** Waits until the focus is somewhere and is seen: what disappears gives it on within two pictures. */
  async looks(after: string): Promise<void> {
    await expect
      .poll(async () => (await focusOf(this.page)).fault, { timeout: 10_000, message: `after ${after}` })
      .toBe('')
  }

  /** Presses Tab, or Shift+Tab, until an element has the focus. */
  async reach(selector: string, way: 'on' | 'back' = 'on', most = 90): Promise<void> {
    const passed: string[] = []
    const isThere = () => this.page.evaluate((selector) => document.activeElement?.matches(selector), selector)
    for (let i = 0; !(await isThere()); i++) {
      if (i === most) throw new Error(`${selector} is not reached, only ${passed.join(' | ')}`)
      await this.key(...(way === 'on' ? (['Tab'] as const) : (['Shift', 'Tab'] as const)))
      passed.push((await focusOf(this.page)).name)
    }
  }

  /** Goes on to a part of the editor with F6. */
  async part(name: string): Promise<void> {
    const isThere = () => this.page.evaluate((name) => Boolean(document.activeElement?.closest(name)), name)
    for (let i = 0; i < 8; i++) {
      await this.key('F6')
      if (await isThere()) return
    }
    throw new Error(`${name} is not reached with F6`)
  }

  has = (selector: string) => this.page.waitForFunction((one) => document.activeElement?.matches(one), {}, selector)

  /** Types words where the focus is. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
    await this.looks(text)
  }

  /** Adds a slide of the layout with this number. */
  async add(layout: number): Promise<void> {
    await this.part('.ui-edit-bar')
    await this.reach('.ui-edit-adder > button')
    await this.key('Enter')
    await this.has('.ui-edit-layouts button')
    await this.reach(`.ui-edit-layouts button:nth-child(${layout})`)
    await this.key('Enter')
    await this.has('.ui-edit-adder > button')
    await this.saved()
  }

  saved = () => this.page.waitForSelector('.ui-edit-state[data-state="saved"]')
}

test('the whole of the work is done with the keyboard alone, and the focus is never lost', async () => {
  const other = '{ "lang": "en", "content": [{ "title": "Other" }] }'
  const editing = await openEditing({ 'decks/other.json': other }, { messages: 'en' })
  const context = await (await onlineBrowser()).browser().createBrowserContext()
  const viewport = { width: 1280, height: 720 }
  const { page, errors } = await openOnline('about:blank', { context, lang: 'en', viewport })
  await page.goto(`${editing.server.url}#edit=${editing.token}`)
  await page.waitForSelector('.new-deck')
  page.setDefaultTimeout(20_000)
  const hands = new Hands(page)

  await hands.reach('.new-deck')
  await hands.key('Enter')
  await page.waitForSelector('dialog[open]')
  await hands.key('Escape')
  await hands.has('.new-deck')
  await hands.key('Enter')
  await page.waitForSelector('dialog[open]')
  await hands.type('Keys')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.ui-edit-box')
  const value = async () => JSON.parse(await readFile(join(editing.folder, 'decks/Keys.json'), 'utf8'))
  const slides = async () => (await value()).content
  const count = (await slides()).length

  // A slide with a text.
  await hands.key('Tab')
  await hands.add(2)
  expect(await slides()).toHaveLength(count + 1)
  await hands.part('.ui-edit-stage')
  await hands.reach('.ui-edit-box[aria-label="New slide"]')
  await hands.key('Enter')
  await hands.has('.ui-edit-text')
  await hands.key('Control', 'a')
  await hands.type('Yards')
  await hands.key('Control', 'Enter')
  await hands.has('.ui-edit-box[aria-label="Yards"]')
  await hands.key('Enter')
  await hands.has('.ui-edit-text')
  await hands.type(' and parks')
  await hands.key('Escape')
  await hands.has('.ui-edit-box[aria-label="Yards"]')
  await hands.part('.ui-edit-panel')
  await hands.reach('[data-path$="/text"] textarea')
  await hands.key('Control', 'a')
  await hands.type('Apple trees')
  await hands.key('Control', 's')
  await hands.has('[data-path$="/text"] textarea')
  await hands.saved()
  expect((await slides()).at(1)).toMatchObject({ title: 'Yards', text: 'Apple trees' })

  // What a field means is shown, and goes away.
  await hands.key('Shift', 'Tab')
  await hands.has('[data-path$="/text"] .ui-edit-hint summary')
  await hands.key('Enter')
  await page.waitForSelector('[data-path$="/text"] .ui-edit-hint[open]')
  await hands.key('Escape')
  expect(await page.$('.ui-edit-hint[open]')).toBeNull()

  // A picture.
  await hands.reach('[data-field="img_path"]')
  await hands.key('Enter')
  await hands.reach('.ui-edit-opened-field .ui-edit-drop button')
  await hands.saved()
  const chooser = page.waitForFileChooser()
  // By now the browser has been told that nobody chooses a file by hand.
  await hands.looks('the field of the picture')
  await hands.key('Enter')
  await (await chooser).accept([picture])
  await page.waitForSelector('.slides > section.present .box img')
  await hands.looks('the picture')
  await hands.saved()
  expect((await slides()).at(1).img_path).toMatch(/dala/)

  // A table: cells, a row more, a row less.
  await hands.add(11)
  await hands.part('.ui-edit-panel')
  await hands.reach('.ui-edit-grid textarea')
  await hands.key('Control', 'a')
  await hands.type('Yard')
  await hands.key('Tab')
  await hands.key('Control', 'a')
  await hands.type('Trees')
  await hands.key('Enter')
  await hands.has('[aria-label="Row 2, column 2"]')
  await hands.type('12')
  await hands.key('Enter')
  await hands.type('30')
  await hands.reach('.ui-edit-grid-tools button:nth-child(3)')
  await hands.key('Enter')
  await hands.has('.ui-edit-grid-tools button:nth-child(3)')
  await hands.saved()
  expect((await slides()).at(2).table[0].slice(0, 2)).toEqual(['Yard', 'Trees'])

  // A chart of another kind.
  await hands.add(12)
  await hands.part('.ui-edit-panel')
  await hands.reach('.ui-edit-kinds button:nth-child(5)')
  await hands.key('Enter')
  await page.waitForSelector('.ui-edit-kinds button:nth-child(5)[aria-pressed="true"]')
  await hands.saved()
  expect((await slides()).at(3).chart.kind).toBe('donut')

  // People: another one, and away with both.
  await hands.add(13)
  await hands.part('.ui-edit-panel')
  await hands.reach('.ui-edit-cards > .ui-edit-button')
  await hands.key('Enter')
  await page.waitForSelector('[data-person="1"]')
  await hands.looks('another person')
  await hands.saved()
  await hands.reach('[data-person="1"] .ui-edit-item-tools button:last-child', 'back')
  await hands.key('Enter')
  await page.waitForFunction(() => !document.querySelector('[data-person="1"]'))
  await hands.looks('the person is removed')
  await hands.saved()
  await hands.reach('[data-person="0"] .ui-edit-item-tools button:last-child', 'back')
  await hands.key('Enter')
  await hands.looks('the last person is removed')

  // Slides: to another place, away, and back by the button, which keeps the focus while it saves.
  await hands.part('.ui-edit-slides')
  await hands.saved()
  const titles = async () => JSON.stringify(await slides())
  await hands.reach('.ui-edit-slide[aria-current]')
  const before = await titles()
  await hands.key('Alt', 'ArrowUp')
  await hands.has('.ui-edit-slide[aria-current]')
  await hands.saved()
  await expect.poll(titles).not.toBe(before)
  const moved = await titles()
  await hands.key('Delete')
  await hands.saved()
  await hands.has('.ui-edit-slide')
  await expect.poll(titles).not.toBe(moved)
  await hands.part('.ui-edit-bar')
  await hands.reach('.ui-edit-tools > button[title^="Undo"]', 'back', 20)
  await hands.key('Enter')
  await hands.saved()
  await expect.poll(titles).toBe(moved)
  await hands.has('button[title^="Undo"]')
  await hands.key('Enter')
  await hands.saved()
  await expect.poll(titles).toBe(before)
  await hands.has('button[title^="Undo"]')

  // Find and replace, and back to where one was.
  await hands.key('Control', 'h')
  await hands.has('.ui-edit-replace input')
  await hands.type('Apple')
  await hands.key('Escape')
  await hands.has('button[title^="Undo"]')

  // The file itself, and back.
  await hands.reach('.ui-edit-source-button')
  await hands.key('Enter')
  await page.waitForFunction(() => document.querySelector('.ui-edit-code')?.shadowRoot?.querySelector('.cm-content'))
  await hands.part('.ui-edit-source')
  await hands.reach('.ui-edit-source header button', 'back')
  await hands.key('Enter')
  await hands.has('.ui-edit-source-button')

  // The theme.
  await hands.part('.ui-edit-panel')
  await hands.reach('.ui-edit-panel [role="tab"]', 'back')
  await hands.key('ArrowRight')
  await hands.has('#ui-edit-tab-deck')
  await hands.reach('[data-path="theme"] select')
  await hands.type('S')
  await expect.poll(async () => (await value()).theme, { timeout: 20_000 }).toBe('stage')
  await hands.saved()

  // The PDF.
  await hands.part('.ui-edit-bar')
  await hands.reach('.ui-edit-tools > a', 'back', 20)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.deck .tools')
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('.deck'))
      if (one.textContent.includes('Keys'))
        for (const button of one.querySelectorAll('button')) button.classList.add('of-keys')
  })
  await hands.reach('button.of-keys')
  await page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLElement>('button.of-keys'))
      if (/PDF/.test(one.textContent)) one.classList.add('of-pdf')
  })
  await hands.reach('.of-pdf', 'on', 20)
  await hands.key('Enter')
  await page.waitForSelector('.jobs a')
  await hands.looks('the PDF is made')
  await hands.reach('.jobs a', 'on', 20)
  const bytes = await page.$eval('.jobs a', async (a) => [
    ...new Uint8Array(await (await fetch((a as HTMLAnchorElement).href)).arrayBuffer()),
  ])
  const text = (await readPdf(Uint8Array.from(bytes))).pages.map((one) => one.text).join(' ')
  for (const words of ['Yards', 'Apple trees', 'Trees']) expect(text).toContain(words)
  console.log({ keys: hands.keys })
  expect(errors).toEqual([])
  await context.close()
})
