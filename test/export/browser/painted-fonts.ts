import { join } from 'node:path'
import { expect } from 'vitest'
import { check } from '../../../src/build.ts'
import { slidesPdf } from '../../../src/documents/slides-pdf.ts'
import type { BrowserExecutable } from '../../../src/export/browser/browser-executable.ts'
import { findBrowser, thisMachine } from '../../../src/export/browser/find-browser.ts'
import { packagedBrowser } from '../../../src/export/browser/packaged-browser.ts'
import { type Printer, withPrinter } from '../../../src/export/printer.ts'
import { fontsOf, holds, widthOf } from '../../../src/pdf/fonts-once.ts'
import { joinPdfs } from '../../../src/pdf/join-pdfs.ts'
import { PdfFile } from '../../../src/pdf/pdf-file.ts'
import { nameResources, renameResources } from '../../../src/pdf/resource-names.ts'
import { pagesOf } from '../../../src/pdf/structure.ts'
import type { PdfName, PdfRef } from '../../../src/pdf/values.ts'
import { makeFirst } from '../../printer.ts'

const root = join(import.meta.dirname, '../../..')
const before = { ...process.env }

/** Chromium of two versions, if this machine has both: what it finds first, and what comes with Korme; null if it is the same. */
export const browsers: Record<string, () => Promise<BrowserExecutable | null>> = {
  'the browser that is found': () => findBrowser(),
  'the packaged browser': async () => {
    const packaged = await packagedBrowser(thisMachine())
    return packaged?.path === (await findBrowser()).path ? null : packaged
  },
}

/** Sets variables while something runs. */
export async function withEnv<T>(env: Record<string, string>, use: () => Promise<T>): Promise<T> {
  Object.assign(process.env, env)
  return use().finally(() => {
    for (const key of Object.keys(env)) {
      if (before[key] === undefined) delete process.env[key]
      else process.env[key] = before[key]
    }
  })
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

/** Expects a deck's slides to be printed with installed fonts as with its own. Shape: a path in the project. */
export async function expectSamePainting(browser: BrowserExecutable, path: string, theme: string): Promise<void> {
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
}
