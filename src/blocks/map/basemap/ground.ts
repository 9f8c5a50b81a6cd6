import type { SharedShape } from '../../../model/laid-out.ts'
import { sharedShape } from '../draw/sketch.ts'
import type { Atlas } from './atlas.ts'
import type { Frame } from './frame.ts'
import { Pen } from './pen.ts'
import { type Drawable, type Trace, trace } from './trace.ts'

/** What lies under the contents of a map, and what lies over its areas but under its marks. */
export interface Ground {
  below: SharedShape
  above: SharedShape
  /** The edges of countries by their codes, thinned: where names and borders are. Units: those of the projection. */
  countries: Readonly<Record<string, Ring[]>>
}

type Ring = [number, number][]

/** Draws grounds and shapes, each once for a run: they are the same on every map of one frame. */
export class Grounds {
  readonly #atlas: Atlas
  readonly #grounds: Map<string, Ground>
  readonly #areas = new Map<string, { shape: SharedShape; traces: Trace[] }>()

  /** `drawn` are those that were drawn before, by the keys of their frames. */
  constructor(atlas: Atlas, drawn: Readonly<Record<string, Ground>> = {}) {
    this.#atlas = atlas
    this.#grounds = new Map(Object.entries(drawn))
  }

  of(frame: Frame): Ground {
    const known = this.#grounds.get(frame.key)
    if (known) return known
    const made = this.#draw(frame)
    this.#grounds.set(frame.key, made)
    return made
  }

  /** One area, by a name of its own: its shape, and its rings in the box. */
  area(frame: Frame, name: string, drawn: Drawable): { shape: SharedShape; rings: Ring[] } {
    const key = `${frame.key}\n${name}`
    const known = this.#areas.get(key) ?? this.#trace(frame, drawn)
    this.#areas.set(key, known)
    return { shape: known.shape, rings: inBox(known.traces, frame) }
  }

  #trace(frame: Frame, drawn: Drawable): { shape: SharedShape; traces: Trace[] } {
    const traces = trace(frame, drawn)
    return { shape: sharedShape([{ className: null, d: written(frame, traces) }]), traces }
  }

  #draw(frame: Frame): Ground {
    const { land, borders, lakes, rivers } = this.#atlas.layers(frame.detail)
    const isWorld = frame.kind === 'world'
    const own = isWorld ? null : this.#atlas.country('KZ', frame.detail)
    const paths = (list: [string, Drawable | Drawable[]][]) =>
      list
        .map(([className, drawn]) => ({
          className,
          d: [drawn]
            .flat()
            .map((one) => pathOf(frame, one))
            .join(''),
        }))
        .filter(({ d }) => d !== '')
    const countries = isWorld ? [] : this.#atlas.codes(frame.detail)
    const edges = countries.map((code): [string, Ring[]] => {
      const rings = trace(frame, this.#atlas.country(code, frame.detail)!).map(({ points }) => rounded(points))
      return [code, rings.filter((ring) => ring.length > 2)]
    })
    return {
      countries: Object.fromEntries(edges.filter(([, rings]) => rings.length > 0)),
      below: sharedShape(
        paths([[isWorld ? 'm-own' : 'm-land', land], ...(own ? [['m-own', own] as [string, Drawable]] : [])]),
      ),
      above: sharedShape(
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

/** How near to each other the points of edges are. Units: those of the projection. */
const edgeStep = 6

/** In whole units; -0, which no JSON keeps, is 0. */
const rounded = (ring: Ring): Ring => thinned(ring, edgeStep).map(([x, y]) => [Math.round(x) + 0, Math.round(y) + 0])

/** How coarse a path may be: a point less than this from the last one is left out. Units: those of the projection. */
const steps = { country: 3.2, close: 2, world: 2 } as const

/** Path data in the units of the frame's projection, cut at its extent. */
export const pathOf = (frame: Frame, drawn: Drawable): string => written(frame, trace(frame, drawn))

function written(frame: Frame, traces: readonly Trace[]): string {
  const pen = new Pen(steps[frame.kind], 2 * steps[frame.kind])
  for (const { points, closed } of traces) {
    for (const [i, [x, y]] of points.entries()) i === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)
    if (closed) pen.closePath()
  }
  return pen.data()
}

/** What puts units of the projection into the box. */
export const transformOf = ({ x, y, scale }: Frame): string =>
  `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}) scale(${Math.round(scale * 1e5) / 1e5})`

/** The edges of a country in the box. Units: px. */
export const edgesOf = ({ countries }: Ground, code: string, { x, y, scale }: Frame): Ring[] =>
  (countries[code] ?? []).map((ring) => ring.map(([ux, uy]) => [x + scale * ux, y + scale * uy]))

/** The rings of an area in the box, without points that lie too near to be seen. Units: px. */
export const ringsOf = (frame: Frame, drawn: Drawable): Ring[] => inBox(trace(frame, drawn), frame)

function inBox(traces: readonly Trace[], { x, y, scale }: Frame): Ring[] {
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

/** A ring without the points that lie nearer to the one before than that: enough to find a place for its name. Units: px. */
export function thinned(ring: Ring, least: number): Ring {
  const kept: Ring = []
  for (const [x, y] of ring) {
    const last = kept.at(-1)
    if (!last || Math.abs(last[0] - x) + Math.abs(last[1] - y) >= least) kept.push([x, y])
  }
  return kept.length > 3 ? kept : ring
}

/** The area of a ring. Units: px². */
export function sizeOf(ring: readonly (readonly [number, number])[]): number {
  let sum = 0
  for (let i = 0, before = ring.length - 1; i < ring.length; before = i++) {
    sum += (ring[before]![0] + ring[i]![0]) * (ring[before]![1] - ring[i]![1])
  }
  return Math.abs(sum / 2)
}
