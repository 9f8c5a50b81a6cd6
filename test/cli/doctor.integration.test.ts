import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folder, runKorme, soundDeck } from './run-korme.ts'

test('says what the machine has, subject by subject', async () => {
  const cwd = await folder({ 'decks/a.json': soundDeck })
  const { stdout } = await runKorme(cwd, ['doctor'])
  for (const subject of ['Node.js', 'Browser', 'Fonts', 'Output', 'Decks']) {
    expect(stdout).toMatch(new RegExp(`^[✓!✗] ${subject} {2,}\\S`, 'm'))
  }
  expect(stdout).toMatch(/^✓ Fonts {2,}Golos Text/m)
  expect(stdout).toMatch(/^✓ Decks {2,}1 deck in decks/m)
})

test('no deck yet is a hint, not a failure of the machine', async () => {
  const { stdout } = await runKorme(await folder(), ['doctor'])
  expect(stdout).toMatch(/^! Decks .*npx korme new my-talk$/m)
})

test('a browser that is named and is not there is exit code 3', async () => {
  const cwd = await folder({ 'decks/a.json': soundDeck })
  const { code, stdout, stderr } = await runKorme(cwd, ['doctor'], { CHROME_PATH: join(cwd, 'no-browser') })
  expect([code, stderr]).toEqual([3, ''])
  expect(stdout).toMatch(/^✗ Browser {2,}CHROME_PATH points to the browser/m)
  expect(stdout).toMatch(/^1 problem found/m)
})

test('an output folder that cannot be written is exit code 3', async () => {
  const cwd = await folder({ 'decks/a.json': soundDeck })
  const { code, stdout } = await runKorme(cwd, ['doctor', '-o', '/proc/korme'])
  expect(code).toBe(3)
  expect(stdout).toMatch(/^✗ Output /m)
})
