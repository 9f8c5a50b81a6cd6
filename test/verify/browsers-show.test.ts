import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { build } from '../../src/documents/produce.ts'
import { page as en } from '../../src/languages/en/page.ts'
import { page as kk } from '../../src/languages/kk/page.ts'
import { type Tab, until } from '../support/engines/engine.ts'
import { current, ready } from '../support/engines/show-state.ts'
import { engineKinds, walking } from '../support/engines/walking.ts'

const texts = {
  kk: { lang: 'kk', title: 'Тармақтар', text: '• Бір\n• Екі\n• Үш', chart: 'Қала\tСаны\nАлматы\t22\nАстана\t14' },
  en: { lang: 'en', title: 'Points', text: '• One\n• Two\n• Three', chart: 'City\tCount\nAlmaty\t22\nAstana\t14' },
} as const
const words = { kk, en }
const langs = ['kk', 'en'] as const

let root: string
/** The address of a page: with steps, or one that shows itself. */
const addresses = new Map<string, string>()

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'korme-show-'))
  mkdirSync(join(root, 'static'))
  for (const lang of langs) {
    const { title, text, chart } = texts[lang]
    const content = [
      { block: '1', title },
      { title, text },
      { title, chart },
      { title, text: '• A', steps: false },
    ]
    for (const [name, settings] of [
      ['steps', { steps: true, transition: 'slide' }],
      ['loop', { steps: true, loop: 1 }],
    ] as const) {
      const path = join(root, `${name}-${lang}.json`)
      writeFileSync(path, JSON.stringify({ lang, ...settings, content }))
      const { outputs } = await build(path, { root, out: join(root, 'dist') })
      addresses.set(`${name}-${lang}`, pathToFileURL(outputs[0]!.path).href)
    }
  }
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const later = '(document.querySelector("section.present")?.querySelectorAll("[data-later]").length ?? 0)'
const seen = `[...document.querySelectorAll("section.present [data-later]")]
  .every((part) => getComputedStyle(part).visibility === 'hidden')`
const said = 'document.querySelector("[role=status]")?.textContent'
const isAt = (tab: Tab, slide: number, hidden: number) =>
  until(tab, `${current} === ${slide} && ${later} === ${hidden} && ${seen}`)
/** Turns the wheel as a mouse does: several small turns, and rest. */
const wheel = async (tab: Tab, deltaY: number) => {
  await tab.run(`(() => {
    const target = document.querySelector('.reveal')
    for (let i = 0; i < 5; i++)
      target.dispatchEvent(new WheelEvent('wheel', { deltaY: ${deltaY} / 5, bubbles: true, cancelable: true }))
  })()`)
}

describe.each(engineKinds.flatMap((kind) => langs.map((lang) => ({ kind, lang, name: kind.name }))))(
  '$name, $lang',
  ({ kind, lang }) => {
    const walk = walking(kind)
    const address = (name: string, suffix = '') => addresses.get(`${name}-${lang}`)! + suffix

    walk('steps: forward, back, into a slide as a whole, read aloud', async (open) => {
      const page = await open(address('steps'))
      await until(page, ready)
      await page.press('ArrowRight')
      await isAt(page, 2, 3)
      await page.press('ArrowRight')
      await isAt(page, 2, 2)
      await page.press('ArrowRight', 'ArrowRight', 'ArrowRight')
      // Two bars, each with its value and its row of the table.
      await isAt(page, 3, 6)
      await page.press('ArrowRight')
      await isAt(page, 3, 3)
      await until(page, `${said}?.includes('22')`)
      await page.press('ArrowRight', 'ArrowRight')
      await isAt(page, 4, 0)
      await page.press('ArrowLeft')
      await isAt(page, 3, 0)
      await page.press('ArrowLeft')
      await isAt(page, 3, 3)
      await page.press('Home', 'ArrowRight')
      await isAt(page, 2, 3)
    })

    walk('a click goes on; the wheel does where it was switched on, one step for each turn', async (open) => {
      const page = await open(address('steps', '#/2/0'))
      await until(page, ready)
      await isAt(page, 2, 3)
      await page.click('section.present .box.title')
      await isAt(page, 2, 2)
      await wheel(page, 100)
      await page.run('new Promise((done) => setTimeout(done, 400))')
      expect(await page.run(later)).toBe(2)
      await page.press('?')
      await until(page, 'document.querySelector("dialog[open]")')
      const label = JSON.stringify(words[lang].help.wheel)
      await page.run(
        `[...document.querySelectorAll('dialog[open] label')].find((one) => one.textContent.includes(${label})).click()`,
      )
      await page.press('Escape')
      await until(page, '!document.querySelector("dialog[open]")')
      await wheel(page, 100)
      await isAt(page, 2, 1)
      await page.run('new Promise((done) => setTimeout(done, 600))')
      await wheel(page, -100)
      await isAt(page, 2, 2)
    })

    walk('a loop goes round by itself, whole, without a toolbar', async (open) => {
      const page = await open(address('loop'))
      await until(page, `${ready} && document.documentElement.classList.contains('ui-loop')`)
      for (const slide of [2, 3, 4, 1]) await until(page, `${current} === ${slide}`)
      expect(await page.run(later)).toBe(0)
      expect(await page.run('document.querySelector(".ui-toolbar") === null')).toBe(true)
      await page.press('ArrowRight')
      await until(page, `${current} === 2`)
    })
  },
)
