import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { basemaps } from '#generated/basemaps.js'
import { Atlas } from '../../../../src/blocks/map/basemap/atlas.ts'
import { BasemapCache } from '../../../../src/blocks/map/basemap/basemap.ts'
import { countryFrame } from '../../../../src/blocks/map/basemap/map-frame.ts'
import { sharedBasemaps } from '../../../../src/blocks/map/basemap/shared-basemaps.ts'

const json = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../../static/places', name), 'utf8'))
const [fine, coarse] = [json('kazakhstan.json'), json('world.json')]

test('the basemaps in the bundle are those that would be drawn', () => {
  expect(basemaps).toEqual(sharedBasemaps(fine, coarse))
  expect(Object.keys(basemaps).sort()).toEqual(['country tall', 'country wide', 'world'])
})

test.each([
  [1120, 430],
  [800, 600],
  [1280, 720],
  [520, 720],
  [440, 520],
])('a map of the country in a box of %s x %s finds its ground drawn', (width, height) => {
  const atlas = new Atlas(fine, coarse)
  const margins = { top: 34, right: 14, bottom: 80, left: 14 }
  const frame = countryFrame([atlas.country('KZ', 'fine')!], { width, height }, margins)
  expect(new BasemapCache(atlas, basemaps).of(frame)).toBe(basemaps[frame.key])
})
