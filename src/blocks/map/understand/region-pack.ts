import { geoContains } from 'd3-geo'
import type { Feature, Geometry, MultiPolygon, Polygon } from 'geojson'
import type { DataFile } from '../../../model/block-type.ts'
import { type Lang, langs } from '../../../model/lang.ts'
import type { MapProblem } from '../../../model/problems/map.ts'
import type { Gazetteer, GeoPlace } from './gazetteer.ts'
import { parsePlaceName } from './place-names.ts'
import { isArea, mergeAreas, readShapes } from './read-shapes.ts'

/** The outline of a region or district. */
export type Outline = Feature<Polygon | MultiPolygon>

/**
 * Outlines by the ids of their places; `names` are short names of the pack, `problems` the files that could not be
 * used.
 */
export interface RegionPack {
  outlines: ReadonlyMap<string, Outline>
  names: ReadonlyMap<string, Partial<Record<Lang, string>>>
  /** The credits that the files ask for. */
  credits: readonly string[]
  problems: readonly MapProblem[]
}

/** Properties with a code, and properties with a name. */
const codeProperties = /^(?:id|code|iso|iso_?3166[-_]?2?|shapeiso|hasc_?1?|adm1_?p?code)$/i
const anyLang = langs.join('|')
const nameProperties = new RegExp(
  `^(?:${anyLang}|name|title|region|oblast|area)$|^(?:${anyLang})_?full$|name|^adm[12]_(?:${anyLang})$`,
  'i',
)

/**
 * Reads the outlines that a project provides. Areas that are not regions of the country count as districts and are
 * added to the gazetteer under their names.
 */
export function readRegionPack(files: readonly DataFile[], gazetteer: Gazetteer): RegionPack {
  const parts = new Map<string, Outline[]>()
  const names = new Map<string, Partial<Record<Lang, string>>>()
  const credits = new Set<string>()
  const problems: MapProblem[] = []
  for (const { file, value, fault } of files) {
    const shapes = fault === null ? readShapes(value) : { features: [], fault }
    if (shapes.fault !== null) problems.push({ code: 'map-pack-broken', file, reason: shapes.fault })
    const areas: Outline[] = (shapes.features as Feature<Geometry>[]).filter(isArea)
    if (shapes.fault === null && areas.length === 0)
      problems.push({ code: 'map-pack-broken', file, reason: 'no-shapes' })
    const inFile = new Map<string, Outline[]>()
    for (const [i, area] of areas.entries()) {
      const place =
        findRegion(area, gazetteer) ?? findDistrict(area, gazetteer) ?? createDistrict(area, `${file}#${i}`, gazetteer)
      if (!place) continue
      inFile.set(place.id, [...(inFile.get(place.id) ?? []), area])
      names.set(place.id, shortNamesOf(area))
    }
    // If two files contain the same region, the first one wins.
    for (const [id, outlines] of inFile) if (!parts.has(id)) parts.set(id, outlines)
    const credit = creditOf(value)
    if (credit && areas.length > 0) credits.add(credit)
  }
  const outlines = new Map([...parts].map(([id, all]) => [id, all.length > 1 ? mergeAreas(all) : all[0]!]))
  return { outlines, names, credits: [...credits], problems }
}

function findRegion(area: Feature<Geometry>, gazetteer: Gazetteer): GeoPlace | null {
  const properties = Object.entries(area.properties ?? {})
  const codes = [area.id, ...properties.flatMap(([name, value]) => (codeProperties.test(name) ? [value] : []))]
  for (const code of codes) {
    if (typeof code === 'string' && /^KZ[-.\s]?\d{2}$/i.test(code)) {
      const place = gazetteer.findRegion(code.replace('.', '-'))
      if (place) return place
    }
  }
  for (const [name, value] of properties) {
    if (!nameProperties.test(name) || typeof value !== 'string' || parsePlaceName(value).hint === 'district') continue
    const place = gazetteer.findRegion(value)
    if (place && !isCityOfRegion(value, place)) return place
  }
  return null
}

/** «город Туркестан» is a town in the region of the same name. */
const isCityOfRegion = (name: string, { kind }: GeoPlace) => parsePlaceName(name).hint === 'city' && kind === 'region'

/** Finds the district that an outline belongs to: the only one of its names in its region, or else around its centre. */
function findDistrict(area: Feature<Geometry>, gazetteer: Gazetteer): GeoPlace | null {
  const parent = parentOf(area)
  const named = Object.values(namesOf(area)).flatMap((name) => gazetteer.findDistricts(name))
  const inside = [...new Set(named)].filter(({ region }) => parent === undefined || region === parent)
  const around = inside.filter(
    ({ lat, lng }) => lat !== undefined && lng !== undefined && geoContains(area, [lng, lat]),
  )
  const [only, ...others] = parent === undefined || inside.length > 1 ? around : inside
  return only && others.length === 0 ? only : null
}

const parentOf = ({ properties }: Feature<Geometry>): string | undefined =>
  Object.values(properties ?? {}).find((value) => typeof value === 'string' && /^KZ-\d{2}$/.test(value))

function createDistrict(area: Feature<Geometry>, id: string, gazetteer: Gazetteer): GeoPlace | null {
  const name = namesOf(area)
  if (Object.keys(name).length === 0) return null
  const parent = parentOf(area)
  const place: GeoPlace = {
    id: typeof area.id === 'string' || typeof area.id === 'number' ? `pack:${area.id}` : `pack:${id}`,
    kind: 'district',
    name,
    ...(parent === undefined ? {} : { region: parent }),
  }
  gazetteer.add(place)
  return place
}

function namesOf({ properties }: Feature<Geometry>): Partial<Record<Lang, string>> {
  const text = (name: string) => {
    const value = properties?.[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
  }
  const plain = text('name') ?? text('NAME') ?? text('shapeName') ?? text('NAME_2') ?? text('NAME_1')
  return Object.fromEntries(
    langs.flatMap((lang) => {
      const name = text(lang) ?? text(`name_${lang}`) ?? text(`name:${lang}`) ?? plain
      return name === undefined ? [] : [[lang, name]]
    }),
  )
}

/** Names by language. A pack that has them has short names. */
function shortNamesOf({ properties }: Feature<Geometry>): Partial<Record<Lang, string>> {
  const named = langs.filter((lang) => typeof properties?.[lang] === 'string' && properties[lang].trim() !== '')
  return Object.fromEntries(named.map((lang) => [lang, (properties![lang] as string).trim()]))
}

/** The credit that a file asks for. */
function creditOf(value: unknown): string | null {
  const named = (value ?? {}) as { attribution?: unknown; credit?: unknown; source?: unknown }
  const credit = named.attribution ?? named.credit ?? named.source
  return typeof credit === 'string' && credit.length <= 120 ? credit.trim() : null
}
