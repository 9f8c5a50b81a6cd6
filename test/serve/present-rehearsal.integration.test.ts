import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, expect, test } from 'vitest'
import { present as words } from '../../src/languages/kk/present.ts'
import { axeFindings } from '../axe.ts'
import { onlineBrowser } from '../online.ts'
import { openTalk, type TestTalk } from './talk/talk-server.ts'

const deck = `{
  "lang": "kk", "minutes": 2,
  "content": [
    { "block": "1", "title": "Көрме" },
    { "title": "Қабылдау",   "text": "Құжат тапсыру", "minutes": "1,5" },
    { "block": "section", "title": "Бөлім", "minutes": 4 },
    { "title": "Соңы", "text": "Рақмет" }
  ]
}
`
/** Slides with the times that are measured below: 0:20, 0:40, and 0:05 with 1:30 in the section. */
const written = deck
  .replace('"title": "Көрме"', '"title": "Көрме", "minutes": 0.3')
  .replace('"1,5"', '0.7')
  .replace('"minutes": 4', '"minutes": 1.6')

const { rehearsal } = words
let talk: TestTalk
let page: Page
afterAll(async () => {
  await page.close()
  await talk.close()
})

const later = (ms: number) => page.evaluate(`window.later += ${ms}`)
const says = (text: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector('.ui-rehearsal')?.textContent?.includes(wanted),
    {},
    text.replace('{x}', 'talk.json').split('{')[0]!.slice(-40),
  )
const rows = () =>
  page.$$eval('.ui-plan-times tr:has(td)', (all) =>
    all.map((row) => [...row.children].map(({ textContent }) => textContent).join(' | ')),
  )

test('the times of a rehearsal are shown beside what the deck says, and written into it on request', async () => {
  talk = await openTalk(undefined, undefined, 'kk', deck)
  page = await (await (await onlineBrowser()).browser().createBrowserContext()).newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.setBypassCSP(true)
  await page.setViewport({ width: 1280, height: 720 })
  await page.evaluateOnNewDocument(
    '{ window.later = 0; const now = performance.now.bind(performance); performance.now = () => now() + window.later }',
  )
  await page.goto(talk.page('speaker'))
  await page.waitForSelector('.reveal.ready')
  await page.keyboard.press('i')
  await page.click('.ui-rehearse')
  // Nothing was measured yet.
  expect(await page.$$eval('.ui-rehearsal .ui-wide', (all) => all.length)).toBe(1)
  await page.click('.ui-rehearsal .ui-primary')
  for (const seconds of [20, 40, 5, 50]) {
    await later(seconds * 1000)
    await page.keyboard.press('ArrowRight')
  }
  await later(40_000)
  await page.click('.ui-elapsed .ui-round')

  await page.click('.ui-rehearse')
  await page.click('.ui-rehearsal .ui-wide:nth-of-type(2)')
  await says(rehearsal.about)
  const shown = ['1. Көрме | — | 00:18', '2. Қабылдау | 01:30 | 00:42']
  expect(await rows()).toEqual([...shown, `${rehearsal.section.replace('{x}', '3. Бөлім')} | 04:00 | 01:36`])
  await says('02:36')
  expect(await axeFindings(page)).toEqual([])
  expect(await readFile(talk.deck, 'utf8')).toBe(deck)

  // Somebody saves the deck meanwhile: nothing is written that was not shown.
  await writeFile(talk.deck, deck.replace('"minutes": 4', '"minutes": 7'))
  await page.click('.ui-rehearsal .ui-primary')
  await says(rehearsal.changed)
  expect((await rows()).at(-1)).toContain('07:00 | 01:36')
  await page.click('.ui-rehearsal .ui-primary')
  await says(rehearsal.written)
  expect(await readFile(talk.deck, 'utf8')).toBe(written)
  expect(await readdir(join(dirname(talk.deck), 'copies'))).toHaveLength(1)

  await page.click('.ui-rehearsal .ui-wide')
  await page.click('.ui-rehearsal .ui-wide:nth-of-type(2)')
  await says(rehearsal.same)

  // Without a server nothing hangs.
  await page.click('.ui-rehearsal .ui-wide')
  await talk.session.close()
  await page.click('.ui-rehearsal .ui-wide:nth-of-type(2)')
  await says(rehearsal.failed)
  expect(errors).toEqual([])
})
