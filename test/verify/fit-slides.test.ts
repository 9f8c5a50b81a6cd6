import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { launch } from 'puppeteer-core'
import { beforeAll, expect, test } from 'vitest'
import { createFitter } from '../../src/fit/fitter.ts'
import { openPage } from '../browser.ts'
import { type BuiltDeck, buildDeck } from '../fit/built.ts'
import { expectWholeSlides } from '../fit/built-slides.ts'
import { faces } from '../fit/faces.ts'
import { body, box, request, slides } from '../fit/generate.ts'
import { expectGoodPages } from '../fit/page-figures.ts'

const thousand = slides(1000)
let built: BuiltDeck
beforeAll(async () => {
  built = await buildDeck(thousand)
}, 300_000)

test.each([
  ['Golos Text', 600],
  ['Noto Sans', 700],
])('1,000 slides in %s are broken into pages well', async (family, boldWeight) => {
  const fitter = await createFitter(faces)
  const characters = thousand.flat().reduce((sum, { spans }) => sum + spans[0]!.text.length, 0)
  expect(characters).toBeGreaterThan(1_500_000)
  const start = performance.now()
  const texts = thousand.map((paragraphs) =>
    fitter.fit(request(paragraphs, { style: { ...body, family, boldWeight } })),
  )
  console.log(`${characters} characters in ${Math.round(performance.now() - start)} ms`)
  expectGoodPages(texts, box.height)
})

test('of 1,000 built slides none overflows in Chromium, even with wider letters', async () => {
  const { page, errors, close } = await openPage(built.html)
  expect(errors).toEqual([])
  await expectWholeSlides(built, page)
  await close()
})

const firefox = findFirefox()

test.skipIf(!firefox)('nor in Firefox (needs firefox-esr)', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'korme-firefox-'))
  const path = join(folder, 'deck.html')
  await writeFile(path, built.html)
  // Not by setViewport, which sets the orientation, too: Firefox 140 knows no such command.
  const size = ['--width', '1280', '--height', '720']
  const options = { headless: true, defaultViewport: null, args: size }
  const browser = await launch({ browser: 'firefox', executablePath: firefox!, ...options })
  try {
    const page = await browser.newPage()
    await page.goto(pathToFileURL(path).href, { waitUntil: 'load' })
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    await expectWholeSlides(built, page)
  } finally {
    await browser.close()
    await rm(folder, { recursive: true })
  }
})

function findFirefox(): string | null {
  try {
    return execFileSync('which', ['firefox-esr'], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}
