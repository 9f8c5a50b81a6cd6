import { type ChartData, maxParts, sumOfRow } from '../data/chart-data.ts'
import { percentages } from '../data/percentages.ts'
import { type AreaFill, type ChartDrawing, type ChartRoom, emptyDrawing, lineHeightOf, round1 } from './drawing.ts'
import { pushApart } from './push-apart.ts'
import type { RuledText } from './ruler.ts'
import type { ChartTexts } from './texts.ts'

/** The inner radius as a share of the outer one. */
const hole = 0.58

interface Part {
  name: string
  value: number
  label: string
  /** The indexes of its rows: several for the joined ones. */
  rows: number[]
}

/** A ring and the names of the parts that it draws as one. */
export interface DrawnDonut {
  drawing: ChartDrawing
  joined: string[]
}

/** Draws parts of a whole as a ring, clockwise from the top, each with its name beside it. Errors: null if names do not fit. */
export function drawDonut(data: ChartData, room: ChartRoom, texts: ChartTexts): DrawnDonut | null {
  const drawing = emptyDrawing(room)
  const { size, width, height } = room
  const { parts, joined } = partsOf(data, texts)
  const sum = parts.reduce((total, { value }) => total + value, 0)
  // Parts of 100 are percentages as they are.
  const isHundred = Math.abs(sum - 100) < 1e-9
  const shares = percentages(parts.map(({ value }) => value))
  const radius = Math.min(height / 2 - size, width * 0.21)
  const center = { x: width / 2, y: height / 2 }
  const column = width / 2 - radius - 2.6 * size
  if (radius < 3 * size || column < 5 * size) return null

  let turn = 0
  const placed = parts.map((part, i) => {
    const from = turn
    turn += part.value / sum
    const fill = (i % 6) as AreaFill
    drawing.areas.push({
      shape: ringPath(center, radius, from, turn),
      fill,
      row: part.rows[0]!,
      series: 0,
      rows: part.rows,
    })
    const angle = Math.PI * (from + turn)
    const percent = data.unit === '%' || isHundred ? '' : `\u00a0(${shares[i]}\u00a0%)`
    const text = partText(part.name, `${part.label}${percent}`, column, size, texts)
    return { angle, text, rows: part.rows }
  })
  if (placed.some(({ text }) => text.cut || text.lines.length > 4)) return null
  for (const isRight of [true, false]) {
    const side = placed.filter(({ angle }) => Math.sin(angle) >= 0 === isRight)
    if (!addSide(side, isRight, center, radius, drawing)) return null
  }
  addCenter(data, sum, center, radius * hole, drawing, texts)
  return { drawing, joined }
}

/** The parts of a whole: rows with a value, the small ones beyond the sixth as one. */
function partsOf(data: ChartData, texts: ChartTexts): { parts: Part[]; joined: string[] } {
  const all = data.names.flatMap((name, row): Part[] => {
    const value = sumOfRow(data, row)
    return value > 0 ? [{ name, value, label: texts.value(0, row), rows: [row] }] : []
  })
  if (all.length <= maxParts) return { parts: all, joined: [] }
  const bySize = [...all].sort((a, b) => b.value - a.value)
  const small = new Set(bySize.slice(maxParts - 1))
  const rest = all.filter((part) => small.has(part))
  const value = rest.reduce((total, part) => total + part.value, 0)
  const other: Part = { name: texts.other, value, label: texts.number(value), rows: rest.flatMap(({ rows }) => rows) }
  return { parts: [...all.filter((part) => !small.has(part)), other], joined: rest.map(({ name }) => name) }
}

interface Point {
  x: number
  y: number
}

/** The outline of a part of a ring between two turns, from 0 to 1. */
function ringPath({ x, y }: Point, radius: number, from: number, to: number): string {
  const at = (turn: number, r: number) => {
    const angle = 2 * Math.PI * turn
    return `${round1(x + r * Math.sin(angle))} ${round1(y - r * Math.cos(angle))}`
  }
  const inner = radius * hole
  const arc = (r: number, end: number, start: number, sweep: 0 | 1) =>
    `A${round1(r)} ${round1(r)} 0 ${Math.abs(end - start) > 0.5 ? 1 : 0} ${sweep} ${at(end, r)}`
  // A whole ring has no end to draw an arc to.
  const last = to - from > 0.9999 ? to - 0.0001 : to
  return `M${at(from, radius)}${arc(radius, last, from, 1)}L${at(last, inner)}${arc(inner, from, last, 0)}Z`
}

/** The name of a part and, in bold, its value. */
function partText(name: string, value: string, width: number, size: number, { ruler }: ChartTexts) {
  const named = ruler.lines(name, size, width)
  const valued = ruler.lines(value, size, width, true)
  const lines = [...named.lines, ...valued.lines]
  const cut = named.cut || valued.cut
  return { lines, width: Math.max(named.width, valued.width), cut, boldFrom: named.lines.length }
}

interface SidePart {
  angle: number
  rows: readonly number[]
  text: RuledText & { boldFrom: number }
}

/** Adds the texts of one side, pushed apart, with a leader to each part. False if they do not fit. */
function addSide(
  parts: readonly SidePart[],
  isRight: boolean,
  center: Point,
  radius: number,
  drawing: ChartDrawing,
): boolean {
  const { size, height } = drawing
  const line = lineHeightOf(size)
  const outer = radius + 0.9 * size
  const sorted = parts
    .map((part) => ({ ...part, at: center.y - outer * Math.cos(part.angle) }))
    .sort((a, b) => a.at - b.at)
  const wanted = sorted.map(({ at, text }) => ({ middle: at, height: text.lines.length * line + 0.3 * size }))
  const middles = pushApart(wanted, 0, height)
  if (!middles) return false
  const sign = isRight ? 1 : -1
  const edge = center.x + sign * (radius + 2.2 * size)
  for (const [i, { angle, rows, text }] of sorted.entries()) {
    const middle = middles[i]!
    const own = text.lines.length * line
    const x = isRight ? edge + 0.3 * size : edge - 0.3 * size - text.width
    const { lines, width, boldFrom } = text
    const anchor = isRight ? 'start' : 'end'
    drawing.labels.push({
      x,
      y: middle - own / 2,
      width,
      height: own,
      lines,
      anchor,
      role: 'part',
      series: 0,
      rows,
      boldFrom,
    })
    const from = { x: center.x + (radius + 2) * Math.sin(angle), y: center.y - (radius + 2) * Math.cos(angle) }
    const bend = { x: center.x + outer * Math.sin(angle), y: center.y - outer * Math.cos(angle) }
    const elbow = isRight ? Math.max(bend.x, edge - 0.8 * size) : Math.min(bend.x, edge + 0.8 * size)
    const points = [from, bend, { x: elbow, y: middle }, { x: edge, y: middle }]
    drawing.strokes.push({
      d: `M${points.map((p) => `${round1(p.x)} ${round1(p.y)}`).join('L')}`,
      kind: 'lead',
      series: 0,
      rows,
    })
  }
  return true
}

/** Adds the sum in the middle, unless the parts are percentages. */
function addCenter(
  data: ChartData,
  sum: number,
  { x, y }: Point,
  radius: number,
  drawing: ChartDrawing,
  texts: ChartTexts,
): void {
  if (data.unit === '%') return
  const { size } = drawing
  const text = texts.number(sum)
  const large = [2, 1.6, 1.3, 1].map((factor) => Math.round(size * factor))
  const unit = texts.unitLine === null ? null : texts.ruler.lines(texts.unitLine, size, 1.5 * radius)
  const own = large.find((one) => texts.ruler.width(text, one, true) <= 1.6 * radius)
  if (!own) return
  const fits = unit && !unit.cut && unit.lines.length <= 2
  const line = lineHeightOf(own)
  const below = fits ? unit.lines.length * lineHeightOf(size) : 0
  const top = y - (line + below) / 2
  const width = texts.ruler.width(text, own, true)
  drawing.labels.push({
    x: x - width / 2,
    y: top,
    width,
    height: line,
    lines: [text],
    anchor: 'middle',
    role: 'sum',
    series: 0,
    boldFrom: 0,
    size: own,
  })
  if (fits)
    drawing.labels.push({
      x: x - unit.width / 2,
      y: top + line,
      width: unit.width,
      height: below,
      lines: unit.lines,
      anchor: 'middle',
      role: 'unit',
    })
}
