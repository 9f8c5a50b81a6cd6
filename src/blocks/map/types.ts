import type { DrawnElement } from '../../model/laid-out.ts'
import type { Lang, MultilingualText } from '../../model/lang.ts'
import type { Range } from '../../model/source.ts'

/** A map as written, without empty values. Places and addresses are resolved when it is drawn. */
export interface MapBlock<T = MultilingualText> {
  type: 'map'
  /** The short form: a place, a pair of coordinates, an address, a file. Null if the map was written as an object. */
  query: string | null
  caption: T | null
  /** The source of the data. */
  source: T | null
  alt: T | null
  base: 'auto' | 'kz' | 'region' | 'world' | 'none'
  view: MapViewport | null
  /** As in web maps: 1 is the world, 18 a building. */
  zoom: number | null
  markers: MapMarker<T>[]
  regions: MapRegion<T>[]
  scale: MapScale<T> | null
  unit: T | null
  labels: 'auto' | 'names' | 'values' | 'none'
  legend: boolean
  /** The path of a file, or GeoJSON itself. */
  geojson: string | object | null
  /** The path of a picture that replaces the map. */
  image: string | null
  link: string | null
  /** Null: shown if it is useful. */
  qr: boolean | null
  online: 'none' | 'link' | 'tiles'
  range: Range
}

/** The part of the globe that a map shows. Units: degrees; a box is west, south, east, north. */
export type MapViewport = (
  | { kind: 'place'; place: string }
  | { kind: 'point'; lat: number; lng: number }
  | { kind: 'box'; box: readonly [number, number, number, number] }
) & { range: Range }

/** A marked place: by name, address or coordinates. */
export interface MapMarker<T = MultilingualText> {
  place: string | null
  lat: number | null
  lng: number | null
  label: T | null
  kind: 'pin' | 'dot' | 'star' | 'office' | null
  value: number | null
  range: Range
}

/** A region by its code or name, with a number or the name of a category; null highlights it. */
export interface MapRegion<T = MultilingualText> {
  name: string
  value: number | string | null
  label: T | null
  color: string | null
  range: Range
}

/** How values are mapped to colours. */
export interface MapScale<T = MultilingualText> {
  type: 'quantile' | 'steps' | 'category' | null
  steps: number[]
  colors: string[]
  labels: T[]
}

/** How the globe is drawn in a box, as plain data. Units: degrees; px per radian; px. */
export interface Globe {
  projection: 'conic' | 'naturalEarth'
  rotate: [number, number, number]
  center: [number, number]
  /** Null for a projection without them. */
  parallels: [number, number] | null
  scale: number
  /** From the projection's own units to the box. */
  transform: { scale: number; x: number; y: number }
}

/** What the template `map` draws. Units: px from the top left corner of the box. */
export interface MapView {
  width: number
  height: number
  /** The name of the text style whose font family the texts have. */
  style: string
  title: string
  /** What is shown, in sentences. */
  description: string
  /** What screen readers say: the author's caption, then the description. */
  name: string
  lang: Lang
  /** From bottom to top. */
  marks: DrawnElement[]
  /** How the globe is drawn, and the marked places on it, for editors; never rendered. `item` counts what is written. */
  globe: Globe
  pins: readonly { item: number | null; name: string; x: number; y: number }[]
  /** The values for screen readers; null if there are none. */
  table: { caption: string; head: string[]; rows: string[][] } | null
}
