import type { Stroke } from '../../model/wire/drawing.ts'
import { svgElement } from '../parts/element.ts'
import type { ClientPage } from '../show/client-page.ts'
import type { DrawingBoard } from './drawing-board.ts'
import { eraserRadius } from './eraser.ts'
import { eraserCursor, type Pens, penCursor, pensFor } from './pens.ts'

/** Units: px on the stage. */
const strokeWidth = { line: 6, outline: 9 }

/** Shows drawings and the laser pointer over a slide or a thumbnail. */
export interface DrawingLayer {
  svg: SVGSVGElement
  /** Draws what has changed. */
  update(): void
  /** Makes the next update draw everything again, because the slide has changed. */
  invalidate(): void
}

/** Returns the path of a smooth line: curves that meet halfway between the points. A single point becomes a dot. */
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

/** Creates a layer. `shownSlide` returns the slide below it. */
export function makeDrawingLayer(
  board: DrawingBoard,
  { width, height }: ClientPage,
  shownSlide: () => HTMLElement | undefined,
): DrawingLayer {
  const lines = svgElement('g', { fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' })
  const laser = svgElement(
    'g',
    { class: 'ui-laser' },
    svgElement('circle', { r: '26' }),
    svgElement('circle', { r: '9' }),
  )
  const svg = svgElement(
    'svg',
    { class: 'ui-ink', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', focusable: 'false' },
    lines,
    laser,
  )
  const drawn = new Map<string, { stroke: Stroke; parts: SVGPathElement[] }>()
  let slide: HTMLElement | undefined
  let pens: Pens | null = null

  const draw = (stroke: Stroke) => {
    // Reading colours takes time, and few slides are drawn on.
    pens ??= slide ? pensFor(slide) : { colors: [], outline: '' }
    const color = pens.colors[stroke.pen] ?? pens.colors[0] ?? ''
    const parts = drawn.get(stroke.id)?.parts ?? [
      svgElement('path', { stroke: pens.outline, 'stroke-width': `${strokeWidth.outline}`, 'stroke-opacity': '0.9' }),
      svgElement('path', { stroke: color, 'stroke-width': `${strokeWidth.line}` }),
    ]
    if (!drawn.has(stroke.id)) lines.append(...parts)
    const path = strokePath(stroke.points)
    for (const part of parts) part.setAttribute('d', path)
    drawn.set(stroke.id, { stroke, parts })
  }
  const update = () => {
    const current = shownSlide()
    if (current !== slide) {
      slide = current
      drawn.clear()
      lines.replaceChildren()
      pens = null
    }
    const strokes = board.drawings()[current?.id ?? ''] ?? []
    const kept = new Set(strokes.map(({ id }) => id))
    for (const [id, { parts }] of drawn) {
      if (kept.has(id)) continue
      for (const part of parts) part.remove()
      drawn.delete(id)
    }
    for (const stroke of strokes) if (drawn.get(stroke.id)?.stroke !== stroke) draw(stroke)
    const spot = board.laserSpot()
    const isVisible = spot !== null && spot.page === current?.id
    laser.classList.toggle('ui-lit', isVisible)
    if (isVisible) laser.setAttribute('transform', `translate(${round(spot.x)} ${round(spot.y)})`)
    const tool = board.tool()
    svg.setAttribute('data-tool', tool)
    svg.style.cursor = tool === 'pen' ? penInHand() : tool === 'eraser' ? eraserInHand() : ''
  }
  const penInHand = () => {
    pens ??= slide ? pensFor(slide) : { colors: [], outline: '' }
    return penCursor(pens.colors[board.pen()] ?? '#e0141c')
  }
  // As large as what it erases on this screen.
  const eraserInHand = () => eraserCursor((eraserRadius * svg.getBoundingClientRect().width) / width)
  const invalidate = () => {
    slide = undefined
  }
  return { svg, update, invalidate }
}
