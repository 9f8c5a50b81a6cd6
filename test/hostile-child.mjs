/**
 * Builds decks in a process of its own and tells what each took: `node hostile-child.mjs DECK...`. Every address that is
 * asked for and every file that is opened is noted. Plain JavaScript, since it runs the bundled program.
 */
import dns from 'node:dns'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { largestMemory } from './support/largest-memory.mjs'

const asked = []
const opened = []
const note = (object, name, list, pick) => {
  const real = object[name]
  object[name] = function (...args) {
    list.push(String(pick(args)))
    return real.apply(this, args)
  }
}
note(net.Socket.prototype, 'connect', asked, ([to]) => JSON.stringify(to))
note(dns, 'lookup', asked, ([host]) => host)
note(globalThis, 'fetch', asked, ([to]) => to)
for (const name of ['open', 'readFile', 'copyFile']) note(fs.promises, name, opened, ([path]) => path)
for (const name of ['open', 'openSync', 'readFile', 'readFileSync', 'createReadStream'])
  note(fs, name, opened, ([path]) => path)
syncBuiltinESMExports()

const { build } = await import('../build/index.js')
const all = []
for (const deck of process.argv.slice(2)) {
  const started = performance.now()
  const { diagnostics, outputs } = await build(deck, { videoPosters: false })
  const ms = performance.now() - started
  const megabytes = largestMemory()
  all.push({ diagnostics, outputs, ms, megabytes, asked: asked.splice(0), opened: opened.splice(0) })
}
process.stdout.write(JSON.stringify(all))
