import type { NodePath } from '../source.ts'

/** A place that somebody may mean by what they type. */
export interface PlaceSuggestion {
  /** Its name in the reader's language. */
  name: string
  kind: PlaceKind
  /** The region or the country that it is in, in the reader's language; null for a country, or if it is not known. */
  around: string | null
  /** What is written into the deck, in its language: the reader of maps finds this very place by it. */
  value: string
}

/** What a suggested place is. A `point` is given by coordinates, an `address` by an online map. */
export type PlaceKind = 'country' | 'region' | 'city' | 'town' | 'district' | 'abroad' | 'point' | 'address'

/** The answer to `GET decks/<id>/places?q=…&lang=kk`: `lang` is that of the deck. */
export interface PlacesAnswer {
  /** The places that the text may mean, likeliest first. */
  places: readonly PlaceSuggestion[]
  /** Places of similar names; only if there are no others. */
  near: readonly PlaceSuggestion[]
}

/** Pins that a box of a page shows, and the globe below them. Units: px from the top left corner of the box. */
export interface BoxPins {
  pins: readonly DrawnPin[]
  mesh: PointMesh
}

/** A pin, and where in the block it is written: an empty path means the block itself. */
export interface DrawnPin {
  path: NodePath
  name: string
  x: number
  y: number
}

/**
 * The points of the globe at the crossings of a grid over a box, row by row: latitude and longitude in degrees; null where
 * there is none. The grid has the same distances everywhere, and its edges are those of the box.
 */
export interface PointMesh {
  width: number
  height: number
  columns: number
  rows: number
  points: readonly (readonly [lat: number, lng: number] | null)[]
}

/** The answer to `GET decks/<id>/pins?page=s3`: the boxes with pins, by their index on the page. Paths are those of the file. */
export interface PinsAnswer {
  hash: string
  boxes: Readonly<Record<string, BoxPins>>
}
