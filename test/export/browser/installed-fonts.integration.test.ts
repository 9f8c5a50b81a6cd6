import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { check } from '../../../src/build.ts'
import { slidesPdf } from '../../../src/documents/slides-pdf.ts'
import type { BrowserExecutable } from '../../../src/export/browser/browser-executable.ts'
import { startBrowserProcess } from '../../../src/export/browser/browser-process.ts'
import { connectBrowser } from '../../../src/export/browser/connect-browser.ts'
import { findBrowser, thisMachine } from '../../../src/export/browser/find-browser.ts'
import { installedFamilies } from '../../../src/export/browser/installed-fonts.ts'
import { packagedBrowser } from '../../../src/export/browser/packaged-browser.ts'
import { usesSandbox } from '../../../src/export/browser/prestart-browser.ts'
import { type Printer, withPrinter } from '../../../src/export/printer.ts'
import { fontsOf, holds, widthOf } from '../../../src/pdf/fonts-once.ts'
import { joinPdfs } from '../../../src/pdf/join-pdfs.ts'
import { PdfFile } from '../../../src/pdf/pdf-file.ts'
import { nameResources, renameResources } from '../../../src/pdf/resource-names.ts'
import { pagesOf } from '../../../src/pdf/structure.ts'
import type { PdfName, PdfRef } from '../../../src/pdf/values.ts'
import { makeFirst } from '../../printer.ts'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'korme-fonts-'))
const before = { ...process.env }
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Chromium of two versions, if this machine has both: what it finds first, and what comes with Korme; null if it is the same. */
const browsers: Record<string, () => Promise<BrowserExecutable | null>> = {
  'the browser that is found': () => findBrowser(),
  'the packaged browser': async () => {
    const packaged = await packagedBrowser(thisMachine())
    return packaged?.path === (await findBrowser()).path ? null : packaged
  },
}

/** Sets variables while something runs. */
async function withEnv<T>(env: Record<string, string>, use: () => Promise<T>): Promise<T> {
  Object.assign(process.env, env)
  return use().finally(() => {
    for (const key of Object.keys(env)) {
      if (before[key] === undefined) delete process.env[key]
      else process.env[key] = before[key]
    }
  })
}

/** The families that a browser shows in our fonts without a page that brings them. */
async function familiesIn(executable: BrowserExecutable, withFonts = true): Promise<string[]> {
  const process = startBrowserProcess(executable, { sandbox: usesSandbox(), withFonts })
  const running = await connectBrowser(process, 25_000)
  try {
    expect(running.hasFonts).toBe(withFonts)
    const [page] = await running.browser.pages()
    return [...(await installedFamilies(page!))]
  } finally {
    await running.stop()
  }
}

/** The fonts of a PDF that its theme does not have. */
const foreignFonts = (pdf: Uint8Array) =>
  fontsOf(new PdfFile(pdf), 0)
    .map(({ font }) => (font.get('BaseFont') as PdfName).name.replace(/^[A-Z]+\+/, ''))
    .filter((name) => !/^(?:Golos|Noto)/.test(name))

/** What the pages of a PDF paint, and the letters, widths and shapes of its fonts. */
function paintingOf(pdf: Uint8Array) {
  // A busy browser may take a picture for two, whose names differ.
  const file = new PdfFile(joinPdfs([{ pdf }]))
  const contents = pagesOf(file).map((ref) => {
    const page = file.dict(ref)
    return renameResources(file.decode(page.get('Contents') as PdfRef).toString('latin1'), nameResources(page))
  })
  const fonts = fontsOf(file, 0).map((font) => {
    const glyphs = [...font.letters].filter(([glyph]) => holds(font, glyph))
    return glyphs.map(([glyph, letter]) => [letter, widthOf(font, glyph), font.program.outline(glyph).toString('hex')])
  })
  return { contents, fonts }
}

const families = ['Golos Text', 'Noto Sans', 'Noto Serif']
const onLinux = process.platform === 'linux'

describe.runIf(onLinux).each(Object.keys(browsers))('with %s', (name) => {
  test('the fonts of shipped themes are there without a page that brings them, and only where they are asked for', async () => {
    const browser = await browsers[name]!()
    if (!browser) return
    expect(await familiesIn(browser)).toEqual(families)
    expect(await familiesIn(browser, false)).toEqual([])
  })

  test('other fonts of the same name are not taken for them', async () => {
    const browser = await browsers[name]!()
    if (!browser) return
    // Every font of a family is another one: our serif.
    const rules = families.map(
      (family) =>
        `<match target="scan"><test name="file" compare="contains"><string>noto-serif</string></test>
        <edit name="family" mode="append"><string>${family}</string></edit></match>`,
    )
    const base = join(folder, 'others.conf')
    writeFileSync(
      base,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
      <dir>${root}/static/fonts/noto-serif</dir><cachedir>${folder}/cache</cachedir>${rules.join('')}</fontconfig>`,
    )
    expect(await withEnv({ FONTCONFIG_FILE: base }, () => familiesIn(browser))).toEqual(families)
    expect(await withEnv({ FONTCONFIG_FILE: base }, () => familiesIn(browser, false))).not.toContain('Golos Text')
  })

  test('a configuration that cannot be read leaves pages their own fonts', async () => {
    const browser = await browsers[name]!()
    if (!browser) return
    const base = join(folder, 'broken.conf')
    writeFileSync(base, '<fontconfig><match')
    const found = await withEnv({ FONTCONFIG_FILE: base }, () => familiesIn(browser))
    expect([[], families]).toContainEqual(found)
  })

  test.each([
    ['decks/bayqau.json', 'official'],
    ['test/fixtures/gallery/gallery.json', 'calm'],
    ['decks/every-block.json', 'stage'],
  ])('%s in the theme %s is painted the same with installed fonts as with its own', async (path, theme) => {
    const browser = await browsers[name]!()
    if (!browser) return
    const checked = await check(join(root, path), { theme })
    const print = (withFonts: boolean) =>
      withEnv(browser.env, () =>
        withPrinter({ path: browser.path, withFonts }, async (printer) => {
          const printed: Uint8Array[] = []
          const spy: Printer['print'] = async (html, pages, fonts) => {
            expect(fonts!.some(({ isInstallable }) => isInstallable)).toBe(true)
            const pdf = await printer.print(html, pages, fonts)
            expect(foreignFonts(pdf)).toEqual([])
            printed.push(pdf)
            return pdf
          }
          await makeFirst(slidesPdf(), checked, { ...printer, print: spy })
          return printed.map(paintingOf)
        }),
      )
    expect(await print(true)).toEqual(await print(false))
  })
})
