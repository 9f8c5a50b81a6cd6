import type { Feature, Geometry } from 'geojson'
import type { LocalizedText } from '../../../model/lang.ts'
import type { MapProblem } from '../../../model/problems/map.ts'
import type { Range } from '../../../model/source.ts'
import type { Atlas } from '../basemap/atlas.ts'
import type { LatLng } from './coordinates.ts'
import type { Countries } from './countries.ts'
import type { Gazetteer, GeoPlace } from './gazetteer.ts'
import type { MapLink } from './map-link.ts'
import type { RegionPack } from './region-pack.ts'

/** The data of maps. */
export interface MapData {
  atlas: Atlas
  gazetteer: Gazetteer
  countries: Countries
  pack: RegionPack
}

/** The meaning of a name or an address on the map. */
export type MapTarget =
  | {
      kind: 'point'
      at: LatLng
      /** The name in the description. */
      name: string | null
      label: LocalizedText | null
      zoom: number | null
      link: MapLink | null
    }
  | MapArea
  | { kind: 'box'; box: readonly [number, number, number, number]; link?: null }
  | { kind: 'world'; link?: null }
  | { kind: 'link'; link: MapLink }
  /** `name` is written instead. */
  | { kind: 'nothing'; name: string | null }

/** A country, a region or a district, with its outline if there is one. */
export interface MapArea {
  kind: 'area'
  place: GeoPlace
  name: string
  outline: Feature<Geometry> | null
  link?: null
}

/** Reports a problem with the place where it occurs. */
export type ReportProblem = (problem: MapProblem, range: Range, severity?: 'warning' | 'info') => void
