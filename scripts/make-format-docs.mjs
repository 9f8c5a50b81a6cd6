/**
 * Renews the tables of `docs/format.md` from `schemas/*.json`: `npm run docs:make`. A test fails if they are out of date.
 * Each table is between `<!-- table: deck slide -->` and `<!-- end -->`: a schema and one of its definitions, the
 * schema alone, or the limits of `src/model/limits.json`. The text around the tables is written by hand.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** The words of the table for values that are strings, numbers or either, by definition. */
const valueNames = {
  text: '[text](#texts)',
  plainText: 'string or number',
  picturePath: 'path',
  filePath: 'path',
  videoSource: 'path or address',
  link: 'address',
  mapQuery: '[place](#places)',
  coordinates: '[latitude, longitude]',
  places: 'list of [places](#places)',
  regionName: 'name of a region',
  timelineRows: '[rows](#programmes-and-stages)',
  tableRows: '[rows](#tables)',
  pollOptions: '[options](#polls)',
  background: 'colour or path',
  decimal: 'number',
  seconds: 'seconds',
  color: '`#rgb` or `#rrggbb`',
  Color: '`#rgb` or `#rrggbb`',
  focusWords: 'words',
  flag: '`true` or `false`',
  layout: '[number or name](#layouts)',
  geojson: 'GeoJSON',
}

/** The sections of the document that describe objects, by definition. */
const sections = {
  slide: '#a-slide',
  block: '#blocks',
  imageObject: '#pictures',
  focusPoint: '#pictures',
  videoObject: '#videos',
  captionTrack: '#videos',
  mapObject: '#maps',
  personObject: '#people',
  tableObject: '#tables',
  chartObject: '#charts',
  timelineObject: '#programmes-and-stages',
  pollObject: '#polls',
  viewPoint: '#maps',
  markerObject: '#maps',
  regionObject: '#maps',
  regionValues: '#maps',
  scale: '#maps',
  colors: '#colours-of-a-deck',
  FaceFile: '#faces',
  StyleFile: '#styles',
  OrnamentFile: '#ornament',
  AspectFile: '#aspects-and-layouts',
  LayoutFile: '#aspects-and-layouts',
  RegionFile: '#regions',
}

/** Returns `docs/format.md` with new tables from the schemas. */
export async function renewTables(markdown) {
  const schemas = {}
  for (const name of ['deck', 'theme']) {
    schemas[name] = JSON.parse(await readFile(join(root, 'schemas', `${name}.schema.json`), 'utf8'))
  }
  const limits = JSON.parse(await readFile(join(root, 'src/model/limits.json'), 'utf8'))
  return markdown.replace(/<!-- table: (\w+) ?([\w./]*) -->\n[\s\S]*?<!-- end -->/g, (_, name, path) => {
    const marker = `<!-- table: ${[name, path].filter(Boolean).join(' ')} -->`
    return `${marker}\n\n${name === 'limits' ? limitsTable(limits) : tableOf(schemas[name], path)}\n\n<!-- end -->`
  })
}

/** Returns the table of what is accepted at most. */
function limitsTable(limits) {
  const rows = Object.values(limits).map(({ limit, unit, what }) => {
    const shown = (unit === 'MB' || unit === 'million' ? limit / 1e6 : limit).toLocaleString('en')
    return `| ${what} | ${[shown, unit].filter(Boolean).join(' ')} |`
  })
  return ['| what | limit |', '|---|---|', ...rows].join('\n')
}

/** Returns the table of an object's fields. `path`: a definition and, after dots, properties inside it. */
function tableOf(schema, path) {
  const [definition, ...steps] = path.split('.').filter(Boolean)
  const start = definition ? (schema.definitions[definition] ?? schema.properties[definition]) : schema
  const object = steps.reduce((node, step) => node.properties[step], start)
  const rows = Object.entries(object.properties)
    .filter(([field, value]) => field !== '$schema' && value.const === undefined)
    .map(([field, value]) => [`\`${field}\``, valueWords(value, schema), describe(value, schema)])
  return ['| field | value | meaning |', '|---|---|---|', ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join('\n')
}

function describe(value, schema) {
  return value.description ?? (value.$ref && resolve(value, schema).description) ?? ''
}

const resolve = ({ $ref }, schema) => schema.definitions[$ref.slice('#/definitions/'.length)]

/** Describes the values of a field in a few words: `text, or a list of these`, `whole number, 16 to 400`. */
function valueWords(value, schema) {
  if (value.$ref) {
    const name = value.$ref.slice('#/definitions/'.length)
    return (
      valueNames[name] ?? (sections[name] ? `[object](${sections[name]})` : valueWords(resolve(value, schema), schema))
    )
  }
  if (value.if) return choiceOf(value, schema)
  if (value.enum) return wordsOf(value.enum)
  const types = [value.type].flat()
  if (types.includes('array')) return listOf(value, schema)
  if (types.includes('object')) return 'object'
  if (types.includes('boolean')) return '`true` or `false`'
  if (types.includes('integer')) return withRange('whole number', value)
  if (types.includes('number')) return withRange(isFree(value) ? 'number or string' : 'number', value)
  return types.includes('string') ? 'string' : ''
}

/** Whether a number may also be any string. Strings of digits have a pattern and count as numbers. */
const isFree = ({ type, pattern }) => [type].flat().includes('string') && pattern === undefined

/** Describes a choice by the type of the value, the simplest form first. */
function choiceOf(value, schema) {
  const [then, otherwise] = [valueWords(value.then, schema), valueWords(value.else, schema)]
  const isListOfThese = value.if.type === 'array' && then === pluralOf(otherwise)
  return `${otherwise}, or ${isListOfThese ? 'a list of these' : then}`
}

function wordsOf(words) {
  const shown = words.filter((word) => typeof word === 'string' && word !== '')
  return shown.map((word) => `\`${word}\``).join(', ')
}

function listOf({ items, minItems, maxItems }, schema) {
  if (Array.isArray(items)) return pluralOf('numbers', items.length)
  return pluralOf(valueWords(items, schema), minItems === maxItems ? minItems : undefined)
}

/** Turns the words for a value into those for a list of such values. */
function pluralOf(words, count) {
  const plural = plurals.reduce((text, [one, many]) => text.replace(one, many), words)
  return `list of ${count ? `${count} ` : ''}${plural}`
}

const plurals = [
  ['[object]', '[objects]'],
  ['[place]', '[places]'],
  ['[text]', '[texts]'],
  [/number(?!s)/, 'numbers'],
  ['name of a region', 'names of regions'],
]

function withRange(name, { minimum, maximum, exclusiveMinimum }) {
  if (minimum !== undefined && maximum !== undefined) return `${name}, ${minimum} to ${maximum}`
  if (exclusiveMinimum !== undefined) return `${name} above ${exclusiveMinimum}`
  return minimum === undefined ? name : `${name}, at least ${minimum}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(root, 'docs/format.md')
  await writeFile(file, await renewTables(await readFile(file, 'utf8')))
}
