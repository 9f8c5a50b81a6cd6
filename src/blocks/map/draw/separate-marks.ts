import type { Size } from '../basemap/map-frame.ts'

/** The extent of a mark around its middle: a disc of a radius, or a box. Units: px. */
export interface MarkExtent {
  x: number
  y: number
  halfWidth: number
  halfHeight: number
  isRound: boolean
}

/** The space between two marks that were pushed apart, and between a mark and the edge. Units: px. */
const space = 2

/** After so many rounds the marks stay where they are: a map has no room for them. */
const maxRounds = 120

/** More marks than this have no room to be told apart. */
const maxMarks = 150

/**
 * Pushes marks that overlap apart, each as little as possible, and keeps them on the map. The same marks always give the same
 * places. Marks that overlap none stay exactly where they are.
 *
 * Shape:  the middle of each mark, in the order of `marks`. Units: px.
 */
export function separateMarks(marks: readonly MarkExtent[], size: Size): [number, number][] {
  const placed = marks.map((mark) => ({ ...mark }))
  const moved = new Set<MarkExtent>()
  for (let round = 0; round < maxRounds && marks.length <= maxMarks; round++) {
    let touched = false
    for (const [i, a] of placed.entries()) {
      for (let j = i + 1; j < placed.length; j++) {
        const b = placed[j]!
        const push = pushBetween(a, b, i + j)
        if (!push) continue
        touched = true
        for (const [mark, sign] of [[a, -1] as const, [b, 1] as const]) {
          mark.x += (sign * push[0]) / 2
          mark.y += (sign * push[1]) / 2
          moved.add(mark)
        }
      }
    }
    if (!touched) break
    for (const mark of moved) keepInside(mark, size)
  }
  return placed.map(({ x, y }) => [x, y])
}

/** Whether two marks overlap. */
export const overlapMarks = (a: MarkExtent, b: MarkExtent): boolean => touch(a, b, 0)

/** Whether two marks overlap, or are nearer than `gap`. */
function touch(a: MarkExtent, b: MarkExtent, gap: number): boolean {
  const [dx, dy] = [Math.abs(b.x - a.x), Math.abs(b.y - a.y)]
  if (a.isRound && b.isRound) return Math.hypot(dx, dy) < a.halfWidth + b.halfWidth + gap
  return dx < a.halfWidth + b.halfWidth + gap && dy < a.halfHeight + b.halfHeight + gap
}

/**
 * How far `b` must go from `a`, along the line between their middles; null if they do not overlap. `turn` gives marks at one
 * point different directions.
 */
function pushBetween(a: MarkExtent, b: MarkExtent, turn: number): [number, number] | null {
  // Marks that only touch stay; the others get a little more than they need, so that rounding cannot join them again.
  if (!touch(a, b, 0)) return null
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const apart = Math.hypot(dx, dy)
  const angle = apart < 1 ? turn * goldenAngle : Math.atan2(dy, dx)
  const [right, down] = [Math.cos(angle), Math.sin(angle)]
  const across = (a.halfWidth + b.halfWidth + space) / Math.max(1e-6, Math.abs(right))
  const upright = (a.halfHeight + b.halfHeight + space) / Math.max(1e-6, Math.abs(down))
  const wanted = a.isRound && b.isRound ? a.halfWidth + b.halfWidth + space : Math.min(across, upright)
  return [right * (wanted - apart), down * (wanted - apart)]
}

/** Turns by this angle never meet an earlier direction again. Units: radians. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5))

function keepInside(mark: MarkExtent, { width, height }: Size): void {
  const [left, top] = [mark.halfWidth + space, mark.halfHeight + space]
  mark.x = Math.min(Math.max(mark.x, left), Math.max(left, width - left))
  mark.y = Math.min(Math.max(mark.y, top), Math.max(top, height - top))
}
