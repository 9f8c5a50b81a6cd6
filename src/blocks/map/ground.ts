import { geoPath } from 'd3-geo'
import type { Feature, Geometry } from 'geojson'
import type { SharedShape } from '../../model/laid-out.ts'
import type { Atlas } from './atlas.ts'
import type { Frame } from './frame.ts'
import { Pen } from './pen.ts'
import { sharedShape } from './sketch.ts'

/** What lies under the contents of a map, and what lies over its areas but under its marks. */
export interface Ground {
  below: SharedShape
  above: SharedShape
}

type Drawable = Feature<Geometry> | Geometry

/** Draws grounds and shapes, each once for a run: they are the same on every map of one frame. */
export class Grounds {
  readonly #atlas: Atlas
  readonly #grounds = new Map<string, Ground>()
  readonly #shapes = new Map<string, SharedShape>()

  constructor(atlas: Atlas) {
    this.#atlas = atlas
  }

  of(frame: Frame): Ground {
    const known = this.#grounds.get(frame.key)
    if (known) return known
    const made = this.#draw(frame)
    this.#grounds.set(frame.key, made)
    return made
  }

  /** The shape of one area, by a name of its own. */
  shape(frame: Frame, name: string, drawn: Drawable): SharedShape {
    const key = `${frame.key}\n${name}`
    const known = this.#shapes.get(key)
    if (known) return known
    const made = sharedShape([{ className: null, d: pathOf(frame, drawn) }])
    this.#shapes.set(key, made)
    return made
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
    return {
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

/** How coarse a path may be: a point less than this from the last one is left out. Units: those of the projection. */
const steps = { country: 3.2, close: 2, world: 2 } as const

/** Path data in the units of the frame's projection, cut at its extent. */
export function pathOf(frame: Frame, drawn: Drawable): string {
  const pen = new Pen(steps[frame.kind], 2 * steps[frame.kind])
  const { projection, extent } = frame
  projection.clipExtent(extent)
  geoPath(projection, pen as never)(drawn)
  projection.clipExtent(null)
  return pen.data()
}

/** What puts units of the projection into the box. */
export const transformOf = ({ x, y, scale }: Frame): string =>
  `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}) scale(${Math.round(scale * 1e5) / 1e5})`

/** The rings of an area in the box. Units: px. */
export function ringsOf(frame: Frame, drawn: Drawable): [number, number][][] {
  const rings: [number, number][][] = []
  const put = (x: number, y: number) => rings.at(-1)?.push([frame.x + frame.scale * x, frame.y + frame.scale * y])
  const context = {
    beginPath() {},
    moveTo(x: number, y: number) {
      rings.push([])
      put(x, y)
    },
    lineTo: put,
    arc() {},
    closePath() {},
  }
  const { projection, extent } = frame
  projection.clipExtent(extent)
  geoPath(projection, context as never)(drawn)
  projection.clipExtent(null)
  return rings.filter((ring) => ring.length > 2)
}

/** Whether a point lies in a ring. Source: the crossings of a ray, Jordan. */
export function isWithin(ring: readonly (readonly [number, number])[], [x, y]: readonly [number, number]): boolean {
  let inside = false
  for (let i = 0, before = ring.length - 1; i < ring.length; before = i++) {
    const [xi, yi] = ring[i]!
    const [xj, yj] = ring[before]!
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

/** The area of a ring. Units: px². */
export function sizeOf(ring: readonly (readonly [number, number])[]): number {
  let sum = 0
  for (let i = 0, before = ring.length - 1; i < ring.length; before = i++) {
    sum += (ring[before]![0] + ring[i]![0]) * (ring[before]![1] - ring[i]![1])
  }
  return Math.abs(sum / 2)
}
