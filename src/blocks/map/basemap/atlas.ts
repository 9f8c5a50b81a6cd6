import type { Feature, Geometry, MultiLineString, MultiPolygon, Polygon } from 'geojson'
import { feature, merge, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

type Shapes = Topology<{ countries: GeometryCollection; lakes: GeometryCollection; rivers?: GeometryCollection }>

/** The layers of a ground, in degrees. */
export interface Layers {
  land: MultiPolygon
  borders: MultiLineString
  lakes: Feature<Geometry>[]
  rivers: Feature<Geometry>[]
}

/** Countries and waters, in detail around Kazakhstan and coarsely for the world. Every part is made when first asked for. */
export class Atlas {
  readonly #fine: Shapes
  readonly #coarse: Shapes
  readonly #known = new Map<string, unknown>()

  constructor(fine: unknown, coarse: unknown) {
    this.#fine = fine as Shapes
    this.#coarse = coarse as Shapes
  }

  layers(detail: 'fine' | 'coarse'): Layers {
    return this.#once(`layers ${detail}`, () => {
      const shapes = this.#shapes(detail)
      const { countries, lakes, rivers } = shapes.objects
      return {
        land: merge(shapes, countries.geometries as Parameters<typeof merge>[1]),
        borders: mesh(shapes, countries, (a, b) => a !== b),
        lakes: feature(shapes, lakes).features,
        rivers: rivers ? feature(shapes, rivers).features : [],
      }
    })
  }

  /** A country by the two letters of its code; null where the atlas has none. */
  country(code: string, detail: 'fine' | 'coarse'): Feature<Polygon | MultiPolygon> | null {
    return this.#once(`country ${detail} ${code}`, () => {
      const shapes = this.#shapes(detail)
      const found = shapes.objects.countries.geometries.find(({ id }) => id === code)
      return found ? (feature(shapes, found) as Feature<Polygon | MultiPolygon>) : null
    })
  }

  /** The codes of all countries. */
  codes(detail: 'fine' | 'coarse'): string[] {
    return this.#shapes(detail).objects.countries.geometries.flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
  }

  #shapes(detail: 'fine' | 'coarse'): Shapes {
    return detail === 'fine' ? this.#fine : this.#coarse
  }

  #once<T>(key: string, make: () => T): T {
    if (!this.#known.has(key)) this.#known.set(key, make())
    return this.#known.get(key) as T
  }
}
