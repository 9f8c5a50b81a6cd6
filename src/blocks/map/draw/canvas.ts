import type { Lang } from '../../../model/lang.ts'
import type { Box } from '../../../model/theme.ts'
import type { Frame, Size } from '../basemap/frame.ts'
import type { Grounds } from '../basemap/ground.ts'
import type { Pack } from '../understand/pack.ts'
import type { MapWords } from '../words/words.ts'
import { placeAll } from './label-orders.ts'
import type { LabelRoom, LabelWish, PlacedLabel } from './labels.ts'
import { leadEnd } from './labels.ts'
import { textSizes } from './measure.ts'
import type { Paint } from './scale.ts'
import { leading, type Sketch, tenth } from './sketch.ts'

/** What the parts of a drawing share. */
export interface Canvas {
  size: Size
  frame: Frame
  grounds: Grounds
  sketch: Sketch
  room: LabelRoom
  lang: Lang
  words: MapWords
  /** Short names of regions, which a pack may bring. */
  names: Pack['names']
}

/** A label on a plate of its own. */
export interface Plate {
  /** The name, and what is said of it in bold; one of them may be absent. */
  name: string | null
  nameLang: Lang | null
  value: string | null
  /** A bar of this colour at its side. */
  paint: Paint | null
  /** Names in bold: what the author marked. */
  strong: boolean
}

const padding = { x: 6, y: 2 }
const bar = 7

/** A label that waits for its place. */
export interface PlateWish extends LabelWish {
  plate: Plate
  lines: Line[]
}

/** What a label near a mark needs. `clear` is how far it must stay from the point. Units: px. */
export function wishFor(
  plate: Plate,
  at: readonly [number, number],
  clear: number,
  { sketch, size }: Canvas,
): PlateWish {
  const lines = linesOf(plate, sketch, Math.min(220, size.width * 0.45))
  const inner = Math.max(...lines.map(({ text, bold, size: px }) => sketch.ruler.width(text, px, bold)))
  const side = plate.paint ? bar : 0
  const box = {
    width: Math.ceil(inner + 2 * padding.x + side),
    height: Math.ceil(lines.reduce((sum, line) => sum + line.size * leading, 0) + 2 * padding.y),
  }
  return { plate, lines, at, clear, size: box, mayLead: true }
}

/** Puts labels near their marks, with lines to them where they must stand apart. Gives back what there is no room for. */
export function writeNear(wishes: readonly PlateWish[], canvas: Canvas): string[] {
  const all = placeAll(wishes, canvas.room)
  return wishes.flatMap((wish, i) => {
    const placed = all[i]
    if (placed) writeAt(placed, wish, canvas.sketch)
    return placed ? [] : [[wish.plate.name, wish.plate.value].filter(Boolean).join(' ')]
  })
}

function writeAt(placed: PlacedLabel, { plate, lines, at }: PlateWish, sketch: Sketch): void {
  if (placed.leadPx > 0) {
    const [x, y] = leadEnd(placed.box, at)
    sketch.path(`M${tenth(at[0])} ${tenth(at[1])}L${tenth(x)} ${tenth(y)}`, 'm-lead')
    sketch.circle(at, 2.5, 'm-leadEnd')
  }
  writePlate(placed.box, lines, plate.paint, sketch)
}

interface Line {
  text: string
  size: number
  bold: boolean
  lang: Lang | null
}

function linesOf({ name, nameLang, value, strong }: Plate, { ruler }: Sketch, width: number): Line[] {
  const size = strong ? textSizes.plain : textSizes.small
  const names = name === null ? [] : ruler.lines(name, size, width, strong)
  return [
    ...names.map((text) => ({ text, size, bold: strong, lang: nameLang })),
    ...(value === null ? [] : [{ text: value, size: textSizes.plain, bold: !strong, lang: null }]),
  ]
}

function writePlate(box: Box, lines: readonly Line[], paint: Paint | null, sketch: Sketch): void {
  sketch.rect(box, 'm-plate')
  if (paint) sketch.rect({ ...box, width: bar }, paint.className, paint.fill)
  let y = box.y + padding.y
  for (const { text, size, bold, lang } of lines) {
    const x = box.x + padding.x + (paint ? bar : 0)
    sketch.text(text, x, y + (size * leading) / 2, { className: 'm-ink', size, bold, lang })
    y += size * leading
  }
}
