import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { page as words } from '../../src/languages/kk/page.ts'
import { contrastRatio } from '../../src/model/color.ts'
import type { PrintMode } from '../../src/model/handout.ts'
import { renderHtml } from '../../src/render/render-html.ts'
import { disk } from '../../src/system/disk.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { openPage } from '../browser.ts'
import { themes } from '../gallery/editions.ts'
import { fontFiles, officialTheme } from './laid-out.ts'
import { allLayouts } from './pages.ts'

const root = join(import.meta.dirname, '../..')
const style = readFileSync(join(root, 'build/client/deck.css'), 'utf8')

/** The grounds of slides and the colours of texts, as the page looks on a screen or on paper. Shape: `#rrggbb`. */
async function colorsOf(theme: string, printMode: PrintMode, media: 'screen' | 'print') {
  const own = (await loadTheme(theme, { files: disk, root, out: root })).theme!
  const deck = { ...(await allLayouts('16:9')), theme: own, colors: own.colors }
  const html = renderHtml(deck, {
    script: '',
    style,
    fonts: fontFiles(officialTheme()),
    notes: false,
    words,
    printMode,
  })
  const { page, errors, close } = await openPage(html)
  await page.emulateMediaType(media)
  const colors = await page.evaluate(() => {
    const hex = (color: string) =>
      `#${color
        .match(/[\d.]+/g)!
        .slice(0, 3)
        .map((part) => Number(part).toString(16).padStart(2, '0'))
        .join('')}`
    const all = (selector: string) => [...document.querySelectorAll(selector)].map((one) => getComputedStyle(one))
    return {
      grounds: all('.slide').map(({ backgroundColor }) => hex(backgroundColor)),
      texts: all('.slide .box:not(.mark, .number) .ln').map(({ color }) => hex(color)),
    }
  })
  await close()
  expect(errors).toEqual([])
  return colors
}

test.each(themes)('%s: the page prints dark on white paper if it should save ink', async (theme) => {
  const { grounds, texts } = await colorsOf(theme, 'save', 'print')
  expect(new Set(grounds)).toEqual(new Set(['#ffffff']))
  expect(texts.length).toBeGreaterThan(40)
  expect(texts.filter((color) => contrastRatio(color, '#ffffff') < 4.5)).toEqual([])
})

test('a page that saves ink keeps its colours on the screen, any other on paper too', async () => {
  const plain = await colorsOf('stage', 'full', 'screen')
  expect(plain.grounds).toContain('#101820') // the slide with a colour of its own
  expect(await colorsOf('stage', 'save', 'screen')).toEqual(plain)
  expect(await colorsOf('stage', 'full', 'print')).toEqual(plain)
})
