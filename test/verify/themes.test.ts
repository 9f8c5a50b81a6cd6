import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../src/documents/produce.ts'
import { faultsOf, violationsOf } from '../accessible.ts'
import { aspects, galleryDeck, themes } from '../gallery/editions.ts'

const root = join(import.meta.dirname, '../..')
const ships = readdirSync(join(root, 'decks')).filter((name) => name.endsWith('.json'))
const decks = [...ships.map((name) => join(root, 'decks', name)), galleryDeck]
let out = ''

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'korme-verify-'))
})
afterAll(() => rm(out, { recursive: true, force: true }))

describe.each(decks)('%s', (deck) => {
  test.each(themes.flatMap((theme) => aspects.map((aspect) => [theme, aspect] as const)))(
    'in %s %s: nothing for axe-core on any slide, nothing for html-validate',
    async (theme, aspect) => {
      const folder = join(out, `${theme}-${aspect.replace(':', 'x')}`)
      const { outputs, diagnostics } = await build(deck, { theme, aspect, root, out: folder, lang: 'all' })
      expect(diagnostics.filter(({ code }) => code === 'contrast-low')).toEqual([])
      for (const { path, lang } of outputs) {
        const html = readFileSync(path, 'utf8')
        expect([lang, await faultsOf(html)]).toEqual([lang, []])
        expect([lang, await violationsOf(html)]).toEqual([lang, []])
      }
    },
  )
})
