import type { SharedShape } from '../../../model/laid-out.ts'
import { createSharedShape } from '../draw/sketch.ts'
import type { Atlas } from './atlas.ts'
import type { MapFrame } from './map-frame.ts'
import { SvgPathWriter } from './svg-path-writer.ts'
import { type Drawable, type Trace, trace } from './trace.ts'

/** The layers below the contents of a map, and those above its areas but below its markers. */
export interface Basemap {
  below: SharedShape
  above: SharedShape
  /** The simplified edges of countries by code, to place names and avoid borders. Units: those of the projection. */
  countries: Readonly<Record<string, Ring[]>>
}

type Ring = [number, number][]

/** Draws basemaps and shapes once per run, because all maps with the same frame share them. */
export class BasemapCache {
  readonly #atlas: Atlas
  readonly #basemaps: Map<string, Basemap>
  readonly #areas = new Map<string, { shape: SharedShape; traces: Trace[] }>()

  /** `drawn` are prebuilt basemaps by the keys of their frames. */
  constructor(atlas: Atlas, prebuilt: Readonly<Record<string, Basemap>> = {}) {
    this.#atlas = atlas
    this.#basemaps = new Map(Object.entries(prebuilt))
  }

  of(frame: MapFrame): Basemap {
    const known = this.#basemaps.get(frame.key)
    if (known) return known
    const made = this.#draw(frame)
    this.#basemaps.set(frame.key, made)
    return made
  }

  /** Draws one area under a unique name: its shape, and its rings in the box. */
  area(frame: MapFrame, name: string, prebuilt: Drawable): { shape: SharedShape; rings: Ring[] } {
    const key = `${frame.key}\n${name}`
    const known = this.#areas.get(key) ?? this.#trace(frame, prebuilt)
    this.#areas.set(key, known)
    return { shape: known.shape, rings: projectedRings(known.traces, frame) }
  }

  #trace(frame: MapFrame, prebuilt: Drawable): { shape: SharedShape; traces: Trace[] } {
    const traces = trace(frame, prebuilt)
    return { shape: createSharedShape([{ className: null, d: pathData(frame, traces) }]), traces }
  }

  #draw(frame: MapFrame): Basemap {
    const { land, borders, lakes, rivers } = this.#atlas.layers(frame.detail)
    const isWorld = frame.kind === 'world'
    const own = isWorld ? null : this.#atlas.country('KZ', frame.detail)
    const paths = (list: [string, Drawable | Drawable[]][]) =>
      list
        .map(([className, prebuilt]) => ({
          className,
          d: [prebuilt]
            .flat()
            .map((one) => framePath(frame, one))
            .join(''),
        }))
        .filter(({ d }) => d !== '')
    const countries = isWorld ? [] : this.#atlas.codes(frame.detail)
    const edges = countries.map((code): [string, Ring[]] => {
      const rings = trace(frame, this.#atlas.country(code, frame.detail)!).map(({ points }) => roundedRing(points))
      return [code, rings.filter((ring) => ring.length > 2)]
    })
    return {
      countries: Object.fromEntries(edges.filter(([, rings]) => rings.length > 0)),
      below: createSharedShape(
        paths([[isWorld ? 'm-own' : 'm-land', land], ...(own ? [['m-own', own] as [string, Drawable]] : [])]),
      ),
      above: createSharedShape(
        paths([
          ['m-water', isWorld ? [] : lakes],
          ['m-river', rivers],
          ['m-border', borders],
          ...(own ? [['m-outline', own] as [string, Drawable]] : []),
        ]),
      ),
    }
  }
}

/** The least distance between points of edges. Units: those of the projection. */
const borderStep = 6

/** Rounds to integers; -0, which JSON does not preserve, becomes 0. */
const roundedRing = (ring: Ring): Ring =>
  simplifyRing(ring, borderStep).map(([x, y]) => [Math.round(x) + 0, Math.round(y) + 0])

/** The precision of paths: a point nearer than this to the previous one is dropped. Units: those of the projection. */
const pathSteps = { country: 3.2, close: 2, world: 2 } as const

/** Returns path data in the units of the frame's projection, clipped to its extent. */
export const framePath = (frame: MapFrame, prebuilt: Drawable): string => pathData(frame, trace(frame, prebuilt))

function pathData(frame: MapFrame, traces: readonly Trace[]): string {
  const pen = new SvgPathWriter(pathSteps[frame.kind], 2 * pathSteps[frame.kind])
  for (const { points, closed } of traces) {
    for (const [i, [x, y]] of points.entries()) i === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)
    if (closed) pen.closePath()
  }
  return pen.data()
}

/** The transform from the units of the projection to the box. */
export const frameTransform = ({ x, y, scale }: MapFrame): string =>
  `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}) scale(${Math.round(scale * 1e5) / 1e5})`

/** Returns the edges of a country in the box. Units: px. */
export const countryRings = ({ countries }: Basemap, code: string, { x, y, scale }: MapFrame): Ring[] =>
  (countries[code] ?? []).map((ring) => ring.map(([ux, uy]) => [x + scale * ux, y + scale * uy]))

/** Returns the rings of an area in the box, without points that are too close together to see. Units: px. */
export const frameRings = (frame: MapFrame, prebuilt: Drawable): Ring[] => projectedRings(trace(frame, prebuilt), frame)

function projectedRings(traces: readonly Trace[], { x, y, scale }: MapFrame): Ring[] {
  const placed = traces.map(({ points }) => {
    const kept: Ring = []
    for (const [ux, uy] of points) {
      const [px, py] = [x + scale * ux, y + scale * uy]
      const last = kept.at(-1)
      if (!last || Math.abs(last[0] - px) + Math.abs(last[1] - py) >= 1.5) kept.push([px, py])
    }
    return kept
  })
  return placed.filter((ring, i) => ring.length > (traces[i]!.closed ? 2 : 1))
}

/** Thins out a ring: precise enough to find a position for its name. Units: px. */
export function simplifyRing(ring: Ring, least: number): Ring {
  const kept: Ring = []
  for (const [x, y] of ring) {
    const last = kept.at(-1)
    if (!last || Math.abs(last[0] - x) + Math.abs(last[1] - y) >= least) kept.push([x, y])
  }
  return kept.length > 3 ? kept : ring
}

/** Returns the area of a ring. Units: px². */
export function ringArea(ring: readonly (readonly [number, number])[]): number {
  let sum = 0
  for (let i = 0, before = ring.length - 1; i < ring.length; before = i++) {
    sum += (ring[before]![0] + ring[i]![0]) * (ring[before]![1] - ring[i]![1])
  }
  return Math.abs(sum / 2)
}
