import { inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { slidesPdf } from '../../src/documents/slides-pdf.ts'
import type { BrowserExecutable } from '../../src/export/browser/browser-executable.ts'
import { findBrowser, thisMachine } from '../../src/export/browser/find-browser.ts'
import { packagedBrowser } from '../../src/export/browser/packaged-browser.ts'
import { type Printer, withPrinter } from '../../src/export/printer.ts'
import { fontsOf, fontsOnce, holds, widthOf } from '../../src/pdf/fonts-once.ts'
import { readToUnicode } from '../../src/pdf/marked-text.ts'
import { PdfFile } from '../../src/pdf/pdf-file.ts'
import { readTrueType } from '../../src/pdf/true-type.ts'
import { readPdf } from '../pdf-file.ts'
import { lentPrinter, makeFirst } from '../printer.ts'
import { checkStandards } from './standards.ts'

const lent = lentPrinter()

/** Pages that need one another: links, letters that only some have, tables with named cells, headings below headings. */
const deck = {
  name: 'Бөліктер',
  lang: 'kk',
  content: [
    { title: 'Мұқаба', text: 'Алдымен [төртінші бетке](#4), сосын [екіншіге](#2).' },
    {
      title: 'Кесте',
      table: [
        ['Ай', 'Саны'],
        ['Наурыз', '12'],
        ['Сәуір', '17'],
      ],
    },
    { text: 'Тақырыпсыз бет: Ёё, Ґґ, «ЎЎ».' },
    {
      title: 'Wizard',
      text: '**Бірінші**\n• Quartz [басына](#1) және [сайт](https://example.org/?a=(1))\n**Екінші**\n• Соңы',
    },
    {
      title: 'Тағы кесте',
      table: [
        ['Күн', 'Саны'],
        ['Дүйсенбі', '3'],
        ['Сейсенбі', '5'],
      ],
    },
    { title: 'Соңы \\ (2/2)', text: '- бір\n- екі\n\nRU: ъэы 8 9 %' },
  ],
}

const make = async (printer: Printer, partPages?: number) =>
  makeFirst(slidesPdf(), await check(await lent.write(deck), {}), printer, partPages)

const count = (pdf: Uint8Array, sign: RegExp) => Buffer.from(pdf).toString('latin1').match(sign)?.length ?? 0

/** Where bookmarks and links lead to, and the names of pages. */
async function waysOf(pdf: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const file = await task.promise
  const outline = await file.getOutline()
  type Items = typeof outline
  const flat = (items: Items): Items => items.flatMap((item) => [item, ...flat(item.items)])
  const bookmarks = await Promise.all(
    flat(outline).map(async ({ title, dest }) => {
      const [page, , x, y] = dest as [Parameters<typeof file.getPageIndex>[0], unknown, number, number]
      return [title, 1 + (await file.getPageIndex(page)), x, y]
    }),
  )
  const labels = await file.getPageLabels()
  await task.destroy()
  return { bookmarks, labels }
}

/** Chromium of two versions, if this machine has both: what it finds first, and what comes with Korme. */
const browsers: Record<string, () => Promise<BrowserExecutable | null>> = {
  'the browser that is found': () => findBrowser(),
  'the packaged browser': () => packagedBrowser(thisMachine()),
}

describe.each(Object.keys(browsers))('with %s', (name) => {
  const withBrowser = async (use: (printer: Printer) => Promise<void>): Promise<void> => {
    const browser = await browsers[name]!()
    if (!browser) return
    const before = { ...process.env }
    Object.assign(process.env, browser.env)
    await withPrinter({ path: browser.path }, use).finally(() => {
      for (const key of Object.keys(browser.env)) {
        if (before[key] === undefined) delete process.env[key]
        else process.env[key] = before[key]
      }
    })
  }

  test('a PDF that is printed in parts says, shows and leads to the same as one that is printed at once', async () => {
    await withBrowser(async (printer) => {
      const [whole, parts] = [await make(printer), await make(printer, 2)]
      expect(await readPdf(parts)).toEqual(await readPdf(whole))
      const ways = await waysOf(parts)
      expect(ways).toEqual(await waysOf(whole))
      expect(ways.labels).toEqual(['1', '2', '3', '4', '5', '6'])
      expect(ways.bookmarks.map(([, page]) => page)).toEqual([1, 2, 3, 4, 4, 4, 5, 6])
      expect((await readPdf(parts)).pages.map(({ targets }) => targets)).toEqual([[4, 2], [], [], [1], [], []])
      expect(await checkStandards(parts)).toEqual([])
      const faces = new Set((await readPdf(parts)).pages.flatMap(({ fonts }) => fonts)).size
      expect([count(whole, /\/Length1 /g), count(parts, /\/Length1 /g)]).toEqual([faces, faces])
    })
  })

  test.each([2, 6])('the same deck in parts of %i pages gives the same bytes', async (pages) => {
    await withBrowser(async (printer) => {
      const [one, other] = [await make(printer, pages), await make(printer, pages)]
      expect(Buffer.from(one).equals(other)).toBe(true)
    })
  })
})

test('a font that is stored once has every glyph of those that it replaces', async () => {
  const printed: Uint8Array[] = []
  const print: Printer['print'] = async (html, pages) => {
    const pdf = await lent.printer.print(html, pages)
    printed.push(pdf)
    return pdf
  }
  await make({ ...lent.printer, print }, 1)
  const files = printed.map((pdf) => new PdfFile(pdf))
  const fonts = files.map((file, i) => fontsOf(file, i))
  const once = fontsOnce(files)
  expect(once.length).toBeGreaterThan(1)
  for (const { merged, replaced } of once) {
    const program = readTrueType(inflateSync(merged.program.bytes))!
    const letters = readToUnicode(inflateSync(merged.toUnicode.bytes).toString('latin1'))
    expect(replaced.length).toBeGreaterThan(1)
    for (const { file, own } of replaced) {
      const before = fonts[file]!.find((font) => font.own[0] === own[0])!
      expect(before.letters.size).toBeGreaterThan(0)
      for (const [glyph, letter] of before.letters) {
        if (!holds(before, glyph)) continue
        expect(letters.get(glyph)).toBe(letter)
        expect(strip(program.outline(glyph))).toEqual(strip(before.program.outline(glyph)))
        expect(program.metrics(glyph)).toEqual(before.program.metrics(glyph))
        expect(widthIn(merged.descendant.get('W') as (number | number[])[], glyph)).toBe(widthOf(before, glyph))
      }
    }
  }
})

/** Without the bytes that fill the last word. */
const strip = (outline: Buffer) => outline.toString('hex').replace(/(?:00)+$/, '')

function widthIn(widths: (number | number[])[], glyph: number): number | undefined {
  for (let i = 0; i < widths.length; i += 2) {
    const width = (widths[i + 1] as number[])[glyph - (widths[i] as number)]
    if (width !== undefined) return width
  }
  return undefined
}

test('parts that cannot be joined are printed as one', async () => {
  const printed: number[] = []
  const print: Printer['print'] = async (html, pages) => {
    printed.push(pages)
    const pdf = await lent.printer.print(html, pages)
    return pages === 6 ? pdf : Buffer.from(pdf).subarray(0, -9)
  }
  const pdf = await make({ ...lent.printer, print }, 2)
  expect(printed).toEqual([2, 2, 2, 6])
  expect(await checkStandards(pdf)).toEqual([])
})
