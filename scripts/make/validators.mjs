import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import Ajv from 'ajv'
import standalone from 'ajv/dist/standalone/index.js'
import { pathTo } from './files.mjs'

/** The schema of a deck without words, and that of a theme. */
const sources = ['src/model/deck.schema.json', 'schemas/theme.schema.json']

/** Writes a module for each schema: `validate-deck.js` from `deck.schema.json`. */
export async function makeValidators() {
  for (const file of sources) {
    const schema = JSON.parse(await readFile(pathTo(file), 'utf8'))
    const ajv = new Ajv({
      allErrors: true,
      verbose: false,
      // Korme writes its own messages, and one function for each definition loads quickly.
      messages: false,
      inlineRefs: false,
      strict: true,
      allowUnionTypes: true,
      discriminator: true,
      code: { source: true, esm: true, lines: true },
    })
    const name = basename(file, '.schema.json')
    await writeFile(pathTo('build/generated', `validate-${name}.js`), standalone(ajv, ajv.compile(schema)))
  }
}
