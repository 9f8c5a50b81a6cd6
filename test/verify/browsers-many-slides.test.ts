import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { build } from '../../src/documents/produce.ts'
import { readPdf } from '../pdf-file.ts'
import { chrome109 } from '../support/engines/chrome-109.ts'
import { type Tab, until } from '../support/engines/engine.ts'
import { firefox } from '../support/engines/firefox.ts'
import { current, isOpen, printRules, ready, seenSlides } from '../support/engines/show-state.ts'
import { engineKinds, type Open, walking } from '../support/engines/walking.ts'
import { webkit } from '../support/engines/webkit.ts'

const folder = mkdtempSync(join(tmpdir(), 'korme-many-'))
/** The addresses of pages, by the number of their slides. */
const pages = new Map<number, string>()

beforeAll(async () => {
  for (const count of [1_000, 10_000]) {
    const content = Array.from({ length: count }, (_, i) => ({ title: `Aim ${i + 1}`, text: `Word${i + 1} and more.` }))
    const deck = join(folder, `many-${count}.json`)
    writeFileSync(deck, JSON.stringify({ name: 'Many', lang: 'en', content }))
    const { outputs } = await build(deck, { root: folder, out: folder })
    pages.set(count, pathToFileURL(outputs[0]!.path).href)
  }
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function show(open: Open, count: number, suffix = ''): Promise<Tab> {
  const page = await open(pages.get(count)! + suffix)
  await until(page, `${ready} && document.readyState === "complete"`)
  return page
}
const isAt = (page: Tab, slide: number) => until(page, `${current} === ${slide}`)

/**
 * How a script lets a browser search: as a user does, or for the text that a link names. In Chrome it cannot; this is what its
 * search does to what it has found.
 */
const searches: Readonly<Record<string, string>> = {
  [firefox.name]: 'void window.find("Word500 ")',
  [webkit.name]: 'void (location.hash = ":~:text=Word500%20and")',
  [chrome109.name]: 'void document.querySelector("#s500 p").dispatchEvent(new Event("beforematch", { bubbles: true }))',
}

describe.each(engineKinds)('1,000 slides in $name', (kind) => {
  const walk = walking(kind)

  walk('are reached by keys, a number and the URL', async (open) => {
    const page = await show(open, 1_000, '#/700')
    await isAt(page, 700)
    await page.press('ArrowRight')
    await isAt(page, 701)
    await page.press('End')
    await isAt(page, 1_000)
    await page.press('ArrowLeft')
    await isAt(page, 999)
    await page.press('Home')
    await isAt(page, 1)
    await page.press('4', '5', '6', 'Enter')
    await isAt(page, 456)
    await page.run('void (location.hash = "#/s300")')
    await isAt(page, 300)
  })

  walk('are all found by the search of the page', async (open) => {
    const page = await show(open, 1_000)
    for (const number of [912, 1_000]) {
      await page.press('/')
      await until(page, isOpen('.ui-search'))
      await page.press(...`word${number}`)
      await until(page, 'document.querySelectorAll(".ui-hit").length === 1')
      await page.press('Enter')
      await isAt(page, number)
    }
  })

  walk('are found by the search of the browser', async (open) => {
    const page = await show(open, 1_000)
    await until(page, '!document.querySelector(".slides > section:not(.present, [hidden=until-found])")')
    expect(
      await page.run('document.querySelectorAll(".slides > section:not(#s2):is([inert], [aria-hidden])").length'),
    ).toBe(0)
    await page.run(searches[kind.name]!)
    await isAt(page, 500)
    expect(await page.run('document.querySelector("#s500").hidden')).toBe(false)
  })

  walk('are all in the overview', async (open) => {
    const page = await show(open, 1_000)
    await page.press('o')
    await until(page, 'document.querySelectorAll(".ui-tile").length === 1000')
    await page.press('End')
    await until(page, 'document.activeElement === document.querySelector(".ui-tile:last-child")')
    await until(page, 'document.querySelector(".ui-tile:last-child .slide")')
    await page.press('ArrowLeft', 'Enter')
    await isAt(page, 999)
    // Not all of them were drawn.
    expect(await page.run<number>('document.querySelectorAll(".ui-tile .slide").length')).toBeLessThan(200)
  })

  walk('are all printed', async (open) => {
    const page = await show(open, 1_000, '#/500')
    const pdf = await page.print()
    if (pdf === null) {
      await page.run(`dispatchEvent(new Event('beforeprint'))`)
      await page.run(printRules)
      expect(await page.run<number[]>(seenSlides)).toHaveLength(1_000)
      return
    }
    const { pages: printed } = await readPdf(pdf)
    expect(printed).toHaveLength(1_000)
    for (const number of [1, 499, 500, 501, 1_000]) expect(printed[number - 1]!.text).toContain(`Word${number} `)
    await isAt(page, 500)
  })
})

describe.each(engineKinds)('10,000 slides in $name', (kind) => {
  const walk = walking(kind)

  walk('open and move', async (open) => {
    const page = await show(open, 10_000)
    await page.press('ArrowRight')
    await isAt(page, 2)
    await page.press('End')
    await isAt(page, 10_000)
    await page.press('ArrowLeft')
    await isAt(page, 9_999)
    await page.press('5', '0', '0', '0', 'Enter')
    await isAt(page, 5_000)
    await page.press('Home')
    await isAt(page, 1)
  })
})
