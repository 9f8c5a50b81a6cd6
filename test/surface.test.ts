/**
 * What decks, themes and scripts of users hold on to. A snapshot that changes here breaks somebody's files: add to it,
 * but rename and remove nothing. The snapshots were made before the folders and names of `src/` changed.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { styles } from '#generated/styles.js'
import { build } from '../src/index.ts'
import { folder } from './load/folder.ts'
import { diagnosticCodes, jsonFields, pageNames, templateFields, themeNames } from './surface.ts'

const root = join(import.meta.dirname, '..')
const fixtures = join(root, 'test/fixtures')
const expectLines = (lines: readonly string[], name: string) =>
  expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(fixtures, 'surface', name))

test('codes of findings and failures keep their names and facts', () => expectLines(diagnosticCodes(), 'codes.txt'))
test('fields of decks keep their names', () => expectLines(jsonFields('deck'), 'deck-fields.txt'))
test('fields of themes keep their names', () => expectLines(jsonFields('theme'), 'theme-fields.txt'))
test('templates keep their names and the fields they read', () => expectLines(templateFields(), 'templates.txt'))
test('colours, styles, layouts and regions keep their names', () => expectLines(themeNames(), 'theme-names.txt'))

/** Builds a deck into a temporary folder. */
async function htmlOf(deck: string, projectRoot: string) {
  const { outputs, diagnostics } = await build(deck, { root: projectRoot, out: folder() })
  return { html: readFileSync(outputs[0]!.path, 'utf8'), diagnostics }
}

test('custom properties, classes and data attributes of pages keep their names', async () => {
  const decks = ['decks/bayqau.json', 'decks/every-block.json', 'decks/priemnaya.json'].map((name) => join(root, name))
  const pages: string[] = []
  for (const deck of decks) pages.push((await htmlOf(deck, root)).html)
  pages.push((await htmlOf(join(fixtures, 'surface/data.json'), fixtures)).html)
  await expectLines(pageNames(pages, Object.values({ ...styles, ...styles.blocks, blocks: '' })), 'page-names.txt')
})

test("a user's theme made before builds without findings into the same slides", async () => {
  const { html, diagnostics } = await htmlOf(join(fixtures, 'themes/own/deck.json'), fixtures)
  expect(diagnostics).toEqual([])
  const slides = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  await expect(`${slides}\n`).toMatchFileSnapshot(join(fixtures, 'surface/own-theme.html'))
})

/** The classes of a style sheet. */
const classesOf = (css: string) => new Set([...css.matchAll(/\.([a-z][\w-]*)/g)].map((found) => found[1]!))

test('a page without tables, people and programmes has no rule, class or mark of them', async () => {
  const { html } = await htmlOf(join(root, 'decks/bayqau.json'), root)
  const usual = classesOf([styles.slide, styles.document, styles.browserPrint].join('\n'))
  const rare = [...classesOf(Object.values(styles.blocks).join('\n'))].filter((name) => !usual.has(name))
  expect(rare).toEqual(expect.arrayContaining(['rows', 'programme', 'people']))
  const own = rare.filter((name) => !name.startsWith('ui-'))
  const css = html.match(/<style[^>]*>[\s\S]*?<\/style>/g)!.join('\n')
  expect(own.filter((name) => new RegExp(`\\.${name}(?![\\w-])`).test(css))).toEqual([])
  expect(css).not.toContain('.t-cell')
  expect(html).not.toMatch(/<table class="(?:rows|programme)/)
})
