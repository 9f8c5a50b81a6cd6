import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { build } from '../../src/documents/produce.ts'
import { openPage } from '../browser.ts'
import { galleryDeck } from '../gallery/editions.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { cutInReadingView, cutInShow, goTo, spaceTexts } from './text-spacing.ts'

const root = join(import.meta.dirname, '../..')
/** Together they have every block and every layout. */
const decks = [join(root, 'decks/every-block.json'), galleryDeck]
const built = new Map<string, ReturnType<typeof build>>()

/** The page of a deck, which is built once. */
async function pageOf(deck: string): Promise<string> {
  const building = built.get(deck) ?? build(deck, { root, out: temporaryFolder() })
  built.set(deck, building)
  return pathToFileURL((await building).outputs[0]!.path).href
}

/** That of the gallery, in each theme, is looked at by `npm run verify:themes`. */
test('no line is cut in the show, with lines, words and letters far apart', async () => {
  expect(await cutInShow(await pageOf(decks[0]!))).toEqual([])
})

describe.each(decks)('%s, with lines, words and letters far apart', (deck) => {
  test.each([390, 1280])('no line is cut in the reading view of a window %i px wide', async (width) => {
    expect(await cutInReadingView(await pageOf(deck), width)).toEqual([])
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
