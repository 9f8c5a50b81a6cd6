import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const blocks = join(import.meta.dirname, '../../src/blocks')
const sheets = readdirSync(blocks, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'))

test('rules for the reading view are for its slides, not for the picture of the slide above them', () => {
  const selectors = sheets.flatMap((name) =>
    [...readFileSync(join(blocks, name), 'utf8').matchAll(/^\.ui-reading [^,{]*/gm)].map(([one]) => one.trim()),
  )
  expect(selectors.length).toBeGreaterThan(20)
  expect(selectors.filter((one) => !one.startsWith('.ui-reading .slides '))).toEqual([])
})
