import type { MapElement } from '../../model/laid-out.ts'
import type { Lang, MultilingualText } from '../../model/lang.ts'
import type { Range } from '../../model/source.ts'

/** A map as it was written, empty values gone; what places and addresses mean is found out when it is drawn. */
export interface MapBlock<T = MultilingualText> {
  type: 'map'
  /** The short form: a place, a pair of coordinates, an address, a file. Null where an object was written. */
  query: string | null
  caption: T | null
  /** Where the figures are from. */
  source: T | null
  alt: T | null
  base: 'auto' | 'kz' | 'region' | 'world' | 'none'
  view: MapViewport | null
  /** As in web maps: 1 the world, 18 a house. */
  zoom: number | null
  markers: MapMarker<T>[]
  regions: MapRegion<T>[]
  scale: MapScale<T> | null
  unit: T | null
  labels: 'auto' | 'names' | 'values' | 'none'
  legend: boolean
  /** The path of a file, or GeoJSON itself. */
  geojson: string | object | null
  /** Path of a picture that is shown instead of a drawn map. */
  image: string | null
  link: string | null
  /** Null: where it is of use. */
  qr: boolean | null
  online: 'none' | 'link' | 'tiles'
  range: Range
}

/** What a map looks at. Units: degrees; a box is west, south, east, north. */
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

/** A region by its code or name, with what is known of it: a number, the name of a category, or that it is stressed. */
export interface MapRegion<T = MultilingualText> {
  name: string
  value: number | string | null
  label: T | null
  color: string | null
  range: Range
}

/** How values become colours. */
export interface MapScale<T = MultilingualText> {
  type: 'quantile' | 'steps' | 'category' | null
  steps: number[]
  colors: string[]
  labels: T[]
}

/** What the template `map` draws. Units: px from the box's left and top. */
export interface MapView {
  width: number
  height: number
  /** Name of the text style whose family its letters have. */
  style: string
  /** What it is, and what it shows, for people who do not see it. */
  title: string
  description: string
  lang: Lang
  /** In the order in which they lie on each other. */
  marks: MapElement[]
  /** Its values, for screen readers; null where there are none. */
  table: { caption: string; head: string[]; rows: string[][] } | null
}
