import type { Feature, Geometry, MultiLineString, MultiPolygon, Polygon } from 'geojson'
import { feature, merge, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

type AtlasTopology = Topology<{ countries: GeometryCollection; lakes: GeometryCollection; rivers?: GeometryCollection }>

/** The layers of a basemap, in degrees. */
export interface BasemapLayers {
  land: MultiPolygon
  borders: MultiLineString
  lakes: Feature<Geometry>[]
  rivers: Feature<Geometry>[]
}

/** Countries and waters: detailed around Kazakhstan, coarse for the world. Every part is created on first use. */
export class Atlas {
  readonly #fine: AtlasTopology
  readonly #coarse: AtlasTopology
  readonly #cache = new Map<string, unknown>()

  constructor(fine: unknown, coarse: unknown) {
    this.#fine = fine as AtlasTopology
    this.#coarse = coarse as AtlasTopology
  }

  layers(detail: 'fine' | 'coarse'): BasemapLayers {
    return this.#memoize(`layers ${detail}`, () => {
      const shapes = this.#topology(detail)
      const { countries, lakes, rivers } = shapes.objects
      return {
        land: merge(shapes, countries.geometries as Parameters<typeof merge>[1]),
        borders: mesh(shapes, countries, (a, b) => a !== b),
        lakes: feature(shapes, lakes).features,
        rivers: rivers ? feature(shapes, rivers).features : [],
      }
    })
  }

  /** Returns a country by its two-letter code; null if the atlas lacks it. */
  country(code: string, detail: 'fine' | 'coarse'): Feature<Polygon | MultiPolygon> | null {
    return this.#memoize(`country ${detail} ${code}`, () => {
      const shapes = this.#topology(detail)
      const found = shapes.objects.countries.geometries.find(({ id }) => id === code)
      return found ? (feature(shapes, found) as Feature<Polygon | MultiPolygon>) : null
    })
  }

  /** Returns the codes of all countries. */
  codes(detail: 'fine' | 'coarse'): string[] {
    return this.#topology(detail).objects.countries.geometries.flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
  }

  #topology(detail: 'fine' | 'coarse'): AtlasTopology {
    return detail === 'fine' ? this.#fine : this.#coarse
  }

  #memoize<T>(key: string, make: () => T): T {
    if (!this.#cache.has(key)) this.#cache.set(key, make())
    return this.#cache.get(key) as T
  }
}
