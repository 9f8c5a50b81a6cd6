import type { Feature, Geometry } from 'geojson'
import type { Asset } from '../../../model/asset.ts'
import type { Found } from '../../../model/diagnostic.ts'
import type { Said } from '../../../model/lang.ts'
import type { MapBlock, MapMarker } from '../../../model/map.ts'
import type { MapProblem } from '../../../model/problems/map.ts'
import { figure } from '../words/words.ts'
import type { LatLng } from './coordinates.ts'
import type { Place } from './gazetteer.ts'
import type { PlannedLink } from './link.ts'
import { Resolver, type Sources, type Target } from './resolve.ts'
import { readShapes } from './shapes.ts'

/** A place that is marked. */
export interface PlannedMarker extends LatLng {
  label: Said | null
  /** How the description calls it. */
  name: string | null
  kind: NonNullable<MapMarker['kind']>
  value: number | null
}

/** A region with what is known of it. */
export interface PlannedRegion {
  place: Place
  /** In the language of the deck. */
  name: string
  outline: Feature<Geometry> | null
  value: number | string | null
  label: Said | null
  /** The author's own colour. */
  color: string | null
}

/** What a map shows, once every name and address is understood. */
export interface Plan {
  markers: PlannedMarker[]
  regions: PlannedRegion[]
  /** What the author wants in the picture. */
  view: Target | null
  zoom: number | null
  shapes: Feature<Geometry>[]
  link: PlannedLink | null
  /** Names that nobody knows: they are written beside the map. */
  unplaced: string[]
}

/** What a plan is made with. */
export interface PlanTools {
  sources: Sources
  lang: Said['lang']
  asset(path: string): Asset | null
  report(found: Found): void
}

/** Understands a map: places, addresses, regions, shapes. What cannot be understood is reported, and nothing is lost. */
export function planMap(block: MapBlock<Said>, tools: PlanTools): Plan {
  const report = (problem: MapProblem, range = block.range, severity: Found['severity'] = 'warning') =>
    tools.report({ ...problem, severity, range })
  const resolver = new Resolver(tools.sources, tools.lang, report)
  const plan: Plan = { markers: [], regions: [], view: null, zoom: block.zoom, shapes: [], link: null, unplaced: [] }

  if (block.query !== null && block.geojson === null && block.image === null) {
    addTarget(plan, resolver.query(block.query, block.range), null, block.zoom)
  }
  for (const marker of block.markers) addMarker(plan, marker, resolver, block.markers.length === 1)
  addRegions(plan, block, resolver)
  addView(plan, block, resolver)
  addShapes(plan, block, tools, report)
  addLink(plan, block, resolver)
  if (block.online === 'tiles') report({ code: 'map-tiles-unavailable' }, block.range, 'info')
  return plan
}

/** The short form is a marker, a stressed region, or a link alone. */
function addTarget(plan: Plan, target: Target, label: Said | null, zoom: number | null): void {
  if (target.kind === 'nothing') return void (target.name && plan.unplaced.push(target.name))
  if (target.link) plan.link = target.link
  if (target.kind === 'link') return
  if (target.kind === 'point') {
    plan.markers.push({ ...target.at, label: label ?? target.label, name: target.name, kind: 'pin', value: null })
    plan.zoom = zoom ?? target.zoom
    return
  }
  plan.view = target
  if (target.kind === 'area' && target.place.id !== 'KZ') plan.regions.push(stressed(target))
}

const stressed = ({ place, name, outline }: Extract<Target, { kind: 'area' }>): PlannedRegion => ({
  place,
  name,
  outline,
  value: null,
  label: null,
  color: null,
})

function addMarker(plan: Plan, marker: MapMarker<Said>, resolver: Resolver, only: boolean): void {
  const { lat, lng, label, value, range } = marker
  const kind = marker.kind ?? 'pin'
  if (lat !== null && lng !== null) {
    const at = resolver.point(lat, lng, range)
    const name = label?.text ?? marker.place
    const own = label ?? (marker.place === null ? null : { text: marker.place, lang: resolver.lang })
    if (at) plan.markers.push({ ...at, label: own, name, kind, value })
    else if (name) plan.unplaced.push(valued(name, value, resolver.lang))
    return
  }
  const target = resolver.query(marker.place ?? '', range)
  if (target.kind === 'point') {
    const name = label?.text ?? target.name
    if (only && target.link) plan.link = target.link
    plan.markers.push({ ...target.at, label: label ?? target.label, name, kind, value })
  } else if (target.kind === 'area') {
    const at = resolver.centre(target)
    const own = label ?? { text: target.name, lang: resolver.lang }
    if (at) plan.markers.push({ ...at, label: own, name: own.text, kind, value })
  } else plan.unplaced.push(valued(label?.text ?? marker.place!, value, resolver.lang))
}

/** A name that is on no map keeps its value. */
const valued = (name: string, value: number | string | null, lang: Said['lang']): string =>
  value === null ? name : `${name} — ${typeof value === 'number' ? figure(value, lang) : value}`

function addRegions(plan: Plan, block: MapBlock<Said>, resolver: Resolver): void {
  const known = new Map<string, PlannedRegion>()
  for (const region of block.regions) {
    const area = resolver.region(region.name, region.range)
    const label = region.label
    if (!area) {
      plan.unplaced.push(valued(label?.text ?? region.name, region.value, resolver.lang))
      continue
    }
    const planned = { ...stressed(area), value: region.value, label, color: region.color }
    if (known.has(area.place.id)) {
      resolver.report({ code: 'map-region-repeated', region: region.name, name: area.name }, region.range)
    }
    known.set(area.place.id, planned)
  }
  plan.regions.push(...known.values())
}

function addView(plan: Plan, { view }: MapBlock<Said>, resolver: Resolver): void {
  if (view === null) return
  if (view.kind === 'box') plan.view = { kind: 'box', box: view.box }
  else if (view.kind === 'point') {
    const at = resolver.point(view.lat, view.lng, view.range)
    if (at) plan.view = { kind: 'point', at, name: null, label: null, zoom: null, link: null }
  } else {
    const target = resolver.query(view.place, view.range)
    if (target.kind === 'nothing') {
      if (target.name) plan.unplaced.push(target.name)
    } else if (target.kind === 'link') plan.link ??= target.link
    else plan.view = target
  }
  if (plan.view?.kind === 'point') plan.zoom ??= plan.view.zoom
}

function addShapes(
  plan: Plan,
  { geojson }: MapBlock<Said>,
  tools: PlanTools,
  report: (problem: MapProblem) => void,
): void {
  if (geojson === null) return
  const asset = typeof geojson === 'string' ? tools.asset(geojson) : null
  // A file that could not be had is reported where files are read.
  if (typeof geojson === 'string' && asset?.kind !== 'data') return
  const data = asset?.kind === 'data' ? asset : { file: null, value: geojson, fault: null }
  const shapes = data.fault === null ? readShapes(data.value) : { features: [], fault: data.fault }
  if (shapes.fault !== null) report({ code: 'map-geojson-broken', file: data.file, reason: shapes.fault })
  plan.shapes = [...shapes.features]
}

function addLink(plan: Plan, { link, qr, online, range }: MapBlock<Said>, resolver: Resolver): void {
  const own = link === null ? null : resolver.link(link, range)
  if (own) plan.link = own
  const [only] = plan.markers
  if (!plan.link && qr === true && plan.markers.length === 1 && only) plan.link = resolver.linkTo(only)
  if (online === 'none' && own === null && qr !== true) plan.link = null
  if (qr === false && own === null) plan.link = null
}
