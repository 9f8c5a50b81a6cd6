import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build } from '../../src/documents/produce.ts'
import { faultsOf, violationsOf } from '../accessible.ts'
import { openedThemes } from '../gallery/editions.ts'

const root = join(import.meta.dirname, '../..')
const deck = join(root, 'test/fixtures/accessible/deck.json')
const pages = new Map<string, string>()
let out = ''

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'korme-accessible-'))
  for (const theme of openedThemes) {
    const { outputs } = await build(deck, { theme, root, out: join(out, theme) })
    pages.set(theme, readFileSync(outputs[0]!.path, 'utf8'))
  }
})
afterAll(() => rm(out, { recursive: true, force: true }))

test.each(openedThemes)('%s: axe-core finds nothing on any slide, html-validate nothing in the page', async (theme) => {
  const html = pages.get(theme)!
  expect(await faultsOf(html)).toEqual([])
  expect(await violationsOf(html)).toEqual([])
})

test('headings are in order under one h1, though the first slide has no title and the deck no name', () => {
  const html = pages.get('official')!
  const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level))
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  expect(levels[0]).toBe(1)
  levels.reduce((above, level) => {
    expect(level - above).toBeLessThanOrEqual(1)
    return level
  })
  expect(html).toMatch(/<title>.+<\/title>/)
})

test('pictures have the author’s words or their caption; a picture with neither is told', async () => {
  const html = pages.get('official')!
  expect([...html.matchAll(/<img[^>]* alt="([^"]*)"/g)].map(([, alt]) => alt)).toContain('Дала')
  const { diagnostics } = await build(deck, { root, out: join(out, 'again') })
  const missing = diagnostics.filter(({ code }) => code === 'alt-missing')
  expect(missing.map((one) => [one.slide, one.severity, 'path' in one && one.path])).toEqual([
    [2, 'info', '/img/tau-koli.jpg'],
    [8, 'info', '/img/jarys.svg'],
  ])
})

test('texts of another language say so, and nothing claims to be an application', () => {
  const html = pages.get('official')!
  expect(html).toMatch(/<section [^>]*lang="ru"/)
  expect(html).not.toContain('role="application"')
})
