/**
 * Writes the languages of `src/model/lang.ts` into the schemas, then what is made from them: the schemas of a deck for
 * editors (`scripts/make-schemas.mjs`) and the TypeScript types, `src/model/deck-file.ts` from `src/model/deck.schema.json`
 * and so on. Run it (`npm run types:make`) after a schema, its words or the list of languages has changed; a test fails if
 * they disagree.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'
import { compile } from 'json-schema-to-typescript'
import { deckSchemas, schemaFile } from './make-schemas.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** The schemas that people write, by what they describe. */
const sources = { deck: 'src/model/deck.schema.json', theme: 'schemas/theme.schema.json' }

const typeName = (definition) => definition[0].toUpperCase() + definition.slice(1)

/**
 * Rewrites a schema for the generator: a choice by `if` or by a discriminator becomes a union, and a reference with its own
 * description becomes the name of a type (the generator would copy the type for each description).
 */
function simplify(schema) {
  if (Array.isArray(schema)) return schema.map(simplify)
  if (typeof schema !== 'object' || schema === null) return schema
  if (schema.oneOf) return { description: schema.description, oneOf: schema.oneOf.map(simplify) }
  const { if: condition, then, else: otherwise, $ref, ...rest } = schema
  const tsType = $ref?.startsWith('#/definitions/') && typeName($ref.slice('#/definitions/'.length))
  if (tsType) return { ...rest, tsType }
  const own = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, simplify(value)]))
  return condition ? { ...own, anyOf: [simplify(then), simplify(otherwise)] } : own
}

/** Returns the codes of all languages. Source: `src/model/lang.ts`. */
async function readLangs() {
  const { code } = await transform(await readFile(join(root, 'src/model/lang.ts'), 'utf8'), { loader: 'ts' })
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)).langs
}

/** Returns the text of a schema with all languages wherever it lists them: as the keys of an object and as an enum. */
export async function schemaWithLanguages(name) {
  const langs = await readLangs()
  const english = new Intl.DisplayNames('en', { type: 'language' })
  const text = await readFile(join(root, sources[name]), 'utf8')
  return text
    .replaceAll(/(?<="properties": \{\n)( *)"kk": (.*\})(?:,\n *"[a-z]{2}": .*\})*\n/g, (_, indent, first) => {
      const key = (lang) => `${indent}"${lang}": ${first.replace('Kazakh', english.of(lang))}`
      return `${langs.map(key).join(',\n')}\n`
    })
    .replaceAll(/(?<="enum": \[ )"kk"(?:, "[a-z]{2}")*/g, langs.map((lang) => `"${lang}"`).join(', '))
}

/** Returns the schema of a deck with the English words of its fields, without the rest of what editors show. */
async function deckWithWords() {
  const schema = JSON.parse(await readFile(join(root, sources.deck), 'utf8'))
  const english = JSON.parse((await deckSchemas()).get(schemaFile('en')))
  const describe = (object, described) => {
    for (const [field, value] of Object.entries(object.properties ?? {})) {
      delete value.examples
      if (value.const === undefined) value.description = described.properties[field].description
    }
  }
  describe(schema, english)
  for (const [name, definition] of Object.entries(schema.definitions)) describe(definition, english.definitions[name])
  return { ...schema, description: english.description }
}

/** Returns the types of a schema. `name`: what it describes, `deck` or `theme`. */
export async function typesOf(name) {
  const schema = name === 'deck' ? await deckWithWords() : JSON.parse(await readFile(join(root, sources[name]), 'utf8'))
  const types = await compile(simplify({ ...schema, title: `${typeName(name)}File` }), name, {
    bannerComment: `/** Made from \`${sources[name]}\` by \`npm run types:make\`; change the schema, not this file. */`,
    unreachableDefinitions: true,
    style: { semi: false, singleQuote: true, printWidth: 120, trailingComma: 'all' },
  })
  return types
    .replaceAll(/^ \*\n \* This interface was referenced by .*\n.*\n(?= \*\/)/gm, '')
    .replaceAll(/\/\*\*\n \* This interface was referenced by .*\n.*\n \*\/\n/g, '')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, source] of Object.entries(sources))
    await writeFile(join(root, source), await schemaWithLanguages(name))
  for (const [name, text] of await deckSchemas()) await writeFile(join(root, 'schemas', name), text)
  for (const name of Object.keys(sources))
    await writeFile(join(root, 'src/model', `${name}-file.ts`), await typesOf(name))
}
