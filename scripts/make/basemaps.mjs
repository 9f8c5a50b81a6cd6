import { readFile, writeFile } from 'node:fs/promises'
import { bundle } from './bundle.mjs'
import { pathTo } from './files.mjs'

/** Writes the basemaps that most maps share as one module. */
export async function makeBasemaps() {
  const { outputFiles } = await bundle({
    entryPoints: ['src/blocks/map/basemap/shared-basemaps.ts'],
    write: false,
    format: 'esm',
    platform: 'node',
  })
  const code = Buffer.from(outputFiles[0].contents).toString('base64')
  const { sharedBasemaps } = await import(`data:text/javascript;base64,${code}`)
  const basemaps = sharedBasemaps(await readPlaces('kazakhstan.json'), await readPlaces('world.json'))
  // Parsing a string as JSON takes half the time of evaluating the same object as code.
  const json = JSON.stringify(JSON.stringify(basemaps))
  await writeFile(pathTo('build/generated/basemaps.js'), `export const basemaps = JSON.parse(${json})\n`)
}

const readPlaces = async (name) => JSON.parse(await readFile(pathTo('static/places', name), 'utf8'))
