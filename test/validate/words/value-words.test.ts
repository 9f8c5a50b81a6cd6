import { expect, test } from 'vitest'
import { parse } from '../../../src/parse/parse.ts'
import { validate } from '../../../src/validate/validate.ts'
import { valueWords } from '../../../src/validate/words/value-word-table.ts'
import { valueMeant, valueNear } from '../../../src/validate/words/value-words.ts'
import { enumsOfSchema, inLatin } from './schema-words.ts'

/** Languages have their own spellings in `src/languages`; `picture` is an old name of `image`. */
const enums = enumsOfSchema().filter(({ definition }) => definition !== 'lang')
const values = enums.flatMap(({ definition, values: known }) => known.map((value) => ({ definition, value, known })))

test('every value of the schema has words in Kazakh and Russian, and every flag', () => {
  expect(values.length).toBeGreaterThan(40)
  expect(values.filter(({ definition, value }) => valueWords[definition]?.[value] === undefined)).toEqual([])
  expect(Object.keys(valueWords.flag!)).toEqual(['true', 'false'])
})

test.each(values)('$definition: the words for "$value" are read as it', ({ definition, value, known }) => {
  for (const words of valueWords[definition]![value]!) {
    const first = words.split(' ')[0]!
    for (const spelling of [first, first.toUpperCase(), ` ${first}`])
      expect(valueMeant(spelling, definition, known), spelling).toBe(value)
    for (const spelling of first.length > 2 ? inLatin(first) : [])
      expect(valueMeant(spelling, definition, known) ?? valueNear(spelling, definition, known), spelling).toBe(value)
    for (const word of words.split(' '))
      expect(valueMeant(word, definition, known) ?? valueNear(word, definition, known), word).not.toBeNull()
  }
})

/** The findings of a slide, and what `--fix` would write. */
function findingsOf(slide: object) {
  const found = validate(parse(JSON.stringify({ content: [{ title: 'Т', ...slide }] })).root!).diagnostics
  return found.map(({ code, edits, ...facts }) => [code, edits?.map(({ text }) => text).join() ?? null, facts])
}

test.each<[object, string]>([
  [{ block: 'мұқаба' }, 'cover'],
  [{ block: 'Обложка' }, 'cover'],
  [{ fit: 'бөлу' }, 'split'],
  [{ img_path: 'a.png', img_alt: 'а', img_fit: 'вместить' }, 'contain'],
  [{ img_path: 'a.png', img_alt: 'а', img_focus: 'сол жоғары' }, 'left top'],
  [{ img_path: 'a.png', img_alt: 'а', img_focus: 'справа' }, 'right'],
  [{ chart: { kind: 'столбцы', data: [['а', '1']] } }, 'bar'],
  [{ chart: { kind: 'сақина', data: [['а', '1']] } }, 'donut'],
  [{ table: { rows: [['а', '1']], align: ['слева', 'right'] } }, 'left'],
  [{ table: { rows: [['а', '1']], head: 'иә' } }, 'true'],
  [{ table: { rows: [['а', '1']], total: 'нет' } }, 'false'],
  [{ timeline: { rows: ['2021 — А'], kind: 'программа' } }, 'programme'],
  [{ map: { place: 'Алматы', base: 'Қазақстан' } }, 'kz'],
  [{ map: { place: 'Алматы', kind: 'звёздочка' } }, 'star'],
  [{ blocks: [{ type: 'сурет', src: 'a.png', alt: 'а' }] }, 'image'],
  [{ blocks: [{ type: 'текст', text: 'а' }] }, 'text'],
])('%j is read, with one finding that mends it to %s', (slide, meant) => {
  expect(findingsOf(slide)).toEqual([
    ['value-misspelt', meant, expect.objectContaining({ meant, severity: 'warning' })],
  ])
})

test('a block with its type in Kazakh or Russian is read', () => {
  const blocks = [
    { түрі: 'сурет', файл: 'a.png', сипаттама: 'а' },
    { тип: 'текст', текст: 'а' },
    { вид: 'диаграмма', түрі: 'сызық', деректер: [['а', '1']] },
  ]
  const codes = findingsOf({ blocks }).map(([code, text]) => `${code} ${text}`)
  expect(codes).toEqual(
    expect.arrayContaining([
      'field-misspelt type',
      'value-misspelt image',
      'value-misspelt text',
      'value-misspelt chart',
    ]),
  )
  expect(codes.filter((one) => !/^(?:field|value)-misspelt/.test(one))).toEqual([])
})

test('a block whose type is no word for one is asked for it, at its value', () => {
  const found = findingsOf({ blocks: [{ тип: 'колонки', текст: 'а' }] })
  expect(found.map(([code]) => code)).toEqual(['field-misspelt', 'block-type-unknown'])
  expect(found[1]![2]).toMatchObject({ type: 'колонки', nearest: 'text' })
})

test.each([{ block: 'кот' }, { fit: 'тест' }, { table: { rows: [['а', '1']], head: 'ия-жоқ' } }])(
  '%j stays unknown',
  (slide) => expect(findingsOf(slide).map(([code]) => code)).not.toContain('value-misspelt'),
)
