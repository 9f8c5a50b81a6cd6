/**
 * How long it takes until the first slide of a page can be used: it is drawn, and a key moves on. Beside it, in turn in the
 * same browser, a plain page of reveal.js with the same texts and pictures, and one of another tool (`BENCH_PAGE_PEER`). Pages come from a server of this machine; each is opened in a profile of its own.
 */
import { once } from 'node:events'
import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startBrowser } from '../browser.mjs'
import { makeProject } from '../decks.mjs'
import { median, takeTurns } from '../measure.mjs'
import { writePages } from './peers.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const runs = Number(process.env.BENCH_RUNS ?? 7)

/** The processor of a phone. Units: how many times slower than this one. */
const phone = 4

const types = { html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', jpeg: 'image/jpeg' }

/** Serves the files of a folder, and notes nothing. */
async function serveFiles(folder) {
  const server = createServer((request, response) => {
    const file = join(folder, request.url.slice(1))
    if (!existsSync(file)) return response.writeHead(404).end()
    response.setHeader('Content-Type', types[file.split('.').at(-1)] ?? 'application/octet-stream')
    createReadStream(file).pipe(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

/** Runs in the page before it loads. Notes when the first slide was drawn with the script ready for keys. */
function noteFirstSlide() {
  const isReady = () => document.querySelector('.reveal.ready section.present, .bespoke-marp-active')
  const look = () => {
    if (!isReady()) return requestAnimationFrame(look)
    // This frame shows the slide; what is posted now arrives after it was drawn.
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      window.usableMs = performance.now()
    }
    port2.postMessage(0)
  }
  requestAnimationFrame(look)
}

/** The slide that is shown, of any of the pages. */
const shown = () => {
  const slides = [...document.querySelectorAll('.slides > section, svg[data-marpit-svg]')]
  return slides.findIndex((one) => one.matches('.present, .bespoke-marp-active'))
}

/** Opens a page in a new profile. Gives the milliseconds until its first slide can be used. */
async function firstSlideMs(browser, url, slowdown) {
  const context = await browser.createBrowserContext()
  try {
    const page = await context.newPage()
    await page.setViewport({ width: 1280, height: 720 })
    await page.emulateCPUThrottling(slowdown)
    await page.evaluateOnNewDocument(noteFirstSlide)
    await page.goto(url, { waitUntil: 'domcontentloaded' })
    await page.waitForFunction('window.usableMs', { polling: 50, timeout: 60_000 })
    const ms = await page.evaluate('usableMs')
    const before = await page.evaluate(shown)
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(`(${shown})() === ${before + 1}`, { timeout: 10_000 })
    return ms
  } finally {
    await context.close()
  }
}

/** Measures the pages of a deck in turn, and prints them. */
async function compare(browser, name, deck, folder, row, slowdown = 1) {
  const pages = await writePages(browser, deck, folder)
  const server = await serveFiles(folder)
  const { port } = server.address()
  try {
    const measures = pages.map(
      ({ file }) =>
        () =>
          firstSlideMs(browser, `http://127.0.0.1:${port}/${file}`, slowdown),
    )
    const medians = (await takeTurns(measures, runs)).map(median)
    const [korme, ...peers] = medians.map((ms) => ms.toFixed(0))
    const beside = pages
      .slice(1)
      .map((page, i) => `${page.name} ${peers[i]} ms, ${(medians[0] / medians[i + 1]).toFixed(2)}x`)
    row(`first slide, ${name}`, `${korme} ms`, `at most the fastest   (${beside.join('; ')})`)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

/** `row` prints a figure beside its target. */
export async function benchFirstSlide(folder, row) {
  const browser = await startBrowser()
  try {
    for (const slides of [10, 100, 1000]) {
      const deck = await makeProject(join(folder, `${slides}`), { slides, characters: 350, pictures: 10, every: 3 })
      await compare(browser, `${slides.toLocaleString('en')} slides`, deck, join(folder, `${slides}/pages`), row)
    }
    for (const deck of ['bayqau', 'priemnaya', 'every-block']) {
      const file = join(root, `decks/${deck}.json`)
      await compare(browser, `decks/${deck}.json on a phone`, file, join(folder, deck), row, phone)
    }
  } finally {
    await browser.close()
  }
}
