import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { makeDocument } from '../../src/documents/make-document.ts'
import type { LaidOutPage } from '../../src/model/laid-out.ts'
import { pdfKinds, shippedDecks, staffDecks } from '../pdf/documents.ts'
import { paragraphsOf } from '../pdf/page-paragraphs.ts'
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
    return Promise.all(
      checked.editions.map(async (edition, i) => {
        const kind = pdfKinds.slides!
        const { layout } = await kind.layout(edition, checked)
        const path = join(folder, `${basename(deck)}-${i}.pdf`)
        await writeFile(path, await makeDocument(kind, [{ edition, layout }], checked, lent.printer))
        return { path, ...edition }
      }),
    )
  })

  test.each(readers)('$name takes out the texts in reading order', async ({ pages, sorts }) => {
    const lost: string[] = []
    for (const { path, deck, lang } of await printed()) {
      const texts = await pages!(path)
      expect(texts).toHaveLength(deck.pages.length)
      for (const [i, page] of deck.pages.entries()) {
        const missing = sorts ? wordsNotIn(texts[i]!, page) : paragraphsNotIn(texts[i]!, page)
        lost.push(...missing.map((text) => `${lang}, page ${i + 1}: ${text}`))
      }
    }
    expect(lost).toEqual([])
  })
})

/**
 * Returns the paragraphs that are not in a text after the one before them. Footers may stand anywhere: PDFium sorts texts
 * that stand at almost the same height from left to right.
 */
function paragraphsNotIn(text: string, page: LaidOutPage): string[] {
  let at = 0
  return paragraphsOf(page).flatMap(({ text: said, pattern, silent }) => {
    const found = pattern.exec(silent ? text : text.slice(at))
    if (found && !silent) at += found.index + found[0].length
    return found ? [] : [`${said} ${pattern.test(text) ? '(out of order)' : '(missing)'}`]
  })
}

/** Returns the words that are not in a text, hyphens at the ends of lines left out. */
function wordsNotIn(text: string, page: LaidOutPage): string[] {
  const letters = text.replace(/-\n/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ')
  return paragraphsOf(page).flatMap(({ text: said }) =>
    said.split(/[^\p{L}\p{N}]+/u).filter((word) => !letters.includes(word)),
  )
}

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
