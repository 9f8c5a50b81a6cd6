import { expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { handoutPdf } from '../../src/documents/handout-pdf.ts'
import { slidesPdf } from '../../src/documents/slides-pdf.ts'
import type { Printer } from '../../src/export/printer.ts'
import { readPdf } from '../pdf-file.ts'
import { lentPrinter, makeFirst } from '../printer.ts'
import { checkStandards } from './standards.ts'

const lent = lentPrinter()

/** Slides with links to one another, and notes that go on over several sheets. */
const deck = {
  name: 'Үлестірме',
  lang: 'kk',
  logo_title: 'Ұйым',
  content: Array.from({ length: 8 }, (_, i) => ({
    title: `Бет ${i + 1}`,
    text: `[Соңғы бетке](#8), [үшіншіге](#3), [сайтқа](https://example.org/${i}).\n• Бір\n• Екі`,
    notes: i === 2 ? 'Ұзақ сөз. '.repeat(500) : `Айтылатын сөз ${i + 1}`,
  })),
}

const kinds = {
  'a handout of two': handoutPdf({ perPage: 2, lines: true }),
  'a handout of three with notes on both sides': handoutPdf({ perPage: 3, notes: true, duplex: true }),
  'slides with their notes': slidesPdf({ notes: true }),
}

/** Where the links of each page lead to, in px of the page. */
async function targetsOf(pdf: Uint8Array) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const file = await task.promise
  const targets: [number, number, number, number][] = []
  for (let number = 1; number <= file.numPages; number++) {
    for (const { dest } of await (await file.getPage(number)).getAnnotations()) {
      const place = typeof dest === 'string' ? await file.getDestination(dest) : dest
      if (!place) continue
      const [page, , x, y] = place as [Parameters<typeof file.getPageIndex>[0], unknown, number, number]
      targets.push([number, 1 + (await file.getPageIndex(page)), Math.round(x), Math.round(y)])
    }
  }
  await task.destroy()
  return targets
}

test.each(Object.entries(kinds))('%s is the same in parts as at once', async (_, kind) => {
  const checked = await check(await lent.write(deck), {})
  const printed: number[] = []
  const print: Printer['print'] = (html, pages, fonts) => {
    printed.push(pages)
    return lent.printer.print(html, pages, fonts)
  }
  const whole = await makeFirst(kind as ReturnType<typeof slidesPdf>, checked, { ...lent.printer, print })
  const sheets = printed[0]!
  const parts = await makeFirst(kind as ReturnType<typeof slidesPdf>, checked, { ...lent.printer, print }, 2)
  expect(printed).toHaveLength(1 + Math.ceil(sheets / 2))
  expect(await readPdf(parts)).toEqual(await readPdf(whole))
  expect(await checkStandards(parts)).toEqual([])
  const targets = await targetsOf(parts)
  expect(targets.length).toBeGreaterThan(14)
  // Chromium rounds places to whole points.
  for (const [i, [from, to, x, y]] of (await targetsOf(whole)).entries()) {
    expect(targets[i]!.slice(0, 2)).toEqual([from, to])
    expect(Math.abs(targets[i]![2] - x)).toBeLessThanOrEqual(1)
    expect(Math.abs(targets[i]![3] - y)).toBeLessThanOrEqual(1)
  }
})
