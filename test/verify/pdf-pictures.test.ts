import { describe, expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { themes } from '../gallery/editions.ts'
import { shippedDecks } from '../pdf/documents.ts'
import { complete, kinds, print } from '../pdf/left-out-pictures.ts'
import { lentPrinter } from '../printer.ts'

const lent = lentPrinter()

describe.each(shippedDecks)('%s', (deck) => {
  test.each(themes)('in %s every kind of PDF is the same bytes as one printed with all pictures', async (theme) => {
    const checked = await check(deck, { theme })
    for (const [name, kind] of Object.entries(kinds)) {
      const [left, whole] = [
        await print(lent.printer, kind, checked),
        await print(lent.printer, complete(kind), checked),
      ]
      expect([name, left.pdf.equals(whole.pdf)]).toEqual([name, true])
    }
  })
})
