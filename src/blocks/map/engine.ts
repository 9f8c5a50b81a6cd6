import type { Engine, Library } from '../../model/block.ts'
import { Atlas } from './basemap/atlas.ts'
import { Grounds } from './basemap/ground.ts'
import { placeMap } from './place.ts'
import { Countries } from './understand/countries.ts'
import { Gazetteer, type Place } from './understand/gazetteer.ts'
import { readPack } from './understand/pack.ts'
import { loadWords } from './words/load-words.ts'

/** Loads everything that maps are made of: shapes, places, words, and the outlines that the project keeps. */
export async function loadEngine(library: Library): Promise<Engine<'map'>> {
  const [fine, coarse, places, files, words, { grounds: drawn }] = await Promise.all([
    library.own('static/places/kazakhstan.json'),
    library.own('static/places/world.json'),
    library.own('static/places/gazetteer.json'),
    library.folder('static/maps'),
    loadWords(),
    import('#generated/grounds.js'),
  ])
  const atlas = new Atlas(fine, coarse)
  const gazetteer = new Gazetteer(places as Place[])
  const pack = readPack(files, gazetteer)
  const countries = new Countries([...new Set([...atlas.codes('coarse'), ...atlas.codes('fine')])])
  const house = { sources: { atlas, gazetteer, countries, pack }, grounds: new Grounds(atlas, drawn), words }
  return { place: (block, slot, tools) => placeMap(block, slot, tools, house) }
}
