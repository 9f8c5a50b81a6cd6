import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CheckResult, check, type Edition } from '../../src/build.ts'
import type { DocumentKind } from '../../src/documents/document-kind.ts'
import { makeDocument, type PrintOptions } from '../../src/documents/make-document.ts'
import { type PdfPass, pdfPasses } from '../../src/documents/pdf-passes.ts'
import { type Printer, withPrinter } from '../../src/export/printer.ts'
import { themes } from '../gallery/editions.ts'
import { pdfKinds, shippedDecks, staffDecks } from '../pdf/documents.ts'
import { checkStandards } from '../pdf/standards.ts'
import { type PrintingBrowser, printingBrowsers } from './printing-browsers.ts'

describe.each(printingBrowsers)('$name', (browser: PrintingBrowser) => {
  let printer: Printer | null = null
  let end = () => {}
  let ended: Promise<void> | undefined
  const warnings: unknown[] = []
  let files = 0
  let largest = 0

  beforeAll(async () => {
    const prestarted = await browser.start()
    if (!prestarted)
      return console.log(`${browser.name} is not on this machine, so it is skipped: install ${browser.from}.`)
    await new Promise<void>((resolve) => {
      ended = withPrinter(
        { prestarted, onWarning: (one) => one.code === 'pdf-undeclared' && warnings.push(one) },
        async (lent) => {
          printer = lent
          resolve()
          await new Promise<void>((done) => {
            end = done
          })
        },
      )
    })
  })
  afterAll(async () => {
    end()
    await ended
    console.log(`${browser.name}: ${files} PDFs; slides take at most ${largest.toFixed(3)} of what the browser wrote`)
  })

  const cases = [...shippedDecks, ...staffDecks].flatMap((deck) => themes.map((theme) => [deck, theme] as const))
  test.each(cases)('%s in %s: every kind of PDF follows PDF/UA-1 and PDF/A-2a', async (deck, theme) => {
    if (!printer) return
    const checked = await check(deck, { theme, lang: 'all' })
    const breaches: unknown[] = []
    const checkPdf = async (name: string, edition: Edition, kind: DocumentKind, options: PrintOptions = {}) => {
      const { layout } = await kind.layout(edition, checked)
      const pdf = await makeDocument(kind, [{ edition, layout }], checked, printer, options)
      files++
      for (const { rule, where } of await checkStandards(pdf))
        breaches.push(`${edition.lang} ${name}: ${rule} ${where}`)
    }
    for (const edition of checked.editions) {
      for (const [name, kind] of Object.entries(pdfKinds)) await checkPdf(name, edition, kind)
      const size = await growthOf(edition, checked, printer)
      largest = Math.max(largest, size)
      expect(size).toBeLessThan(1.01)
      await checkPdf('slides in parts', edition, pdfKinds.slides!, { partPages: () => 5 })
    }
    expect(breaches).toEqual([])
    expect(warnings).toEqual([])
  })
})

/** The size of the PDF of the slides, as a part of what the browser wrote before the passes. */
async function growthOf(edition: Edition, checked: CheckResult, printer: Printer): Promise<number> {
  const kind = pdfKinds.slides!
  const { layout } = await kind.layout(edition, checked)
  const make = async (passes: readonly PdfPass[]) =>
    (await makeDocument({ ...kind, pdf: { passes } }, [{ edition, layout }], checked, printer)).length
  return (await make(pdfPasses)) / (await make([]))
}
