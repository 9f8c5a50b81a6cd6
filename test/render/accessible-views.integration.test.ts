import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { build } from '../../src/documents/produce.ts'
import { folder } from '../load/folder.ts'
import { findingsOfViews } from './accessible-views.ts'

const root = join(import.meta.dirname, '../..')

test('axe-core finds nothing in the help, overview, search, speaker view and reading view', async () => {
  const deck = join(root, 'test/fixtures/accessible/deck.json')
  const { outputs } = await build(deck, { root, out: folder() })
  expect(await findingsOfViews(readFileSync(outputs[0]!.path, 'utf8'))).toEqual([])
})
