/** Problems with maps: places, addresses, regions, shapes. Choices and nearest names are in the language of the deck. */
export type MapProblem = PlaceProblem | AddressProblem | RegionProblem | ShapeProblem | DrawingProblem

type PlaceProblem =
  | { code: 'map-place-unknown'; place: string; nearest: readonly string[] }
  /** `taken` is the place that is shown; null if none is, since all are equally likely. */
  | { code: 'map-place-ambiguous'; place: string; taken: string | null; choices: readonly string[] }
  /** `shown` is the place of the pin, `unread` what was not understood: a street, or a name that is unknown. */
  | { code: 'map-place-approximate'; place: string; shown: string; unread: readonly string[] }
  /** `shown` is the place with its own region, `region` the one that is written. */
  | { code: 'map-places-contradict'; place: string; shown: string; region: string }
  /** A mark without a place, or with one coordinate only. */
  | { code: 'map-marker-unplaced'; label: string | null }
  | { code: 'map-coordinates-swapped'; lat: number; lng: number }
  | { code: 'map-coordinates-outside'; text: string }

type AddressProblem =
  | { code: 'map-address-short'; address: string; provider: string }
  | { code: 'map-address-unplaced'; address: string; provider: string | null }
  | { code: 'map-address-unsafe'; address: string; scheme: string }
  /** No browser can open the address. */
  | { code: 'map-address-broken'; address: string }
  /** An address in a private network, which the audience cannot reach. */
  | { code: 'map-address-private'; address: string; host: string }
  /** The link of a map is not an address. */
  | { code: 'map-link-unknown'; link: string }
  | { code: 'map-tiles-unavailable' }

type RegionProblem =
  | { code: 'map-region-unknown'; region: string; nearest: readonly string[] }
  | { code: 'map-region-repeated'; region: string; name: string }
  | { code: 'map-region-pack-missing'; regions: number }
  /** The project has outlines of regions, but not of these. */
  | { code: 'map-region-unshaped'; regions: readonly string[] }
  | { code: 'map-values-mixed'; words: readonly string[] }

type ShapeProblem =
  | { code: 'map-pack-broken'; file: string; reason: ShapeFault }
  | { code: 'map-geojson-broken'; file: string | null; reason: ShapeFault }

/** Why shapes cannot be drawn. */
export type ShapeFault =
  | 'not-json'
  | 'not-geojson'
  | 'no-shapes'
  | 'not-degrees'
  | 'too-large'
  | 'too-many-points'
  | 'unreadable'

type DrawingProblem =
  /** Neither a place nor marks, regions or shapes, so that no map is drawn. */
  | { code: 'map-empty' }
  | { code: 'map-zoom-limited'; zoom: number; limit: number }
  | { code: 'map-labels-hidden'; labels: readonly string[] }
  /** Places outside of the area that the author chose. */
  | { code: 'map-contents-outside'; names: readonly string[] }
