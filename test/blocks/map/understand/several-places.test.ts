import { expect, test } from 'vitest'
import { buildMaps, finding, textsOf, viewOf } from '../fixture.ts'

test.each([
  ['Астана, Алматы, Шымкент', ['Астана', 'Алматы', 'Шымкент']],
  ['Астана; Алматы', ['Астана', 'Алматы']],
  ['Астана\nАлматы', ['Астана', 'Алматы']],
  ['Астана → Алматы', ['Астана', 'Алматы']],
  ['Астана -> Алматы', ['Астана', 'Алматы']],
  ['Астана және Алматы', ['Астана', 'Алматы']],
  ['Астана, Алматы және Шымкент', ['Астана', 'Алматы', 'Шымкент']],
  ['Караганда, Темиртау', ['Қарағанды', 'Теміртау']],
  ['г. Астана; г. Семей', ['Астана', 'Семей']],
])('%s is several pins', async (map, names) => {
  const built = await buildMaps([map, { markers: [map] }])
  expect(built.codes).toEqual([])
  for (const boxes of built.boxes) expect(textsOf(viewOf(boxes))).toEqual(expect.arrayContaining(names))
})

test.each([
  ['г. Алматы, ул. Абая 10', ['ул. Абая 10']],
  ['Алматы, Абай даңғылы 10', ['Абай даңғылы 10']],
  ['Астана, Мәңгілік Ел 55/17', ['Мәңгілік Ел 55/17']],
  ['Шымкент, Тұран даңғылы 15, 3-қабат', ['Тұран даңғылы 15', '3-қабат']],
  ['Астана, Неведомск', ['Неведомск']],
])('%s is a pin on the town, with all of its words, and is told', async (map, unread) => {
  const built = await buildMaps([map])
  expect(built.codes).toEqual(['map-place-approximate'])
  expect(finding(built, 'map-place-approximate')).toMatchObject({ place: map, unread })
  expect(textsOf(viewOf(built.boxes[0])).join(' ')).toContain(unread[0])
})

test('of several places, the unknown one is told and written beside the map', async () => {
  const built = await buildMaps(['Астана; Неведомск; Алматы', 'Астана, Алматы, Неведомск'])
  expect(built.codes).toEqual(['map-place-unknown', 'map-place-unknown'])
  for (const boxes of built.boxes) {
    expect(textsOf(viewOf(boxes))).toEqual(expect.arrayContaining(['Астана', 'Алматы']))
    expect(textsOf(viewOf(boxes)).join(' ')).toContain('Неведомск')
  }
})

test.each(['Ақсу, Павлодар облысы', 'Талдықорған қаласы, Жетісу облысы', 'Семей, Абай облысы', 'Алматы облысы'])(
  '%s is one place',
  async (map) =>
    expect((await buildMaps([map])).codes.filter((code) => code !== 'map-region-pack-missing')).toEqual([]),
)

test.each(['Семей, Шымкент облысы', 'Семей, Павлодарская область', 'Рудный, Атырауская обл.'])(
  '%s contradicts itself, which is told',
  async (map) => expect((await buildMaps([map])).codes).toEqual(['map-places-contradict']),
)
