import { loadMapWords } from '../../languages/languages.ts'

import type { BlockEngine, DataSource } from '../../model/block-type.ts'

import { Atlas } from './basemap/atlas.ts'
import { BasemapCache } from './basemap/basemap.ts'
import { isWideMap } from './basemap/choose-frame.ts'
import { DrawingMemo } from './draw/drawing-memo.ts'
import { wordsOfMap } from './map-words.ts'
import { placeMap } from './place-map.ts'
import { Countries } from './understand/countries.ts'
import { Gazetteer, type GeoPlace } from './understand/gazetteer.ts'
import { planMap } from './understand/map-plan.ts'
import { readRegionPack } from './understand/region-pack.ts'
import { readWorldCities, type StoredCity } from './understand/world-cities.ts'

/** Loads the data of maps: shapes, places, texts, and the outlines that the project provides. */
export async function loadMapEngine(data: DataSource, outlinesFolder: string): Promise<BlockEngine<'map'>> {
  const [fine, coarse, places, districts, cities, files, words, { basemaps: prebuilt }] = await Promise.all([
    data.readBundled('static/places/kazakhstan.json'),
    data.readBundled('static/places/world.json'),
    data.readBundled('static/places/gazetteer.json'),
    data.readBundled('static/places/districts.json'),
    data.readBundled('static/places/world-cities.json'),
    data.readFolder(outlinesFolder),
    loadMapWords(),
    import('#generated/basemaps.js'),
  ])
  const atlas = new Atlas(fine, coarse)
  const gazetteer = new Gazetteer([
    ...(places as GeoPlace[]),
    ...(districts as GeoPlace[]),
    ...readWorldCities(cities as StoredCity[]),
  ])
  const pack = readRegionPack(files, gazetteer)
  const countries = new Countries([...new Set([...atlas.codes('coarse'), ...atlas.codes('fine')])])
  const sources = { atlas, gazetteer, countries, pack }
  const shared = { sources, basemaps: new BasemapCache(atlas, prebuilt), drawings: new DrawingMemo(), words }
  return {
    place: (block, slot, context) => placeMap(block, slot, context, shared),
    words: (block, context) => wordsOfMap(block, context, shared),
    isWide: (block, { lang, asset }) =>
      isWideMap(block, planMap(block, { sources, lang, asset, report() {} }), sources),
  }
}
