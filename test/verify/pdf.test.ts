import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { check, type Edition } from '../../src/build.ts'
import type { DocumentKind } from '../../src/documents/document-kind.ts'
import { makeDocument, type PrintOptions } from '../../src/documents/make-document.ts'
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
    console.log(`${browser.name}: ${files} PDFs`)
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
      await checkPdf('slides in parts', edition, pdfKinds.slides!, { partPages: () => 5 })
    }
    expect(breaches).toEqual([])
    expect(warnings).toEqual([])
  })
})
