import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { build } from '../../src/documents/produce.ts'
import type { LaidOutPage } from '../../src/model/laid-out.ts'
import { shippedDecks, staffDecks } from '../pdf/documents.ts'
import { paragraphsOf } from '../pdf/page-paragraphs.ts'
import { type PdfPage, readPdf } from '../pdf-file.ts'
import { chromium } from '../support/engines/chromium.ts'
import { type Engine, until } from '../support/engines/engine.ts'
import { firefox } from '../support/engines/firefox.ts'

/** What people get who open a built page and press Ctrl-P. */
describe.each([chromium, firefox])('$name prints the page', (kind) => {
  let engine: Engine | null = null
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'korme-page-'))
    engine = await kind.start({ scripts: true })
    if (!engine) console.log(`${kind.name} is not on this machine, so it is skipped: install ${kind.from}.`)
  })
  afterAll(async () => {
    await engine?.end()
    await rm(folder, { recursive: true, force: true })
  })

  test.each([...shippedDecks, ...staffDecks])('of %s', async (path) => {
    if (!engine) return
    const { editions } = await check(path, {})
    const { outputs } = await build(path, { out: join(folder, basename(path, '.json')) })
    const { deck } = editions[0]!
    const tab = await engine.open(pathToFileURL(outputs[0]!.path).href)
    await until(tab, '!!document.querySelector(".reveal.ready")')
    const pdf = await tab.print()
    await tab.close()
    const { pages } = await readPdf(pdf!)
    expect(pages).toHaveLength(deck.pages.length)
    expect(pages.map(({ width, height }) => [width, height])).toEqual(
      pages.map(() => [deck.stage.width * 0.75, deck.stage.height * 0.75]),
    )
    const known = kind === firefox ? firefoxLetters : lettersOf
    const faults = deck.pages.flatMap((page, i) =>
      faultsOf(page, pages[i]!, known).map((fault) => `page ${i + 1}: ${fault}`),
    )
    expect(faults).toEqual([])
    // Firefox writes no tags.
    if (kind === chromium) expect(pages.flatMap(({ tags }, i) => untagged(deck.pages[i]!, tags))).toEqual([])
  })
})

/** Texts that are not there, or reach over the edge of the paper. */
function faultsOf(page: LaidOutPage, { texts, text, width, height }: PdfPage, known: typeof lettersOf): string[] {
  const letters = known(text)
  // The words for drawn arrows are for those who listen, not for paper.
  const lost = paragraphsOf(page).filter((one) => !letters.includes(known(one.text)) && !one.pattern.test(text))
  const cut = texts.filter((one) => one.x < 0 || one.x + one.width > width || one.baseline > height || one.baseline < 0)
  return [...lost.map((one) => `lost ${one.text}`), ...cut.map((one) => `cut ${one.text}`)]
}

/** Texts that those who listen do not hear. */
const untagged = (page: LaidOutPage, tags: readonly string[]): string[] => {
  const heard = lettersOf(tags.filter((tag) => !/^<\w+>$/.test(tag)).join(' '))
  return paragraphsOf(page).flatMap(({ text, silent }) => (silent || heard.includes(lettersOf(text)) ? [] : [text]))
}

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

/** Firefox does not tell which letters stand for digits of equal width, and for the `i` of Kazakh. */
const firefoxLetters = (text: string) => lettersOf(text).replace(/[\di]/g, '')
