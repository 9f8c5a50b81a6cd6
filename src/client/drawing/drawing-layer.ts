import type { Stroke } from '../../model/wire/drawing.ts'
import type { ClientPage } from '../show/client-page.ts'
import type { DrawingBoard } from './drawing-board.ts'
import { type Pens, pensFor } from './pens.ts'

/** Units: px on the stage. */
const strokeWidth = { line: 6, outline: 9 }

/** The drawings over one picture of a slide. */
export interface DrawingLayer {
  svg: SVGSVGElement
  /** Draws what belongs to the slide that is shown now, as far as it is not drawn yet. */
  update(): void
  /** The slide looks otherwise now: all is drawn anew by the next update. */
  invalidate(): void
}

const svgElement = <K extends keyof SVGElementTagNameMap>(name: K, attributes: Record<string, string>) => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}

/** A smooth line through points: curves that meet in the middle between two of them. A single point is a dot. */
export function strokePath(points: readonly number[]): string {
  const [x = 0, y = 0] = points
  if (points.length < 4) return `M${x} ${y}l0.01 0`
  let path = `M${x} ${y}`
  for (let i = 2; i + 3 < points.length; i += 2) {
    const [px, py] = [points[i]!, points[i + 1]!]
    path += `Q${px} ${py} ${round((px + points[i + 2]!) / 2)} ${round((py + points[i + 3]!) / 2)}`
  }
  return `${path}L${points.at(-2)} ${points.at(-1)}`
}

const round = (value: number) => Math.round(value * 10) / 10

/** Makes a layer over a picture of the slides; `shown` is the slide that the picture shows. */
export function makeDrawingLayer(
  ink: DrawingBoard,
  { width: w, height: h }: ClientPage,
  shown: () => HTMLElement | undefined,
): DrawingLayer {
  const lines = svgElement('g', { fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' })
  const laser = svgElement('g', { class: 'ui-laser' })
  laser.append(svgElement('circle', { r: '26' }), svgElement('circle', { r: '9' }))
  const svg = svgElement('svg', {
    class: 'ui-ink',
    viewBox: `0 0 ${w} ${h}`,
    'aria-hidden': 'true',
    focusable: 'false',
  })
  svg.append(lines, laser)
  const drawn = new Map<string, { stroke: Stroke; parts: SVGPathElement[] }>()
  let slide: HTMLElement | undefined
  let pens: Pens = { colors: [], outline: '' }

  const draw = (stroke: Stroke) => {
    const color = pens.colors[stroke.pen] ?? pens.colors[0] ?? ''
    const parts = drawn.get(stroke.id)?.parts ?? [
      svgElement('path', { stroke: pens.outline, 'stroke-width': `${strokeWidth.outline}`, 'stroke-opacity': '0.6' }),
      svgElement('path', { stroke: color, 'stroke-width': `${strokeWidth.line}` }),
    ]
    if (!drawn.has(stroke.id)) lines.append(...parts)
    const path = strokePath(stroke.points)
    for (const part of parts) part.setAttribute('d', path)
    drawn.set(stroke.id, { stroke, parts })
  }
  const update = () => {
    const now = shown()
    if (now !== slide) {
      slide = now
      drawn.clear()
      lines.replaceChildren()
      if (now) pens = pensFor(now)
    }
    const strokes = ink.drawings()[now?.id ?? ''] ?? []
    const kept = new Set(strokes.map(({ id }) => id))
    for (const [id, { parts }] of drawn) {
      if (kept.has(id)) continue
      for (const part of parts) part.remove()
      drawn.delete(id)
    }
    for (const stroke of strokes) if (drawn.get(stroke.id)?.stroke !== stroke) draw(stroke)
    const spot = ink.laserSpot()
    const lit = spot !== null && spot.page === now?.id
    laser.classList.toggle('ui-lit', lit)
    if (lit) laser.setAttribute('transform', `translate(${round(spot.x)} ${round(spot.y)})`)
    svg.setAttribute('data-tool', ink.tool())
  }
  const invalidate = () => {
    slide = undefined
  }
  return { svg, update, invalidate }
}
