import type { LaidOutDeck } from '../model/laid-out.ts'
import type { Ornament } from '../model/theme.ts'

/**
 * The band of ornament as the template `symbols` draws it, once for all slides that show it: its tiles side by side, one
 * more to the left for what overlaps. Null for a theme without one.
 */
export function ornamentOf({ theme, stage }: LaidOutDeck) {
  const { ornament } = theme
  if (!ornament) return null
  const { width, height, path } = ornament
  const tiles = Math.ceil(stage.width / width) + 1
  return { viewBox: `0 0 ${stage.width} ${height}`, path, offsets: offsets(ornament, tiles) }
}

const offsets = ({ width }: Ornament, tiles: number) =>
  Array.from({ length: tiles }, (_, i) => (i - 1) * width).filter((x) => x !== 0)
