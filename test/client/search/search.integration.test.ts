import { expect, test } from 'vitest'
import { windowOpenedBy } from '../../browser.ts'
import { contest, words } from '../fixture.ts'
import { showing } from '../showing.ts'
import { at, slide, text } from '../shown.ts'

const show = showing({ ...contest, footer: 'Министрлік' })

const hits = (page: import('puppeteer-core').Page) =>
  page.$$eval('.ui-hit-number', (all) => all.map((one) => Number(one.textContent)))

test('`/` finds words of any slide, on any keyboard, and Enter goes there', async () => {
  const page = await show()
  await page.keyboard.press('/')
  await page.keyboard.type('КОГАМДЫК')
  expect(await hits(page)).toEqual([3])
  expect(await text(page, '.ui-search [role=status]')).toBe('Табылған слайд саны: 1.')
  expect(await text(page, '.ui-hit mark')).toBe('Қоғамдық')
  await page.keyboard.press('Enter')
  expect(await slide(page)).toBe(3)
  expect(await page.$('.ui-search[open]')).toBeNull()
})

test('the footer of every slide and the slide numbers are not searched', async () => {
  const page = await show()
  expect(await page.$$eval('.box.footer', (all) => all.length)).toBe(11)
  await page.keyboard.press('/')
  await page.keyboard.type('министрлік')
  expect(await hits(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => document.querySelector('dialog[open]') === null)
  await page.keyboard.press('/')
  await page.keyboard.type('3')
  expect(await hits(page)).not.toContain(3)
})

test('Ctrl+F searches the deck instead of the one visible slide', async () => {
  const page = await show()
  await page.keyboard.down('Control')
  await page.keyboard.press('f')
  await page.keyboard.up('Control')
  await page.keyboard.type('маусым')
  expect(await hits(page)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(await slide(page)).toBe(5)
})

test('a key right after Escape is handled, though the closed dialog still has the focus', async () => {
  const page = await show()
  await page.keyboard.press('/')
  await page.$eval('.ui-search', (dialog) => {
    ;(dialog as HTMLDialogElement).close()
    const key = { code: 'KeyO', key: 'o', bubbles: true, cancelable: true }
    dialog.querySelector('input')?.dispatchEvent(new KeyboardEvent('keydown', key))
  })
  await page.waitForSelector('.ui-overview[open]')
})

test('only the speaker view searches the notes', async () => {
  const page = await show()
  await page.keyboard.press('/')
  await page.keyboard.type('былтыр')
  expect(await hits(page)).toEqual([])
  for (const shown of ['.ui-hits-none', '.ui-search [role=status]'])
    expect(await text(page, shown)).toBe(words.kk.search.none)
  await page.keyboard.press('Escape')
  // The browser closes a dialog shortly after the key.
  await page.waitForFunction(() => document.querySelector('dialog[open]') === null)

  const speaker = await windowOpenedBy(() => page.keyboard.press('s'))
  await speaker.waitForSelector('.ui-speaker .slide')
  await speaker.keyboard.press('/')
  await speaker.keyboard.type('былтыр')
  expect(await hits(speaker)).toEqual([2])
  expect(await text(speaker, '.ui-hit em')).toContain(words.kk.speaker.notes)
  await speaker.keyboard.press('Enter')
  await at(page, 2)
})
