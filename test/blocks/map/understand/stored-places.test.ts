import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { geoContains, geoDistance } from 'd3-geo'
import type { Feature, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { expect, test } from 'vitest'
import { Atlas } from '../../../../src/blocks/map/basemap/atlas.ts'
import type { GeoPlace } from '../../../../src/blocks/map/understand/gazetteer.ts'
import { readWorldCities, type StoredCity } from '../../../../src/blocks/map/understand/world-cities.ts'
import { hasPack, packFolder } from '../fixture.ts'

const root = join(import.meta.dirname, '../../../..')
const read = <T>(path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as T
const districts = read<GeoPlace[]>('static/places/districts.json')
const cities = readWorldCities(read<StoredCity[]>('static/places/world-cities.json'))
const atlas = new Atlas(read('static/places/kazakhstan.json'), read('static/places/world.json'))

/** The lines of a hand-written list. */
const linesOf = (name: string) =>
  readFileSync(join(root, 'scripts/places', name), 'utf8')
    .split('\n')
    .filter((line) => line.includes(';') && !line.startsWith('#'))
    .map((line) => line.split(';').map((column) => column.trim()))

test('the stored names are those of the lists: `node scripts/make-gazetteer.mjs`', () => {
  expect(districts.map(({ name }) => [name.kk, name.ru, name.en])).toEqual(
    linesOf('districts.txt').map(([kk, ru, en]) => [`${kk} ауданы`, ru, `${en} District`]),
  )
  expect(cities.map(({ name }) => [name.ru, name.kk])).toEqual(
    linesOf('cities.txt').map(([, ru, kk]) => [ru, kk || ru]),
  )
})

test('all rural districts and those of five large cities are there, each with three names', () => {
  expect(districts.length).toBe(193)
  const inCities = districts.filter(({ region }) => ['KZ-71', 'KZ-75', 'KZ-79'].includes(region!))
  expect(inCities.length).toBe(6 + 8 + 5)
  expect(new Set(districts.map(({ id }) => id)).size).toBe(193)
  for (const { name } of districts) expect(Object.values(name).every((one) => one.length > 4)).toBe(true)
  for (const { name } of districts) expect(`${name.kk} ${name.ru}`).toMatch(/^[а-яёәғқңөұүһі\s.-]+$/i)
})

test('each city lies in its country, as far as the atlas draws it', () => {
  const wrong = cities.filter(({ country, lat, lng }) => {
    const outline = atlas.country(country!, 'coarse')
    return outline && !isAround(outline, [lng!, lat!], 0.016)
  })
  const onSmallIslands = ['JP/Naha', 'ID/Batam', 'VU/Port Vila', 'GQ/Malabo']
  expect(wrong.map(({ id }) => id)).toEqual(onSmallIslands)
})

test('every country that the atlas draws has a city', () => {
  const withCity = new Set(cities.map(({ country }) => country))
  const drawn = atlas.codes('coarse').filter((code) => !['KZ', 'AQ', 'TF', 'FK', 'NC', 'PR', 'EH'].includes(code))
  expect(drawn.filter((code) => !withCity.has(code))).toEqual([])
})

test.skipIf(!hasPack)('each district lies where the outlines of districts say', () => {
  const topology = JSON.parse(readFileSync(join(packFolder, 'kz-districts.topo.json'), 'utf8')) as Topology
  const [object] = Object.values(topology.objects)
  const { features } = feature(topology, object as GeometryCollection<{ r: string; kk: string }>)
  const wrong = districts.filter(({ region, name, lat, lng }) => {
    const outline = features.find(({ properties }) => properties.r === region && properties.kk === name.kk)
    return outline && !isAround(outline as Feature<Polygon>, [lng!, lat!], 0.0012)
  })
  expect(wrong.map(({ id }) => id)).toEqual([])
  const named = new Set(districts.map(({ region, name }) => `${region} ${name.kk}`))
  const missing = features.flatMap(({ properties: { r, kk } }) =>
    kk.endsWith('ауданы') && !named.has(`${r} ${kk}`) ? [`${r} ${kk}`] : [],
  )
  expect(missing).toEqual([])
})

/** Whether a point is in an area, or as near to its edge as simplified outlines need. Units: radians. */
function isAround(area: Feature, point: [number, number], tolerance: number): boolean {
  if (geoContains(area, point)) return true
  const numbers = (area.geometry as Polygon).coordinates.flat(3) as unknown as number[]
  return numbers.some((lng, i) => i % 2 === 0 && geoDistance([lng, numbers[i + 1]!], point) < tolerance)
}
