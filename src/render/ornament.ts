import type { LaidOutDeck } from '../model/laid-out.ts'
import type { Ornament } from '../model/theme.ts'

/**
 * Returns the view of the ornament for the template `symbols`, which draws it once for all slides: tiles side by side, with
 * one more at the left for shapes that overlap. Null if the theme has none.
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
