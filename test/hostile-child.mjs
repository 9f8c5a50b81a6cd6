/**
 * Builds a deck in a process of its own and tells what that took: `node hostile-child.mjs DECK`. Every address that is
 * asked for and every file that is opened is noted. Plain JavaScript, since it runs the bundled program.
 */
import dns from 'node:dns'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

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

const started = performance.now()
const { build } = await import('../build/index.js')
const built = await build(process.argv[2], { stills: false })
const { diagnostics, outputs } = built
const ms = performance.now() - started
const megabytes = process.resourceUsage().maxRSS / 1024
process.stdout.write(JSON.stringify({ diagnostics, outputs, ms, megabytes, asked, opened }))
