import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { limits } from '../../src/model/limits.ts'
import type { LayoutVariant } from '../../src/model/theme.ts'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/format.md'), 'utf8')

test('the tables of docs/format.md are those of the schemas (npm run docs:make)', async () => {
  const { renewTables } = await import(pathToFileURL(join(root, 'scripts/make-format-docs.mjs')).href)
  expect(await renewTables(page)).toBe(page)
})

test('every object of the schemas has a table', () => {
  const tables = [...page.matchAll(/<!-- table: (\S+ \S+) -->/g)].map(([, name]) => name)
  // `Whole…` say what a theme must define; the others are described in the text.
  const untold = /^(deck (text|coordinates|geojson|block|colors|regionValues)|theme (Whole\w*|AspectFile))$/
  for (const schema of ['deck', 'theme']) {
    const { definitions } = JSON.parse(readFileSync(join(root, `schemas/${schema}.schema.json`), 'utf8'))
    for (const [name, { properties }] of Object.entries<{ properties?: object }>(definitions)) {
      if (properties && !untold.test(`${schema} ${name}`)) expect(tables).toContain(`${schema} ${name}`)
    }
  }
})

test('every layout and every region of the themes that ship is named', () => {
  const theme = JSON.parse(readFileSync(join(root, 'themes/official/theme.json'), 'utf8'))
  const layouts: { [L in LayoutVariant]?: { regions: object } } = theme.aspects['16:9'].layouts
  for (const [name, { regions }] of Object.entries(layouts)) {
    for (const word of [name, ...Object.keys(regions)]) expect(page).toContain(`\`${word}\``)
  }
  for (const color of Object.keys(theme.colors)) expect(page).toContain(`\`${color}\``)
})

test('every link inside the page leads to a heading of it', () => {
  const anchors = [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading!.toLowerCase().replaceAll(' ', '-'))
  const links = [...page.matchAll(/\]\(#([a-z][^)]*)\)/g)].map(([, anchor]) => anchor!)
  expect(links.filter((anchor) => !anchors.includes(anchor))).toEqual([])
})

/** The JSON examples of the page: decks, themes, slides, lists of slides. */
const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => JSON.parse(json!))

const asDeck = (example: object) => {
  if ('content' in example) return example
  return { content: Array.isArray(example) ? example : [example] }
}

test('the examples are valid', async () => {
  const { default: isDeck } = await import('#generated/validate-deck.js')
  const { default: isTheme } = await import('#generated/validate-theme.js')
  expect(examples.length).toBeGreaterThan(4)
  for (const example of examples) {
    const [isValid, value] = 'extends' in example ? [isTheme, example] : [isDeck, asDeck(example)]
    expect(isValid(value), JSON.stringify(isValid.errors)).toBe(true)
  }
})

test('the limits are listed, and the length of a talk is that of the schema', () => {
  expect(page).toContain(`| slides of a deck | ${limits.slides.toLocaleString('en')} |`)
  const { definitions } = JSON.parse(readFileSync(join(root, 'schemas/deck.schema.json'), 'utf8'))
  expect(definitions.minutes.maximum).toBe(limits.minutes)
})
