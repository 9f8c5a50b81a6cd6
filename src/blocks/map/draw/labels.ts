import type { Box } from '../../../model/theme.ts'
import type { Size } from '../basemap/map-frame.ts'
import { BoxIndex } from './box-index.ts'

type Point = readonly [number, number]

/** A label to place near a point. Units: px. */
export interface LabelRequest {
  at: Point
  /** The least distance from the point, given by the size of the marker. */
  clearance: number
  size: Size
  /** Whether it may stand apart from its point, with a line to it. */
  allowLeader: boolean
  /** Whether it has no plate, and should avoid the lines of the map. */
  avoidLines?: true
}

/** The position of a label. Units: px. */
export interface PlacedLabel {
  box: Box
  /** The length of the line to its point; 0 for a label at its point. */
  leaderPx: number
  /** How much that line overlaps earlier contents. */
  crossings: number
}

/** Places labels so that none overlaps another, a marker, or the edge. Placed labels never move. */
export class LabelSpace {
  #reserved = new BoxIndex()
  #leaders: (readonly [Point, Point])[] = []
  #lines: readonly (readonly Point[])[] = []
  readonly #size: Size
  readonly #edge: number

  constructor(size: Size, edge = 4) {
    this.#size = size
    this.#edge = edge
  }

  /** Returns a copy to try something in. */
  copy(): LabelSpace {
    const copy = new LabelSpace(this.#size, this.#edge)
    copy.copyFrom(this)
    return copy
  }

  /** Takes over the contents of a copy. */
  copyFrom(other: LabelSpace): void {
    this.#reserved = other.#reserved.copy()
    this.#leaders = [...other.#leaders]
    this.#lines = other.#lines
  }

  /** Keeps labels away from a box. */
  reserve(box: Box): void {
    this.#reserved.add(box)
  }

  /** Adds a closed line, such as a border, that makes a label without a plate hard to read. */
  addLines(ring: readonly Point[]): void {
    this.#lines = [...this.#lines, ring]
  }

  /** Keeps labels away from a line. */
  reserveLine(from: Point, to: Point): void {
    this.#leaders.push([from, to])
  }

  isFree(box: Box): boolean {
    return (
      this.#inside(box) &&
      !this.#reserved.overlaps(box) &&
      !this.#leaders.some(([from, to]) => lineCrossesBox(box, from, to))
    )
  }

  /** Returns the area of a box that is taken. Units: px². */
  reservedAreaIn(box: Box): number {
    return [...this.#reserved.nearby(box)].reduce((sum, other) => sum + overlapArea(box, other), 0)
  }

  /** Returns the number of free positions at the point. */
  countPositions(request: LabelRequest): number {
    return adjacentBoxes(request).filter((box) => this.isFree(box)).length
  }

  /** Finds and reserves a position; null if there is none. */
  place(request: LabelRequest): PlacedLabel | null {
    const close = adjacentBoxes(request).filter((box) => this.isFree(box))
    const box = request.avoidLines ? this.#fewestLines(close) : close[0]
    if (box) {
      this.reserve(box)
      return { box, leaderPx: 0, crossings: 0 }
    }
    const led = request.allowLeader && this.#fewestCrossings(distantBoxes(request), request.at)
    if (!led) return null
    this.reserve(led.box)
    this.#leaders.push([leaderEnd(led.box, request.at), request.at])
    return led
  }

  /** Returns the box that covers the fewest lines; the first of several. */
  #fewestLines(boxes: readonly Box[]): Box | undefined {
    if (boxes.length < 2) return boxes[0]
    const crossings = boxes.map((box) => this.#lines.reduce((sum, ring) => sum + countCrossings(box, ring), 0))
    return boxes[crossings.indexOf(Math.min(...crossings))]
  }

  /** Returns the free box whose line to its point overlaps least; the nearest of several. */
  #fewestCrossings(boxes: readonly Box[], at: Point): PlacedLabel | null {
    const reach = { x: at[0] - maxLeaderPx, y: at[1] - maxLeaderPx, width: 2 * maxLeaderPx, height: 2 * maxLeaderPx }
    let others: Box[] | null = null
    let best: PlacedLabel | null = null
    for (const box of boxes) {
      if (!this.isFree(box)) continue
      others ??= [...this.#reserved.nearby(reach)].filter((other) => !boxContains(other, at))
      const end = leaderEnd(box, at)
      const crossings = others.filter((other) => lineCrossesBox(other, at, end)).length
      if (!best || crossings < best.crossings)
        best = { box, crossings, leaderPx: Math.hypot(end[0] - at[0], end[1] - at[1]) }
      if (crossings === 0) break
    }
    return best
  }

  #inside({ x, y, width, height }: Box): boolean {
    const edge = this.#edge
    return x >= edge && y >= edge && x + width <= this.#size.width - edge && y + height <= this.#size.height - edge
  }
}

/** Positions next to the point: to the right first. */
function adjacentBoxes({ at: [x, y], clearance, size: { width, height } }: LabelRequest): Box[] {
  const gap = clearance + 3
  const diagonal = clearance * 0.7 + 2
  const [right, left] = [x + gap, x - gap - width]
  const [above, below] = [y - gap - height, y + gap]
  return [
    [right, y - height / 2],
    [left, y - height / 2],
    [x - width / 2, above],
    [x - width / 2, below],
    [x + diagonal, y - diagonal - height],
    [x + diagonal, y + diagonal],
    [x - diagonal - width, y - diagonal - height],
    [x - diagonal - width, y + diagonal],
    [right, y - height],
    [right, y],
    [left, y - height],
    [left, y],
  ].map(([left_, top]) => ({ x: left_!, y: top!, width, height }))
}

/** The longest line from a label to its marker. Units: px. */
const maxLeaderPx = 260

/** Positions around the point at growing distances. */
function distantBoxes({ at: [x, y], clearance, size: { width, height } }: LabelRequest): Box[] {
  const boxes: Box[] = []
  for (let distance = clearance + 18; distance <= clearance + maxLeaderPx; distance += 12) {
    for (let turn = 0; turn < 24; turn++) {
      const angle = (turn * Math.PI) / 12
      const [cx, cy] = [x + Math.cos(angle) * (distance + width / 2), y + Math.sin(angle) * (distance + height / 2)]
      boxes.push({ x: cx - width / 2, y: cy - height / 2, width, height })
    }
  }
  return boxes
}

/** Returns the point on the edge of a label where the line from its marker ends. */
export function leaderEnd({ x, y, width, height }: Box, [px, py]: Point): [number, number] {
  return [Math.min(Math.max(px, x), x + width), Math.min(Math.max(py, y), y + height)]
}

/** Counts the lines of a closed ring that touch a box. */
function countCrossings(box: Box, ring: readonly Point[]): number {
  let count = 0
  let from = ring.at(-1)!
  for (const to of ring) {
    if (lineCrossesBox(box, from, to)) count++
    from = to
  }
  return count
}

/** Whether a line touches a box. It creates no objects: a map asks for thousands of lines. Source: Liang and Barsky, 1984. */
function lineCrossesBox({ x, y, width, height }: Box, a: Point, b: Point): boolean {
  const [x1, y1, x2, y2] = [a[0], a[1], b[0], b[1]]
  const [right, bottom] = [x + width, y + height]
  if ((x1 < x && x2 < x) || (x1 > right && x2 > right) || (y1 < y && y2 < y) || (y1 > bottom && y2 > bottom))
    return false
  let from = 0
  let to = 1
  if (x1 !== x2) {
    const [first, second] = [(x - x1) / (x2 - x1), (right - x1) / (x2 - x1)]
    from = Math.max(from, Math.min(first, second))
    to = Math.min(to, Math.max(first, second))
  }
  if (y1 !== y2) {
    const [first, second] = [(y - y1) / (y2 - y1), (bottom - y1) / (y2 - y1)]
    from = Math.max(from, Math.min(first, second))
    to = Math.min(to, Math.max(first, second))
  }
  return from <= to
}

const boxContains = ({ x, y, width, height }: Box, [px, py]: Point): boolean =>
  px >= x && px <= x + width && py >= y && py <= y + height

function overlapArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}
