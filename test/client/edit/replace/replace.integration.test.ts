import { expect, test } from 'vitest'
import { axeFindings } from '../../../axe.ts'
import { editDeck, press, saved } from '../editing-page.ts'

const deck = {
  lang: 'en',
  content: [
    { title: 'Old town', text: 'The old town is old.', notes: 'older' },
    {
      title: 'Plan',
      table: [
        ['Town', 'Old'],
        ['A', 'old'],
      ],
    },
    { title: { en: 'End', ru: 'Конец old' } },
  ],
}

test('a word is replaced in the whole deck with the keyboard, and one step brings it back', async () => {
  const edited = await editDeck(deck)
  const before = await edited.text()
  const page = await edited.open()
  await page.focus('.ui-edit-slide')
  await press(page, 'Control', 'h')
  await page.waitForFunction(() => document.activeElement?.matches('.ui-edit-replace input'))
  await page.keyboard.type('old')
  await page.waitForFunction(() => document.querySelector('.ui-edit-replace [role=status]')?.textContent === 'Found: 7')
  expect(await page.$$eval('.ui-edit-replace mark', (marks) => marks.length)).toBe(7)
  const boxes = await page.$$('.ui-edit-replace input[type=checkbox]')
  await boxes[1]!.click()
  await page.waitForFunction(() => document.querySelector('.ui-edit-replace [role=status]')?.textContent === 'Found: 6')
  expect(await axeFindings(page)).toEqual([])
  const fields = await page.$$('.ui-edit-replace input[type=text]')
  await fields[1]!.type('new')
  await page.keyboard.press('Enter')
  await saved(page)
  await page.waitForFunction(() =>
    document.querySelector('.ui-edit-replace [role=status]')?.textContent.startsWith('Replaced: 6'),
  )
  expect(await edited.text()).toBe(before.replace(/\bold\b/gi, 'new'))
  await page.keyboard.press('Escape')
  expect(await page.$('.ui-edit-replace')).toBeNull()
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('ui-edit-slide')
  await press(page, 'Control', 'z')
  await page.waitForFunction(() => document.querySelector('.ui-edit-slide .ui-live')?.textContent === 'Old town')
  await saved(page)
  expect(await edited.text()).toBe(before)
})

test('one of the places is replaced alone, and each leads to its slide', async () => {
  const edited = await editDeck(deck)
  const page = await edited.open()
  await page.click('.ui-edit-tools [aria-label^="Find and replace"]')
  await page.waitForFunction(() => document.activeElement?.matches('.ui-edit-replace input'))
  await page.keyboard.type('Конец')
  const places = await page.waitForSelector('.ui-edit-replace li .ui-edit-found-text')
  expect(await places!.evaluate(({ textContent }) => textContent)).toBe('Slide 3Конец old')
  await places!.click()
  await page.waitForSelector('.ui-edit-slide:nth-child(3)[aria-current="true"]')
  const fields = await page.$$('.ui-edit-replace input[type=text]')
  await fields[1]!.type('Финал')
  await page.click('.ui-edit-replace li .ui-edit-button')
  await saved(page)
  await page.waitForFunction(() =>
    document.querySelector('.ui-edit-replace [role=status]')?.textContent.startsWith('Replaced: 1'),
  )
  expect((await edited.value()).content[2].title.ru).toBe('Финал old')
})
