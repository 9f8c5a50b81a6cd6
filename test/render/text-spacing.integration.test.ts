import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../src/documents/produce.ts'
import { openPage } from '../browser.ts'
import { galleryDeck } from '../gallery/editions.ts'
import { cutLines, spaceTexts } from './text-spacing.ts'

const root = join(import.meta.dirname, '../..')
const ships = readdirSync(join(root, 'decks')).filter((name) => name.endsWith('.json'))
const decks = [...ships.map((name) => join(root, 'decks', name)), galleryDeck]
let out = ''
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'korme-spacing-'))
})
afterAll(() => rm(out, { recursive: true, force: true }))

async function pageOf(deck: string): Promise<string> {
  const { outputs } = await build(deck, { root, out })
  return readFileSync(outputs[0]!.path, 'utf8')
}

/** Shows a slide, and waits until its texts had the time to become smaller. */
async function goTo(page: Page, number: number): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/${number}`)
  await page.waitForSelector(`section.present[data-page="${number}"]`)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

describe.each(decks)('%s, with lines, words and letters far apart', (deck) => {
  test('no line is cut in the show', async () => {
    const { page, close } = await openPage(await pageOf(deck))
    await page.waitForSelector('.reveal.ready')
    await spaceTexts(page)
    const count = await page.$$eval('.slides > section', (all) => all.length)
    const cut: string[] = []
    for (let number = 1; number <= count; number++) {
      await goTo(page, number)
      cut.push(...(await cutLines(page)))
    }
    expect(cut).toEqual([])
    expect(
      await page.$$eval('.slides .box > *', (all) => all.filter((one) => (one as HTMLElement).style.transform).length),
    ).toBeGreaterThan(count)
    await close()
  })

  test.each([390, 1280])('no line is cut in the reading view of a window %i px wide', async (width) => {
    const before = "sessionStorage.setItem('korme-view', 'reading')"
    const { page, close } = await openPage(await pageOf(deck), { before, viewport: { width, height: 844 } })
    await page.waitForSelector('.ui-reading')
    await spaceTexts(page)
    expect(await cutLines(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await close()
  })
})

test('nothing is scaled, and no table is changed, where nobody spaces texts', async () => {
  const { page, close } = await openPage(await pageOf(galleryDeck))
  await page.waitForSelector('.reveal.ready')
  const count = await page.$$eval('.slides > section', (all) => all.length)
  for (let number = 1; number <= count; number++) await goTo(page, number)
  expect(await page.$$eval('.ui-spaced, .box > [style*="scale"]', (all) => all.map((one) => one.textContent))).toEqual(
    [],
  )
  await close()
})

test('a text that is spaced while it is seen becomes smaller at once, and large again', async () => {
  const { page, close } = await openPage(await pageOf(decks[0]!))
  await page.waitForSelector('.reveal.ready')
  const scaled = () =>
    page.waitForFunction(() => document.querySelector<HTMLElement>('section.present .box > *[style*="scale"]'))
  await spaceTexts(page)
  await scaled()
  await page.evaluate(() => {
    document.adoptedStyleSheets = []
  })
  await page.waitForFunction(() => !document.querySelector('section.present .box > *[style*="scale"]'))
  await close()
})
