import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import isValid from '#generated/validate-deck.js'
import { layoutCodes } from '../../src/model/deck.ts'
import { type Lang, langs } from '../../src/model/lang.ts'
import { deckSchema } from '../../src/validate/schema.ts'
import { validate } from '../../src/validate/validate.ts'
import { source } from '../source.ts'
import { askEditor, schemaIn } from './ask-editor.ts'
import { fieldsOf, type Part, rulesOf, textsOf } from './walk-schema.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const json = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))

test('the schemas of all languages have the same rules', () => {
  for (const lang of langs) expect(rulesOf(schemaIn(lang))).toEqual(rulesOf(schemaIn('en')))
})

test('they have the rules of the program; what they add refuses nothing', () => {
  const rules = rulesOf(schemaIn('en')) as Part
  const { definitions } = rules
  const fields = (name: string) => definitions![name]! as Part & { if: Part }
  // The colours of the themes, beside any others, which are colours too.
  for (const color of Object.values(fields('colors').properties!))
    expect(color).toEqual(fields('colors').additionalProperties)
  delete fields('colors').properties
  // The types of the branches, which accept no other.
  const types = (fields('block').oneOf as { $ref: string }[]).map(({ $ref }) => $ref.split('/').at(-1)!)
  expect(fields('block').properties!.type!.enum).toEqual(types.map((name) => fields(name).properties!.type!.const))
  fields('block').properties!.type = {}
  // Fields that accept everything, in conditions.
  for (const name of ['chartValue', 'tableValue', 'timelineValue', 'pollValue']) {
    const condition = fields(name).if
    for (const field of Object.values(condition.properties!))
      expect(JSON.stringify(field)).not.toMatch(/"(type|pattern|\$ref)"/)
    condition.properties = Object.fromEntries((condition.required as string[]).map((field) => [field, {}]))
  }
  // Names as examples.
  for (const name of ['regionValues', 'latin']) {
    expect(fields(name).propertyNames).toEqual({})
    delete fields(name).propertyNames
  }
  expect(rules).toEqual(rulesOf(deckSchema))
})

describe.each(langs)('the schema in %s', (lang) => {
  const schema = schemaIn(lang) as Part
  const fields = fieldsOf(schema)

  test('has a title, a description and an example for every field', () => {
    expect(fields.length).toBeGreaterThan(130)
    const colors = fields.filter(([path]) => path.startsWith('colors.'))
    const lacking = fields
      .filter((one) => !colors.includes(one))
      .filter(([, { title, description, markdownDescription }]) => {
        return !title || !/[.!…]$/.test(String(description)) || !/[`\n]"\S+": \S/.test(String(markdownDescription))
      })
    expect(lacking.map(([path]) => path)).toEqual([])
    for (const [path, { description, examples }] of colors)
      expect([path, description, examples]).not.toContain(undefined)
  })

  test('says what every choice means', () => {
    const choices = Object.entries(schema.definitions!).filter(([, definition]) => definition.enum)
    expect(choices.length).toBeGreaterThan(10)
    for (const [name, { enum: values, enumDescriptions }] of [
      ...choices,
      ['block', schema.definitions!.block!.properties!.type!] as const,
    ]) {
      expect([name, (enumDescriptions as string[]).filter(Boolean).length]).toEqual([name, values!.length])
    }
  })

  test('describes each layout by number as by name', () => {
    const { enum: values, enumDescriptions } = schema.definitions!.layout! as {
      enum: unknown[]
      enumDescriptions: string[]
    }
    const meaning = (value: unknown) => enumDescriptions[values.indexOf(value)]
    for (const [code, name] of Object.entries(layoutCodes)) {
      const shown = name === 'image' ? 'picture' : name
      expect([meaning(code), meaning(Number(code))]).toEqual([meaning(shown), meaning(shown)])
    }
  })

  test('knows the themes and the colours that ship', () => {
    const themes = readdirSync(join(root, 'themes'), { withFileTypes: true }).filter((one) => one.isDirectory())
    const offered = (schema.properties!.theme!.defaultSnippets as { body: string }[]).map(({ body }) => body)
    expect(offered.sort()).toEqual(themes.map(({ name }) => name).sort())
    const colors = Object.keys(schema.definitions!.colors!.properties!)
    expect(colors.sort()).toEqual(Object.keys(json('themes/official/theme.json').colors).sort())
  })

  test('offers only slides, blocks and decks that are right', async () => {
    const { items } = schema.properties!.content as { items: Part }
    const blocks = schema.definitions!.slide!.properties!.blocks as { items: Part }
    const itemsOf = (name: string) => {
      const list = schema.definitions![name] as { items?: Part; then?: { items: Part } }
      return (list.items ?? list.then?.items) as Part
    }
    // A caption belongs to a picture.
    const pictureOf = (path: string) => (/\.img_(?:alt|caption)$/.test(path) ? { img_path: '/img/a.png' } : {})
    const decks = [
      ...bodies(schema),
      ...bodies(items).map((slide) => ({ content: [slide] })),
      ...bodies(blocks.items).map((block) => ({ content: [{ blocks: [block] }] })),
      ...fields
        .filter(([path, { defaultSnippets }]) => path.startsWith('slide.') && defaultSnippets)
        .flatMap(([path, part]) =>
          bodies(part).map((value) => ({ content: [{ title: 'A', ...pictureOf(path), [path.slice(6)]: value }] })),
        ),
      ...bodies(itemsOf('peopleValue')).map((person) => ({ content: [{ title: 'A', people: [person] }] })),
      ...bodies(itemsOf('markers')).map((marker) => ({ content: [{ title: 'A', map: { markers: [marker] } }] })),
      ...bodies(itemsOf('places')).map((marker) => ({ content: [{ title: 'A', map: [marker] }] })),
      ...bodies(itemsOf('captionTracks')).map((track) => ({
        content: [{ title: 'A', video: { src: '/video/a.mp4', captions: [track] } }],
      })),
    ]
    expect(decks.length).toBeGreaterThan(40)
    for (const deck of decks) {
      const text = JSON.stringify(deck)
      expect(isValid(deck), `${text} ${JSON.stringify(isValid.errors)}`).toBe(true)
      expect([text, await askEditor(lang).problems(text)]).toEqual([text, []])
      expect([text, validate(source(text)).diagnostics]).toEqual([text, []])
    }
  })
})

/** What the snippets of a part insert, with the texts in the places where the cursor goes. */
function bodies({ defaultSnippets }: Part): object[] {
  const filled = (text: string) => text.replace(/\$\{\d+:((?:\\.|[^}\\])*)\}|\$\d+/g, (_, words = 'x') => words)
  return (defaultSnippets as { body: unknown }[]).map(({ body }) => JSON.parse(filled(JSON.stringify(body))))
}

test('the words are those of their language', () => {
  const own: Record<Lang, RegExp> = { kk: /[әғқңөұүһі]/i, ru: /[ыэщъё]/i, en: /[a-z]/i }
  const [kk, ru, en] = (['kk', 'ru', 'en'] as const).map((lang) => textsOf(schemaIn(lang)))
  expect(kk!.map(([path]) => path)).toEqual(en!.map(([path]) => path))
  expect(ru!.map(([path]) => path)).toEqual(en!.map(([path]) => path))
  const cyrillic = /\p{Script=Cyrillic}/u
  expect(en!.filter(([, text]) => cyrillic.test(text))).toEqual([])
  // A theme, a boolean and a choice are shown as people write them.
  const names = /^(?:GeoJSON|true|false|official|calm|stage|contrast|cover|contain|left|right)$/
  for (const texts of [kk!, ru!])
    expect(texts.filter(([, text]) => !cyrillic.test(text) && !names.test(text))).toEqual([])
  expect(ru!.filter(([, text]) => own.kk.test(text))).toEqual([])
  expect(kk!.filter(([, text]) => /[а-я]{4,}(?:ого|его|ться|ение|ости)(?!\p{L})/iu.test(text))).toEqual([])
})

/** Every deck of the project that is right as it stands. */
const sound = ['decks', 'test/fixtures', 'scripts/probe']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((path) => path.endsWith('.json'))
  .flatMap((path): [string, string][] => {
    const text = readFileSync(join(root, path), 'utf8')
    try {
      return isValid(JSON.parse(text)) ? [[path, text]] : []
    } catch {
      return []
    }
  })

/** Values of every kind, right in one field and wrong in another. */
const values = [
  true,
  5,
  -1,
  0.5,
  2000,
  'x',
  '12',
  '#fff',
  'kk',
  'cover',
  ' ',
  '',
  null,
  [],
  [1],
  ['a'],
  {},
  { kk: 'a' },
  { x: 1 },
]

test('an editor and the program agree on every value of every field', async () => {
  const editor = askEditor('en')
  const fields = fieldsOf(schemaIn('en')).filter(([path]) =>
    /^(?:deck|slide|\w+Block|mapObject|videoObject)\./.test(path),
  )
  const type = (name: string) => (schemaIn('en').definitions[name].properties.type as { const: string }).const
  const decks = fields.flatMap(([path]) => {
    const [name = '', field = ''] = path.split('.')
    return values.map((value) => {
      if (name === 'deck') return { content: [], [field]: value }
      if (name === 'slide') return { content: [{ [field]: value }] }
      return { content: [{ blocks: [{ type: type(name), [field]: value }] }] }
    })
  })
  expect(decks.length).toBeGreaterThan(1500)
  const right = decks.filter((deck) => isValid(deck)).length
  expect([right > 500, decks.length - right > 500]).toEqual([true, true])
  for (const deck of decks) {
    const text = JSON.stringify(deck)
    expect([text, (await editor.problems(text)).length === 0]).toEqual([text, isValid(deck)])
  }
})

test('an editor finds no problem in a deck that is right, but for fields that stand twice', async () => {
  expect(sound.length).toBeGreaterThan(20)
  for (const lang of langs) {
    const editor = askEditor(lang)
    for (const [path, text] of sound) {
      const problems = (await editor.problems(text)).filter(({ says }) => says !== 'Duplicate object key')
      expect([path, problems]).toEqual([path, []])
    }
  }
})

test('the program carries no words for editors', () => {
  for (const file of ['program.cjs', 'index.js']) {
    expect(readFileSync(join(root, 'build', file), 'utf8')).not.toMatch(
      /markdownDescription|defaultSnippets|enumDescriptions/,
    )
  }
})
