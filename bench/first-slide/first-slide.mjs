/**
 * How long it takes until the first slide of a page can be used: it is drawn, and a key moves on. Beside it, in turn in the
 * same browser, a plain page of reveal.js with the same texts and pictures, and one of another tool (`BENCH_PAGE_PEER`).
 * Pages come from a server of this machine; each is opened in a profile of its own. In runs of their own, how long the main
 * thread of the page works until the first slide is drawn: that depends less on what else the machine does.
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
import { traced } from './processor-time.mjs'

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
    performance.mark('first slide')
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

/** Opens a page in a new profile, and calls `use` as soon as its first slide can be used. */
async function openFirstSlide(browser, url, slowdown, use) {
  const context = await browser.createBrowserContext()
  try {
    const page = await context.newPage()
    await page.setViewport({ width: 1280, height: 720 })
    await page.emulateCPUThrottling(slowdown)
    await page.evaluateOnNewDocument(noteFirstSlide)
    const load = async () => {
      await page.goto(url, { waitUntil: 'domcontentloaded' })
      await page.waitForFunction('window.usableMs', { polling: 50, timeout: 60_000 })
    }
    return await use(page, load)
  } finally {
    await context.close()
  }
}

/** Gives the milliseconds until the first slide of a page can be used. */
const firstSlideMs = (browser, url, slowdown) =>
  openFirstSlide(browser, url, slowdown, async (page, load) => {
    await load()
    const ms = await page.evaluate('usableMs')
    const before = await page.evaluate(shown)
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(`(${shown})() === ${before + 1}`, { timeout: 10_000 })
    return ms
  })

/** Gives the milliseconds that the main thread of a page works until its first slide is drawn. */
const firstSlideWorkMs = (browser, url, slowdown) =>
  openFirstSlide(browser, url, slowdown, (page, load) => traced(page, url, 'first slide', load))

/** Prints the medians of pages, with the least of each, beside the first one. */
function print(row, title, pages, values) {
  const [own, ...peers] = values.map((all) => ({ ms: median(all), least: Math.min(...all) }))
  const said = ({ ms, least }) => `${ms.toFixed(0)} ms (least ${least.toFixed(0)})`
  const beside = peers.map((one, i) => `${pages[i + 1].name} ${said(one)}, ${(own.ms / one.ms).toFixed(2)}x`)
  row(title, said(own), `at most the fastest   (${beside.join('; ')})`)
}

/** Measures the pages of a deck in turn, and prints them. */
async function compare(browser, name, deck, folder, row, slowdown = 1) {
  const pages = await writePages(browser, deck, folder)
  const server = await serveFiles(folder)
  const { port } = server.address()
  try {
    const inTurn = (measure) =>
      takeTurns(
        pages.map(
          ({ file }) =>
            () =>
              measure(browser, `http://127.0.0.1:${port}/${file}`, slowdown),
        ),
        runs,
      )
    print(row, `first slide, ${name}`, pages, await inTurn(firstSlideMs))
    print(row, `first slide, ${name}: work`, pages, await inTurn(firstSlideWorkMs))
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
