import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pdfExtension } from '../../src/documents/file-extensions.ts'
import { parseRange } from '../../src/model/slide-range.ts'
import { readPdf } from '../pdf-file.ts'
import { bin, brokenDeck, cutDeck, folder, runKorme, soundDeck, spawnKorme } from './run-korme.ts'

const files = async (path: string) => (await readdir(path).catch(() => [])).sort()
const pagesOf = async (path: string) => (await readPdf(await readFile(path))).pages.length
/** What is told of the browser and its sandbox has nothing to do with the deck. */
const without = (stderr: string) => stderr.replace(/^warning: The browser .*\n/gm, '')

describe('korme pdf', () => {
  test('writes a PDF of every deck, says so, and tells how far it is where there is no terminal', async () => {
    const cwd = await folder({ 'decks/a.json': soundDeck, 'decks/b.json': soundDeck, 'static/x': '' })
    const { code, stdout, stderr } = await spawnKorme(cwd, ['pdf'])
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^✓ decks\/a\.json +1 slide +no problems +\d+ kB +\d+\.\d\d s +dist\/a\.pdf\n✓ decks\/b\.json/,
    )
    expect(without(stderr)).toBe('Building a.json (1 of 2)\nBuilding b.json (2 of 2)\n')
    expect(await files(join(cwd, 'dist'))).toEqual(['a.pdf', 'b.pdf'])
    expect(await pagesOf(join(cwd, 'dist/a.pdf'))).toBe(1)
  })

  test('tells how many pages of a long deck are printed', async () => {
    const content = Array.from({ length: 160 }, (_, i) => ({ title: `${i + 1}` }))
    const cwd = await folder({ 'long.json': JSON.stringify({ name: 'Long', lang: 'en', content }) })
    const { code, stderr } = await spawnKorme(cwd, ['pdf', 'long.json'])
    expect(code).toBe(0)
    expect(without(stderr)).toBe('Building long.json (1 of 1)\nPrinting long.json: 80 of 160 pages\n')
    expect(await pagesOf(join(cwd, 'dist/long.pdf'))).toBe(160)
  })

  test.runIf(process.platform === 'linux')('works, or says why not, where no cache can be made', async () => {
    const cwd = await folder({ 'a.json': soundDeck })
    const nowhere = { HOME: '/nonexistent', XDG_CACHE_HOME: '/proc/x' }
    const { code, stdout, stderr } = await runKorme(cwd, ['pdf', 'a.json'], nowhere)
    if (code === 0) expect(await files(join(cwd, 'dist'))).toEqual(['a.pdf'])
    else {
      // The packaged browser alone needs a place to be unpacked to.
      expect([code, stdout]).toEqual([3, expect.not.stringContaining('✓')])
      expect(without(stderr)).toMatch(/^error: [^\n]*\/proc\/x\/korme/m)
    }
  })

  test.runIf(process.platform === 'linux')('says so where the folder for the output can not be made', async () => {
    const cwd = await folder({ 'a.json': soundDeck })
    const { code, stderr } = await runKorme(cwd, ['pdf', '-o', '/proc/x/y', 'a.json'])
    expect([code, without(stderr)]).toEqual([
      3,
      expect.stringMatching(/^error: \/proc\/x\/y\/a\.pdf cannot be written/m),
    ])
  })

  test('says nothing with --quiet', async () => {
    const cwd = await folder({ 'a.json': brokenDeck })
    const { code, stdout, stderr } = await runKorme(cwd, ['pdf', '--quiet', '-o', 'out', 'a.json'])
    expect([code, stdout, stderr]).toEqual([0, '', ''])
    expect(await files(join(cwd, 'out'))).toEqual(['a.pdf'])
  })

  test('prints one object with --json', async () => {
    const cwd = await folder({ 'a.json': soundDeck })
    const { code, stdout, stderr } = await runKorme(cwd, ['pdf', '--json', 'a.json'])
    expect([code, without(stderr)]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, files: [{ file: 'a.json', slides: 1, findings: [] }] })
  })

  test('writes a file for each language with --lang all', async () => {
    const text = { kk: 'Тақырып', ru: 'Заголовок', en: 'Title' }
    const cwd = await folder({ 'a.json': JSON.stringify({ name: 'L', content: [{ title: text, block: '1' }] }) })
    expect((await runKorme(cwd, ['pdf', '--lang', 'all', '-q', 'a.json'])).code).toBe(0)
    expect(await files(join(cwd, 'dist'))).toEqual(['a.en.pdf', 'a.kk.pdf', 'a.ru.pdf'])
    const { lang, pages } = await readPdf(await readFile(join(cwd, 'dist/a.kk.pdf')))
    expect([lang, pages[0]!.text]).toEqual(['kk', expect.stringContaining('Тақырып')])
  })

  test.each([
    ['0', '"0"'],
    ['5-2', '"5-2"'],
    ['two', '"two"'],
    ['1,,2', '"1,,2"'],
  ])('--range %s is wrong usage', async (range, shown) => {
    const cwd = await folder({ 'a.json': soundDeck })
    const { code, stdout, stderr } = await runKorme(cwd, ['pdf', '--range', range, 'a.json'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(shown)
    expect(stderr).toMatch(/^error: [^\n]+\n$/)
  })

  test('--range beyond the deck is exit code 2, nothing is written, and nothing is said of the browser', async () => {
    const cwd = await folder({ 'a.json': soundDeck })
    const { code, stderr } = await runKorme(cwd, ['pdf', '--no-sandbox', '--range', '1-3', 'a.json'])
    expect([code, stderr]).toEqual([
      2,
      'Building a.json (1 of 1)\nerror: --range contains 1-3, but a.json has 1 slide. Choose numbers up to 1.\n',
    ])
    expect(await files(join(cwd, 'dist'))).toEqual([])
  })

  test('a deck with errors is exit code 1; the others are printed', async () => {
    const cwd = await folder({ 'a.json': cutDeck, 'b.json': soundDeck })
    const { code, stdout } = await runKorme(cwd, ['pdf', 'a.json', 'b.json'])
    expect(code).toBe(1)
    expect(stdout).toContain('not built')
    expect(await files(join(cwd, 'dist'))).toEqual(['b.pdf'])
  })
})

test.each(['pdf', 'handout'])('%s takes the bare name of a deck', async (command) => {
  const cwd = await folder({ 'decks/koktem.json': soundDeck })
  expect((await runKorme(cwd, [command, '-q', 'koktem'])).code).toBe(0)
  expect((await runKorme(cwd, [command, '-q', 'koktm'])).code).toBe(2)
})

test('a document with notes, lines or of some slides does not replace the ordinary one', async () => {
  const cwd = await folder({ 'a.json': soundDeck })
  const runs = [[], ['--notes'], ['--range', '1'], ['--notes', '--range', '1']]
  for (const args of runs) expect((await runKorme(cwd, ['pdf', '-q', ...args, 'a.json'])).code).toBe(0)
  const handouts = [[], ['--notes'], ['--lines'], ['--range', '1', '--notes']]
  for (const args of handouts) expect((await runKorme(cwd, ['handout', '-q', ...args, 'a.json'])).code).toBe(0)
  expect(await files(join(cwd, 'dist'))).toEqual(
    [
      ...['a.pdf', 'a.notes.pdf', 'a.1.pdf', 'a.1.notes.pdf'],
      ...['a.handout.pdf', 'a.notes.handout.pdf', 'a.lines.handout.pdf', 'a.1.notes.handout.pdf'],
    ].sort(),
  )
})

test.each([
  ['3-7', 'a.3-7.pdf'],
  ['2–5, 9', 'a.2-5,9.pdf'],
  ['7-', 'a.7-.pdf'],
  ['1,3,5,7,9,11,13,15,17,19', 'a.1,3,5,7,9,11,13,15+2.pdf'],
])('--range %s goes into the name', (range, name) => {
  expect(`a.${pdfExtension({ range: parseRange(range)! })}`).toBe(name)
})

describe('where the browser fails', () => {
  const browsers: [string, string, RegExp][] = [
    ['is missing', '', /no such file/],
    ['is a text', 'just a text', /cannot be executed/],
    ['is another program', '#!/bin/sh\necho "nothing here" >&2\nexit 3\n', /did not start: nothing here/],
  ]
  test.each(browsers)('one that %s is exit code 3, in one line, without a PDF', async (_, script, said) => {
    const cwd = await folder({ 'a.json': soundDeck, 'b.json': soundDeck })
    const browser = join(cwd, 'browser')
    if (script !== '') await writeFile(browser, script)
    if (script.startsWith('#!')) await chmod(browser, 0o755)
    const { code, stdout, stderr } = await runKorme(cwd, ['pdf', '-q', '--browser', browser, 'a.json', 'b.json'])
    expect([code, stdout]).toEqual([3, ''])
    expect(stderr).toMatch(/^error: [^\n]+\n$/)
    expect(stderr).toMatch(said)
    expect(await files(join(cwd, 'dist'))).toEqual([])
  })

  test('build --pdf writes the HTML all the same', async () => {
    const cwd = await folder({ 'decks/a.json': soundDeck, 'static/x': '' })
    const { code, stdout, stderr } = await runKorme(cwd, ['build', '--pdf'], { CHROME_PATH: join(cwd, 'none') })
    expect(code).toBe(3)
    expect(stdout).toMatch(/^✓ decks\/a\.json .* dist\/a\.html\n/)
    expect(stderr.match(/^error: CHROME_PATH points to the browser .*$/gm)).toHaveLength(1)
    expect(await files(join(cwd, 'dist'))).toEqual(['a.html'])
  })

  test('a deck with errors needs none', async () => {
    const cwd = await folder({ 'a.json': cutDeck })
    const { code, stderr } = await runKorme(cwd, ['pdf', '-q', 'a.json'], { CHROME_PATH: join(cwd, 'none') })
    expect([code, stderr]).toEqual([1, ''])
  })
})

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'the browser that comes with the program is unpacked where there is none, and is the one that prints',
  async () => {
    const cwd = await folder({ 'a.json': soundDeck })
    const env = { XDG_CACHE_HOME: join(cwd, 'cache'), PUPPETEER_CACHE_DIR: cwd }
    // By the part that is loaded first, whatever else this machine has.
    const { stderr } = await spawnKorme(cwd, ['pdf', 'a.json'], env)
    expect(stderr).not.toContain('/usr/bin')
    expect(await files(join(cwd, 'cache/korme'))).toEqual([
      'builds',
      'calls',
      expect.stringMatching(/^chromium-/),
      'code',
    ])
    const { code, stdout } = await spawnKorme(cwd, ['doctor'], env)
    expect([code, stdout]).toEqual([0, expect.stringMatching(/HeadlessChrome [\d.]+,\s+\S*\/headless-shell$/m)])
    // Nor does the browser keep anything of its own there.
    expect(await files(join(cwd, 'cache'))).toEqual(['korme'])
  },
)

test('build --pdf writes both beside each other', async () => {
  const cwd = await folder({ 'decks/a.json': soundDeck, 'static/x': '' })
  expect((await spawnKorme(cwd, ['build', '--pdf', '-q'])).code).toBe(0)
  expect(await files(join(cwd, 'dist'))).toEqual(['a.html', 'a.pdf'])
})

test.each([
  ['a deck is missing', ['pdf', 'missing.json']],
  ['a flag is unknown', ['handout', '--ranges', '2', 'a.json']],
  ['a deck has errors', ['build', '--pdf', 'cut.json']],
])('where %s, the browser that was started for the command is gone with all it had', async (_, args) => {
  const cwd = await folder({ 'a.json': soundDeck, 'cut.json': cutDeck })
  const { code } = await spawnKorme(cwd, args, { TMPDIR: cwd })
  expect(code).toBe(args[0] === 'build' ? 1 : 2)
  expect(await files(cwd)).toEqual(['a.json', 'cut.json'])
})

test('Ctrl-C leaves no process, no profile, no half a file', async () => {
  const content = Array.from({ length: 400 }, (_, i) => ({ title: `Slide ${i}`, text: 'A text. '.repeat(40) }))
  const cwd = await folder({ 'a.json': JSON.stringify({ name: 'Long', lang: 'en', content }) })
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, LANG: 'C', TMPDIR: cwd }
  const child = spawn(process.execPath, [bin, 'pdf', '-q', 'a.json'], { cwd, env, stdio: 'ignore' })
  const ended = once(child, 'exit')
  const profiles = async () => (await files(cwd)).filter((name) => name.startsWith('korme-browser-'))
  await expect.poll(profiles).not.toEqual([])
  child.kill('SIGINT')
  const [code, signal] = await ended
  expect(code === 0 ? 'done' : signal).toBe('SIGINT')
  expect(await files(cwd)).toEqual(['a.json'])
})
