import type { Fitter } from '../../../model/fitted.ts'
import type { LocalizedText } from '../../../model/lang.ts'
import type { Size } from '../basemap/map-frame.ts'
import type { MapBlock } from '../types.ts'
import type { DrawnMap } from './draw-map.ts'

/** A drawing, and the letters that the font of its texts lacks. */
export interface KeptDrawing extends DrawnMap {
  missing: ReadonlySet<string>
}

/** What a drawing depends on besides the block and the data of all maps. Units: px. */
export interface DrawingPlace {
  /** That of a theme and an alphabet. */
  fitter: Fitter
  lang: string
  /** The name of the style of its texts. */
  style: string
  size: Size
  covered: number
}

/** The most drawings that are kept, since a deck of different maps needs none of them again. */
const maxKept = 500

/** Keeps the drawings of a run: slides that show the same map share one. */
export class DrawingMemo {
  readonly #byFitter = new WeakMap<Fitter, Map<string, KeptDrawing>>()

  /** Returns the drawing of an equal map in an equal place, else draws it. Shapes from files are drawn each time. */
  drawing(block: MapBlock<LocalizedText>, place: DrawingPlace, draw: () => KeptDrawing): KeptDrawing {
    if (block.geojson !== null) return draw()
    const { fitter, ...where } = place
    const kept = this.#byFitter.get(fitter) ?? new Map<string, KeptDrawing>()
    this.#byFitter.set(fitter, kept)
    const key = JSON.stringify([where, block], withoutRanges)
    const known = kept.get(key) ?? draw()
    if (kept.size >= maxKept) kept.clear()
    kept.set(key, known)
    return known
  }
}

/** Where a map stands in the file makes no difference to it. */
const withoutRanges = (name: string, value: unknown) => (name === 'range' ? undefined : value)
