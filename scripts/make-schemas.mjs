/**
 * Makes the schemas of a deck for editors: `schemas/deck.schema.json` in English, `schemas/deck.schema.kk.json` and so on,
 * from the rules in `src/model/deck.schema.json` and the words in `src/languages/<language>/schema.ts`. They differ only in
 * what people read. `npm run types:make` writes them; a test fails if they are out of date.
 */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { describeSchema } from './schemas/describe-schema.mjs'
import { formatJson } from './schemas/format-json.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Returns what a module of `src/` exports. */
async function load(path) {
  const options = { bundle: true, write: false, format: 'esm', platform: 'node', logLevel: 'warning' }
  const { outputFiles } = await build({ ...options, entryPoints: [join(root, path)] })
  return await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)
}

/** Returns the words of a language: those of the schema and of the decks that `korme new` writes. */
async function wordsOf(lang) {
  const folder = `src/languages/${lang}`
  const [{ schema }, { sampleDeck }, { sampleReport }] = await Promise.all(
    ['schema', 'sample-deck', 'sample-report'].map((name) => load(`${folder}/${name}.ts`)),
  )
  return { ...schema, samples: { ...schema.samples, ...sampleReport, ...sampleDeck } }
}

/** The name of the schema of a deck in a language. English is the one without a code. */
export const schemaFile = (lang) => (lang === 'en' ? 'deck.schema.json' : `deck.schema.${lang}.json`)

/** Returns the text of each schema of a deck by the name of its file. */
export async function deckSchemas() {
  const rules = JSON.parse(await readFile(join(root, 'src/model/deck.schema.json'), 'utf8'))
  const { langs } = await load('src/model/lang.ts')
  const places = JSON.parse(await readFile(join(root, 'static/places/gazetteer.json'), 'utf8'))
  const regions = places.filter(({ kind }) => kind === 'region' || kind === 'city-of-republican-significance')
  const namesIn = (lang) => regions.map(({ name }) => name[lang] ?? name.kk)
  const schemas = langs.map(async (lang) => {
    return [schemaFile(lang), formatJson(describeSchema(rules, await wordsOf(lang), lang, namesIn(lang)))]
  })
  return new Map(await Promise.all(schemas))
}
