import { describe, expect, test } from 'vitest'
import { check } from '../../../src/build.ts'
import { slidesPdf } from '../../../src/documents/slides-pdf.ts'
import { withPrinter } from '../../../src/export/printer.ts'
import { readPdf } from '../../pdf-file.ts'
import { makeFirst } from '../../printer.ts'
import { buildMaps, hasPack, project } from './fixture.ts'

const codes = [10, 11, 15, 19, 23, 27, 31, 33, 35, 39, 43, 47, 55, 59, 61, 62, 63, 71, 75, 79].map((n) => `KZ-${n}`)
const regions = Object.fromEntries(codes.map((code, i) => [code, 528.2 + ((i * 709) % 1700)]))

/** The cells of each row of a tagged table. */
function rowsOf(tags: readonly string[]): string[][] {
  const rows: string[][] = []
  for (const tag of tags) {
    if (tag === '<TR>') rows.push([])
    else if (tag !== '<NonStruct>') rows.at(-1)?.push(tag)
  }
  return rows
}

describe.each([false, true])('a map on paper, outlines: %s', (pack) => {
  test.skipIf(pack && !hasPack)('is vectors, its text is text, in at most 100 kB', async () => {
    const folder = await project({}, { pack })
    const { project: at, file } = await buildMaps([{ regions, unit: 'мың адам' }], { folder })
    const checked = await check(file.path, { root: at.root })
    let bytes: Uint8Array = new Uint8Array()
    await withPrinter({}, async (printer) => {
      bytes = await makeFirst(slidesPdf({ range: [{ from: 2, to: 2, written: '2' }] }), checked, printer)
    })
    const raw = Buffer.from(bytes).toString('latin1')
    const { pages } = await readPdf(bytes)
    expect(pages.length).toBe(1)
    for (const text of ['мың адам', 'Ресей', 'Жер атаулары: GeoNames, CC BY 4.0', '528,2'])
      expect(pages[0]!.text).toContain(text)
    expect(raw).not.toMatch(/\/Subtype\s*\/(?:Image|Type3)/)
    expect(bytes.length).toBeLessThan(100_000)
    const { tags } = pages[0]!
    const rows = rowsOf(tags.slice(tags.indexOf('<Table>')))
    expect(rows).toHaveLength(1 + codes.length)
    expect(rows[0]).toEqual(['<TH>', 'Өңір', '<TH>', 'Мәні'])
    for (const row of rows.slice(1))
      expect(row).toEqual(['<TH>', expect.any(String), '<TD>', expect.stringMatching(/^[\d\s]+,2 мың адам$/u)])
    expect(new Set(rows.map((row) => row.at(-1))).size).toBe(rows.length)
  })
})
