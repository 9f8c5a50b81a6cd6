import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { page as words } from '../../../src/languages/kk/page.ts'
import { openPage } from '../../browser.ts'
import { builtDeck } from '../languages/multilingual-deck.ts'

const deck = {
  lang: 'kk',
  content: [
    { block: '1', title: 'Дауыс' },
    { title: 'Қайда?', poll: ['Астана', 'Алматы'], notes: 'Уақыт беріңіз.' },
    { title: 'Соңы', text: 'Рақмет' },
  ],
}
let built: Awaited<ReturnType<typeof builtDeck>>
beforeAll(async () => {
  built = await builtDeck(deck)
})
afterAll(() => built.remove())

test('a built page says at a poll that nobody can vote there: never to a hall at rest, and never on paper', async () => {
  const opened = await openPage(readFileSync(join(built.root, 'report.html'), 'utf8'))
  const { page } = opened
  await page.waitForSelector('.reveal.ready')
  const hint = () => page.$$eval('.ui-poll-hint', (all) => all.map(({ textContent }) => textContent))
  await page.mouse.move(300, 300)
  await page.mouse.move(320, 310)
  expect(await hint()).toEqual([])
  await page.keyboard.press('ArrowRight')
  expect(await hint()).toEqual([])
  await page.mouse.move(330, 330)
  await page.waitForSelector('.ui-poll-hint')
  expect(await hint()).toEqual([words.pollHint])
  await page.emulateMediaType('print')
  expect(await page.$eval('.ui-poll-hint', (one) => getComputedStyle(one).display)).toBe('none')
  await page.emulateMediaType('screen')
  await page.keyboard.press('i')
  expect(await page.$eval('.ui-poll-hint', (one) => getComputedStyle(one).display)).toBe('none')
  expect(await page.$eval('.ui-speaker .ui-poll-note', (one) => one.textContent)).toBe(words.pollHint)
  await page.keyboard.press('ArrowRight')
  expect(await hint()).toEqual([])
  expect(await page.$('.ui-speaker .ui-poll-note[hidden]')).not.toBeNull()
  await page.keyboard.press('i')
  await page.keyboard.press('r')
  await page.waitForSelector('.slide .ui-poll-note')
  expect(await page.$$eval('.slide .ui-poll-note', (all) => all.length)).toBe(1)
  await page.emulateMediaType('print')
  expect(await page.$eval('.ui-poll-note', (one) => getComputedStyle(one).display)).toBe('none')
  expect(opened.errors).toEqual([])
  await opened.close()
})
