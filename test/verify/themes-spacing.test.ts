import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { build } from '../../src/documents/produce.ts'
import { themes } from '../gallery/editions.ts'
import { shippedDecks } from '../pdf/documents.ts'
import { cutInReadingView, cutInShow } from '../render/text-spacing.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = join(import.meta.dirname, '../..')

describe.each(shippedDecks)('%s', (deck) => {
  test.each(themes)('in %s no line is cut where lines, words and letters are far apart', async (theme) => {
    const { outputs } = await build(deck, { root, theme, out: temporaryFolder() })
    const address = pathToFileURL(outputs[0]!.path).href
    expect(await cutInShow(address)).toEqual([])
    for (const width of [390, 1280]) expect(await cutInReadingView(address, width)).toEqual([])
  })
})
