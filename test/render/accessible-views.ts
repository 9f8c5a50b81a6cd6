import type { Page } from 'puppeteer-core'
import { type AxeFinding, findingsByRule, heldTags } from '../axe.ts'
import { openPage, windowOpenedBy } from '../browser.ts'

/** The views of a page besides its slides, and how a user comes there. */
const views: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  help: async (page) => {
    await page.keyboard.press('F1')
    await page.waitForSelector('.ui-help[open]')
  },
  overview: async (page) => {
    await page.keyboard.press('o')
    await page.waitForSelector('.ui-overview[open] .ui-tile .slide')
  },
  search: async (page) => {
    await page.keyboard.press('/')
    await page.keyboard.type('а')
    await page.waitForSelector('.ui-search[open] .ui-hit')
  },
  jump: async (page) => {
    await page.keyboard.press('g')
    await page.waitForSelector('.ui-jump[open]')
  },
  drawing: async (page) => {
    await page.keyboard.press('d')
    await page.waitForSelector('.ui-tool[aria-pressed="true"]')
  },
  'speaker view here': async (page) => {
    await page.keyboard.press('i')
    await page.waitForSelector('.ui-speaker-here .slide')
  },
}

/** What axe-core finds in the help, overview, search, speaker view and reading view of a page, by the name of the view. */
export async function findingsOfViews(html: string, tags: readonly string[] = heldTags): Promise<AxeFinding[]> {
  const found: AxeFinding[] = []
  const look = async (name: string, page: Page) => {
    for (const { text, held } of await findingsByRule(page, tags)) found.push({ text: `${name}: ${text}`, held })
  }
  for (const [name, go] of Object.entries(views)) {
    const { page, close } = await openPage(html)
    await page.waitForSelector('.reveal.ready')
    await go(page)
    await look(name, page)
    await close()
  }
  const { page, close } = await openPage(html)
  await page.waitForSelector('.reveal.ready')
  const speaker = await windowOpenedBy(() => page.keyboard.press('s'))
  await speaker.waitForSelector('.ui-speaker .slide')
  await look('speaker window', speaker)
  await close()
  for (const width of [390, 1280]) {
    const before = "sessionStorage.setItem('korme-view', 'reading')"
    const reading = await openPage(html, { before, viewport: { width, height: 844 } })
    await reading.page.waitForSelector('.ui-reading')
    await look(`reading view, ${width} px`, reading.page)
    await reading.close()
  }
  return found
}
