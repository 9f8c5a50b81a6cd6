import type { BlockContext, BlockSlot } from '../../model/block-type.ts'
import type { PlacedBox, TextView } from '../../model/laid-out.ts'
import type { Box, Region } from '../../model/theme.ts'
import { alignBox, containBox, visibleFraction } from '../../typeset/box-geometry.ts'
import type { FixedText } from '../../typeset/typeset-text.ts'
import {
  aspectRatio,
  boxOf,
  captionGap,
  type LoadedImage,
  legendRegion,
  mayBeCropped,
  typesetCaption,
} from './image-box.ts'
import { gutter } from './justify-pictures.ts'

/** A picture fills its tile if at least this part of it stays visible. */
const minVisible = 0.74

/** The distance between rows of tiles with captions. Units: px. */
const captionedGutter = 24

/** A picture among others takes at most this many times the area of the smallest one, so that logos look equal. */
const maxAreas = 2

/** Pictures in tiles of one size. */
interface TileGrid {
  columns: number
  /** The tiles without their captions. */
  tiles: Box[]
  /** The height of the captions of each row, and the distance to them. Units: px. */
  captionHeights: number[]
  /** How much of the pictures the grid shows. Units: px². */
  score: number
}

/** Sets pictures in tiles of one size, whose captions begin on one line: in the grid that shows most of them. */
export function placeTiles(
  pictures: readonly LoadedImage[],
  region: Region,
  slot: BlockSlot,
  context: BlockContext,
): FixedText {
  const silent = { ...context, report: () => {} }
  const grids = (breaking: boolean) =>
    pictures.flatMap((_, i) => tileGrid(pictures, i + 1, breaking, region, slot, silent) ?? [])
  const whole = grids(false)
  const [first, ...others] = whole.length > 0 ? whole : grids(true)
  if (!first) return { boxes: [], overflowPages: [] }
  const { tiles, columns, captionHeights } = others.reduce((best, one) => (one.score > best.score ? one : best), first)
  const captions = pictures.map(({ image }, i) => {
    const room = captionHeights[Math.floor(i / columns)]! - captionGap
    const at = { ...legendRegion(region, context), ...tiles[i]!, height: Math.max(0, room) }
    return typesetCaption(image, at, 'legend', slot, context)
  })
  const shown = picturesIn(tiles, pictures, slot, context)
  const boxes = shown.flatMap((box, i) => {
    const below = tiles[i]!.y + tiles[i]!.height + captionGap
    return [box, ...(captions[i]?.boxes ?? []).map((caption): PlacedBox => ({ ...caption, y: below }))]
  })
  return { boxes, overflowPages: captions.flatMap((set) => set?.overflowPages ?? []) }
}

/** Returns the grid of a number of columns, with tiles as high as suits its pictures; null if a caption is cut. */
function tileGrid(
  pictures: readonly LoadedImage[],
  columns: number,
  breaking: boolean,
  region: Region,
  slot: BlockSlot,
  context: BlockContext,
): TileGrid | null {
  const rows = Math.ceil(pictures.length / columns)
  const width = Math.floor((region.width - (columns - 1) * gutter) / columns)
  const captions = pictures.map(({ image }) =>
    typesetCaption(image, legendRegion({ ...region, width }, context), 'legend', slot, context),
  )
  if (!breaking && captions.some((set) => set && breaksWord(set))) return null
  const captionHeights = Array.from({ length: rows }, (_, row) => {
    const own = captions.slice(row * columns, (row + 1) * columns)
    return Math.max(0, ...own.map((set) => (set?.boxes[0] ? set.boxes[0].height + captionGap : 0)))
  })
  const between = captionHeights.some((height) => height > 0) ? captionedGutter : gutter
  const fixed = captionHeights.reduce((sum, one) => sum + one, 0) + (rows - 1) * between
  const highest = Math.floor((region.height - fixed) / rows)
  if (highest < 1) return null
  const { height, area } = bestHeight(pictures, width, highest)
  const { y } = alignBox({ ...region, below: 'title' }, rows * height + fixed)
  const tiles = pictures.map((_, i): Box => {
    const row = Math.floor(i / columns)
    const above = captionHeights.slice(0, row).reduce((sum, one) => sum + one, 0)
    // The last tile of a row ends where the region does, whatever rounding has left over.
    const x = region.x + Math.round(((region.width - width) * (i % columns)) / Math.max(1, columns - 1))
    return { x, y: y + row * (height + between) + above, width, height }
  })
  // Empty tiles in the last row look like a mistake.
  return { columns, tiles, captionHeights, score: area * (pictures.length / (columns * rows)) }
}

/** Returns the height of tiles that shows most: the highest possible, or that of one of the pictures. */
function bestHeight(pictures: readonly LoadedImage[], width: number, highest: number) {
  const heights = pictures.map((one) => Math.round(width / aspectRatio(one))).filter((height) => height < highest)
  const areaAt = (height: number) => {
    const parts = pictures.map((one) => visibleFraction(aspectRatio(one), width / height))
    const filled = parts.reduce((sum, part) => sum + part, 0) / pictures.length
    // Tiles that are half empty look like a mistake too.
    return width * height * pictures.length * filled ** 1.5
  }
  return [...heights, highest]
    .filter((height) => height >= 1)
    .sort((a, b) => a - b)
    .map((height) => ({ height, area: areaAt(height) }))
    .reduce((best, one) => (one.area > best.area * 1.02 ? one : best))
}

/**
 * A photograph fills its tile or stands in the middle of it, on a ground as large as the tile. Drawings and logos stand
 * uncropped: above the beginning of their captions, or in the middle of the tile.
 */
function picturesIn(
  tiles: readonly Box[],
  pictures: readonly LoadedImage[],
  slot: BlockSlot,
  context: BlockContext,
): PlacedBox[] {
  const captioned = pictures.some(({ image }) => image.caption?.text.trim())
  const whole = pictures.map(({ picture }, i) => containBox(picture, tiles[i] as Region))
  const most = maxAreas * Math.min(...whole.map(({ width, height }) => width * height))
  return pictures.map((one, i) => {
    const tile = tiles[i]!
    if (mayBeCropped(one)) {
      const fills = visibleFraction(aspectRatio(one), tile.width / tile.height) >= minVisible
      return boxOf(one, tile, fills ? 'cover' : 'contain', slot, context, !fills)
    }
    const { width, height } = whole[i]!
    const scale = captioned ? 1 : Math.min(1, Math.sqrt(most / (width * height)))
    const size = { width: Math.round(width * scale), height: Math.round(height * scale) }
    const x = captioned ? tile.x : tile.x + Math.floor((tile.width - size.width) / 2)
    const y = tile.y + (captioned ? tile.height - size.height : Math.floor((tile.height - size.height) / 2))
    return boxOf(one, { x, y, ...size }, 'contain', slot, context)
  })
}

/** Whether a caption does not fit, or has a line that ends inside a word. */
function breaksWord({ boxes, overflowPages: further }: FixedText): boolean {
  if (further.length > 0) return true
  const lines = boxes.flatMap(({ view }) => (view as TextView).page.paragraphs.flatMap((paragraph) => paragraph.lines))
  return lines.some(({ end, runs }) => end === 'inside' && /[\p{L}\p{N}]$/u.test(runs.at(-1)?.text ?? ''))
}
