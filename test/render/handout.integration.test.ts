import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFitter } from '../../src/fit/fitter.ts'
import { loadFaces } from '../../src/fonts/font-files.ts'
import { page } from '../../src/languages/en/page.ts'
import { print as words } from '../../src/languages/en/print.ts'
import { layoutHandout } from '../../src/layout/handout/layout-handout.ts'
import { contrastRatio } from '../../src/model/color.ts'
import { type HandoutOptions, type PrintMode, printModes } from '../../src/model/handout.ts'
import type { LaidOutDeck } from '../../src/model/laid-out.ts'
import { paperColors } from '../../src/render/paper-colors.ts'
import { renderHandout } from '../../src/render/render-handout.ts'
import { fontStyles } from '../../src/render/theme-css.ts'
import { disk } from '../../src/system/disk.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { faultsOf } from '../accessible.ts'
import { openPage } from '../browser.ts'
import { allLayouts } from './pages.ts'

const root = join(import.meta.dirname, '../..')
const themes = readdirSync(join(root, 'themes')).filter((name) => !name.includes('.'))

async function themeOf(name: string) {
  const { theme } = await loadTheme(name, { files: disk, root, out: root })
  if (!theme) throw new Error(`No theme ${name}`)
  return theme
}

/** A handout of a deck with every layout, with notes on some. */
async function handoutOf(deck: LaidOutDeck, ink: PrintMode, more: Partial<HandoutOptions> = {}): Promise<string> {
  const fonts = await loadFaces(deck.theme)
  const tools = { fitter: await createFitter(fonts), theme: deck.theme, words }
  const options = { perPage: 4, paper: 'a4', notes: false, lines: false, header: true, footer: true, ...more } as const
  const { handout } = layoutHandout(deck, [...deck.pages.keys()], options, tools)
  return renderHandout(deck, handout, { fonts: fontStyles(fonts), words: page, printMode: ink })
}

/** In the page: each text's colour, the ground of its slide, and whether a picture lies under the slide. */
const looks = () => {
  const hex = (color: string) =>
    `#${(color.match(/\d+/g) ?? [])
      .slice(0, 3)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`
  return [...document.querySelectorAll('.ln')].map((line) => ({
    text: line.textContent,
    color: hex(getComputedStyle(line).color),
    ground: hex(getComputedStyle(line.closest('.slide, .paper')!).backgroundColor),
    paper: line.closest('.paper') !== null,
    decoration: line.closest('.mark, .number') !== null,
  }))
}

test.each([
  ['slides alone', {}],
  ['notes below', { perPage: 1, notes: true }],
  ['lines beside', { perPage: 3, lines: true }],
] as const)('html-validate finds nothing in the HTML of a handout: %s', async (_, options) => {
  for (const ink of printModes)
    expect(await faultsOf(await handoutOf(await allLayouts('16:9'), ink, options))).toEqual([])
})

describe('saved ink', () => {
  test.each(themes)('%s: every ground is white, every text can be read on it', async (name) => {
    const theme = await themeOf(name)
    const deck = { ...(await allLayouts('16:9')), theme, colors: theme.colors }
    const { page: open, errors, close } = await openPage(await handoutOf(deck, 'save'))
    const texts = await open.evaluate(looks)
    expect(texts.length).toBeGreaterThan(40)
    expect(texts.filter(({ ground, paper }) => !paper && ground !== '#ffffff')).toEqual([])
    const faint = texts.filter(({ color, decoration }) => contrastRatio(color, '#ffffff') < (decoration ? 3 : 4.5))
    expect(faint).toEqual([])
    expect(errors).toEqual([])
    await close()
  })

  test('holds for whatever colours a deck may choose', async () => {
    const { colors } = await themeOf('official')
    const color = fc
      .tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 255 })))
      .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`)
    const changed = fc.record(Object.fromEntries(Object.keys(colors).map((name) => [name, color])))
    fc.assert(
      fc.property(changed, (chosen) => {
        const paper = paperColors(chosen)
        expect(Object.keys(paper)).toEqual(Object.keys(chosen))
        for (const name of ['ground', 'deep', 'scrim', 'tint']) expect(paper[name]).toBe('#ffffff')
        for (const name of ['ink', 'soft', 'accent', 'rule', 'deepInk', 'deepSoft', 'deepAccent', 'scrimInk']) {
          expect(contrastRatio(paper[name]!, '#ffffff'), name).toBeGreaterThanOrEqual(4.49)
        }
      }),
    )
  })
})

test('full ink: slides keep their colours, what stands around them is dark on the paper', async () => {
  const theme = await themeOf('stage')
  const deck = { ...(await allLayouts('16:9')), theme, colors: theme.colors }
  const { page: open, close } = await openPage(await handoutOf(deck, 'full'))
  const texts = await open.evaluate(looks)
  const around = texts.filter(({ paper }) => paper)
  expect(around.length).toBeGreaterThan(10)
  expect(around.filter(({ color }) => contrastRatio(color, '#ffffff') < 4.5)).toEqual([])
  const grounds = new Set(texts.filter(({ paper }) => !paper).map(({ ground }) => ground))
  expect(grounds).toContain(theme.colors.ground)
  expect(grounds).toContain('#101820') // the slide with a colour of its own
  await close()
})

test('slides are the very slides, each line where it was set, made smaller as a whole', async () => {
  const deck = { ...(await allLayouts('16:9')), theme: await themeOf('official') }
  const { page: open, close } = await openPage(await handoutOf(deck, 'save'))
  const wrong = await open.evaluate(() => {
    const found: string[] = []
    for (const frame of document.querySelectorAll('.frame')) {
      const [place, slide] = [frame.getBoundingClientRect(), frame.querySelector('.slide')!.getBoundingClientRect()]
      const apart = Math.max(
        ...(['x', 'y', 'width', 'height'] as const).map((side) => Math.abs(place[side] - slide[side])),
      )
      if (apart > 0.2) found.push(`a slide lies ${apart} px beside its frame`)
      // A line is as high as its highest part unless it broke.
      for (const line of frame.querySelectorAll('.ln')) {
        const highest = Math.max(...[...line.getClientRects()].map(({ height }) => height))
        if (line.getBoundingClientRect().height > 1.5 * highest) found.push(`a line broke: ${line.textContent}`)
      }
    }
    return found
  })
  expect(wrong).toEqual([])
  await close()
})
