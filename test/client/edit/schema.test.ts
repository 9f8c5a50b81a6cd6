import { expect, test } from 'vitest'
import schemaFile from '../../../schemas/deck.schema.ru.json'
import { fieldOf, propertiesOf, type Schema } from '../../../src/client/edit/schema.ts'
import { fieldAt, isText, textPath } from '../../../src/client/edit/text-places.ts'
import type { JsonValue } from '../../../src/model/source.ts'

const schema = { root: schemaFile as Schema }
const names = (value: JsonValue | undefined, property: string) =>
  fieldOf(schema, propertiesOf(schema, 'slide')[property]!, value).names

test('every field of a slide and of the deck has a name and a meaning in the reader’s language', () => {
  for (const fields of [propertiesOf(schema), propertiesOf(schema, 'slide')]) {
    for (const [name, one] of Object.entries(fields)) {
      const { title, description } = fieldOf(schema, one, undefined)
      expect(title, name).toMatch(/\p{L}/u)
      if (name !== 'blocks') expect(description, name).toMatch(/\p{L}/u)
    }
  }
})

test.each<[string, JsonValue | undefined, string, string]>([
  ['a path of a picture', '/img/a.png', 'img_path', 'picturePath'],
  ['nothing where a picture may be', undefined, 'img_path', 'picturePath'],
  ['a picture with its settings', { src: 'a.png' }, 'img_path', 'imageObject'],
  ['a table', [['a', 'b']], 'table', 'tableRows'],
  ['a table with its settings', { rows: [['a']] }, 'table', 'tableObject'],
  ['a map of one place', 'Астана', 'map', 'mapQuery'],
  ['a map of coordinates', [51.1, 71.4], 'map', 'coordinates'],
  ['a map of places', ['Астана'], 'map', 'places'],
  ['a map with its settings', { regions: {} }, 'map', 'mapObject'],
  ['a drawn map', { type: 'Topology' }, 'map', 'geojson'],
])('%s leads to its own definition', (_, value, property, name) => {
  expect(names(value, property)).toContain(name)
})

const deck: JsonValue = {
  content: [
    {
      title: { kk: 'Бір', ru: 'Один' },
      text: ['сол', 'оң'],
      img_path: ['a.png', 'b.png'],
      img_caption: ['бірінші', 'екінші'],
      table: 'a | b',
    },
    {
      blocks: [
        { type: 'text', text: 'мәтін' },
        { type: 'image', src: 'c.png', caption: 'сурет' },
      ],
    },
  ],
}

test('a block is described by the schema of its type', () => {
  const block = fieldAt(schema, deck, ['content', 1, 'blocks', 1])
  expect(Object.keys(block?.schema.properties ?? {})).toEqual(
    expect.arrayContaining(['src', 'alt', 'caption', 'focus']),
  )
  expect(fieldAt(schema, deck, ['content', 1, 'nothing'])).toBeNull()
})

test('words are typed on the slide, rows of a table are not', () => {
  expect(isText(fieldAt(schema, deck, ['content', 0, 'title'])!)).toBe(true)
  expect(isText(fieldAt(schema, deck, ['content', 0, 'table'])!)).toBe(false)
  expect(isText(fieldAt(schema, deck, ['content', 0, 'img_path', 0])!)).toBe(false)
})

test.each<[string, (string | number)[], number[], boolean, (string | number)[] | null]>([
  ['a title in several languages', ['content', 0, 'title'], [0], false, ['content', 0, 'title', 'kk']],
  ['a column', ['content', 0, 'text', 1], [0], false, ['content', 0, 'text', 1]],
  ['a text block', ['content', 1, 'blocks', 0, 'text'], [0], false, ['content', 1, 'blocks', 0, 'text']],
  ['a text block as a whole', ['content', 1, 'blocks', 0], [], false, ['content', 1, 'blocks', 0, 'text']],
  ['the caption of the second picture', ['content', 0, 'img_path'], [1], true, ['content', 0, 'img_caption', 1]],
  ['the caption of a block', ['content', 1, 'blocks', 1], [0], true, ['content', 1, 'blocks', 1, 'caption']],
  ['a picture', ['content', 0, 'img_path'], [0], false, null],
  ['a table', ['content', 0, 'table'], [0], false, null],
])('%s leads to its text, or to none', (_, path, items, isCaption, expected) => {
  expect(textPath(schema, deck, { path, items }, { lang: 'kk', isCaption })).toEqual(expected)
})
