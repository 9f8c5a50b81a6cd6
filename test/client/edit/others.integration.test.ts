import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { type EditedDeck, editDeck, openText, press, saved } from './editing-page.ts'

const three = {
  lang: 'en',
  content: [
    { title: 'Alpha', text: 'First text' },
    { title: 'Beta', text: 'Second text' },
    { title: 'Gamma', text: 'Third text' },
  ],
}

/** Another program changes the file, and the page has read it. */
async function change(deck: EditedDeck, page: Page, from: string, to: string, seen: string): Promise<void> {
  const text = await deck.text()
  expect(text).toContain(from)
  await writeFile(join(deck.server.folder, 'decks/talk.json'), text.replace(from, to))
  await page.waitForSelector(`.ui-edit-slide .ui-live::-p-text(${seen})`)
}

const versions = (page: Page) => page.$$eval('.ui-edit-versions pre', (all) => all.map((one) => one.textContent))

test('what others write into the text that is being typed is shown, and the choice is made by hand', async () => {
  const deck = await editDeck(three)
  const page = await deck.open()
  await openText(page, 'Alpha')
  await page.keyboard.type(' mine')
  await change(deck, page, '"Alpha"', '"Alpha theirs"', 'Alpha theirs')
  await page.keyboard.type(' more')
  await press(page, 'Control', 'Enter')
  await page.waitForSelector('.ui-edit-conflict')
  expect(await versions(page)).toEqual(['Alpha mine more', 'Alpha theirs'])
  expect((await deck.value()).content[0].title).toBe('Alpha theirs')
  await page.click('.ui-edit-conflict .ui-edit-primary')
  await page.waitForSelector('.ui-edit-box[aria-label="Alpha mine more"]')
  await saved(page)
  expect((await deck.value()).content[0].title).toBe('Alpha mine more')
})

test.each([
  [
    'on the slide',
    (page: Page) => openText(page, 'Second text'),
    '.ui-edit-text',
    (page: Page) => press(page, 'Control', 'Enter'),
  ],
  [
    'in the panel',
    async (page: Page) => {
      await page.click('[data-path$="/text"] textarea')
      await press(page, 'Control', 'End')
    },
    '[data-path$="/text"] textarea',
    (page: Page) => page.keyboard.press('Tab'),
  ],
])('a text %s that is being typed stays with its slide, wherever others move that', async (_, open, field, apply) => {
  const deck = await editDeck(three)
  const page = await deck.open()
  await page.click('.ui-edit-slide[data-index="1"]')
  await page.waitForSelector('.ui-edit-box[aria-label="Second text"]')
  await open(page)
  await page.keyboard.type(' mine')
  const isOpen = () => page.$eval(field, (one) => one === document.activeElement && (one as HTMLTextAreaElement).value)
  await change(deck, page, '"content": [', '"content": [{ "title": "Zero", "text": "Theirs" },', 'Zero')
  await page.waitForSelector('.ui-edit-slide[data-index="2"][aria-current]')
  expect(await isOpen()).toBe('Second text mine')
  await page.keyboard.type(' more')
  await page.waitForSelector('.slides > section.present ::-p-text(Second text mine more)')
  await apply(page)
  await page.waitForSelector('.ui-edit-box[aria-label="Second text mine more"]')
  await saved(page)
  expect((await deck.value()).content).toEqual([
    { title: 'Zero', text: 'Theirs' },
    three.content[0],
    { title: 'Beta', text: 'Second text mine more' },
    three.content[2],
  ])
  expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('korme-edit')))).toEqual(
    [],
  )
})

test('what was typed into a slide that others have removed is shown before it goes', async () => {
  const deck = await editDeck(three)
  const page = await deck.open()
  await page.click('.ui-edit-slide[data-index="1"]')
  await openText(page, 'Second text')
  await page.keyboard.type(' mine')
  const { hash } = await deck.server.source('talk')
  await deck.server.edit('talk', { base: hash, ops: [{ op: 'remove', path: ['content', 1] }] })
  await page.waitForSelector('.ui-edit-conflict')
  expect(await versions(page)).toEqual(['Second text mine', '—'])
  expect((await deck.value()).content).toEqual([three.content[0], three.content[2]])
})

test('a place that others change while it is typed is not written over: both are shown', async () => {
  const deck = await editDeck({ lang: 'en', content: [{ title: 'Where', map: ['Astana', 'Taraz'] }] })
  const page = await deck.open({ ready: '.ui-edit-map' })
  await page.focus('.ui-edit-map li:nth-child(2) input')
  await press(page, 'Control', 'a')
  await page.keyboard.type('Almat')
  await page.waitForSelector('.ui-edit-suggestions [role=option]')
  await change(deck, page, '"Taraz"', '"Semey"', 'Where')
  await page.waitForSelector('.ui-edit-map li:nth-child(2) [title*="Semey"]')
  expect(await page.$eval('.ui-edit-map li:nth-child(2) input', ({ value }) => value)).toBe('Almat')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.ui-edit-conflict')
  expect(await versions(page)).toEqual(['Almaty', 'Semey'])
  await page.click('.ui-edit-conflict .ui-edit-primary')
  await saved(page)
  expect((await deck.value()).content[0].map).toEqual(['Astana', 'Almaty'])
})

test('a place that is typed is kept by the browser until it is in the file', async () => {
  const deck = await editDeck({
    lang: 'en',
    content: [{ title: 'Where', map: { place: 'Astana', markers: ['Taraz'] } }],
  })
  const page = await deck.open({ ready: '.ui-edit-map' })
  await page.focus('.ui-edit-map li:last-child input')
  await page.keyboard.type('Qyzylor')
  await page.reload()
  await page.waitForSelector('.ui-edit-kept blockquote::-p-text(Qyzylor)')
  await page.click('.ui-edit-kept-text button')
  await expect.poll(async () => (await deck.value()).content[0].map.markers).toEqual(['Taraz', 'Qyzylor'])
})

test('what a file that was away for a moment could not take is saved when it is back', async () => {
  const deck = await editDeck(three)
  const page = await deck.open()
  const path = join(deck.server.folder, 'decks/talk.json')
  await openText(page, 'First text')
  await page.keyboard.type(' mine')
  await rename(path, `${path}.away`)
  await press(page, 'Control', 'Enter')
  await page.waitForSelector('.ui-edit-message')
  await rename(`${path}.away`, path)
  await page.waitForSelector('.ui-edit-box[aria-label="First text mine"]')
  await saved(page)
  expect((await deck.value()).content[0].text).toBe('First text mine')
  expect(await page.$('.ui-edit-message')).toBeNull()
})
