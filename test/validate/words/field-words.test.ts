import { describe, expect, test } from 'vitest'
import { suggestField } from '../../../src/validate/field-names.ts'
import { fieldOfWord } from '../../../src/validate/field-words.ts'
import { fieldWords } from '../../../src/validate/words/field-word-table.ts'
import { inLatin, objectsOfSchema } from './schema-words.ts'

const fields = objectsOfSchema().flatMap(({ place, fields: known }) => known.map((field) => ({ place, field, known })))
const firstWords = (field: string) => fieldWords[field]!.slice(0, 2).map((words) => words!.split(' ')[0]!)

test('every field of the schema has words in Kazakh and Russian', () => {
  expect(fields.length).toBeGreaterThan(100)
  expect(fields.filter(({ field }) => !fieldWords[field])).toEqual([])
})

test.each(fields)('$place: the words for "$field" are read as it', ({ field, known }) => {
  for (const word of firstWords(field)) {
    for (const spelling of [
      word,
      word.toUpperCase(),
      word[0]!.toUpperCase() + word.slice(1),
      word.replaceAll('_', ' '),
    ])
      expect(fieldOfWord(spelling, known), spelling).toBe(field)
  }
})

test.each(fields)('$place: the words for "$field" in Latin letters get it suggested', ({ field, known }) => {
  for (const word of firstWords(field).filter((one) => one.length > 2)) {
    for (const spelling of inLatin(word)) {
      const meant = known.includes(spelling)
        ? spelling
        : (fieldOfWord(spelling, known) ?? suggestField(spelling, known))
      expect(meant, spelling).toBe(known.includes(spelling) ? spelling : field)
    }
  }
})

test('every other word gets a field suggested, wherever one of its fields is', () => {
  const without = Object.entries(fieldWords).flatMap(([field, languages]) =>
    languages.flatMap((words) =>
      words!
        .replace(/[?!]/g, '')
        .split(' ')
        .flatMap((word) =>
          fields
            .filter((one) => one.field === field && !one.known.includes(word))
            .filter(({ known }) => (fieldOfWord(word, known) ?? suggestField(word, known)) === null)
            .map(({ place }) => `${place}: ${word}`),
        ),
    ),
  )
  expect(without).toEqual([])
})

const slide = objectsOfSchema().find(
  ({ fields: known }) => known.includes('img_path') && known.includes('blocks'),
)!.fields
const deck = objectsOfSchema().find(({ fields: known }) => known.includes('content'))!.fields

describe('words with endings and slips of the pen', () => {
  test.each([
    ['заголовки', 'title'],
    ['загаловок', 'title'],
    ['Заголовка', 'title'],
    ['тақырыптың', 'title'],
    ['тақырыптар', 'title'],
    ['такырып', 'title'],
    ['тақрып', 'title'],
    ['мәтіндерді', 'text'],
    ['мэтин', 'text'],
    ['текста', 'text'],
    ['картинку', 'img_path'],
    ['картинок', 'img_path'],
    ['суреттерді', 'img_path'],
    ['сүрет', 'img_path'],
    ['таблицу', 'table'],
    ['табличка', 'table'],
    ['кестелер', 'table'],
    ['диаграммы', 'chart'],
    ['ескертулер', 'notes'],
    ['замектки', 'notes'],
    ['бейнелер', 'video'],
    ['видеоролики', 'video'],
    ['zagolovok', 'title'],
    ['zagolovki', 'title'],
    ['taqyryp', 'title'],
    ['takyryp', 'title'],
    ['matin', 'text'],
    ['mätın', 'text'],
    ['kartinka', 'img_path'],
    ['suret', 'img_path'],
    ['tablica', 'table'],
    ['tablitsa', 'table'],
    ['keste', 'table'],
    ['beine', 'video'],
    ['beyne', 'video'],
    ['zametki', 'notes'],
    ['eskertpe', 'notes'],
    ['izobrazhenie', 'img_path'],
    ['izobrajenie', 'img_path'],
  ])('%s is %s', (word, field) => expect(fieldOfWord(word, slide) ?? suggestField(word, slide)).toBe(field))

  test.each([
    ['слайдтар', 'content'],
    ['слайды', 'content'],
    ['slaidy', 'content'],
    ['slaydtar', 'content'],
    ['Слайдов', 'content'],
    ['атауы', 'name'],
    ['nazvanie', 'name'],
    ['avtor', 'author'],
    ['күні', 'date'],
    ['дату', 'date'],
    ['тілі', 'lang'],
    ['языка', 'lang'],
    ['іс-шара', 'event'],
    ['ис-шара', 'event'],
    ['oformlenie', 'theme'],
    ['логотиптер', 'logo_path'],
  ])('%s of a deck is %s', (word, field) => expect(fieldOfWord(word, deck) ?? suggestField(word, deck)).toBe(field))
})

test.each(['quiz', 'width', 'өлең', 'стихи', 'бағасы', 'цена', 'telefon', 'x1', 'кот', 'абв'])(
  '"%s" is no field of a slide',
  (word) => expect(fieldOfWord(word, slide)).toBeNull(),
)
