import type { SharedShape } from '../../../model/laid-out.ts'

/** The strokes of a pattern on a tile of a size. Units: px, degrees. */
interface Tile {
  size: number
  angle: number
  d: string
}

/** The patterns of the second and further series: they tell areas apart in black and white. */
const tiles: readonly Tile[] = [
  { size: 12, angle: 45, d: 'M0 0h4v12h-4z' },
  { size: 12, angle: 0, d: 'M3.5 6a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0' },
  { size: 12, angle: -45, d: 'M0 0h2.5v12h-2.5zM0 0h12v2.5h-12z' },
  { size: 8, angle: 90, d: 'M0 0h3v8h-3z' },
  { size: 16, angle: -45, d: 'M0 0h2v16h-2z' },
]

/** Returns the pattern of a fill; null for the plain first one. */
export const patternOf = (fill: number): SharedShape | null => patterns[fill - 1] ?? null

const patterns = tiles.map(({ size, angle, d }, i): SharedShape => {
  const paths = [
    { className: `ch-${i + 1}`, d: `M0 0h${size}v${size}h-${size}z` },
    { className: `ch-${i + 1}s`, d },
  ]
  return { id: `ch${i + 1}`, paths, tile: { size, angle } }
})
