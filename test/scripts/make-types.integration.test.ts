import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { langs } from '../../src/model/lang.ts'

const root = join(import.meta.dirname, '../..')

test('the types of a deck are those of its schema (npm run types:make)', async () => {
  const { typesOf } = await import(pathToFileURL(join(root, 'scripts/make-types.mjs')).href)
  expect(await typesOf('deck')).toBe(readFileSync(join(root, 'src/model/deck-file.ts'), 'utf8'))
})

test('the schemas of a deck for editors are those of its rules and words (npm run types:make)', async () => {
  const { deckSchemas } = await import(pathToFileURL(join(root, 'scripts/make-schemas.mjs')).href)
  const schemas: Map<string, string> = await deckSchemas()
  expect(schemas.size).toBe(langs.length)
  for (const [name, text] of schemas) expect(readFileSync(join(root, 'schemas', name), 'utf8')).toBe(text)
})

test.each(['deck', 'theme'])('the schema of a %s has every language (npm run types:make)', async (name) => {
  const { schemaWithLanguages } = await import(pathToFileURL(join(root, 'scripts/make-types.mjs')).href)
  const schema = readFileSync(join(root, name === 'deck' ? 'src/model' : 'schemas', `${name}.schema.json`), 'utf8')
  expect(await schemaWithLanguages(name)).toBe(schema)
  for (const lang of langs) expect(schema.split(`"${lang}":`)).toHaveLength(2)
})

test('a deck written in the types of the schema is valid against it', async () => {
  const { default: isValid } = await import('#generated/validate-deck.js')
  const deck: import('../../src/model/deck-file.ts').DeckFile = {
    name: { kk: 'Байқау', ru: 'Конкурс' },
    slide_now: '1',
    content: [
      {
        title: 2024,
        block: 'picture',
        img_path: ['a.png', { src: 'b.png', focus: { x: '0,5' } }],
        text: ['a', { en: 'b' }],
      },
      { video: { src: 'v.mp4', start: '1,5' }, map: [51, '71,4'], blocks: [{ type: 'map', markers: ['Астана'] }] },
    ],
  }
  expect(isValid(deck), JSON.stringify(isValid.errors)).toBe(true)
})
