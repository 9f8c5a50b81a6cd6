import polylabel from 'polylabel'
import type { Atlas } from './atlas.ts'
import { type Bounds, boundsOf, overlaps } from './bounds.ts'
import type { Canvas } from './canvas.ts'
import type { Countries } from './countries.ts'
import { kilometresPerPx } from './frame.ts'
import type { Gazetteer, Place } from './gazetteer.ts'
import { ringsOf, sizeOf } from './ground.ts'
import { Inside } from './inside.ts'
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
  let drawn = 0
  const towns = [...gazetteer.all()].filter(
    ({ kind, lat, name }) => wanted.includes(kind) && lat !== undefined && !shown.has(name[lang]),
  )
  const placed = towns.flatMap((town) => {
    const at = frame.at({ lat: town.lat!, lng: town.lng! })
    if (!at || !isInside(at, size) || marked.some(([x, y]) => Math.hypot(x - at[0], y - at[1]) < 14)) return []
    const dot = { x: at[0] - 3, y: at[1] - 3, width: 6, height: 6 }
    return room.isFree(dot) ? [{ town, at, dot }] : []
  })
  // No name may cover the dot of a town as important as its own.
  for (const kind of wanted) {
    const equals = placed.filter(({ town, dot }) => town.kind === kind && room.isFree(dot))
    for (const { dot } of equals) room.take(dot)
    for (const { town, at } of equals) {
      if (drawn >= most[frame.kind] || !writeTown(town.name[lang], at, kind === 'regional-centre', canvas)) continue
      sketch.circle(at, kind === 'regional-centre' ? 3.5 : 2.5, 'm-town')
      drawn++
    }
  }
}

const isInside = ([x, y]: readonly [number, number], { width, height }: Canvas['size']) =>
  x > 6 && y > 6 && x < width - 6 && y < height - 6

function writeTown(name: string, at: readonly [number, number], large: boolean, { sketch, room }: Canvas): boolean {
  const size = textSizes.small
  const width = sketch.ruler.width(name, size)
  const box = { width: width + 8, height: size * 1.15 }
  const placed = room.place({ at, clear: 1.5, size: box, mayLead: false, bare: true })
  if (!placed) return false
  sketch.text(name, placed.box.x + 4, placed.box.y + box.height / 2, { className: large ? 'm-ink' : 'm-soft', size })
  return true
}

/** Names of the countries around, and of the sea, where they fit inside. */
export function nameAround(atlas: Atlas, countries: Countries, canvas: Canvas): void {
  const { frame, lang } = canvas
  if (frame.kind === 'world') return
  for (const { lat, lng, name } of waters) {
    const at = frame.at({ lat, lng })
    if (at) writeWide(name[lang].split(' '), at, canvas, null)
  }
  const seen = seenBounds(canvas)
  for (const code of atlas.codes(frame.detail)) {
    if (code === 'KZ') continue
    const country = atlas.country(code, frame.detail)
    const ring = country && overlaps(boundsOf(country), seen) ? visibleRing(country, canvas) : null
    if (!ring || sizeOf(ring) < 2500) continue
    const [x, y] = polylabel([ring], 4) as unknown as [number, number]
    writeWide([countries.name(code, lang)], [x, y], canvas, new Inside(ring))
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

/** Steps from the middle of a country to other places for its name, the nearest first. Units: px. */
const around = [0, -24, 24]
  .flatMap((dy) => [0, -20, 20, -40, 40].map((dx): [number, number] => [dx, dy]))
  .sort(([ax, ay], [bx, by]) => Math.hypot(ax, ay) - Math.hypot(bx, by))

/** Writes a name near a point, inside of an area where one is given; nothing where there is no room. */
function writeWide(
  lines: readonly string[],
  [x, y]: readonly [number, number],
  { sketch, room }: Canvas,
  area: Inside | null,
): void {
  const size = textSizes.small
  const width = Math.max(...lines.map((line) => sketch.ruler.width(line, size)))
  const height = lines.length * size * leading
  for (const [dx, dy] of around) {
    const box = { x: x + dx - width / 2, y: y + dy - height / 2, width, height }
    if (!room.isFree(box) || area?.holds({ ...box, x: box.x - 6, width: width + 12 }) === false) continue
    for (const [i, line] of lines.entries()) {
      sketch.text(line, x + dx, box.y + (i + 0.5) * size * leading, { className: 'm-soft', size, anchor: 'middle' })
    }
    room.take(box)
    return
  }
}
