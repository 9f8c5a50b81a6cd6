import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { builtDeck, multilingualDeck } from '../client/languages/multilingual-deck.ts'
import { type Tab, until } from '../support/engines/engine.ts'
import { current, ready, seenSlides } from '../support/engines/show-state.ts'
import { engineKinds, walking } from '../support/engines/walking.ts'

let built: Awaited<ReturnType<typeof builtDeck>>
beforeAll(async () => {
  built = await builtDeck()
})
afterAll(() => built.remove())

const address = (hash = '') => pathToFileURL(built.outputs[0]!.path).href + hash
const pagesIn = (edition: number) => built.editions[edition]!.deck.pages.length
const shown = 'document.documentElement.lang + " " + document.querySelector("section.present")?.id'
const isShown = (tab: Tab, what: string) => until(tab, `${shown} === ${JSON.stringify(what)}`)

describe.each(engineKinds)('$name', (kind) => {
  const walk = walking(kind)

  walk('switches the language by key and menu, at the same place, and remembers it in the address', async (open) => {
    const page = await open(address('#/s2-2?lang=kk'))
    await until(page, ready)
    await isShown(page, 'kk s2-2')
    await page.press('k')
    await until(page, 'document.documentElement.lang === "ru"')
    expect(await page.run('document.querySelector("section.present").dataset.slide')).toBe('2')
    expect(await page.run('document.title')).toBe(multilingualDeck.name.ru)
    await page.press('k', 'k')
    await isShown(page, 'kk s2-2')
    await page.press('ArrowRight')
    await isShown(page, 'kk s2-3')
    await page.run('document.querySelector(".ui-languages > button").click()')
    await page.run('document.querySelector(\'.ui-language-list [lang="en"]\').click()')
    await until(page, 'document.documentElement.lang === "en"')
    await page.press('End')
    await until(page, `${current} === ${pagesIn(2)}`)
    await isShown(page, 'en s5_en')
    await until(page, 'location.hash === "#/s5?lang=en"')
  })

  walk('opens in the language of the address, and draws its slide in its own fonts', async (open) => {
    const page = await open(address('#/s3?lang=ru'))
    await until(page, ready)
    await isShown(page, 'ru s3_ru')
    const picture =
      '(() => { const { width, height } = document.querySelector(".present img").getBoundingClientRect(); return width > 200 && height > 150 })()'
    expect(await page.run(picture)).toBe(true)
    expect(await page.run('[...document.fonts].some(({ status }) => status === "loaded")')).toBe(true)
  })

  walk('switches in the reading view', async (open) => {
    const page = await open(address('#/s4?lang=kk'), { width: 390, height: 844 })
    await until(page, 'document.querySelector(".ui-reading-bar")')
    await page.press('k')
    await until(page, 'document.documentElement.lang === "ru"')
    await until(page, 'Math.abs(document.getElementById("s4_ru").getBoundingClientRect().top) < 844')
  })

  walk('reads notes in another language', async (open) => {
    const page = await open(address('#?lang=kk'))
    await until(page, ready)
    await page.press('i')
    await until(page, 'document.querySelector(".ui-speaker-here select")')
    await page.run(
      '(() => { const list = document.querySelector(".ui-speaker-here select"); list.value = "ru"; list.dispatchEvent(new Event("change")) })()',
    )
    await until(page, 'document.querySelector(".ui-notes-text").textContent === "Поздороваться с гостями"')
    await isShown(page, 'kk s1')
  })
})

describe.each(engineKinds)('$name without scripts', (kind) => {
  const walk = walking(kind, { scripts: false })

  walk('shows the slides of the first language, and nothing of the others', async (open) => {
    const page = await open(address())
    expect(await page.run<number[]>(seenSlides)).toHaveLength(pagesIn(0))
    expect(await page.run('document.body.innerText')).not.toMatch(/Годовой|Annual/)
  })
})
