import { readFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { createBreakable } from '../../src/fit/breakable-text.ts'
import type { FontFile } from '../../src/fit/font-set.ts'
import { loadHarfbuzz } from '../../src/fit/harfbuzz.ts'
import { breakTied, findLineBreaks } from '../../src/fit/line-breaks.ts'
import { countLines, createColumn } from '../../src/fit/lines.ts'
import { measure } from '../../src/fit/measure-text.ts'
import { lineSlack } from '../../src/fit/text-setting.ts'
import { subsetPageFonts } from '../../src/fonts/page-fonts.ts'
import { openPage } from '../browser.ts'

const fonts = new URL('../../static/fonts/', import.meta.url)

/** The declarations that a deck's texts are set with; they must not change how lines come out. */
const css = `p { margin: 0; font-kerning: normal; font-synthesis: none; text-rendering: geometricPrecision;
  font-variant-ligatures: none; hyphens: none; overflow-wrap: anywhere; line-height: 100px }
  .tied { white-space: nowrap }`

/** A page that holds the texts in one face, embedded as a deck embeds it. `tied`: the browser keeps our ties. */
export async function truthPage({ face, ttf }: FontFile, texts: readonly string[], tied = false): Promise<string> {
  const woff2 = readFileSync(new URL(face.woff2, fonts))
  const [font] = await subsetPageFonts([{ face, ttf, woff2 }], new Set(`${texts.join('')}\u00a0`))
  const data = Buffer.from(font!.woff2).toString('base64')
  const shown = texts.map((text) => (tied ? tieForBrowser(text) : escaped(text)))
  return `<!doctype html><html lang="kk"><meta charset="utf-8"><style>${css}
    @font-face { font-family: "Truth"; src: url(data:font/woff2;base64,${data}) }
    body { font-family: "Truth"; margin: 0 }</style><body><div>${shown.map((text) => `<p>${text}</p>`).join('\n')}</div>`
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The same text with no-break spaces for spaces that tie, and words that tie at a hyphen in one piece. */
function tieForBrowser(text: string): string {
  const breaks = findLineBreaks(text, 'kk')
  const isTied = (at: number) => breaks[at] === breakTied
  const pieces = [...text.matchAll(/[^ ]+| +/g)].flatMap(({ 0: part, index }) => {
    if (part === ' ') return isTied(index + 1) ? '\u00a0' : ' '
    const starts = Array.from(part, (_, i) => i).filter((i) => i === 0 || (breaks[index + i] && !isTied(index + i)))
    return starts.map((start, k) => {
      const end = starts[k + 1] ?? part.length
      const inside = Array.from({ length: end - start - 1 }, (_, i) => isTied(index + start + i + 1)).includes(true)
      const piece = escaped(part.slice(start, end))
      return inside ? `<span class="tied">${piece}</span>` : piece
    })
  })
  return pieces.join('')
}

/** How many lines the browser makes of each text, by size and width. Shape: one list of texts a pair. */
function countInBrowser(page: Page, sizes: readonly number[], widths: readonly number[]): Promise<number[][]> {
  return page.evaluate(
    (sizes, widths) => {
      const box = document.querySelector('div')!
      const texts = [...document.querySelectorAll('p')]
      return sizes.flatMap((size) =>
        widths.map((width) => {
          box.style.fontSize = `${size}px`
          box.style.width = `${width}px`
          return texts.map((text) => Math.round(text.getBoundingClientRect().height / 100))
        }),
      )
    },
    [...sizes],
    [...widths],
  )
}

/** How many lines we predict, in the same shape. Units: px. */
function countOurselves(
  file: FontFile,
  texts: readonly string[],
  sizes: readonly number[],
  widths: readonly number[],
  options: { slack: (width: number) => number; glue: boolean },
) {
  const hb = loadHarfbuzz()
  const font = hb.open(file.ttf)
  const prepared = texts.map((text) => {
    const measured = measure(hb, text, [{ font, end: text.length }], 'kk', 0)
    return createBreakable(measured, findLineBreaks(text, 'kk', options.glue))
  })
  return sizes.flatMap((size) =>
    widths.map((width) =>
      prepared.map((source) => countLines(createColumn(source, (width - options.slack(width)) / size))),
    ),
  )
}

export interface Comparison {
  layouts: number
  exact: number
  under: string[]
  most: number
}

/** Holds predicted line counts against real ones; `under` shows the texts that came out longer than predicted. */
function compare(texts: readonly string[], real: number[][], ours: number[][]): Comparison {
  const result: Comparison = { layouts: 0, exact: 0, under: [], most: 0 }
  for (const [row, counts] of real.entries()) {
    for (const [i, lines] of counts.entries()) {
      const off = ours[row]![i]! - lines
      result.layouts++
      if (off === 0) result.exact++
      if (off < 0) result.under.push(`${row}: ${lines} lines, ${ours[row]![i]} predicted: ${texts[i]}`)
      result.most = Math.max(result.most, off)
    }
  }
  return result
}

/** Sets each text at each size and width, in Chromium and ourselves: bare, and as it is shipped, with what is tied. */
export async function everyLayout(
  file: FontFile,
  texts: readonly string[],
  sizes: readonly number[],
  widths: readonly number[],
): Promise<{ bare: Comparison; shipped: Comparison }> {
  const inBrowser = async (tied: boolean) => {
    const { page, close } = await openPage(await truthPage(file, texts, tied))
    const real = await countInBrowser(page, sizes, widths)
    await close()
    return real
  }
  const ours = (slack: (width: number) => number, glue: boolean) =>
    countOurselves(file, texts, sizes, widths, { slack, glue })
  const [plain, tied] = [await inBrowser(false), await inBrowser(true)]
  const shipped = ours(lineSlack, true)
  const bare = compare(
    texts,
    plain,
    ours(() => 0, false),
  )
  // Where a tie is wider than its line, the browser lets it stick out, and has fewer lines than it should.
  const real = plain.map((counts, row) => counts.map((lines, i) => Math.max(lines, tied[row]![i]!)))
  const { under } = compare(texts, plain, shipped)
  return { bare, shipped: { ...compare(texts, real, shipped), under } }
}

/** Whether a face can draw a text by itself. */
export function hasAllLetters({ ttf }: FontFile, text: string): boolean {
  const hb = loadHarfbuzz()
  return measure(hb, text, [{ font: hb.open(ttf), end: text.length }], 'kk', 0).missing.length === 0
}
