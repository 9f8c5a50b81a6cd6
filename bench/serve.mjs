/**
 * What an edit costs in `korme serve`: from the write on disk to the new text in the page of a real browser. Beside it, in
 * the same run, a reference that does the least there is to do: a watcher, a socket, one text node.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { WebSocketServer } from 'ws'
import { startBrowser } from './browser.mjs'
import { makeProject } from './decks.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const edits = Number(process.env.BENCH_EDITS ?? 25)
/** Between two edits, as long as it takes to type a word. Units: milliseconds. */
const restMs = 700

/** Starts `korme serve` and gives its address, and what ends it. */
async function startServe(deck) {
  const args = [join(root, 'build/korme.js'), 'serve', '--port', `${await freePort()}`, '--messages', 'en', deck]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const lines = createInterface({ input: child.stdout })
  let address = ''
  for await (const line of lines) {
    address ||= /http:\S+/.exec(line)?.[0] ?? ''
    if (/\bslides?,/.test(line)) break
  }
  const end = () => {
    child.kill('SIGINT')
    return once(child, 'exit')
  }
  return { address, end }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}

/**
 * Writes edits one by one and waits until the page shows each; `write` makes the bytes, and gives what writes them. The page tells the moment by its own clock, which counts
 * from the same origin as ours: both are the system's.
 */
async function timeEdits(page, write, selector) {
  await page.exposeFunction('seen', (text, at) => arrived(text, at))
  let arrived = () => {}
  await page.evaluate((selector) => {
    const look = () => {
      const text = document.querySelector(selector)?.textContent ?? ''
      const mark = /edit\d+/.exec(text)?.[0]
      if (mark && mark !== look.last) window.seen((look.last = mark), performance.timeOrigin + performance.now())
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
  }, selector)
  const times = []
  for (let edit = 1; edit <= edits; edit++) {
    await new Promise((resolve) => setTimeout(resolve, restMs))
    const mark = `edit${edit}`
    const shown = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${mark} was not shown within 20 s`)), 20_000)
      arrived = (text, at) => {
        if (text !== mark) return
        clearTimeout(timer)
        resolve(at)
      }
    })
    const save = write(mark)
    const start = performance.timeOrigin + performance.now()
    save()
    times.push((await shown) - start)
  }
  return times
}

/** The least there is to do: the folder is watched, the file is sent, one text node is replaced. */
async function reference(browser, folder) {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'text.txt')
  writeFileSync(file, 'start')
  const html = `<p>start</p><script>new WebSocket('ws://' + location.host).onmessage = ({ data }) => {
    document.querySelector('p').firstChild.data = data }</script>`
  const server = createServer((_request, response) => response.end(html)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  const watcher = watch(folder, () => {
    const text = readFileSync(file, 'utf8')
    for (const socket of sockets.clients) if (text) socket.send(text)
  })
  const page = await browser.newPage()
  try {
    const open = once(sockets, 'connection')
    await page.goto(`http://127.0.0.1:${server.address().port}/`)
    await open
    return await timeEdits(page, (mark) => () => writeFileSync(file, mark), 'p')
  } finally {
    await page.close()
    watcher.close()
    server.close()
    server.closeAllConnections()
  }
}

async function served(browser, folder, slides) {
  const deck = await makeProject(folder, { slides, characters: 350 })
  const text = readFileSync(deck, 'utf8')
  const at = Math.floor(slides / 2)
  const { address, end } = await startServe(deck)
  const page = await browser.newPage()
  try {
    await page.goto(`${address}decks/bench-${slides}/#/s${at}`)
    await page.waitForSelector('.reveal.ready')
    const edited = (mark) => {
      const bytes = Buffer.from(text.replace(`Слайд ${at}:`, `Слайд ${at} ${mark}:`))
      return () => writeFileSync(deck, bytes)
    }
    return await timeEdits(page, edited, `#s${at}`)
  } finally {
    await page.close()
    await end()
  }
}

const sorted = (times) => [...times].sort((a, b) => a - b)
const at = (times, share) => sorted(times)[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)]
const ms = (time) => `${time.toFixed(0)} ms`

/** `row` prints a figure beside its target. */
export async function benchServe(folder, row) {
  const browser = await startBrowser()
  try {
    const least = await reference(browser, join(folder, 'reference'))
    row('an edit, the least there is to do: median', ms(at(least, 0.5)), `(95th percentile ${ms(at(least, 0.95))})`)
    for (const slides of [10, 100, 1000]) {
      const times = await served(browser, join(folder, `${slides}`), slides)
      const name = `korme serve, ${slides.toLocaleString('en')} slides, an edit`
      row(`${name}: median`, ms(at(times, 0.5)), `at most 35 ms   (first ${ms(times[0])}, second ${ms(times[1])})`)
      row(`${name}: 95th percentile`, ms(at(times, 0.95)), 'at most 80 ms')
    }
  } finally {
    await browser.close()
  }
}
