import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { brokenDeck, cutDeck, folder, runKorme, soundDeck } from './run-korme.ts'

const outputs = async (folder: string) => (await readdir(folder).catch(() => [])).sort()

test('builds every deck of decks/, one row each, and says where to open them', async () => {
  const cwd = await folder({ 'decks/a.json': soundDeck, 'decks/long-name.deck.json': soundDeck, 'static/x.txt': '' })
  const { code, stdout, stderr } = await runKorme(cwd, ['build'])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(
    /^✓ decks\/a\.json\n {4}1 slide {2}no problems {2}\d+ kB {2}\d+\.\d\d s {2}dist\/a\.html\n✓ decks\/long-name\.deck\.json\n/,
  )
  expect(stdout).toContain(pathToFileURL(join(cwd, 'dist')).href)
  expect(await outputs(join(cwd, 'dist'))).toEqual(['a.html', 'long-name.html'])
})

test('repairs on the way, names every repair, and leaves the deck as it is', async () => {
  const cwd = await folder({ 'decks/a.json': brokenDeck, 'static/x.txt': '' })
  const { code, stdout } = await runKorme(cwd, ['build', 'decks/a.json'])
  expect(code).toBe(0)
  expect(stdout.match(/^decks\/a\.json:\d+:\d+: warning: .*\[comma-(?:missing|trailing)\]$/gm)).toHaveLength(2)
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

test('a handout that would have the name of another deck’s PDF is wrong usage', async () => {
  const cwd = await folder({ 'a.json': soundDeck, 'a.handout.json': soundDeck })
  const { code, stderr } = await runKorme(cwd, ['build', '--pdf', '--handout', 'a.json', 'a.handout.json'])
  expect([code, stderr.includes('a.handout.pdf')]).toEqual([2, true])
  expect((await runKorme(cwd, ['build', 'a.json', 'a.handout.json'])).code).toBe(0)
})

test.each([
  ['{{lines nothing}}', 'Cannot destructure'],
  ['{{> (lookup this "none")}}', 'The partial undefined could not be found'],
  ['{{#each}}x{{/each}}', 'Must pass iterator'],
])('a template of a theme that cannot be filled is an error of the theme, not a bug: %s', async (template, reason) => {
  const deck = JSON.stringify({ ...JSON.parse(soundDeck), theme: 'own' })
  const theme = '{ "extends": "official", "name": { "en": "Own" } }'
  const files = { 'static/.keep': '', 'themes/own/theme.json': theme, 'themes/own/text.hbs': template }
  const cwd = await folder({ 'decks/a.json': deck, 'decks/b.json': soundDeck, ...files })
  const { code, stderr } = await runKorme(cwd, ['build'])
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/^error: The templates of the theme "own" \(text\.hbs\) cannot be filled: [^\n]*\n$/),
  ])
  expect(stderr).toContain(reason)
  expect(await readdir(join(cwd, 'dist'))).toEqual(['b.html'])
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

describe('what people should know before they hand a file on', () => {
  const noted = JSON.stringify({
    name: 'N',
    lang: 'en',
    slide_now: 2,
    content: [
      { title: 'A', text: 'B', notes: 'Be brief.' },
      { title: 'C', text: 'D' },
    ],
  })

  test('the speaker notes are in it, and how to leave them out', async () => {
    const cwd = await folder({ 'decks/a.json': noted, 'decks/b.json': soundDeck, 'static/x': '' })
    const one = (await runKorme(cwd, ['build', 'decks/a.json'])).stdout
    expect(one).toContain('Whoever gets dist/a.html also gets the speaker notes.')
    expect(one).toContain('npx korme build --no-notes decks/a.json\n')
    expect((await runKorme(cwd, ['build'])).stdout).toMatch(
      /^npx korme build --no-notes$|: npx korme build --no-notes$/m,
    )
    const [without, sound] = [['--no-notes'], ['decks/b.json']].map(async (args) => runKorme(cwd, ['build', ...args]))
    for (const { stdout } of [await without!, await sound!]) expect(stdout).not.toContain('speaker notes')
  })

  test('the show starts later than at the first slide: build and check say where', async () => {
    const cwd = await folder({ 'decks/a.json': noted, 'static/x': '' })
    for (const command of ['build', 'check']) {
      const { stdout } = await runKorme(cwd, [command])
      expect(stdout.replace(/\s+/g, ' ')).toContain('The show starts at slide 2 of 2, because "slide_now" is 2.')
    }
  })
})

test('the address of a file is readable: letters and spaces as they are', async () => {
  const cwd = await folder({ 'decks/Көрме 2025.json': soundDeck, 'decks/100% №1 #2.json': soundDeck, 'static/x': '' })
  const { stdout } = await runKorme(cwd, ['build', 'decks/Көрме 2025.json'])
  expect(stdout).toContain(`\n  file://${cwd}/dist/Көрме 2025.html\n`)
  expect((await runKorme(cwd, ['build', 'decks/100% №1 #2.json'])).stdout).toContain('/dist/100%25 №1 %232.html\n')
})

test.each(['kk', 'ru', 'en'])('nothing is wider than the terminal (%s)', async (lang) => {
  const long = `${'ұзақ-атау-'.repeat(4)}.json`
  const cwd = await folder({ 'decks/a.json': brokenDeck, [`decks/${long}`]: cutDeck, 'static/x': '' })
  const widths = (stdout: string) => stdout.split('\n').filter((line) => line.length > 80 && !/^ *\S+$/.test(line))
  for (const args of [['check'], ['build'], ['check', '--fix'], ['themes'], ['new', 'b']]) {
    const { stdout } = await runKorme(cwd, [...args, '--messages', lang])
    expect(widths(stdout)).toEqual([])
  }
})
