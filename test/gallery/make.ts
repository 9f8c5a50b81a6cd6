/** Writes the gallery: a PNG of every slide in each theme, aspect and language, a sheet of each, and the sheet of the README. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'puppeteer-core'
import type { BuildOptions } from '../../src/build.ts'
import { build } from '../../src/documents/produce.ts'
import { withBrowser } from '../../src/export/browser.ts'
import { packageRoot } from '../../src/system/package-root.ts'
import { contactSheet, readmeSheet } from './sheet.ts'

const root = packageRoot()
const deck = join(root, 'test/fixtures/gallery/gallery.json')
const out = join(root, 'dist/gallery')
const [onlyTheme, onlyAspect, onlyLang] = process.argv.slice(2)
const chosen = <T extends string>(all: readonly T[], only: string | undefined) =>
  all.filter((one) => !only || one === only)

/** A slide's picture and the file it went to. */
export interface Shot {
  file: string
  layout: string
  png: Uint8Array
}

/** Takes every slide of a page, drawn without its script: the same slides as in the show, one below the other. */
async function shoot(browser: Browser, path: string, folder: string, name: string): Promise<Shot[]> {
  const page = await browser.newPage()
  await page.setJavaScriptEnabled(false)
  await page.setViewport({ width: 1280, height: 720 })
  await page.goto(pathToFileURL(path).href, { waitUntil: 'load' })
  const shots: Shot[] = []
  for (const slide of await page.$$('section.slide')) {
    const layout = (await slide.evaluate((element) => element.className)).split(' ')[1]!
    const png = await slide.screenshot({ type: 'png' })
    const file = join(folder, `${name}-${String(shots.length + 1).padStart(2, '0')}-${layout}.png`)
    await writeFile(file, png)
    shots.push({ file, layout, png })
  }
  await page.close()
  return shots
}

await withBrowser({}, async (browser) => {
  const all = new Map<string, Shot[]>()
  for (const theme of chosen(['official', 'calm', 'stage', 'contrast'], onlyTheme)) {
    for (const aspect of chosen(['16:9', '4:3'] as const, onlyAspect)) {
      const name = `${theme}-${aspect.replace(':', 'x')}`
      const folder = join(out, name)
      await rm(folder, { recursive: true, force: true })
      await mkdir(folder, { recursive: true })
      const options: BuildOptions = { theme, aspect, lang: 'all', root, out: folder }
      const { outputs, diagnostics } = await build(deck, options)
      for (const { severity, code } of diagnostics) if (severity !== 'info') process.stderr.write(`${name}: ${code}\n`)
      for (const { path, lang } of outputs.filter(({ lang }) => !onlyLang || lang === onlyLang)) {
        const shots = await shoot(browser, path, folder, lang)
        all.set(`${name}-${lang}`, shots)
        await writeFile(join(out, `${name}-${lang}.png`), await contactSheet(shots, 5, aspect))
        process.stderr.write(`${name} ${lang}: ${shots.length}\n`)
      }
    }
  }
  const sheet = await readmeSheet(all)
  if (sheet) await writeFile(join(root, 'themes/gallery.png'), sheet)
})
