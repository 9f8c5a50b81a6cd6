import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { giveBackBrowser, openPage } from '../browser.ts'
import { builtDeck } from '../client/languages/multilingual-deck.ts'

/** As many changes of the slide as in a day and more. */
const changes = 10_000

const deck = {
  lang: 'ru',
  loop: 1,
  transition: 'fade',
  content: [
    { block: '1', title: 'Обложка' },
    { title: 'Пункты', text: '• Один\n• Два\n• Три', steps: true },
    { title: 'Ряды', chart: 'Год\tАлматы\tАстана\n2023\t10\t20\n2024\t15\t18' },
    { title: 'Снимок', img_path: 'mark.svg', img_alt: 'знак', text: 'Рядом' },
    { title: 'Карта', map: 'Астана, Алматы' },
  ],
}

/** Makes the page wait for a moment where it would wait for seconds, and counts how often. */
const hasty = `{
  const real = setTimeout
  window.turns = 0
  window.setTimeout = (act, ms = 0, ...rest) => {
    if (ms >= 1000 && act.name === '') window.turns++
    return real(act, Math.min(ms, 2), ...rest)
  }
}`

afterAll(giveBackBrowser)

test(`a loop needs no more memory after ${changes} slides`, { timeout: 600_000 }, async () => {
  const built = await builtDeck(deck)
  const html = readFileSync(join(built.root, 'report.html'), 'utf8')
  const { page, errors, close } = await openPage(html, { before: hasty })
  const session = await page.createCDPSession()
  const after = async (turns: number) => {
    await page.waitForFunction(
      (wanted) => (window as unknown as { turns: number }).turns >= wanted,
      { polling: 200, timeout: 500_000 },
      turns,
    )
    // What the last slides still hold counts as little as possible.
    let [heap, nodes, listeners] = [Number.POSITIVE_INFINITY, 0, 0]
    for (let i = 0; i < 5; i++) {
      await session.send('HeapProfiler.collectGarbage')
      const { JSHeapUsedSize, Nodes, JSEventListeners } = await page.metrics()
      heap = Math.min(heap, JSHeapUsedSize!)
      nodes = Nodes!
      listeners = JSEventListeners!
    }
    return { heap, nodes, listeners }
  }
  const first = await after(500)
  const last = await after(500 + changes)
  console.log(`after 500: ${JSON.stringify(first)}, after ${500 + changes}: ${JSON.stringify(last)}`)
  // The slide that is shown has more or fewer of them; what stays of each one would be thousands.
  expect(last.nodes - first.nodes).toBeLessThan(changes / 10)
  expect(last.listeners - first.listeners).toBeLessThan(changes / 10)
  // Fewer bytes for each slide than the smallest thing that could be kept of it.
  expect((last.heap - first.heap) / changes).toBeLessThan(40)
  expect(errors).toEqual([])
  await close()
  built.remove()
})
