import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { brokenDeck, cutDeck, folder, runKorme, soundDeck, spawnKorme } from './run-korme.ts'

const outputs = async (folder: string) => (await readdir(folder).catch(() => [])).sort()

test('builds every deck of decks/, one line each, and says where to open them', async () => {
  const cwd = await folder({ 'decks/a.json': soundDeck, 'decks/long-name.deck.json': soundDeck, 'static/x.txt': '' })
  const { code, stdout, stderr } = await spawnKorme(cwd, ['build'])
  expect([code, stderr]).toEqual([0, ''])
  const [a, b] = stdout.split('\n')
  expect(a).toMatch(/^✓ decks\/a\.json +1 slide {2}no problems +\d+ kB +\d+\.\d\d s {2}dist\/a\.html$/)
  expect(b).toMatch(
    /^✓ decks\/long-name\.deck\.json +1 slide {2}no problems +\d+ kB +\d+\.\d\d s {2}dist\/long-name\.html$/,
  )
  expect(a!.indexOf('1 slide')).toBe(b!.indexOf('1 slide'))
  expect(stdout).toContain(pathToFileURL(join(cwd, 'dist')).href)
  expect(await outputs(join(cwd, 'dist'))).toEqual(['a.html', 'long-name.html'])
})

test('repairs on the way, names every repair, and leaves the deck as it is', async () => {
  const cwd = await folder({ 'decks/a.json': brokenDeck, 'static/x.txt': '' })
  const { code, stdout } = await runKorme(cwd, ['build', 'decks/a.json'])
  expect(code).toBe(0)
  expect(stdout.match(/^decks\/a\.json:\d+:\d+: warning: .*\[comma-(?:missing|trailing)\]$/gm)).toHaveLength(3)
  expect(stdout).toContain('npx korme check decks/a.json')
  expect(await readFile(join(cwd, 'dist/a.html'), 'utf8')).toContain('A title')
  expect(await readFile(join(cwd, 'decks/a.json'), 'utf8')).toBe(brokenDeck)
})

test('a deck with errors is shown, not built, and the others are', async () => {
  const cwd = await folder({ 'decks/a.json': cutDeck, 'decks/b.json': soundDeck, 'static/x.txt': '' })
  const { code, stdout } = await runKorme(cwd, ['build'])
  expect(code).toBe(1)
  expect(stdout).toMatch(/^decks\/a\.json:4:\d+: error: /m)
  expect(stdout).toMatch(/^✗ decks\/a\.json .* not built$/m)
  expect(stdout).toMatch(/^✓ decks\/b\.json .* dist\/b\.html$/m)
  expect(await outputs(join(cwd, 'dist'))).toEqual(['b.html'])
})

test('a deck that is not there is told, and the others are built', async () => {
  const cwd = await folder({ 'b.json': soundDeck })
  const { code, stdout, stderr } = await runKorme(cwd, ['build', 'missing.json', 'b.json'])
  expect([code, stderr]).toEqual([2, 'error: The file missing.json does not exist. Check its name and folder.\n'])
  expect(stdout).toContain('dist/b.html')
})

test('--strict builds nothing from a deck with warnings', async () => {
  const cwd = await folder({ 'a.json': brokenDeck })
  const { code, stdout } = await runKorme(cwd, ['build', '--strict', 'a.json'])
  expect([code, stdout.includes('not built')]).toEqual([1, true])
  expect(await outputs(join(cwd, 'dist'))).toEqual([])
})

test('two decks with the same output are wrong usage, and nothing is written', async () => {
  const cwd = await folder({ 'decks/a.json': soundDeck, 'decks/A.deck.json': soundDeck })
  const { code, stderr } = await runKorme(cwd, ['build'])
  expect([code, stderr.includes('would be written to the same file')]).toEqual([2, true])
  expect(await outputs(join(cwd, 'decks/dist'))).toEqual([])
})

test('the same deck named twice is built once', async () => {
  const cwd = await folder({ 'a.json': soundDeck })
  const { code, stdout } = await runKorme(cwd, ['build', 'a.json', './a.json'])
  expect([code, stdout.match(/a\.html$/gm)?.length]).toEqual([0, 2])
})

test('--out names the folder, --json prints findings alone, --quiet nothing', async () => {
  const cwd = await folder({ 'a.json': brokenDeck })
  const { stdout } = await runKorme(cwd, ['build', '-o', 'public/slides', '--json', 'a.json'])
  expect(JSON.parse(stdout).files[0].findings).toHaveLength(3)
  expect(await outputs(join(cwd, 'public/slides'))).toEqual(['a.html'])
  expect(await runKorme(cwd, ['build', '-q', 'a.json'])).toEqual({ code: 0, stdout: '', stderr: '' })
})

test('no deck at all is wrong usage', async () => {
  const { code, stdout, stderr } = await runKorme(await folder(), ['build'])
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^error: There is no deck in decks[\\/]\. .*npx korme new my-talk\n$/)
})

describe('an output that cannot be written', () => {
  test('is exit code 3, in one line, and what was there stays', async () => {
    const cwd = await folder({ 'a.json': soundDeck, taken: 'a file' })
    const { code, stdout, stderr } = await runKorme(cwd, ['build', '-o', 'taken', 'a.json'])
    expect([code, stdout]).toEqual([3, ''])
    expect(stderr).toMatch(/^error: [^\n]+\n$/)
    expect(await readFile(join(cwd, 'taken'), 'utf8')).toBe('a file')
  })

  test('as where a folder has its name', async () => {
    const cwd = await folder({ 'a.json': soundDeck })
    await mkdir(join(cwd, 'dist/a.html/inside'), { recursive: true })
    const { code, stderr } = await runKorme(cwd, ['build', 'a.json'])
    expect([code, stderr.split('\n').length]).toEqual([3, 2])
    expect(await outputs(join(cwd, 'dist'))).toEqual(['a.html'])
  })
})
