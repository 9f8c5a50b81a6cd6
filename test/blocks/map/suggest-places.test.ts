import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { loadSuggestions } from '../../../src/blocks/map/suggest-places.ts'
import type { SuggestPlaces } from '../../../src/model/block-type.ts'

let suggest: SuggestPlaces
beforeAll(async () => {
  const root = join(import.meta.dirname, '../../..')
  suggest = await loadSuggestions({ readBundled: async (path) => JSON.parse(await readFile(join(root, path), 'utf8')) })
})

test.each([
  ['Аст', 'kk', 'Астана', 'Астана'],
  ['караг', 'ru', 'Караганда', 'Қарағанды'],
  ['Караганды', 'en', 'Karaganda', 'Қарағанды'],
  ['Qaragand', 'ru', 'Караганда', 'Қарағанды'],
  ['г. Тараз', 'ru', 'Тараз', 'Тараз'],
  ['Актобе', 'ru', 'Актобе', 'Ақтөбе'],
  ['мангистауская обл', 'ru', 'Мангистауская область', 'Маңғыстау облысы'],
  ['Шымкент', 'ru', 'Шымкент', 'Шымкент'],
])('%j suggests what is meant (%s)', (typed, reader, name, value) => {
  const { places } = suggest(typed, reader as 'kk', 'kk')
  expect(places[0]).toMatchObject({ name, value })
})

test('what is suggested is found again by what is written, and no two are written alike', () => {
  for (const typed of ['абай', 'мерке', 'ала', 'нов', 'са']) {
    const { places } = suggest(typed, 'ru', 'ru')
    expect(places.length).toBeGreaterThan(0)
    expect(new Set(places.map(({ value }) => value)).size, typed).toBe(places.length)
    for (const { name, value } of places.filter(({ value }) => !/\d/.test(value)))
      expect(suggest(value, 'ru', 'ru').places[0]?.name, value).toBe(name)
  }
})

test.each([
  ['51.1694, 71.4491', 'point'],
  ['Бәйтерек 51.1694, 71.4491', 'point'],
  ['https://2gis.kz/astana/geo/70030076165720421', 'address'],
])('%j is taken as it is', (typed, kind) => {
  expect(suggest(typed, 'ru', 'ru').places).toEqual([{ name: typed, kind, around: null, value: typed }])
})

test('a name that is not known has similar ones', () => {
  const { places, near } = suggest('Карагонда', 'ru', 'ru')
  expect(places).toEqual([])
  expect(near[0]?.name).toBe('Караганда')
})

test.each(['', '  ', 'javascript:alert(1)', 'ч'.repeat(500), 'file:///etc/passwd'])('%j suggests nothing', (typed) => {
  expect(suggest(typed, 'ru', 'ru')).toEqual({ places: [], near: [] })
})
