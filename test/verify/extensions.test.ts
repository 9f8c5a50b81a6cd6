import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

interface Probe {
  added: string[]
  edited: string[]
  generated: string[]
  documents: Record<'html' | 'pdf' | 'handout', string>
  /** The messages of the type checker. */
  typeErrors: string
  typeErrorsIfIncomplete: string
}

const script = pathToFileURL(join(import.meta.dirname, '../../scripts/probe-extensions.mjs')).href

test('a block type and a language take their folders and a few lines, and compile only with all of them', async () => {
  const { probeExtensions } = await import(script)
  // files left as they were, and where the type checker should complain of each
  const incomplete = {
    'src/blocks/registry.ts': 'src/blocks/registry.ts',
    'src/languages/kk/layout.ts': 'src/languages/kk/layout.ts',
    'src/languages/kk/schema/blocks.ts': 'src/languages/kk/schema/blocks.ts',
    'src/languages/uz/page.ts': 'src/languages/uz/language.ts',
  }
  const { added, edited, generated, documents, ...types }: Probe = await probeExtensions(Object.keys(incomplete))

  expect(added.filter((path) => !/^src\/(?:blocks\/note|languages\/uz)\//.test(path))).toEqual([
    'decks/note.json',
    'schemas/deck.schema.uz.json',
  ])
  expect(edited).toEqual([
    'src/blocks/registry.ts',
    'src/languages/en/layout.ts',
    'src/languages/en/schema/blocks.ts',
    'src/languages/kk/layout.ts',
    'src/languages/kk/schema/blocks.ts',
    'src/languages/languages.ts',
    'src/languages/machine-messages.ts',
    'src/languages/ru/layout.ts',
    'src/languages/ru/schema/blocks.ts',
    'src/model/block.ts',
    'src/model/deck.schema.json',
    'src/model/lang.ts',
    'src/model/problems/layout.ts',
  ])
  expect(generated).toEqual([
    'docs/format.md',
    'schemas/deck.schema.json',
    'schemas/deck.schema.kk.json',
    'schemas/deck.schema.ru.json',
    'schemas/theme.schema.json',
    'src/model/deck-file.ts',
    'src/model/deck.schema.json',
    'src/model/theme-file.ts',
  ])
  for (const text of Object.values(documents)) expect(text).toContain('Eslatma matni shu yerda')
  expect(types.typeErrors).toBe('')
  for (const file of Object.values(incomplete)) expect(types.typeErrorsIfIncomplete).toContain(`${file}(`)
})
