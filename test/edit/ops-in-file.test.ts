import { describe, expect, test } from 'vitest'
import { applyReadOps } from '../../src/edit/apply-read-ops.ts'
import { readEditable } from '../../src/edit/editable-text.ts'
import type { JsonValue, NodePath } from '../../src/model/source.ts'
import type { EditOp } from '../../src/model/wire/edit.ts'
import { parse } from '../../src/parse/parse.ts'
import { applyEdits } from '../../src/text/apply-edits.ts'
import { valueAsRead, wholeFile } from '../../src/validate/value-reading.ts'

const set = (path: NodePath, value: JsonValue): EditOp => ({ op: 'set', path, value })
const asRead = (text: string) => valueAsRead(parse(text).root!, wholeFile)

/** A text after operations on the deck as it is read, or why they are refused. */
function edited(text: string, ...ops: EditOp[]): string {
  const result = applyReadOps(readEditable(text), ops)
  if (!result.ok) return `refused: ${result.why}`
  expect(applyEdits(text, result.changes)).toBe(result.text)
  expect(applyEdits(result.text, result.inverse)).toBe(text)
  return result.text
}

const russian = `{
  "название": "Отчёт", // для встречи
  "язык": "русский", "языки": ["русский", "казахский"],
  "слайды": [
    { "Заголовок": "Первый", "Текст": "Слова", "Макет": "обложка" },
    { "заголовок": { "рус": "Люди", "каз": "Адамдар" }, "люди": [{ "имя": "Айгүл", "должность": "директор", "фото": "/img/a.png" }] },
    { "заголовок": "Итоги", "таблица": { "строки": [["а", "б"], ["в", "г"]], "шапка": "да" } },
    { "заголовок": "Части", "блоки": [{ "тип": "текст", "текст": "абв" }, { "тип": "картинка", "файл": "/img/a.png", "подпись": "п" }] }
  ]
}`

const kazakh = `{ "атауы": "Есеп", "тілі": "қазақша",
  "слайдтар": [
    { "тақырыбы": "Бірінші", "мәтіні": "Сөздер", "орналасым": "мұқаба" },
    { "тақырыбы": "Қонақтар", "қонақтар": [{ "аты_жөні": "Айгүл", "лауазымы": "директор" }] },
    { "тақырыбы": "Бағдарлама", "бағдарламасы": [["09:00", "Тіркеу"]], "ескертпелер": "Қысқа" },
    { "тақырыбы": "Қай қала?", "сауалнама": { "нұсқалар": ["Астана", "Алматы"], "бірнеше": "иә" } }
  ]
}`

describe('a deck with the words of a language is read by the names of the schema', () => {
  test('in Russian', () => {
    expect(asRead(russian)).toEqual({
      name: 'Отчёт',
      lang: 'ru',
      langs: ['ru', 'kk'],
      content: [
        { title: 'Первый', text: 'Слова', block: 'cover' },
        { title: { ru: 'Люди', kk: 'Адамдар' }, people: [{ name: 'Айгүл', role: 'директор', img_path: '/img/a.png' }] },
        {
          title: 'Итоги',
          table: {
            rows: [
              ['а', 'б'],
              ['в', 'г'],
            ],
            head: true,
          },
        },
        {
          title: 'Части',
          blocks: [
            { type: 'text', text: 'абв' },
            { type: 'image', src: '/img/a.png', caption: 'п' },
          ],
        },
      ],
    })
  })

  test('in Kazakh', () => {
    expect(asRead(kazakh)).toEqual({
      name: 'Есеп',
      lang: 'kk',
      content: [
        { title: 'Бірінші', text: 'Сөздер', block: 'cover' },
        { title: 'Қонақтар', people: [{ name: 'Айгүл', role: 'директор' }] },
        { title: 'Бағдарлама', timeline: [['09:00', 'Тіркеу']], notes: 'Қысқа' },
        { title: 'Қай қала?', poll: { options: ['Астана', 'Алматы'], many: true } },
      ],
    })
  })
})

/** What is edited, the operations, and each text of the file that changes with what it becomes. */
const cases: [string, string, EditOp[], [before: string, after: string][]][] = [
  ['a value', russian, [set(['content', 0, 'title'], 'Новый')], [['"Первый"', '"Новый"']]],
  ['a value that was a word', russian, [set(['content', 0, 'block'], 'text')], [['"обложка"', '"text"']]],
  ['what already reads so', russian, [set(['content', 2, 'table', 'head'], true)], []],
  ['a version in a language', russian, [set(['content', 1, 'title', 'kk'], 'Топ')], [['"Адамдар"', '"Топ"']]],
  [
    'a new field, with a capital as the others',
    russian,
    [set(['content', 0, 'notes'], 'Тише')],
    [['"обложка" }', '"обложка", "Заметки": "Тише" }']],
  ],
  [
    'a new language beside others with words',
    russian,
    [set(['content', 1, 'title', 'en'], 'People')],
    [['"Адамдар" }', '"Адамдар", "английский": "People" }']],
  ],
  [
    'versions in languages where there was one text',
    russian,
    [set(['content', 0, 'title'], { ru: 'Первый', kk: 'Бірінші' })],
    [['"Первый"', '{ "ru": "Первый", "kk": "Бірінші" }']],
  ],
  [
    'a person more, called as those who are there',
    russian,
    [
      set(
        ['content', 1, 'people'],
        [
          { name: 'Ерлан', role: 'редактор' },
          { name: 'Айгүл', role: 'директор', img_path: '/img/a.png' },
        ],
      ),
    ],
    [['[{ "имя": "Айгүл"', '[{ "имя": "Ерлан", "должность": "редактор" }, { "имя": "Айгүл"']],
  ],
  [
    'a slide more, and what is in it',
    kazakh,
    [
      { op: 'insert', path: ['content', 1], value: { title: 'Жаңа', people: [{ name: 'Ерлан' }] } },
      set(['content', 1, 'people', 0, 'role'], 'редактор'),
    ],
    [
      [
        '"мұқаба" },',
        '"мұқаба" },\n    { "тақырыбы": "Жаңа", "қонақтар": [{ "аты_жөні": "Ерлан", "лауазымы": "редактор" }] },',
      ],
    ],
  ],
  [
    'one more block',
    russian,
    [{ op: 'insert', path: ['content', 3, 'blocks', 2], value: { type: 'text', text: 'где' } }],
    [['"подпись": "п" }', '"подпись": "п" }, { "тип": "text", "текст": "где" }']],
  ],
  ['a field that goes', kazakh, [{ op: 'remove', path: ['content', 2, 'notes'] }], [[', "ескертпелер": "Қысқа"', '']]],
  ['the whole deck', kazakh, [set(['theme'], 'official')], [['\n  ]\n}', '\n  ],\n  "безендіру": "official"\n}']]],
]

test.each(cases)('%s', (_, text, ops, changes) => {
  const after = edited(text, ...ops)
  expect(after).toBe(changes.reduce((all, [from, to]) => all.replace(from, to), text))
})

const deckOf = (slide: string) => `{ "content": [ ${slide} ] }`
const title = ['content', 0, 'title']

/** A slide, an operation, and the slide after it. */
const twice: [string, string, EditOp, string][] = [
  [
    'equal ones change both',
    '{ "title": "A", "заголовок": "A" }',
    set(title, 'B'),
    '{ "title": "B", "заголовок": "B" }',
  ],
  [
    'an empty one stays empty',
    '{ "title": "", "заголовок": "A" }',
    set(title, 'B'),
    '{ "title": "", "заголовок": "B" }',
  ],
  [
    'of different ones, the word is no field and stays',
    '{ "title": "A", "заголовок": "B" }',
    set(title, 'C'),
    '{ "title": "C", "заголовок": "B" }',
  ],
  ['all of them go', '{ "title": "", "заголовок": "A", "тема": "A" }', { op: 'remove', path: title }, '{ }'],
  [
    'lists change in both',
    '{ "text": ["a", "b"], "текст": ["a", "b"] }',
    { op: 'move', from: ['content', 0, 'text', 0], path: ['content', 0, 'text', 1] },
    '{ "text": ["b", "a"], "текст": ["b", "a"] }',
  ],
]

test.each(twice)('of a field that stands under two names, %s', (_, before, op, after) => {
  const text = edited(deckOf(before), op)
  expect(text.replace(/\{ *\}/, '{ }')).toBe(deckOf(after))
})

/** Decks that are read, though they have another shape. */
const shapes: [string, string, EditOp, string][] = [
  [
    'a deck inside an object',
    '{ "презентация": { "слайды": [{ "заголовок": "A" }] } }',
    set(title, 'B'),
    '{ "презентация": { "слайды": [{ "заголовок": "B" }] } }',
  ],
  [
    'slides in an object',
    '{ "content": { "a": { "title": "A" } } }',
    set(title, 'B'),
    '{ "content": { "a": { "title": "B" } } }',
  ],
  [
    'a single slide without a list',
    '{ "content": { "заголовок": "A" } }',
    set(['content', 0, 'notes'], 'B'),
    '{ "content": { "заголовок": "A", "заметки": "B" } }',
  ],
  ['slides alone', '[{ "заголовок": "A" }]', set([0, 'title'], 'B'), '[{ "заголовок": "B" }]'],
  [
    'a slide on each line',
    '{"заголовок": "A"}\n{"заголовок": "C"}',
    set(title, 'B'),
    '{"заголовок": "B"}\n{"заголовок": "C"}',
  ],
  [
    'a text in an object',
    deckOf('{ "заголовок": { "текст": "A" } }'),
    set(title, 'B'),
    deckOf('{ "заголовок": { "текст": "B" } }'),
  ],
  [
    'languages around a slide: a text of one',
    deckOf('{ "kk": { "тақырып": "А" }, "ru": { "заголовок": "Б" } }'),
    set(['content', 0, 'ru', 'title'], 'В'),
    deckOf('{ "kk": { "тақырып": "А" }, "ru": { "заголовок": "В" } }'),
  ],
  [
    'languages around a slide: a field of all',
    deckOf('{ "kk": { "тақырып": "А" }, "ru": { "заголовок": "Б" } }'),
    set(title, 'В'),
    'refused: languages-outside',
  ],
]

test.each(shapes)('%s', (_, before, op, after) => {
  expect(edited(before, op)).toBe(after)
})

const lines = '{"title": "A"}\n{"title": "B"}\n'
const alone: [string, string, EditOp, string][] = [
  [
    'one more of slides on lines of their own',
    lines,
    { op: 'insert', path: ['content', 1], value: { title: 'C' } },
    '{ "content": [{"title": "A"},\n{"title": "C"},\n{"title": "B"}] }\n',
  ],
  [
    'their order',
    lines,
    { op: 'move', from: ['content', 0], path: ['content', 1] },
    '{ "content": [{"title": "B"},\n{"title": "A"}] }\n',
  ],
  [
    'the theme of slides on lines of their own',
    lines,
    set(['theme'], 'ocean'),
    '{ "content": [{"title": "A"},\n{"title": "B"}], "theme": "ocean" }\n',
  ],
  [
    'the theme of a list alone',
    '[{ "title": "A" }]',
    set(['theme'], 'ocean'),
    '{ "content": [{ "title": "A" }], "theme": "ocean" }',
  ],
  ['no slide of a list alone', '[{ "title": "A" }]', set([4, 'title'], 'B'), 'refused: path-missing'],
]

test.each(alone)('what needs the deck around slides gets one: %s', (_, before, op, after) => {
  expect(edited(before, op)).toBe(after)
})

test('a word that would mean another field with the new value gets the name of the schema', () => {
  const text = '{ "тема": "Отчёт за год", "слайды": [{ "заголовок": "A" }] }'
  const content = [{ title: 'A' }]
  expect(asRead(text)).toEqual({ name: 'Отчёт за год', content })
  expect(asRead(text.replace('Отчёт за год', 'plan'))).toEqual({ theme: 'plan', content })
  expect(asRead(edited(text, set(['name'], 'plan')))).toEqual({ name: 'plan', content })
})

describe('rows that stand in another shape are edited as the rows that they are read as', () => {
  const deck = (fields: string) => `{ "content": [{ "title": "Т", ${fields} }] }`
  test.each<[string, string, EditOp, string]>([
    [
      'a cell of a chart is set',
      '"диаграмма": { "деректер": { "Абай": 5, "Жетісу": 6 } }',
      set(['content', 0, 'chart', 'data', 1, 1], 7),
      '"диаграмма": { "деректер": [["Абай", 5], ["Жетісу", 7]] }',
    ],
    [
      'a row is added',
      '"chart": { "data": { "Абай": 5 } }',
      { op: 'insert', path: ['content', 0, 'chart', 'data', 1], value: ['Жетісу', 6] },
      '"chart": { "data": [["Абай", 5], ["Жетісу", 6]] }',
    ],
    [
      'a person is removed',
      '"people": { "Асқар Бектұров": "директор", "Айна Серік": "хатшы" }',
      { op: 'remove', path: ['content', 0, 'people', 0] },
      '"people": [{ "name": "Айна Серік", "role": "хатшы" }]',
    ],
    [
      'another field leaves it as it stands',
      '"chart": { "data": { "Абай": 5 }, "kind": "bar" }',
      set(['content', 0, 'chart', 'kind'], 'line'),
      '"chart": { "data": { "Абай": 5 }, "kind": "line" }',
    ],
  ])('%s', (_, fields, op, expected) => {
    const text = edited(deck(fields), op)
    expect(JSON.parse(text)).toEqual(JSON.parse(deck(expected)))
  })
})
