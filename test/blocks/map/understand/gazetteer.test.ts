import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Countries } from '../../../../src/blocks/map/understand/countries.ts'
import { Gazetteer, type GeoPlace } from '../../../../src/blocks/map/understand/gazetteer.ts'

const file = join(import.meta.dirname, '../../../../static/places/gazetteer.json')
const places = JSON.parse(readFileSync(file, 'utf8')) as GeoPlace[]
const gazetteer = new Gazetteer(places)

describe('a name is found', () => {
  test.each([
    ['Қазақстан', 'KZ'],
    ['РК', 'KZ'],
    ['Талдықорған', 'taldyqorgan'],
    ['Талдыкорган', 'taldyqorgan'],
    ['Taldykorgan', 'taldyqorgan'],
    ['Талдыкорған', 'taldyqorgan'],
    ['ТАЛДЫҚОРҒАН', 'taldyqorgan'],
    ['г. Талдыкорган', 'taldyqorgan'],
    ['г.Талдыкорган', 'taldyqorgan'],
    ['Талдықорған қаласы', 'taldyqorgan'],
    ['«Талдықорған»', 'taldyqorgan'],
    ['Қарағанды', 'qaragandy'],
    ['Қарағанды облысы', 'KZ-35'],
    ['Карагандинская область', 'KZ-35'],
    ['Карагандинская обл.', 'KZ-35'],
    ['Karaganda Region', 'KZ-35'],
    ['область Абай', 'KZ-10'],
    ['Абай', 'KZ-10'],
    ['г. Абай', 'abay-city'],
    ['Астана', 'KZ-71'],
    ['Нұр-Сұлтан', 'KZ-71'],
    ['Алма-Ата', 'KZ-75'],
    ['Алматы облысы', 'KZ-19'],
    ['Ақсу, Павлодар облысы', 'aksu-pvl'],
    ['Ақсу, Түркістан облысы', 'aqsu-sayram'],
    ['Павлодарская область, г. Аксу', 'aksu-pvl'],
    ['г. Алматы, ул. Абая, 52', 'almaty'],
    ['Семей, Казахстан', 'semey'],
    ['Щучинск', 'shchuchinsk'],
    ['Рудный', 'rudny'],
  ])('%s', (text, id) => {
    expect(gazetteer.find(text)?.place.id).toBe(id)
  })

  test.each(['Неведомск', 'Қалай', 'Алматы, Неведомск', '', '...', 'область'])('not %j', (text) => {
    expect(gazetteer.find(text)).toBeNull()
  })
})

test('every name of every place is found, in each language and spelling', () => {
  for (const place of places) {
    for (const name of [...Object.values(place.name), ...(place.aliases ?? [])]) {
      const found = gazetteer.find(name)
      const bearers = places.filter(({ name: names, aliases }) =>
        [...Object.values(names), ...(aliases ?? [])].includes(name),
      )
      expect(bearers, name).toContainEqual(found?.place)
    }
  }
})

test('places of one name are a choice, a region and its own centre are not', () => {
  const choices = (text: string) => gazetteer.find(text)?.choices.map(({ id }) => id)
  expect(choices('Ақсу')).toEqual(['aksu-pvl', 'aqsu-sayram'])
  expect(choices('Абай')).toEqual(['KZ-10', 'abay-city'])
  expect(choices('Қарағанды')).toEqual([])
  expect(choices('Алматы')).toEqual([])
})

test('regions are found by code and name, towns of their name are not meant', () => {
  const region = (text: string) => gazetteer.findRegion(text)?.id
  expect([region('KZ-35'), region('kz 61'), region('KZ35')]).toEqual(['KZ-35', 'KZ-61', 'KZ-35'])
  expect([region('Turkistan'), region('Мангистау'), region('Қарағанды')]).toEqual(['KZ-61', 'KZ-47', 'KZ-35'])
  expect([region('Алматы'), region('Алматинская область'), region('ЗКО')]).toEqual(['KZ-75', 'KZ-19', 'KZ-27'])
  expect([region('Балқаш'), region('KZ-99'), region('')]).toEqual([undefined, undefined, undefined])
})

test('an unknown name has near ones, in the language of the deck', () => {
  expect(gazetteer.nearest('Талдыкорганн', 'kk', 'any')).toEqual(['Талдықорған'])
  expect(gazetteer.nearest('Карагантинская область', 'ru', 'regions')).toEqual(['Карагандинская область'])
  expect(gazetteer.nearest('Shymkint', 'en', 'any')).toContain('Shymkent')
  expect(gazetteer.nearest('Зззззззз', 'ru', 'any')).toEqual([])
})

test('countries are found by their names in three languages', () => {
  const countries = new Countries(['KZ', 'UZ', 'DE', 'US', 'KG'])
  const found = ['Өзбекстан', 'Узбекистан', 'Uzbekistan', 'Германия', 'США', 'АҚШ', 'Қырғызстан', 'Атлантида']
  expect(found.map((name) => countries.find(name))).toEqual(['UZ', 'UZ', 'UZ', 'DE', 'US', 'US', 'KG', null])
  expect(countries.name('KG', 'ru')).toBe('Кыргызстан')
})
