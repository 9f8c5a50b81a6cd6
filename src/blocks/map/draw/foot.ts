import { formatNumber } from '../../../languages/format.ts'
import { kilometresPerPx } from '../basemap/map-frame.ts'
import type { Canvas } from './canvas.ts'
import { edgeGap } from './legend.ts'
import { round1 } from './sketch.ts'
import type { TextRuler } from './text-ruler.ts'

/** The height of a line at the foot of the map. Units: px. */
const footLine = ({ sizes }: TextRuler) => Math.round(sizes.credit * 1.25)

/** The padding of a plate at the foot, and between the foot and the edge. Units: px. */
const padding = { x: 8, y: 2 }
const footGap = 10

/** The height of the scale bar with the distance to the edge and to the contents of the map. Units: px. */
export const footHeight = (ruler: TextRuler): number => footLine(ruler) + 2 * padding.y + footGap + 6

/** The longest and the shortest scale bar, and the longest as a part of the map's width. Units: px. */
const barLengths = { most: 180, least: 30, ofWidth: 1 / 4 }

/** Draws a scale bar of a round length at the bottom left, if it is wanted, and the credits at the bottom right. */
export function drawFoot(credits: readonly string[], scaled: boolean, canvas: Canvas, bottom: number): void {
  const { width } = canvas.size
  const foot = bottom - footGap
  const { ruler } = canvas.sketch
  const label = ruler.width(canvas.words.km(formatNumber(1000, canvas.lang)), ruler.sizes.credit)
  const bar = scaled ? 2 * barLengths.least + label + 3 * padding.x + edgeGap : 0
  const left = drawCredits(credits, canvas, foot, width - 2 * edgeGap - bar)
  if (scaled) drawScaleBar(canvas, foot, left - 2 * edgeGap)
}

/** Draws credits, on several lines if they are long, and returns where they begin. Units: px. */
function drawCredits(credits: readonly string[], { size, sketch, space }: Canvas, foot: number, most: number): number {
  if (credits.length === 0) return size.width - edgeGap
  const { ruler } = sketch
  const { credit: px } = ruler.sizes
  const inner = most - 2 * padding.x
  const lines: string[] = []
  for (const credit of credits) {
    const joined = lines.length > 0 ? `${lines.at(-1)} · ${credit}` : credit
    if (lines.length > 0 && ruler.width(joined, px) <= inner) lines[lines.length - 1] = joined
    else lines.push(...ruler.lines(credit.replace('CC BY ', 'CC\u00a0BY\u00a0'), px, inner))
  }
  const line = footLine(ruler)
  const width = Math.max(...lines.map((text) => ruler.width(text, px))) + 2 * padding.x
  const height = lines.length * line + 2 * padding.y
  const box = { x: size.width - edgeGap - width, y: foot - height, width, height }
  sketch.rect(box, 'm-plate')
  for (const [i, text] of lines.entries()) {
    sketch.text(text, box.x + padding.x, box.y + padding.y + (i + 0.5) * line, { className: 'm-soft', size: px })
  }
  space.reserve(box)
  return box.x
}

/** Draws the scale bar in a width, if the width allows one that can be read. */
function drawScaleBar({ frame, size, sketch, space, words, lang }: Canvas, foot: number, room: number): void {
  const { credit: px } = sketch.ruler.sizes
  const perPx = kilometresPerPx(frame, size)
  const power = 10 ** Math.floor(Math.log10(perPx * barLengths.most))
  const longest = Math.min(barLengths.most, size.width * barLengths.ofWidth)
  for (const length of [5, 2, 1, 0.5, 0.2, 0.1].map((n) => n * power)) {
    const [bar, label] = [length / perPx, words.km(formatNumber(length, lang))]
    const width = bar + sketch.ruler.width(label, px) + 3 * padding.x
    if (bar > longest || width > room) continue
    if (bar < barLengths.least) return
    const height = footLine(sketch.ruler) + 2 * padding.y
    const box = { x: edgeGap, y: foot - height, width, height }
    sketch.rect(box, 'm-plate')
    const [left, y] = [box.x + padding.x, box.y + height / 2 + 4]
    sketch.path(`M${round1(left)} ${round1(y - 8)}v8h${round1(bar)}v-8`, 'm-bar')
    sketch.text(label, left + bar + padding.x, box.y + height / 2, { className: 'm-ink', size: px })
    space.reserve(box)
    return
  }
}
