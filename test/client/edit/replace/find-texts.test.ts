import { describe, expect, test } from 'vitest'
import schemaFile from '../../../../schemas/deck.schema.json'
import { excerptOf, findTexts, replaceOps } from '../../../../src/client/edit/replace/find-texts.ts'
import type { Schema } from '../../../../src/client/edit/schema.ts'
import { afterOps } from '../../../../src/client/edit/values.ts'
import type { JsonValue } from '../../../../src/model/source.ts'

const schema = { root: schemaFile as Schema }
const query = (find: string, more: object = {}) => ({ find, matchCase: false, wholeWord: false, ...more })
const placesOf = (deck: JsonValue, find: string) =>
  findTexts(schema, deck, query(find)).map(({ path }) => path.join('/'))

/** What a text becomes when `find` is replaced by `*`. */
function starred(text: string, find: string, more: object = {}): string {
  const deck = { content: [{ title: text }] }
  const ops = replaceOps(findTexts(schema, deck, query(find, more)), '*')
  return ((afterOps(deck, ops) as typeof deck).content[0] as { title: string }).title
}

test('texts of all languages are found, wherever they stand; paths, codes and places are not', () => {
  const deck: JsonValue = {
    name: 'x',
    ID: 'x',
    theme: 'x',
    lang: 'kk',
    author: { kk: 'x', ru: 'нет' },
    logo_path: '/img/x.png',
    content: [
      { title: { kk: 'x', ru: 'X' }, notes: 'x', img_path: ['/img/x.png'], img_alt: ['x'], block: 'x' },
      { text: ['x', { en: 'x' }], video: '/video/x.mp4', map: { place: 'x', label: 'x' } },
      {
        table: [
          ['x', 'нет'],
          ['нет', { kk: 'x' }],
        ],
      },
      { chart: { data: 'x; 1', kind: 'x', source: 'x' }, timeline: [['09:00', 'x']] },
      { people: [{ name: 'x', img_path: 'x.jpg' }, 'x'] },
      {
        blocks: [
          { type: 'text', text: 'x' },
          { type: 'image', src: 'x.jpg', alt: 'x' },
        ],
      },
      { unknown: 'x' },
    ],
  }
  expect(placesOf(deck, 'x')).toEqual([
    'name',
    'author/kk',
    'content/0/title/kk',
    'content/0/title/ru',
    'content/0/notes',
    'content/0/img_alt/0',
    'content/1/text/0',
    'content/1/text/1/en',
    'content/1/map/label',
    'content/2/table/0/0',
    'content/2/table/1/1/kk',
    'content/3/chart/data',
    'content/3/chart/source',
    'content/3/timeline/0/1',
    'content/4/people/0/name',
    'content/4/people/1',
    'content/5/blocks/0/text',
    'content/5/blocks/1/alt',
  ])
})

describe('what is replaced', () => {
  test.each([
    ['Қала мен қала', 'қала', {}, '* мен *'],
    ['Қала мен қала', 'қала', { matchCase: true }, 'Қала мен *'],
    ['кала и қала', 'кала', {}, '* и қала'],
    ['қалада, қала. Баспана-қала', 'қала', { wholeWord: true }, 'қалада, *. Баспана-*'],
    ['2026 жыл, 20261', '2026', { wholeWord: true }, '* жыл, 20261'],
    ['ааа', 'аа', {}, '*а'],
    ['ааа', 'аа', { wholeWord: true }, 'ааа'],
    ['a.b axb', 'a.b', {}, '* axb'],
    ['Ai\u0306 — и\u0306од и йод', 'йод', {}, 'Ai\u0306 — * и *'],
    ['и\u0306од', 'и', {}, 'и\u0306од'],
    ['10\u00a0млн и 10 млн', '10 млн', {}, '* и *'],
    ['İstanbul', 'istanbul', {}, 'İstanbul'],
    ['İstanbul and istanbul', 'istanbul', {}, 'İstanbul and *'],
    ['строка\nдругая', 'строка\nдругая', {}, '*'],
    ['𝒜b 𝒜', '𝒜', { wholeWord: true }, '𝒜b *'],
    ['$& и $1', '$&', {}, '* и $1'],
    ['', 'a', {}, ''],
    ['a', '', {}, 'a'],
  ])('in %j, %j %j: %j', (text, find, more, wanted) => {
    expect(starred(text, find, more)).toBe(wanted)
  })

  test('a replacement stands as it was typed, and what it contains is not replaced again', () => {
    const deck = { content: [{ title: 'a a' }, { title: 'b' }] }
    expect(replaceOps(findTexts(schema, deck, query('a')), 'a$&a')).toEqual([
      { op: 'set', path: ['content', 0, 'title'], value: 'a$&a a$&a' },
    ])
    expect(replaceOps(findTexts(schema, deck, query('a')), 'a')).toEqual([])
  })
})

test('an excerpt has what was found, and begins with a word', () => {
  const text = `${'слово '.repeat(20)}находка\nи ещё находка${' слово'.repeat(40)}`
  const [found] = findTexts(schema, { content: [{ text }] }, query('находка'))
  const parts = excerptOf(found!)
  expect(parts.filter(({ isFound }) => isFound).map((one) => one.text)).toEqual(['находка', 'находка'])
  expect(parts.map((one) => one.text).join('')).toMatch(/^…слово .*находка и ещё находка.*…$/)
  expect(parts.map((one) => one.text).join('').length).toBeLessThan(130)
})
