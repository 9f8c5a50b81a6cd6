import polylabel from 'polylabel'
import { textIn } from '../../../model/lang.ts'
import { type Basemap, countryRings, ringArea, simplifyRing } from '../basemap/basemap.ts'
import { kilometresPerPx } from '../basemap/map-frame.ts'
import { clipRing } from '../basemap/trace.ts'
import type { Countries } from '../understand/countries.ts'
import type { Gazetteer, GeoPlace } from '../understand/gazetteer.ts'
import type { MapPlan } from '../understand/map-plan.ts'
import type { Canvas } from './canvas.ts'
import { labelClearance, labelPoint } from './marks.ts'
import { RingInterior } from './ring-interior.ts'
import { lineSpacing } from './sketch.ts'

/** Well-known waters. Units: degrees. */
const labelledWaters: readonly { lat: number; lng: number; name: GeoPlace['name'] }[] = [
  { lat: 41.7, lng: 50.8, name: { kk: 'Каспий теңізі', ru: 'Каспийское море', en: 'Caspian Sea' } },
]

/** The largest number of towns that are shown for orientation, most important first. */
const maxTowns = { country: 20, close: 24, world: 0 } as const

/** A marker hides towns that are nearer than this. Units: px. */
const hideDistance = 14

const townRanks: readonly GeoPlace['kind'][] = ['regional-centre', 'city', 'town']

/** Draws small dots for towns without a marker, with their names if there is space. */
export function drawTowns(plan: MapPlan, gazetteer: Gazetteer, canvas: Canvas): void {
  const { frame, size, sketch, space, lang } = canvas
  const shown = new Set(plan.markers.map(({ name }) => name))
  const marked = plan.markers.map((marker) => frame.at(marker)).filter((at) => at !== null)
  const isWide = frame.kind === 'country' || kilometresPerPx(frame, size) > 2.5
  const wanted = isWide ? townRanks.slice(0, 1) : townRanks
  let drawn = 0
  const towns = [...gazetteer.all()].filter(
    ({ kind, lat, name }) => wanted.includes(kind) && lat !== undefined && !shown.has(textIn(name, lang)),
  )
  labelMarkedTowns(plan, towns, canvas)
  const placed = towns.flatMap((town) => {
    const at = frame.at({ lat: town.lat!, lng: town.lng! })
    if (!at || !isInside(at, size) || marked.some(([x, y]) => Math.hypot(x - at[0], y - at[1]) < hideDistance))
      return []
    const dot = { x: at[0] - 3, y: at[1] - 3, width: 6, height: 6 }
    return space.isFree(dot) ? [{ town, at, dot }] : []
  })
  // A name must not cover the dot of a town of equal importance.
  for (const kind of wanted) {
    const equals = placed.filter(({ town, dot }) => town.kind === kind && space.isFree(dot))
    for (const { dot } of equals) space.reserve(dot)
    for (const { town, at } of equals) {
      if (drawn >= maxTowns[frame.kind] || !labelTown(textIn(town.name, lang), at, kind === 'regional-centre', canvas))
        continue
      sketch.circle(at, kind === 'regional-centre' ? 3.5 : 2.5, 'm-town')
      drawn++
    }
  }
}

/** A marker without a label hides its town, so it gets the name of the town. */
function labelMarkedTowns(plan: MapPlan, towns: readonly GeoPlace[], canvas: Canvas): void {
  const { frame, lang } = canvas
  const { symbolScale: scale } = canvas.sketch.ruler
  for (const marker of plan.markers) {
    const at = marker.label || marker.value !== null ? null : frame.at(marker)
    if (!at || !isInside(at, canvas.size)) continue
    const away = (town: GeoPlace) => {
      const there = frame.at({ lat: town.lat!, lng: town.lng! })
      return there ? Math.hypot(at[0] - there[0], at[1] - there[1]) : Number.POSITIVE_INFINITY
    }
    const hidden = towns.filter((town) => away(town) < hideDistance)
    const town = townRanks.map((rank) => hidden.find(({ kind }) => kind === rank)).find(Boolean)
    if (town)
      labelTown(
        textIn(town.name, lang),
        labelPoint(marker, at, scale),
        true,
        canvas,
        labelClearance(marker, scale),
        true,
      )
  }
}

const isInside = ([x, y]: readonly [number, number], { width, height }: Canvas['size']) =>
  x > 6 && y > 6 && x < width - 6 && y < height - 6

function labelTown(
  name: string,
  at: readonly [number, number],
  large: boolean,
  { sketch, space }: Canvas,
  clearance = 1.5,
  isTarget = false,
): boolean {
  const { small, plain } = sketch.ruler.sizes
  const size = isTarget ? plain : small
  const width = sketch.ruler.width(name, size, isTarget)
  const box = { width: width + 8, height: size * 1.15 }
  const placed = space.place({ at, clearance, size: box, allowLeader: false, avoidLines: true })
  if (!placed) return false
  sketch.text(name, placed.box.x + 4, placed.box.y + box.height / 2, {
    className: large ? 'm-ink' : 'm-soft',
    size,
    bold: isTarget,
  })
  return true
}

/** Writes the names of neighbouring countries and of the sea if they fit inside. */
export function labelSurroundings(basemap: Basemap, countries: Countries, canvas: Canvas): void {
  const { frame, size, lang } = canvas
  for (const { lat, lng, name } of labelledWaters) {
    const at = frame.at({ lat, lng })
    if (at) labelArea(textIn(name, lang).split(' '), at, canvas, null)
  }
  for (const code of Object.keys(basemap.countries)) {
    if (code === 'KZ') continue
    const seen = countryRings(basemap, code, frame).map((ring) =>
      clipRing(ring, [
        [0, 0],
        [size.width, size.height],
      ]),
    )
    const ring = seen.sort((a, b) => ringArea(b) - ringArea(a))[0]
    if (!ring || ringArea(ring) < 2500) continue
    const [x, y] = polylabel([simplifyRing(ring, 5)], 4) as unknown as [number, number]
    labelArea([countries.name(code, lang)], [x, y], canvas, new RingInterior(ring))
  }
}

/** Offsets from the middle of a country to other positions for its name, nearest first. Units: px. */
const labelOffsets = [0, -24, 24]
  .flatMap((dy) => [0, -20, 20, -40, 40].map((dx): [number, number] => [dx, dy]))
  .sort(([ax, ay], [bx, by]) => Math.hypot(ax, ay) - Math.hypot(bx, by))

/** Writes a name near a point, inside an area if one is given; nothing if there is no space. */
function labelArea(
  lines: readonly string[],
  [x, y]: readonly [number, number],
  { sketch, space }: Canvas,
  area: RingInterior | null,
): void {
  const size = sketch.ruler.sizes.small
  const width = Math.max(...lines.map((line) => sketch.ruler.width(line, size)))
  const height = lines.length * size * lineSpacing
  for (const [dx, dy] of labelOffsets) {
    const box = { x: x + dx - width / 2, y: y + dy - height / 2, width, height }
    if (!space.isFree(box) || area?.contains({ ...box, x: box.x - 6, width: width + 12 }) === false) continue
    for (const [i, line] of lines.entries()) {
      sketch.text(line, x + dx, box.y + (i + 0.5) * size * lineSpacing, { className: 'm-soft', size, anchor: 'middle' })
    }
    space.reserve(box)
    return
  }
}
