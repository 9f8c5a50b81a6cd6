import type { PointMesh } from '../../../model/wire/map-edit.ts'
import type { GlobePoint } from './pin-ops.ts'

/** Returns the point of the globe at a place of a box; null outside of it, and where there is none. Units: px. */
export function pointAt({ width, height, columns, rows, points }: PointMesh, x: number, y: number): GlobePoint | null {
  if (x < 0 || y < 0 || x > width || y > height) return null
  const across = (x / width) * (columns - 1)
  const down = (y / height) * (rows - 1)
  const column = Math.min(Math.floor(across), columns - 2)
  const row = Math.min(Math.floor(down), rows - 2)
  const corner = (c: number, r: number) => points[(row + r) * columns + column + c] ?? null
  const [a, b, c, d] = [corner(0, 0), corner(1, 0), corner(0, 1), corner(1, 1)]
  if (!a || !b || !c || !d) return null
  const [u, v] = [across - column, down - row]
  const mixed = (i: 0 | 1) => {
    // A cell over the edge of the map of the world has longitudes of both signs.
    const near = (value: number) =>
      i === 1 && value - a[1] > 180 ? value - 360 : i === 1 && a[1] - value > 180 ? value + 360 : value
    return (near(a[i]) * (1 - u) + near(b[i]) * u) * (1 - v) + (near(c[i]) * (1 - u) + near(d[i]) * u) * v
  }
  const lng = mixed(1)
  return { lat: mixed(0), lng: lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng }
}
