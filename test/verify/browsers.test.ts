import { afterAll, beforeAll, describe, expect } from 'vitest'
import { page as en } from '../../src/languages/en/page.ts'
import { page as kk } from '../../src/languages/kk/page.ts'
import { page as ru } from '../../src/languages/ru/page.ts'
import { readPdf } from '../pdf-file.ts'
import { type Tab, type TabOptions, until } from '../support/engines/engine.ts'
import { current, isOpen, printRules, ready, seenSlides } from '../support/engines/show-state.ts'
import { buildWalkedDeck, content, type WalkedDeck } from '../support/engines/walked-deck.ts'
import { engineKinds, walking } from '../support/engines/walking.ts'

const words = { kk, ru, en }
const numbers = content.map((_, i) => i + 1)
let deck: WalkedDeck

beforeAll(async () => {
  deck = await buildWalkedDeck()
})
afterAll(() => deck?.remove())

const address = (lang: string) => deck.address(lang)
const isAt = (tab: Tab, slide: number) => until(tab, `${current} === ${slide}`)

describe.each(engineKinds)('$name', (kind) => {
  const add = walking(kind)
  /** A test in this browser. It gets a function that opens the page. */
  const walk = (title: string, act: (open: (at?: string, options?: TabOptions) => Promise<Tab>) => Promise<void>) =>
    add(title, (open) => act((at = address('kk'), options) => open(at, options)))
  const show = async (open: (at?: string) => Promise<Tab>, suffix = '') => {
    const opened = await open(address('kk') + suffix)
    await until(opened, ready)
    return opened
  }

  walk('opens at the first slide, in its own fonts', async (open) => {
    const page = await show(open)
    expect(await page.run(current)).toBe(1)
    await until(
      page,
      'document.fonts.status === "loaded" && [...document.fonts].some(({ status }) => status === "loaded")',
    )
    const box = await page.run<{ width: number; x: number }>(
      'document.querySelector("section.present").getBoundingClientRect().toJSON()',
    )
    const [width, height] = await page.run<[number, number]>('[innerWidth, innerHeight]')
    expect(box.width).toBeCloseTo(Math.min(width, (height * 16) / 9), -1)
  })

  walk('goes on, back, to the end and to the first slide', async (open) => {
    const page = await show(open)
    await page.press('ArrowRight', 'PageDown')
    await isAt(page, 3)
    await page.press('ArrowLeft')
    await isAt(page, 2)
    await page.press('End')
    await isAt(page, 12)
    await page.press('Home')
    await isAt(page, 1)
  })

  walk('jumps to a number', async (open) => {
    const page = await show(open)
    await page.press('1', '0', 'Enter')
    await isAt(page, 10)
  })

  walk('shows all slides and goes to the one that is chosen', async (open) => {
    const page = await show(open)
    await page.press('o')
    await until(
      page,
      'document.querySelectorAll(".ui-tile").length === 12 && document.querySelector(".ui-tile:nth-child(3) .slide")',
    )
    await page.press('ArrowRight', 'Enter')
    await isAt(page, 2)
    expect(await page.run(isOpen('.ui-overview'))).toBe(false)
  })

  walk('finds a text and goes to its slide', async (open) => {
    const page = await show(open)
    await page.press('/')
    await until(page, isOpen('.ui-search'))
    await page.press(...'9999')
    await until(page, 'document.querySelectorAll(".ui-hit").length === 1')
    await page.press('Enter')
    await isAt(page, 9)
  })

  walk('lists the keys, and shows the toolbar to the keyboard', async (open) => {
    const page = await show(open)
    await page.press('F1')
    await until(page, isOpen('.ui-help'))
    await page.press('Escape')
    await until(page, `!(${isOpen('.ui-help')})`)
    await page.press('Tab')
    await until(
      page,
      'document.activeElement.closest(".ui-toolbar") && getComputedStyle(document.querySelector(".ui-toolbar")).opacity === "1"',
    )
  })

  walk('draws a line, takes it back, and erases all', async (open) => {
    const page = await show(open, '#/2')
    const lines = 'document.querySelectorAll(".ui-ink path").length / 2'
    await page.press('d')
    await until(page, 'document.querySelector(".ui-ink").dataset.tool === "pen"')
    await page.drag([300, 300], [600, 400])
    await until(page, `${lines} === 1`)
    await page.drag([300, 400], [600, 500])
    await until(page, `${lines} === 2`)
    const path = await page.run<string>('document.querySelector(".ui-ink path").getAttribute("d")')
    expect(path.length).toBeGreaterThan(15)
    await page.press('z')
    await until(page, `${lines} === 1`)
    await page.press('x')
    await until(page, `${lines} === 0`)
  })

  walk('turns black and back', async (open) => {
    const page = await show(open, '#/2')
    await page.press('b')
    await until(
      page,
      'document.querySelector(".reveal.paused") && document.elementFromPoint(600, 300).className === "pause-overlay"',
    )
    await page.press('b')
    await until(page, '!document.querySelector(".reveal.paused")')
    await isAt(page, 2)
  })

  walk('leads to the reading view and back, at the same slide', async (open) => {
    const page = await show(open, '#/4')
    await page.press('r')
    await until(page, 'document.querySelector(".ui-reading .ui-reading-bar")')
    expect(await page.run(seenSlides)).toEqual(numbers)
    await until(page, 'Math.abs(document.querySelector("#s4").getBoundingClientRect().top) < 10')
    await page.press('r')
    await until(page, ready)
    await isAt(page, 4)
  })

  walk('gives a narrow window the reading view by itself', async (open) => {
    const page = await show(open, '#/4')
    await page.resize(500, 800)
    await until(page, 'document.querySelector(".ui-reading .ui-reading-bar")')
    await until(page, 'document.documentElement.scrollWidth <= innerWidth')
    await page.resize(1280, 720)
    await until(page, ready)
    await isAt(page, 4)
  })

  walk('speaks the language of the deck', async (open) => {
    for (const lang of ['kk', 'ru', 'en'] as const) {
      const page = await open(address(lang))
      await until(page, ready)
      await page.press('F1')
      await until(page, isOpen('.ui-help'))
      const seen = await page.run('[document.documentElement.lang, document.querySelector(".ui-help h2").textContent]')
      expect(seen).toEqual([lang, words[lang].help.title])
    }
  })

  walk('prints each slide on a page of its own', async (open) => {
    const page = await show(open)
    const pdf = await page.print()
    if (pdf === null) {
      await page.run(printRules)
      expect(await page.run(seenSlides)).toEqual(numbers)
      return
    }
    const { pages: printed } = await readPdf(pdf)
    expect(printed).toHaveLength(content.length)
    for (const [i, { text }] of printed.entries())
      expect(text.replace(/\s/g, '')).toContain(content[i]!.title.kk.replace(/\s/g, ''))
  })

  walk('plays a video, or says why it cannot', async (open) => {
    const page = await show(open, '#/5')
    await page.press('v')
    await until(
      page,
      '(document.querySelector("#s5 video")?.currentTime ?? 0) > 0.1 || document.querySelector(".ui-notice")',
    )
  })

  walk('draws a map, a table and a chart', async (open) => {
    const page = await show(open, '#/4')
    for (const [slide, drawn] of [
      [4, 'svg path'],
      [6, 'table tr:nth-child(2) td'],
      [7, 'svg path, svg rect'],
    ] as const) {
      await isAt(page, slide)
      const [width, height] = await page.run<[number, number]>(
        `(({ width, height }) => [width, height])(document.querySelector('section.present :is(${drawn})').getBoundingClientRect())`,
      )
      expect([slide, width > 5, height > 5]).toEqual([slide, true, true])
      await page.press(...(slide === 4 ? ['ArrowRight', 'ArrowRight'] : ['ArrowRight']))
    }
  })

  walk('opens the speaker window, which leads the show', async (open) => {
    const page = await show(open, '#/2')
    const speaker = await page.opened(() => page.press('s'))
    await until(speaker, 'document.querySelector(".ui-speaker .ui-current .slide")')
    expect(await speaker.run('document.title')).toContain(kk.speaker.title)
    expect(await speaker.run('document.querySelector(".ui-notes-text").textContent')).toContain('Екінші')
    await speaker.press('ArrowRight')
    await isAt(page, 3)
    await until(speaker, 'document.querySelector(".ui-current h2").textContent === "Дала"')
    await speaker.close()
  })

  const script = /<script>[\s\S]*?<\/script>/g
  walk('shows all slides where the script is stripped', async (open) => {
    const stripped = deck.changed('stripped', (html) => html.replace(script, ''))
    expect(await (await open(stripped)).run(seenSlides)).toEqual(numbers)
  })

  walk('shows all slides where the script fails at its start', async (open) => {
    const failing = deck.changed('failing', (html) =>
      html.replace(script, '<script>throw new Error("at once")</script>'),
    )
    expect(await (await open(failing)).run(seenSlides)).toEqual(numbers)
  })

  describe('where scripting is off', () => {
    const unscripted = walking(kind, { scripts: false })

    for (const [title, width] of [
      ['shows all slides', 1280],
      ['gives a narrow window the reading view', 420],
    ] as const)
      unscripted(title, async (open) => {
        const page = await open(address('kk'), { width, height: 800 })
        expect(await page.run('document.querySelector(".reveal").className')).toBe('reveal')
        expect(await page.run(seenSlides)).toEqual(numbers)
        expect(await page.run('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      })
  })
})
