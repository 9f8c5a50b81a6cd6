import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build } from '../../src/documents/produce.ts'
import { openPage } from '../browser.ts'
import { contest, pageOf } from '../client/fixture.ts'
import { galleryDeck, openedThemes } from '../gallery/editions.ts'

const root = join(import.meta.dirname, '../..')
let out = ''
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'korme-forced-'))
})
afterAll(() => rm(out, { recursive: true, force: true }))

/** Something that a ground draws, where no text or picture would tell of it. */
interface Painted {
  name: string
  ground: string
  /** Whether a border or an outline draws it too. */
  framed: boolean
}

/** All boxes and generated contents of the slides that have a ground, strips behind texts and pictures left out. */
const paintedIn = (page: Page): Promise<Painted[]> =>
  page.evaluate(() => {
    const behindTexts = '.caption, .image-full .title, .backed > .back, .cover .image'
    const found: Painted[] = []
    const read = (element: Element, pseudo: '::before' | '::after' | null) => {
      const style = getComputedStyle(element, pseudo)
      const drawn = pseudo === null || (style.content !== 'none' && style.content !== 'normal')
      if (!drawn || style.display === 'none') return
      if (pseudo && element.matches(behindTexts)) return
      // A row is framed by its first cell.
      const frame = element.localName === 'tr' ? getComputedStyle(element.children[0]!) : style
      const { borderLeftWidth, borderTopWidth, outlineStyle } = frame
      const sides = [borderLeftWidth, borderTopWidth].some((width) => Number.parseFloat(width) > 0)
      found.push({
        name: `${element.closest('.slide')?.id} ${element.localName}.${[...element.classList].join('.')}${pseudo ?? ''}`,
        ground: style.backgroundColor,
        framed: sides || outlineStyle !== 'none',
      })
    }
    for (const element of document.querySelectorAll('.slide :not(svg, svg *)'))
      for (const pseudo of [null, '::before', '::after'] as const) read(element, pseudo)
    return found
  })

const fillsIn = (page: Page): Promise<string[]> =>
  page.$$eval(':is(svg.chart, svg.map) *', (all) =>
    all.map((one) => `${getComputedStyle(one).fill} ${getComputedStyle(one).stroke}`),
  )

/** Puppeteer itself cannot do it. */
async function forceColors(page: Page): Promise<void> {
  const devtools = await page.createCDPSession()
  const features = [
    { name: 'forced-colors', value: 'active' },
    { name: 'prefers-color-scheme', value: 'dark' },
  ]
  await devtools.send('Emulation.setEmulatedMedia', { features })
}

const isClear = (color: string) => /rgba\(.*, 0\)|transparent/.test(color)

test.each(openedThemes)('%s: what a ground draws stays where the system forces its colours', async (theme) => {
  const { outputs } = await build(galleryDeck, { theme, root, out: join(out, theme) })
  const { page, errors, close } = await openPage(readFileSync(outputs[0]!.path, 'utf8'))
  await page.waitForSelector('.reveal.ready')
  const usual = await paintedIn(page)
  const fills = await fillsIn(page)
  await forceColors(page)
  // Drawings keep their colours, which tell their parts apart.
  expect(fills.length).toBeGreaterThan(100)
  expect(await fillsIn(page)).toEqual(fills)
  const canvas = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.background = 'Canvas'
    return getComputedStyle(probe).backgroundColor
  })
  expect(canvas).toBe('rgb(0, 0, 0)')
  const forced = new Map((await paintedIn(page)).map((one) => [one.name, one]))
  const drawn = usual.filter(({ name, ground }) => !isClear(ground) && !/section\.slide/.test(name))
  expect(drawn.length).toBeGreaterThan(30)
  const lost = drawn.filter(({ name }) => {
    const now = forced.get(name)!
    return (isClear(now.ground) || now.ground === canvas) && !now.framed
  })
  expect([...new Set(lost.map(({ name }) => name))]).toEqual([])
  await close()
  expect(errors).toEqual([])
})

test('the button with the focus and the chosen tool have an outline', async () => {
  const { page, close } = await openPage(await pageOf(contest))
  await page.waitForSelector('.reveal.ready')
  await forceColors(page)
  await page.keyboard.press('d')
  await page.focus('.ui-toolbar .ui-tool')
  await page.keyboard.press('Tab')
  const outlines = await page.evaluate(() => {
    const chosen = document.querySelector('.ui-tool[aria-pressed="true"]')!
    return [document.activeElement!, chosen].map((one) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one)
      return [one.matches('.ui-tool'), outlineStyle, outlineWidth, outlineColor === 'rgb(0, 0, 0)']
    })
  })
  expect(outlines).toEqual([
    [true, 'solid', '3px', false],
    [true, 'solid', '3px', false],
  ])
  await close()
})
