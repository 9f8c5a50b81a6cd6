/** Mistakes with maps: places, addresses, regions, shapes. Choices and nearest names are in the language of the deck. */
export type MapProblem = PlaceProblem | AddressProblem | RegionProblem | ShapeProblem | DrawingProblem

type PlaceProblem =
  | { code: 'map-place-unknown'; place: string; nearest: readonly string[] }
  /** `taken` is the one that is shown. */
  | { code: 'map-place-ambiguous'; place: string; taken: string; choices: readonly string[] }
  | { code: 'map-coordinates-swapped'; lat: number; lng: number }
  | { code: 'map-coordinates-outside'; text: string }

type AddressProblem =
  | { code: 'map-address-short'; address: string; provider: string }
  | { code: 'map-address-unplaced'; address: string; provider: string | null }
  | { code: 'map-address-unsafe'; address: string; scheme: string }
  /** A computer or a network that nobody in the audience reaches. */
  | { code: 'map-address-private'; address: string; host: string }
  /** What stands as the link of a map is no address. */
  | { code: 'map-link-unknown'; link: string }
  | { code: 'map-tiles-unavailable' }

type RegionProblem =
  | { code: 'map-region-unknown'; region: string; nearest: readonly string[] }
  | { code: 'map-region-repeated'; region: string; name: string }
  | { code: 'map-region-pack-missing'; regions: number }
  /** A pack is there, but these regions are not in it. */
  | { code: 'map-region-unshaped'; regions: readonly string[] }
  | { code: 'map-values-mixed'; words: readonly string[] }

type ShapeProblem =
  | { code: 'map-pack-broken'; file: string; reason: ShapeFault }
  | { code: 'map-geojson-broken'; file: string | null; reason: ShapeFault }

/** Why shapes cannot be drawn. */
export type ShapeFault = 'not-json' | 'not-geojson' | 'no-shapes' | 'not-degrees' | 'too-large' | 'unreadable'

type DrawingProblem =
  | { code: 'map-zoom-limited'; zoom: number; limit: number }
  | { code: 'map-labels-hidden'; labels: readonly string[] }
  /** They lie outside of the part of the globe that the author chose. */
  | { code: 'map-contents-outside'; names: readonly string[] }
