import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest'
import { deckOf, makeFolder, type Serving, startServing } from '../serve/korme-serve.ts'
import { openTalk, type TestTalk } from '../serve/talk/talk-server.ts'
import { type Tab, until } from '../support/engines/engine.ts'
import { current, isOpen, ready, seenSlides } from '../support/engines/show-state.ts'
import { engineKinds, type Open, walking } from '../support/engines/walking.ts'

const titles = ['One', 'Two', 'Three', 'Four']
let folder: Awaited<ReturnType<typeof makeFolder>>
let serving: Serving
let talk: TestTalk

beforeAll(async () => {
  folder = await makeFolder({ 'decks/talk.json': deckOf(titles), 'static/img/.keep': '' })
  serving = await startServing(folder.path)
})
afterAll(async () => {
  await serving?.end()
  await folder?.remove()
})

const save = (text: string) => writeFile(join(folder.path, 'decks/talk.json'), text)
const deckPage = () => `${serving.address}/decks/talk/`
const isAt = (page: Tab, slide: number) => until(page, `${current} === ${slide}`)
const text = (selector: string) => `(document.querySelector('${selector}')?.innerText ?? '')`
const lines = (tab: Tab, count: number) =>
  until(tab, `document.querySelectorAll(".ui-ink path").length === ${count * 2}`)

async function show(open: Open, address: string): Promise<Tab> {
  const page = await open(address)
  await until(page, ready)
  return page
}

describe.each(engineKinds)('the preview in $name', (kind) => {
  const walk = walking(kind)
  beforeEach(() => save(deckOf(titles)))

  walk('lists the decks, and leads to one', async (open) => {
    const page = await open(serving.address)
    await until(page, `${text('.deck')}.includes('Served')`)
    expect(await page.run('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await page.click('.deck a')
    await until(page, ready)
    expect(await page.run('location.pathname')).toBe('/decks/talk/')
  })

  walk('goes through the slides, and finds one', async (open) => {
    const page = await show(open, deckPage())
    await until(page, 'document.querySelectorAll(".slides > section").length === 4')
    await page.press('ArrowRight')
    await isAt(page, 2)
    await page.press('/')
    await until(page, isOpen('.ui-search'))
    await page.press(...'four')
    await until(page, 'document.querySelectorAll(".ui-hit").length === 1')
    await page.press('Enter')
    await isAt(page, 4)
    await page.press('o')
    await until(page, 'document.querySelectorAll(".ui-tile .slide").length === 4')
  })

  walk('shows an edit without loading again, and stays at its slide', async (open) => {
    const page = await show(open, `${deckPage()}#/2`)
    await isAt(page, 2)
    await page.run('void (window.mark = true)')
    await save(deckOf(['New', ...titles]))
    await until(page, 'document.querySelectorAll(".slides > section").length === 5')
    await until(page, `${text('section.present')}.includes('About two')`)
    await save(deckOf(['New', 'One', 'Two edited', 'Three', 'Four']))
    await until(page, `${text('section.present')}.includes('Two edited')`)
    expect(await page.run('window.mark')).toBe(true)
  })

  walk('says what is wrong with a deck, and when it is right again', async (open) => {
    const page = await show(open, deckPage())
    await save(deckOf(titles).slice(0, -40))
    await until(page, `document.querySelector('.ui-found:not([hidden])')`)
    await until(page, `${text('.ui-found-summary')}.includes('1 ')`)
    expect(await page.run('document.querySelectorAll(".slides > section").length')).toBe(4)
    await save(deckOf(titles))
    await until(page, `!document.querySelector('.ui-found:not([hidden])')`)
  })
})

describe.each(engineKinds)('a talk in $name', (kind) => {
  const walk = walking(kind)
  beforeEach(async () => {
    talk = await openTalk()
    return () => talk.close()
  })

  walk('leads the audience: slides, drawings and the black screen', async (open) => {
    const audience = await show(open, talk.page('audience'))
    const speaker = await show(open, talk.page('speaker'))
    await speaker.press('ArrowRight')
    await isAt(audience, 2)
    await speaker.press('d')
    await until(speaker, 'document.querySelector(".ui-ink").dataset.tool === "pen"')
    await speaker.drag([300, 300], [600, 400])
    await lines(audience, 1)
    await speaker.press('z')
    await lines(audience, 0)
    await speaker.press('b')
    await until(audience, 'document.querySelector(".reveal.paused")')
  })

  walk('lets the audience look around, and come back', async (open) => {
    const speaker = await show(open, talk.page('speaker'))
    const audience = await show(open, talk.page('audience'))
    await audience.press('ArrowRight', 'ArrowRight')
    await isAt(audience, 3)
    await until(audience, '!document.querySelector(".ui-back").hidden')
    expect(await speaker.run(current)).toBe(1)
    await speaker.press('ArrowRight')
    await isAt(speaker, 2)
    await audience.click('.ui-back')
    await isAt(audience, 2)
  })

  walk('is read by the audience on a phone, which marks the slide of the speaker', async (open) => {
    const audience = await open(talk.page('audience'), { width: 420, height: 800 })
    await until(audience, 'document.querySelector(".ui-reading")')
    expect(await audience.run(seenSlides)).toEqual([1, 2, 3, 4])
    expect(await audience.run('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    const speaker = await show(open, talk.page('speaker'))
    await speaker.press('End')
    await until(
      audience,
      '(({ top, bottom }) => top < innerHeight && bottom > 0)(document.querySelector("#s4").getBoundingClientRect())',
    )
  })

  walk('is led by a remote, after its PIN', async (open) => {
    const speaker = await show(open, talk.page('speaker'))
    await speaker.press('i')
    await until(speaker, '/\\d{3} \\d{3}/.test(document.querySelector(".ui-pin")?.textContent ?? "")')
    const pin = await speaker.run<string>('document.querySelector(".ui-pin").textContent.replace(/\\D/g, "")')
    const remote = await open(talk.page('remote'), { width: 420, height: 800 })
    await until(remote, 'document.querySelector(".ui-gate input")')
    await remote.click('.ui-gate input')
    await remote.press(...pin, 'Enter')
    await until(remote, 'document.querySelector(".ui-remote .ui-current .slide")')
    await remote.click('.ui-remote-moves .ui-primary')
    await isAt(speaker, 2)
    await remote.click('.ui-remote-moves .ui-black')
    await until(speaker, 'document.querySelector(".reveal.paused")')
    expect(await remote.run('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  })

  walk('shows the speaker notes and the next slide beside the current one', async (open) => {
    const speaker = await show(open, talk.page('speaker'))
    await speaker.press('i')
    await until(speaker, `${text('.ui-notes-text')}.includes('Амандасу')`)
    await speaker.press('ArrowRight')
    await until(speaker, `${text('.ui-notes-text')}.includes('Мұнда')`)
    expect(await speaker.run('document.querySelectorAll(".ui-speaker .slide").length')).toBeGreaterThanOrEqual(2)
  })
})

describe.each(engineKinds)('pages of servers where scripting is off in $name', (kind) => {
  const walk = walking(kind, { scripts: false })
  beforeEach(async () => {
    await save(deckOf(titles))
    talk = await openTalk()
    return () => talk.close()
  })

  walk('list the decks', async (open) => {
    const page = await open(serving.address)
    expect(await page.run(text('#decks'))).toContain('Served')
    expect(await page.run('new URL(document.querySelector("#decks a").href).pathname')).toBe('/decks/talk/')
  })

  walk('show all slides', async (open) => {
    for (const address of [deckPage(), talk.page('audience'), talk.page('speaker')]) {
      const page = await open(address)
      expect(await page.run(seenSlides)).toEqual([1, 2, 3, 4])
    }
  })

  walk('are read in a narrow window', async (open) => {
    const page = await open(talk.page('audience'), { width: 420, height: 800 })
    expect(await page.run(seenSlides)).toEqual([1, 2, 3, 4])
    expect(await page.run('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  })
})
