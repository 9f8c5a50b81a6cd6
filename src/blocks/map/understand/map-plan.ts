import type { Feature, Geometry } from 'geojson'
import { formatNumber } from '../../../languages/format.ts'
import type { Asset } from '../../../model/asset.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import type { LocalizedText } from '../../../model/lang.ts'
import type { MapProblem } from '../../../model/problems/map.ts'

import type { MapBlock, MapMarker } from '../types.ts'

import type { LatLng } from './coordinates.ts'
import type { GeoPlace } from './gazetteer.ts'
import type { MapLink } from './map-link.ts'
import type { MapArea, MapData, MapTarget } from './map-target.ts'
import { readShapes } from './read-shapes.ts'
import { MapResolver } from './resolve.ts'
import { linkToPoint, resolveLink } from './resolve-link.ts'

/** A marked place. */
export interface PlannedMarker extends LatLng {
  label: LocalizedText | null
  /** Its name in the description. */
  name: string | null
  kind: NonNullable<MapMarker['kind']>
  value: number | null
  /** What it is written in: the short form counts first, then the markers. Null if several are written in one text. */
  item: number | null
}

/** A region with its value. */
export interface PlannedRegion {
  place: GeoPlace
  /** The name in the language of the deck. */
  name: string
  outline: Feature<Geometry> | null
  value: number | string | null
  label: LocalizedText | null
  /** The author's own colour. */
  color: string | null
}

/** The contents of a map, after names and addresses are resolved. */
export interface MapPlan {
  markers: PlannedMarker[]
  regions: PlannedRegion[]
  /** The part of the globe that the author asks for. */
  view: MapTarget | null
  zoom: number | null
  shapes: Feature<Geometry>[]
  link: MapLink | null
  /** Unknown names, which are written next to the map. */
  unknownNames: string[]
}

/** What a plan is made with. */
export interface PlanContext {
  sources: MapData
  lang: LocalizedText['lang']
  asset(path: string): Asset | null
  report(diagnostic: Diagnostic): void
}

/**
 * Resolves the places, addresses, regions and shapes of a map. What is not understood is reported, and nothing is
 * dropped.
 */
export function planMap(block: MapBlock<LocalizedText>, context: PlanContext): MapPlan {
  const report = (problem: MapProblem, range = block.range, severity: Diagnostic['severity'] = 'warning') =>
    context.report({ ...problem, severity, range })
  const resolver = new MapResolver(context.sources, context.lang, report)
  const plan: MapPlan = {
    markers: [],
    regions: [],
    view: null,
    zoom: block.zoom,
    shapes: [],
    link: null,
    unknownNames: [],
  }

  if (block.query !== null && block.geojson === null && block.image === null) {
    const places = resolver.split(block.query)
    if (places.length > 1) {
      for (const place of places) addMarker(plan, { ...unlabelled, place, range: block.range }, resolver, sharedText)
    } else addTarget(plan, resolver.query(block.query, block.range), null, block.zoom)
  }
  const first = block.query === null ? 0 : 1
  for (const [i, marker] of block.markers.entries()) {
    const { place, lat, label } = marker
    const places = place === null || lat !== null || label !== null ? [place] : resolver.split(place)
    const only = block.markers.length === 1 && places.length === 1
    const item = places.length > 1 ? null : first + i
    for (const one of places) addMarker(plan, { ...marker, place: one }, resolver, { only, item })
  }
  addRegions(plan, block, resolver)
  addView(plan, block, resolver)
  addShapes(plan, block, context, report)
  addLink(plan, block, resolver)
  if (block.online === 'tiles') report({ code: 'map-tiles-unavailable' }, block.range, 'info')
  return plan
}

/** One of several places that a text names. */
const sharedText = { only: false, item: null }
const unlabelled = { lat: null, lng: null, label: null, kind: null, value: null }

/** The short form is a marker, a highlighted region, or only a link. */
function addTarget(plan: MapPlan, target: MapTarget, label: LocalizedText | null, zoom: number | null): void {
  if (target.kind === 'nothing') return void (target.name && plan.unknownNames.push(target.name))
  if (target.link) plan.link = target.link
  if (target.kind === 'link') return
  if (target.kind === 'point') {
    plan.markers.push({
      ...target.at,
      label: label ?? target.label,
      name: target.name,
      kind: 'pin',
      value: null,
      item: 0,
    })
    plan.zoom = zoom ?? target.zoom
    return
  }
  plan.view = target
  if (target.kind === 'area' && target.place.id !== 'KZ') plan.regions.push(highlightedRegion(target))
}

const highlightedRegion = ({ place, name, outline }: MapArea): PlannedRegion => ({
  place,
  name,
  outline,
  value: null,
  label: null,
  color: null,
})

function addMarker(
  plan: MapPlan,
  marker: MapMarker<LocalizedText>,
  resolver: MapResolver,
  { only, item }: { only: boolean; item: number | null },
): void {
  const { lat, lng, label, value, range } = marker
  const kind = marker.kind ?? 'pin'
  if (lat !== null && lng !== null) {
    const at = resolver.point(lat, lng, range)
    const name = label?.text ?? marker.place
    const own = label ?? (marker.place === null ? null : { text: marker.place, lang: resolver.lang })
    if (at) plan.markers.push({ ...at, label: own, name, kind, value, item })
    else if (name) plan.unknownNames.push(nameWithValue(name, value, resolver.lang))
    return
  }
  if (marker.place === null) {
    const written = label?.text ?? null
    resolver.report({ code: 'map-marker-unplaced', label: written }, range)
    const name = written ?? (value === null ? null : '')
    if (name !== null) plan.unknownNames.push(nameWithValue(name, value, resolver.lang))
    return
  }
  const target = resolver.query(marker.place, range)
  if (target.kind === 'point') {
    const name = label?.text ?? target.name
    if (only && target.link) plan.link = target.link
    plan.markers.push({ ...target.at, label: label ?? target.label, name, kind, value, item })
  } else if (target.kind === 'area') {
    const at = resolver.centre(target)
    const own = label ?? { text: target.name, lang: resolver.lang }
    if (at) plan.markers.push({ ...at, label: own, name: own.text, kind, value, item })
  } else plan.unknownNames.push(nameWithValue(label?.text ?? marker.place, value, resolver.lang))
}

/** An unknown name keeps its value. */
const nameWithValue = (name: string, value: number | string | null, lang: LocalizedText['lang']): string =>
  value === null
    ? name
    : [name, typeof value === 'number' ? formatNumber(value, lang) : value].filter(Boolean).join(' — ')

function addRegions(plan: MapPlan, block: MapBlock<LocalizedText>, resolver: MapResolver): void {
  const known = new Map<string, PlannedRegion>()
  const around = resolver.regionAround(block.regions.map(({ name }) => name))
  for (const region of block.regions) {
    const area = resolver.region(region.name, region.range, around)
    const label = region.label
    if (!area) {
      plan.unknownNames.push(nameWithValue(label?.text ?? region.name, region.value, resolver.lang))
      continue
    }
    const planned = { ...highlightedRegion(area), value: region.value, label, color: region.color }
    if (known.has(area.place.id)) {
      resolver.report({ code: 'map-region-repeated', region: region.name, name: area.name }, region.range)
    }
    known.set(area.place.id, planned)
  }
  plan.regions.push(...known.values())
}

function addView(plan: MapPlan, { view }: MapBlock<LocalizedText>, resolver: MapResolver): void {
  if (view === null) return
  if (view.kind === 'box') plan.view = { kind: 'box', box: view.box }
  else if (view.kind === 'point') {
    const at = resolver.point(view.lat, view.lng, view.range)
    if (at) plan.view = { kind: 'point', at, name: null, label: null, zoom: null, link: null }
  } else {
    const target = resolver.query(view.place, view.range)
    if (target.kind === 'nothing') {
      if (target.name) plan.unknownNames.push(target.name)
    } else if (target.kind === 'link') plan.link ??= target.link
    else plan.view = target
  }
  if (plan.view?.kind === 'point') plan.zoom ??= plan.view.zoom
}

function addShapes(
  plan: MapPlan,
  { geojson }: MapBlock<LocalizedText>,
  context: PlanContext,
  report: (problem: MapProblem) => void,
): void {
  if (geojson === null) return
  const asset = typeof geojson === 'string' ? context.asset(geojson) : null
  // A missing file is reported when files are loaded.
  if (typeof geojson === 'string' && asset?.kind !== 'data') return
  const data = asset?.kind === 'data' ? asset : { file: null, value: geojson, fault: null }
  const shapes = data.fault === null ? readShapes(data.value) : { features: [], fault: data.fault }
  if (shapes.fault !== null) report({ code: 'map-geojson-broken', file: data.file, reason: shapes.fault })
  plan.shapes = [...shapes.features]
}

function addLink(plan: MapPlan, { link, qr, online, range }: MapBlock<LocalizedText>, resolver: MapResolver): void {
  const own = link === null ? null : resolveLink(link, range, resolver.report)
  if (own) plan.link = own
  const [only] = plan.markers
  if (!plan.link && qr === true && plan.markers.length === 1 && only) plan.link = linkToPoint(only)
  if (online === 'none' && own === null && qr !== true) plan.link = null
  if (qr === false && own === null) plan.link = null
}
