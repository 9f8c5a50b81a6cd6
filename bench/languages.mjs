/**
 * How long a switch of languages takes on a page of 100 slides, until the slide in the other language was drawn. Beside it, in
 * turn on the same page, what a plain page of reveal.js would do: put the same slides in the place of the others, and sync.
 */

import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { startBrowser } from './browser.mjs'
import { makeProject } from './decks.mjs'
import { median } from './measure.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const runs = Number(process.env.BENCH_RUNS ?? 7)
const slides = 100

/** Writes a deck with each text in two languages, and builds its page. */
async function buildPage(folder) {
  mkdirSync(folder, { recursive: true })
  const path = await makeProject(folder, { slides, characters: 350, pictures: 10, every: 3 })
  const deck = JSON.parse(readFileSync(path, 'utf8'))
  const both = (text) => ({ kk: text, ru: `${text} (ru)` })
  const content = deck.content.map((slide) => ({ ...slide, title: both(slide.title), text: both(slide.text) }))
  writeFileSync(path, JSON.stringify({ ...deck, lang: 'kk', langs: ['kk', 'ru'], content }))
  execFileSync(process.execPath, [join(root, 'build/korme.js'), 'build', '--out', folder, path], { stdio: 'ignore' })
  return join(folder, `bench-${slides}.html`)
}

/** Writes a plain page of reveal.js with the same slides of both languages. */
function writeReveal(html, folder) {
  const [, first] = /<div class="slides">\n([\s\S]*?)<\/div>\n<\/main>/.exec(html)
  const [, other] = /<template data-lang="ru">\n([\s\S]*?)<\/template>/.exec(html)
  const script = readFileSync(join(root, 'node_modules/reveal.js/dist/reveal.js'), 'utf8')
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css]) => css).join('\n')
  const path = join(folder, 'reveal.html')
  writeFileSync(
    path,
    `<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><style>${styles}</style></head>
<body class="korme"><div class="reveal"><div class="slides">${first}</div></div><template>${other}</template>
<script>${script}</script><script>Reveal.initialize({ hash: false, transition: 'none' })</script></body></html>`,
  )
  return path
}

/** Runs in the page. Gives the milliseconds from an action until what it shows was drawn. */
const untilDrawn = (act) => `(async () => {
  const start = performance.now()
  ${act}
  await new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = resolve
    port2.postMessage(0)
  }))
  return performance.now() - start
})()`

const pressK = "document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyK', key: 'k', bubbles: true }))"
const exchange = `
  const parent = document.querySelector('.slides')
  const { content } = document.querySelector('template')
  const entering = content.childNodes.length > 0 ? [...content.childNodes] : window.left
  window.left = [...parent.childNodes]
  parent.replaceChildren(...entering)
  Reveal.sync()`

async function open(browser, path, ready) {
  const page = await browser.newPage()
  await page.setViewport({ width: 1280, height: 720 })
  await page.goto(pathToFileURL(path).href)
  await page.waitForFunction(ready)
  return page
}

/** Prints the time of a switch, the first one and later ones, and its ratio to a plain exchange of the same slides. */
export async function benchLanguages(folder, row) {
  const built = await buildPage(folder)
  const plain = writeReveal(readFileSync(built, 'utf8'), folder)
  const browser = await startBrowser()
  const times = { first: [], later: [], reference: [] }
  try {
    for (let run = 0; run < runs; run++) {
      const page = await open(browser, built, "document.querySelector('.reveal.ready')")
      const reveal = await open(browser, plain, 'Reveal.isReady()')
      await page.bringToFront()
      times.first.push(await page.evaluate(untilDrawn(pressK)))
      for (let i = 0; i < 4; i++) {
        await page.bringToFront()
        times.later.push(await page.evaluate(untilDrawn(pressK)))
        await reveal.bringToFront()
        times.reference.push(await reveal.evaluate(untilDrawn(exchange)))
      }
      await page.close()
      await reveal.close()
    }
  } finally {
    await browser.close()
  }
  const [first, later, reference] = [times.first, times.later, times.reference].map(median)
  const least = Math.min(...times.later)
  row(
    `switch the language of ${slides} slides`,
    `${later.toFixed(1)} ms`,
    `at most 50 ms   (least ${least.toFixed(1)} ms)`,
  )
  row('the first switch of a page', `${first.toFixed(1)} ms`, 'at most 50 ms')
  const ratio = (later / reference).toFixed(2)
  row('against an exchange in plain reveal.js', `${ratio}x`, `at most 1x   (${reference.toFixed(1)} ms)`)
}
