import { expect, test } from 'vitest'
import { contest, words } from '../fixture.ts'
import { showing } from '../showing.ts'

const show = showing(contest)
const { rehearsal } = words.kk.speaker

test('a rehearsal measures each slide while the clock runs, and goes on after the page was loaded again', async () => {
  const page = await show({
    before:
      '{ window.later = 0; const now = performance.now.bind(performance); performance.now = () => now() + window.later }',
  })
  const later = (ms: number) => page.evaluate(`window.later += ${ms}`)
  const measured = async () => {
    await page.click('.ui-rehearse')
    const rows = await page.$$eval('.ui-rehearsal tr td:nth-child(2)', (all) => all.map((one) => one.textContent))
    await page.click('.ui-rehearsal .ui-primary')
    return rows
  }
  await page.keyboard.press('i')
  await page.click('.ui-rehearse')
  await page.click('.ui-rehearsal .ui-primary')
  await later(20_000)
  await page.keyboard.press('ArrowRight')
  await later(40_000)
  await page.keyboard.press('ArrowRight')
  await page.click('.ui-elapsed .ui-round')
  await later(50_000)
  expect((await measured()).slice(0, 2)).toEqual(['00:20', '00:40'])
  await page.reload()
  await page.waitForSelector('.reveal.ready')
  await page.keyboard.press('i')
  expect((await measured()).slice(0, 2)).toEqual(['00:20', '00:40'])
  await page.click('.ui-rehearse')
  await page.click(`.ui-rehearsal .ui-wide:last-child`)
  expect(await page.$eval('.ui-rehearse', (one) => one.getAttribute('aria-label'))).toBe(rehearsal.title)
})
