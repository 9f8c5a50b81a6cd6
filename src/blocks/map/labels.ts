import type { Box } from '../../model/theme.ts'
import type { Size } from './frame.ts'

/** A label that wants to stand near its point. Units: px. */
export interface LabelWish {
  at: readonly [number, number]
  /** How far from the point it must stay: the size of the mark. */
  clear: number
  size: Size
  /** May it stand away from its point, with a line to it. */
  mayLead: boolean
}

/** Where a label stands; `leads` where a line goes to its point. */
export interface PlacedLabel {
  box: Box
  leads: boolean
}

/** Places labels so that none lies over another, a mark, or the edge. What was placed before stays. */
export class LabelRoom {
  readonly #taken: Box[] = []
  readonly #size: Size
  readonly #edge: number

  constructor(size: Size, edge = 4) {
    this.#size = size
    this.#edge = edge
  }

  /** Keeps labels away from a box. */
  take(box: Box): void {
    this.#taken.push(box)
  }

  isFree(box: Box): boolean {
    return this.#inside(box) && !this.#taken.some((other) => overlap(box, other))
  }

  /** How much of a box lies over what is taken. Units: px². */
  crowd(box: Box): number {
    return this.#taken.reduce((sum, other) => sum + shared(box, other), 0)
  }

  /** Finds a place, takes it, and says where it is; null where there is none. */
  place(wish: LabelWish): PlacedLabel | null {
    for (const box of near(wish)) {
      if (!this.isFree(box)) continue
      this.take(box)
      return { box, leads: false }
    }
    for (const box of wish.mayLead ? far(wish) : []) {
      if (!this.isFree(box)) continue
      this.take(box)
      return { box, leads: true }
    }
    return null
  }

  #inside({ x, y, width, height }: Box): boolean {
    const edge = this.#edge
    return x >= edge && y >= edge && x + width <= this.#size.width - edge && y + height <= this.#size.height - edge
  }
}

/** Beside the point: to the right first, as one reads. */
function near({ at: [x, y], clear, size: { width, height } }: LabelWish): Box[] {
  const gap = clear + 3
  const diagonal = clear * 0.7 + 2
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

/** Farther and farther around the point. */
function far({ at: [x, y], clear, size: { width, height } }: LabelWish): Box[] {
  const boxes: Box[] = []
  for (let distance = clear + 18; distance <= clear + 260; distance += 12) {
    for (let turn = 0; turn < 24; turn++) {
      const angle = (turn * Math.PI) / 12
      const [cx, cy] = [x + Math.cos(angle) * (distance + width / 2), y + Math.sin(angle) * (distance + height / 2)]
      boxes.push({ x: cx - width / 2, y: cy - height / 2, width, height })
    }
  }
  return boxes
}

/** The point of a label's edge that a line from its mark goes to. */
export function leadEnd({ x, y, width, height }: Box, [px, py]: readonly [number, number]): [number, number] {
  return [Math.min(Math.max(px, x), x + width), Math.min(Math.max(py, y), y + height)]
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

function shared(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}
