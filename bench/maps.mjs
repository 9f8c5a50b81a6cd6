/**
 * What maps cost a build: the whole process with and without them, in turn, so that all that a map brings is counted:
 * loading what draws it, drawing, and writing it into the page.
 */
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inTurn } from './measure.mjs'

const korme = [process.execPath, join(dirname(fileURLToPath(import.meta.url)), '../build/korme.js')]
const codes = [10, 11, 15, 19, 23, 27, 31, 33, 35, 39, 43, 47, 55, 59, 61, 62, 63, 71, 75, 79]
const values = (from) => Object.fromEntries(codes.map((code, i) => [`KZ-${code}`, from + ((i * 709) % 1700)]))

/** `row` prints a figure beside its target. */
export async function benchMaps(folder, runs, bare, row) {
  mkdirSync(join(folder, 'static'), { recursive: true })
  const kinds = {
    none: [],
    town: ['Талдықорған'],
    values: [{ regions: values(221.5), unit: 'мың адам' }],
    two: [{ regions: values(221.5), unit: 'мың адам' }, { regions: values(300.5) }],
  }
  const decks = Object.entries(kinds).map(([name, maps]) => {
    const deck = join(folder, `${name}.json`)
    const content = [{ title: 'Карта', text: 'Мәтін' }, ...maps.map((map) => ({ title: 'Карта', map }))]
    writeFileSync(deck, JSON.stringify({ name, lang: 'kk', content }))
    return deck
  })
  const builds = decks.map((deck) => ({ command: [...korme, 'build', '--quiet', deck] }))
  const [bareMs, none, town, national, two] = await inTurn([bare, ...builds], runs)
  const kilobytes = decks.map(
    (deck) => statSync(join(folder, 'dist', deck.split('/').at(-1).replace('.json', '.html'))).size / 1000,
  )
  const cost = (ms) => (ms < 0.01 * none ? 'not measured' : `${(ms / bareMs).toFixed(2)}x`)
  const than = (ms) => `of bare node, at most 2.5x   (${ms.toFixed(0)} ms, bare node ${bareMs.toFixed(0)} ms)`
  row('a map of one town: all it adds to a build', cost(town - none), than(town - none))
  row('a map of 20 values: all it adds to a build', cost(national - none), than(national - none))
  row('a second map of 20 values', cost(two - national), than(two - national))
  row('a map of 20 values: size', `${(kilobytes[2] - kilobytes[0]).toFixed(1)} kB`, 'at most 60 kB')
  row('a second map of 20 values: size', `${(kilobytes[3] - kilobytes[2]).toFixed(1)} kB`, 'at most 15 kB')
}
