import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build } from '../../src/documents/produce.ts'
import { heldTags } from '../axe.ts'
import { themes } from '../gallery/editions.ts'
import { findingsOfViews } from '../render/accessible-views.ts'

const root = join(import.meta.dirname, '../..')
let out = ''
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'korme-views-'))
})
afterAll(() => rm(out, { recursive: true, force: true }))

test('nothing for axe-core in any view of a deck with headings, pictures and languages of all kinds', async () => {
  const deck = join(root, 'test/fixtures/accessible/deck.json')
  const { outputs } = await build(deck, { root, out: join(out, 'accessible') })
  expect(await findingsOfViews(readFileSync(outputs[0]!.path, 'utf8'))).toEqual([])
})

test.each(themes)('%s: nothing for axe-core in any view, in any language', async (theme) => {
  const deck = join(root, 'test/fixtures/gallery/gallery.json')
  const { outputs } = await build(deck, { theme, root, out: join(out, theme), lang: 'all' })
  for (const { path, lang } of outputs) {
    const html = readFileSync(path, 'utf8')
    const found = await findingsOfViews(html, [...heldTags, 'wcag2aaa', 'experimental'])
    const [held, others] = [true, false].map((kind) => found.filter((one) => one.held === kind).map(({ text }) => text))
    expect([lang, held]).toEqual([lang, []])
    // Not held: what AAA and rules on trial find is for people to judge.
    console.info(
      `${theme} ${lang}: AAA and rules on trial\n${others!.map((one) => `  ${one.slice(0, 300)}`).join('\n')}`,
    )
  }
})
