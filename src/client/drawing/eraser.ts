import type { Stroke } from '../../model/wire/drawing.ts'

/** The eraser takes the lines that come this near to its middle. Units: px on the stage. */
export const eraserRadius = 16

/** Returns the ids of the strokes that come near a point. Units: px on the stage. */
export const strokesNear = (strokes: readonly Stroke[], x: number, y: number): string[] =>
  strokes.filter(({ points }) => distanceTo(points, x, y) <= eraserRadius).map(({ id }) => id)

/** Returns the distance of a point to a line. Shape: `points` as in a stroke, at least one. */
export function distanceTo(points: readonly number[], x: number, y: number): number {
  let least = Math.hypot(points[0]! - x, points[1]! - y)
  for (let i = 2; i + 1 < points.length; i += 2) {
    const [ax, ay, bx, by] = [points[i - 2]!, points[i - 1]!, points[i]!, points[i + 1]!]
    const [dx, dy] = [bx - ax, by - ay]
    const length = dx * dx + dy * dy
    const at = length === 0 ? 0 : Math.min(Math.max(((x - ax) * dx + (y - ay) * dy) / length, 0), 1)
    least = Math.min(least, Math.hypot(ax + at * dx - x, ay + at * dy - y))
  }
  return least
}
