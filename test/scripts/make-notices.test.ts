import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const notices = readFileSync(join(root, 'THIRD_PARTY_NOTICES.md'), 'utf8')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

test('the notices are those of the packages, fonts and data in use (npm run notices:make)', async () => {
  const script = await import(pathToFileURL(join(root, 'scripts/make-notices.mjs')).href)
  expect(await script.notices()).toBe(notices)
})

test('they name code that is inlined, packages that are installed, fonts and data', () => {
  for (const name of ['reveal.js', 'puppeteer-core', 'hono'])
    expect(notices).toMatch(RegExp(`^###.*\\b${name} \\d`, 'm'))
  for (const name of Object.keys(manifest.dependencies)) expect(notices).toContain(`| ${name} |`)
  for (const words of ['SIL OPEN FONT LICENSE', 'Golos Text', 'GeoNames, CC BY 4.0']) expect(notices).toContain(words)
})
