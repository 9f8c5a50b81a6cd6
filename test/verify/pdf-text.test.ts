import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type CheckResult, check, type Edition } from '../../src/build.ts'
import type { DocumentKind } from '../../src/documents/document-kind.ts'
import { handoutPdf } from '../../src/documents/handout-pdf.ts'
import { makeDocument } from '../../src/documents/make-document.ts'
import { slidesPdf } from '../../src/documents/slides-pdf.ts'
import { shippedDecks, staffDecks } from '../pdf/documents.ts'
import { type PageParagraph, paragraphsOf } from '../pdf/page-paragraphs.ts'
import { lentPrinter } from '../printer.ts'
import { pdfReaders } from './pdf-readers.ts'

const lent = lentPrinter()
const folder = await mkdtemp(join(tmpdir(), 'korme-text-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const readers = (await Promise.all(pdfReaders.map((start) => start()))).filter((one) => {
  if (one.pages === null) console.log(`${one.name} is not on this machine, so it is skipped: install ${one.from}.`)
  return one.pages !== null
})

describe.each(shippedDecks.concat(staffDecks))('%s', (deck) => {
  const printed = lazily(async () => {
    const checked = await check(deck, { lang: 'all' })
    const all = checked.editions.flatMap((edition) =>
      [printSlides, printHandout].map((print) => print(edition, checked)),
    )
    return Promise.all(all)
  })

  test.each(readers)('$name takes out the texts in reading order', async ({ pages, sorts }) => {
    const lost: string[] = []
    for (const { path, name, sheets } of await printed()) {
      const texts = await pages!(path)
      expect(texts).toHaveLength(sheets.length)
      for (const [i, paragraphs] of sheets.entries()) {
        const missing = sorts ? wordsNotIn(texts[i]!, paragraphs) : paragraphsNotIn(texts[i]!, paragraphs)
        lost.push(...missing.map((text) => `${name}, page ${i + 1}: ${text}`))
      }
    }
    expect(lost).toEqual([])
  })
})

/** A PDF, and the paragraphs of each of its pages. */
interface Printed {
  path: string
  name: string
  sheets: PageParagraph[][]
}

async function printSlides(edition: Edition, checked: CheckResult): Promise<Printed> {
  return print('slides', slidesPdf(), edition, checked, () => edition.deck.pages.map(paragraphsOf))
}

async function printHandout(edition: Edition, checked: CheckResult): Promise<Printed> {
  return print('handout', handoutPdf({ perPage: 4 }), edition, checked, ({ sheets }) =>
    sheets.map(({ cells }) =>
      // Footers of slides are left out on sheets.
      cells.flatMap(({ page }) => paragraphsOf(edition.deck.pages[page]!).filter(({ silent }) => !silent)),
    ),
  )
}

async function print<L>(
  name: string,
  kind: DocumentKind<L>,
  edition: Edition,
  checked: CheckResult,
  sheetsOf: (layout: L) => PageParagraph[][],
): Promise<Printed> {
  const { layout } = await kind.layout(edition, checked)
  const path = join(folder, `${checked.file.stem}.${edition.lang}.${name}.pdf`)
  await writeFile(path, await makeDocument(kind, [{ edition, layout }], checked, lent.printer))
  return { path, name: `${name} ${edition.lang}`, sheets: sheetsOf(layout) }
}

/**
 * Returns the paragraphs that are not in a text after the one before them. Footers may stand anywhere: PDFium sorts texts
 * that stand at almost the same height from left to right.
 */
function paragraphsNotIn(text: string, paragraphs: readonly PageParagraph[]): string[] {
  let at = 0
  return paragraphs.flatMap(({ text: said, pattern, silent }) => {
    const found = pattern.exec(silent ? text : text.slice(at))
    if (found && !silent) at += found.index + found[0].length
    return found ? [] : [`${said} ${pattern.test(text) ? '(out of order)' : '(missing)'}`]
  })
}

/** Returns the words that are not in a text, hyphens at the ends of lines left out. */
function wordsNotIn(text: string, paragraphs: readonly PageParagraph[]): string[] {
  const letters = text.replace(/-\n/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ')
  return paragraphs.flatMap(({ text: said }) => said.split(/[^\p{L}\p{N}]+/u).filter((word) => !letters.includes(word)))
}

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
