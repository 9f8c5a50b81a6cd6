import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HTTPRequest, Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { editDeck, press, saved, slidesAre } from './editing-page.ts'

const picture = join(import.meta.dirname, '../../../static/img/dala.jpg')

const two = {
  lang: 'en',
  content: [
    { title: 'Alpha', text: 'First text' },
    { title: 'Beta', text: { en: 'Second', kk: 'Екінші' }, table: [['a', 'b']] },
  ],
}

/** What is dropped or pasted. Shape: `files` are names with their content in base64; `data` is by type. */
interface Brought {
  files?: Record<string, string>
  data?: Record<string, string>
}

/** Drops or pastes onto an element. Returns whether the page has taken it: a browser opens a file that nobody takes. */
const bring = (page: Page, selector: string, event: 'drop' | 'paste', { files = {}, data = {} }: Brought) =>
  page.$eval(
    selector,
    (target, event, files, data) => {
      const transfer = new DataTransfer()
      for (const [name, content] of Object.entries(files)) {
        const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0))
        transfer.items.add(new File([bytes], name, { type: name.endsWith('.jpg') ? 'image/jpeg' : 'image/tiff' }))
      }
      for (const [type, text] of Object.entries(data)) transfer.setData(type, text)
      const options = { bubbles: true, cancelable: true }
      if (event === 'paste')
        return !target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, ...options }))
      target.dispatchEvent(new DragEvent('dragover', { dataTransfer: transfer, ...options }))
      return !target.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, ...options }))
    },
    event,
    files,
    data,
  )

/** Copies or cuts what is selected. Returns what is on the clipboard then. */
const take = (page: Page, event: 'copy' | 'cut') =>
  page.evaluate((event) => {
    const data = new DataTransfer()
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new ClipboardEvent(event, { clipboardData: data, bubbles: true, cancelable: true }))
    return Object.fromEntries(data.types.map((type) => [type, data.getData(type)]))
  }, event)

test('pictures are dropped and pasted onto a slide, and a file that is dropped beside it does not replace the page', async () => {
  const content = (await readFile(picture)).toString('base64')
  const deck = await editDeck(two)
  const page = await deck.open({ mayLog: ['status of 415'] })
  expect(await bring(page, '.ui-edit-box', 'drop', { files: { 'Our steppe.jpg': content } })).toBe(true)
  await page.waitForSelector('.slides > section.present .box img')
  await page.waitForSelector('.ui-edit-focus')
  await saved(page)
  expect((await deck.value()).content[0].img_path).toBe('/img/Our-steppe.jpg')
  // One after the other, before the first one has arrived.
  for (const name of ['d.jpg', 'e.jpg']) await bring(page, '.ui-edit-drop', 'drop', { files: { [name]: content } })
  await page.waitForFunction(() => document.querySelectorAll('.ui-edit-picture-item').length === 3)
  await saved(page)
  expect((await deck.value()).content[0].img_path.sort()).toEqual(['/img/Our-steppe.jpg', '/img/d.jpg', '/img/e.jpg'])
  expect(await bring(page, '.ui-edit-slide[data-index="1"]', 'drop', { files: { 'b.jpg': content } })).toBe(true)
  await page.waitForSelector('.ui-edit-slide[data-index="1"][aria-current]')
  await page.waitForSelector('.ui-edit-picture-item')
  await bring(page, '.ui-edit-slide[data-index="1"]', 'paste', { files: { 'b.jpg': content } })
  await page.waitForFunction(() => document.querySelectorAll('.ui-edit-picture-item').length === 2)
  await saved(page)
  expect((await deck.value()).content[1].img_path).toEqual(['/img/b.jpg', '/img/b.jpg'])
  const text = await deck.text()
  expect(await bring(page, '.ui-edit-panel textarea', 'drop', { files: { 'c.jpg': content } })).toBe(true)
  await bring(page, '.ui-edit-box', 'drop', { files: { 'scan.tif': Buffer.from('II*\0nothing').toString('base64') } })
  await page.waitForSelector('.ui-edit-message')
  expect(await page.$eval('.ui-edit-message p', (sentence) => sentence.textContent)).toMatch(/scan\.tif.*TIFF/)
  expect(await deck.text()).toBe(text)
})

test('slides are copied, cut and pasted, also into another deck; cells become a table', async () => {
  const deck = await editDeck(two)
  const page = await deck.open()
  await page.click('.ui-edit-slide[data-index="1"]')
  await page.keyboard.down('Shift')
  await page.click('.ui-edit-slide[data-index="0"]')
  await page.keyboard.up('Shift')
  const copied = await take(page, 'copy')
  expect(copied['text/plain']).toBe('Alpha\nFirst text\n\nBeta\nSecond\nЕкінші')
  const other = await editDeck({ lang: 'en', content: [{ title: 'Other' }, { title: 'Last' }] })
  const otherPage = await other.open()
  await bring(otherPage, '.ui-edit-slide', 'paste', { data: copied })
  await slidesAre(otherPage, 'Other', 'Alpha', 'Beta', 'Last')
  await saved(otherPage)
  expect((await other.value()).content).toEqual([{ title: 'Other' }, ...two.content, { title: 'Last' }])

  await page.click('.ui-edit-slide[data-index="0"]')
  const cut = await take(page, 'cut')
  await slidesAre(page, 'Beta')
  await bring(page, '.ui-edit-slide', 'paste', { data: cut })
  await slidesAre(page, 'Beta', 'Alpha')
  await saved(page)
  expect((await deck.value()).content).toEqual([two.content[1], two.content[0]])

  // The slide that was pasted has no table, the other one has.
  const cells = { 'text/plain': 'Year\tTrees\r\n2026\t40\r\n' }
  await bring(page, '.ui-edit-slide', 'paste', { data: cells })
  await page.waitForSelector('[data-path="content/1/table"] td')
  await saved(page)
  await page.click('.ui-edit-slide[data-index="0"]')
  await bring(page, '.ui-edit-slide', 'paste', { data: cells })
  await slidesAre(page, 'Beta', 'New slide', 'Alpha')
  await saved(page)
  const table = [
    ['Year', 'Trees'],
    ['2026', '40'],
  ]
  expect((await deck.value()).content).toEqual([
    two.content[1],
    { title: 'New slide', table },
    { ...two.content[0], table },
  ])
})

test('a picture that takes its time belongs to the slide on which it was dropped, wherever that is by then', async () => {
  const content = (await readFile(picture)).toString('base64')
  const deck = await editDeck(two)
  const page = await deck.open()
  const held: HTTPRequest[] = []
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith('/pictures')) held.push(request)
    else void request.continue()
  })
  const sent = (count: number) => expect.poll(() => held.length).toBe(count)
  await page.click('.ui-edit-add-grid [data-field="img_path"]')
  await page.waitForSelector('.ui-edit-drop')
  await bring(page, '.ui-edit-drop', 'drop', { files: { 'steppe.jpg': content } })
  await sent(1)
  // Meanwhile the same person goes on, and so does somebody else.
  await page.focus('.ui-edit-slide[aria-current]')
  await press(page, 'Alt', 'ArrowDown')
  const titles = async () => (await deck.value()).content.map(({ title }: { title: string }) => title)
  await expect.poll(titles).toEqual(['Beta', 'Alpha'])
  const { hash } = await deck.server.source('talk')
  const ops = [{ op: 'insert' as const, path: ['content', 0], value: { title: 'Zero' } }]
  await deck.server.edit('talk', { base: hash, ops })
  await slidesAre(page, 'Zero', 'Beta', 'Alpha')
  await page.click('.ui-edit-slide[data-index="0"]')
  await held.shift()!.continue()
  await page.waitForSelector('.ui-edit-slide[data-index="2"] img')
  await saved(page)
  const { content: slides } = await deck.value()
  expect(slides.map(({ img_path }: { img_path?: string }) => img_path ?? null)).toEqual([
    null,
    null,
    expect.stringMatching(/^\/img\/steppe.*\.jpg$/),
  ])
  // Of a slide that is removed meanwhile, it is told; the one that is shown then gets nothing.
  await bring(page, '.ui-edit-slide[data-index="0"]', 'drop', { files: { 'again.jpg': content } })
  await sent(1)
  await page.focus('.ui-edit-slide[aria-current]')
  await page.keyboard.press('Delete')
  await slidesAre(page, 'Beta', 'Alpha')
  const before = await deck.text()
  await held.shift()!.continue()
  await page.waitForSelector('.ui-edit-message::-p-text(The slide was removed before)')
  expect(await deck.text()).toBe(before)
})
