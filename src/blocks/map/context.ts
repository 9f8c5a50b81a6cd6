import polylabel from 'polylabel'
import type { Atlas } from './atlas.ts'
import { type Bounds, boundsOf, overlaps } from './bounds.ts'
import type { Canvas } from './canvas.ts'
import type { Countries } from './countries.ts'
import { kilometresPerPx } from './frame.ts'
import type { Gazetteer, Place } from './gazetteer.ts'
import { isWithin, ringsOf, sizeOf } from './ground.ts'
import { textSizes } from './measure.ts'
import type { Plan } from './plan.ts'
import { leading } from './sketch.ts'

/** Waters that people look for. Units: degrees. */
const waters: readonly { lat: number; lng: number; name: Place['name'] }[] = [
  { lat: 41.7, lng: 50.8, name: { kk: 'Каспий теңізі', ru: 'Каспийское море', en: 'Caspian Sea' } },
]

/** Places that explain where things are, the most important first: how many at most. */
const most = { country: 20, close: 24, world: 0 } as const

const ranks: readonly Place['kind'][] = ['regional-centre', 'city', 'town']

/** Small dots for towns that nobody marked, with their names where there is room. */
export function drawTowns(plan: Plan, gazetteer: Gazetteer, canvas: Canvas): void {
  const { frame, size, sketch, room, lang } = canvas
  const shown = new Set(plan.markers.map(({ name }) => name))
  const marked = plan.markers.map((marker) => frame.at(marker)).filter((at) => at !== null)
  const isWide = frame.kind === 'country' || kilometresPerPx(frame, size) > 2.5
  const wanted = isWide ? ranks.slice(0, 1) : ranks
  const towns = [...gazetteer.all()]
    .filter(({ kind, lat, name }) => wanted.includes(kind) && lat !== undefined && !shown.has(name[lang]))
    .sort((a, b) => rankOf(a) - rankOf(b))
  let drawn = 0
  for (const town of towns) {
    const at = frame.at({ lat: town.lat!, lng: town.lng! })
    if (!at || drawn >= most[frame.kind] || !isInside(at, size)) continue
    if (marked.some(([x, y]) => Math.hypot(x - at[0], y - at[1]) < 14)) continue
    const dot = { x: at[0] - 3, y: at[1] - 3, width: 6, height: 6 }
    if (!room.isFree(dot)) continue
    if (writeTown(town.name[lang], at, town.kind === 'regional-centre', canvas)) {
      sketch.circle(at, town.kind === 'regional-centre' ? 3.5 : 2.5, 'm-town')
      room.take(dot)
      drawn++
    }
  }
}

/** The three largest cities come first, which the gazetteer lists first. */
const rankOf = ({ kind }: Place) => ranks.indexOf(kind)

const isInside = ([x, y]: readonly [number, number], { width, height }: Canvas['size']) =>
  x > 6 && y > 6 && x < width - 6 && y < height - 6

function writeTown(name: string, at: readonly [number, number], large: boolean, { sketch, room }: Canvas): boolean {
  const size = textSizes.small
  const width = sketch.ruler.width(name, size)
  const box = { width: width + 8, height: size * 1.15 }
  const placed = room.place({ at, clear: 0, size: box, mayLead: false })
  if (!placed) return false
  sketch.text(name, placed.box.x + 4, placed.box.y + box.height / 2, { className: large ? 'm-ink' : 'm-soft', size })
  return true
}

/** Names of the countries around, and of the sea, where they fit inside. */
export function nameAround(atlas: Atlas, countries: Countries, canvas: Canvas): void {
  const { frame, sketch, lang } = canvas
  if (frame.kind === 'world') return
  for (const { lat, lng, name } of waters) {
    const at = frame.at({ lat, lng })
    if (at) writeWide(name[lang].split(' '), at, 'm-soft', canvas)
  }
  const seen = seenBounds(canvas)
  for (const code of atlas.codes(frame.detail)) {
    if (code === 'KZ') continue
    const country = atlas.country(code, frame.detail)
    const ring = country && overlaps(boundsOf(country), seen) ? visibleRing(country, canvas) : null
    if (!ring || sizeOf(ring) < 2500) continue
    const name = countries.name(code, lang)
    const [x, y] = polylabel([ring], 4) as unknown as [number, number]
    const width = sketch.ruler.width(name, textSizes.small)
    const isWide = [-width / 2, 0, width / 2].every((dx) => isWithin(ring, [x + dx, y]))
    if (isWide) writeWide([name], [x, y], 'm-soft', canvas)
  }
}

/** What of the globe is seen. */
function seenBounds({ frame, size }: Canvas): Bounds {
  const steps = [0, 0.25, 0.5, 0.75, 1]
  const corners = steps.flatMap((tx) =>
    steps.flatMap((ty) => {
      const at = [(tx * size.width - frame.x) / frame.scale, (ty * size.height - frame.y) / frame.scale] as const
      return [frame.projection.invert?.([...at]) ?? [0, 0]]
    }),
  )
  return boundsOf({ type: 'Feature', properties: {}, geometry: { type: 'MultiPoint', coordinates: corners } })
}

/** The largest part of a country that is seen. Units: px. */
function visibleRing(country: Parameters<typeof ringsOf>[1], { frame, size }: Canvas) {
  const { x, y, scale } = frame
  const seen: [[number, number], [number, number]] = [
    [-x / scale, -y / scale],
    [(size.width - x) / scale, (size.height - y) / scale],
  ]
  return ringsOf({ ...frame, extent: seen }, country).sort((a, b) => sizeOf(b) - sizeOf(a))[0]
}

function writeWide(
  lines: readonly string[],
  [x, y]: readonly [number, number],
  className: string,
  { sketch, room }: Canvas,
): void {
  const size = textSizes.small
  const width = Math.max(...lines.map((line) => sketch.ruler.width(line, size)))
  const height = lines.length * size * leading
  for (const dy of [0, -24, 24]) {
    const box = { x: x - width / 2, y: y + dy - height / 2, width, height }
    if (!room.isFree(box)) continue
    for (const [i, line] of lines.entries()) {
      sketch.text(line, x, box.y + (i + 0.5) * size * leading, { className, size, anchor: 'middle' })
    }
    room.take(box)
    return
  }
}
