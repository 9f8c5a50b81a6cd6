import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Countries } from '../../../../src/blocks/map/understand/countries.ts'
import { Gazetteer, type GeoPlace } from '../../../../src/blocks/map/understand/gazetteer.ts'
import { readPlace } from '../../../../src/blocks/map/understand/read-place.ts'
import { readWorldCities, type StoredCity } from '../../../../src/blocks/map/understand/world-cities.ts'

const read = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../../static/places', name), 'utf8')) as unknown
const places = [
  ...(read('gazetteer.json') as GeoPlace[]),
  ...(read('districts.json') as GeoPlace[]),
  ...readWorldCities(read('world-cities.json') as StoredCity[]),
]
const gazetteer = new Gazetteer(places)
const find = (text: string) => readPlace(text, (name) => gazetteer.candidates(name))

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
    ['Капчагай', 'qonaev'],
    ['Washington, D.C.', 'US/Washington'],
    ['Астрахан', 'RU/Astrakhan'],
    ['Астрахан ауданы', 'KZ-11-astrakhan'],
    ['Karasai audany', 'KZ-19-karasay'],
    ['Qarasay District', 'KZ-19-karasay'],
    ['Енбекшиказахский р-н', 'KZ-19-enbekshikazakh'],
    ['Мақтаарал', 'KZ-61-maktaaral'],
    ['район Магжана Жумабаева', 'KZ-59-magzhan-zhumabaev'],
    ['Үрімжі', 'CN/Urumqi'],
    ['Омбы', 'RU/Omsk'],
    ['Тәшкен', 'UZ/Tashkent'],
    ['St. Petersburg', 'RU/Saint Petersburg'],
  ])('%s', (text, id) => {
    expect(find(text)).toMatchObject({ place: { id } })
  })

  test.each(['Неведомск', 'Қалай', '', '...', 'область'])('not %j', (text) => {
    expect(find(text)).toBeNull()
  })
})

test('every name of every place is found, in each language and spelling', () => {
  for (const place of places) {
    for (const name of [...Object.values(place.name), ...(place.aliases ?? [])]) {
      const found = find(name)
      const bearers = places.filter(({ name: names, aliases }) =>
        [...Object.values(names), ...(aliases ?? [])].includes(name),
      )
      expect(bearers, name).toContainEqual(found?.place ?? found?.choices[0])
    }
  }
})

test('places of one name are a choice, a region and its own centre are not', () => {
  const choices = (text: string) => find(text)?.choices.map(({ id }) => id)
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
  expect(gazetteer.nearest('Карагантинская область', 'ru', 'areas')).toEqual(['Карагандинская область'])
  expect(gazetteer.nearest('Shymkint', 'en', 'any')).toContain('Shymkent')
  expect(gazetteer.nearest('Зззззззз', 'ru', 'any')).toEqual([])
})

test('a type word tells which kind of place is meant, also in suggestions', () => {
  expect(gazetteer.nearest('Қарасайй ауданы', 'kk', 'any')).toEqual(['Қарасай ауданы'])
  expect(gazetteer.nearest('Есил ауданы', 'ru', 'areas')).toEqual(['Есильский район', 'район Есиль'])
  expect(gazetteer.nearest('Тошкент', 'kk', 'any')).toContain('Ташкент')
})

test('countries are found by their names in three languages', () => {
  const countries = new Countries(['KZ', 'UZ', 'DE', 'US', 'KG'])
  const found = ['Өзбекстан', 'Узбекистан', 'Uzbekistan', 'Германия', 'США', 'АҚШ', 'Қырғызстан', 'Атлантида']
  expect(found.map((name) => countries.find(name))).toEqual(['UZ', 'UZ', 'UZ', 'DE', 'US', 'US', 'KG', null])
  expect(countries.name('KG', 'ru')).toBe('Кыргызстан')
})
