import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { langs } from '../../src/model/lang.ts'
import { brokenDeck, cutDeck, folder, runKorme, soundDeck } from './run-korme.ts'

test('a sound deck has nothing to report', async () => {
  const cwd = await folder({ 'decks/a.json': soundDeck })
  expect(await runKorme(cwd, ['check', 'decks/a.json'])).toEqual({
    code: 0,
    stdout: '✓ decks/a.json  1 slide  no problems\n',
    stderr: '',
  })
})

test('every finding has its place, its frame and its slide, and the deck stays as it is', async () => {
  const cwd = await folder({ 'decks/a.json': brokenDeck })
  const { code, stdout, stderr } = await runKorme(cwd, ['check', 'decks/a.json'])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^decks\/a\.json:2:\d+: warning: \[comma-missing\]$/m)
  expect(stdout).toMatch(
    /^decks\/a\.json:7:\d+: warning: Slide 1 · 2 places \[comma-trailing\]\n {2}[^|]+\n {2}6 \| {3}"content": \[$/m,
  )
  expect(stdout).toMatch(/^ {4}\| *\^$/m)
  expect(stdout).toMatch(/^! decks\/a\.json {2}1 slide {2}2 warnings$/m)
  expect(stdout).toContain('npx korme check --fix decks/a.json')
  expect(await readFile(join(cwd, 'decks/a.json'), 'utf8')).toBe(brokenDeck)
})

test('findings come in the order of the file, in three languages with the same places and codes', async () => {
  const cwd = await folder({ 'a.json': brokenDeck })
  const reports = await Promise.all(langs.map((lang) => runKorme(cwd, ['check', 'a.json', '--messages', lang])))
  const heads = reports.map(({ stdout }) => stdout.split('\n').filter((line) => /\[[a-z-]+\]$/.test(line)))
  const facts = heads.map((lines) =>
    lines.map((line) => [/^a\.json:\d+:\d+:/.exec(line)?.[0], /\[.*\]$/.exec(line)?.[0]]),
  )
  expect(facts[0]).toEqual(facts[1])
  expect(facts[1]).toEqual(facts[2])
  expect(new Set(heads.map((lines) => lines[0])).size).toBe(3)
  const lines = heads[0]!.map((line) => Number(line.split(':')[1]))
  expect(lines).toEqual(lines.toSorted((a, b) => a - b))
})

test('names the file or the slide that a sentence is about, not those where the finding stands', async () => {
  const first = { title: 'A title', img_path: '/img/notes.png', text: '[there](#9)' }
  const deck = { name: 'Facts', lang: 'en', content: [first, { title: 'Two', text: 'x' }] }
  const cwd = await folder({ 'static/img/notes.png': 'a text', 'decks/a.json': JSON.stringify(deck) })
  const { stdout } = await runKorme(cwd, ['check', 'decks/a.json'])
  expect(stdout).toContain('"static/img/notes.png" is not an image format')
  expect(stdout).toContain('This link leads to slide 9, but the deck has 2 slides.')
})

test('offers --fix only where it would write', async () => {
  const cwd = await folder({ 'a.json': `${cutDeck.replace('"Cut",', '"Cut"')}` })
  const { stdout } = await runKorme(cwd, ['check', 'a.json'])
  expect(stdout).toContain('[comma-missing]')
  expect(stdout).not.toContain('--fix')
})

describe('--json', () => {
  test('prints one object of the promised shape and nothing else', async () => {
    const cwd = await folder({ 'decks/a.json': brokenDeck, 'decks/b.json': soundDeck })
    const { code, stdout, stderr } = await runKorme(cwd, ['check', '--json'])
    const report = JSON.parse(stdout)
    expect([code, stderr, Object.keys(report), report.version]).toEqual([0, '', ['version', 'files', 'errors'], 1])
    expect(report.files.map(({ file }: { file: string }) => file)).toEqual(['decks/a.json', 'decks/b.json'])
    expect(Object.keys(report.files[0])).toEqual(['file', 'slides', 'findings', 'translations'])
    for (const finding of report.files[0].findings) {
      const { line, column, range, edits } = finding
      expect(Object.keys(finding).sort()).toEqual(
        ['code', 'column', 'count', 'edits', 'line', 'message', 'range', 'severity', 'slide'].sort(),
      )
      expect(
        brokenDeck
          .split('\n')
          .slice(0, line - 1)
          .join('\n').length +
          (line > 1 ? 1 : 0) +
          column -
          1,
      ).toBe(range.start)
      for (const edit of edits) expect(Object.keys(edit).sort()).toEqual(['end', 'start', 'text'])
    }
  })

  test('its edits mend the deck', async () => {
    const cwd = await folder({ 'a.json': brokenDeck })
    const report = JSON.parse((await runKorme(cwd, ['check', '--json', 'a.json'])).stdout)
    const edits = report.files[0].findings.flatMap(
      (one: { edits: { start: number; end: number; text: string }[] }) => one.edits,
    )
    const mended = edits
      .toSorted((a: { start: number }, b: { start: number }) => b.start - a.start)
      .reduce(
        (text: string, { start, end, text: put }: { start: number; end: number; text: string }) =>
          text.slice(0, start) + put + text.slice(end),
        brokenDeck,
      )
    expect(JSON.parse(mended).name).toBe('Hand-edited')
  })

  test('has the same exit code, and leaves out what cannot be read', async () => {
    const cwd = await folder({ 'a.json': cutDeck })
    const { code, stdout, stderr } = await runKorme(cwd, ['check', '--json', 'a.json', 'missing.json'])
    expect([code, JSON.parse(stdout).files.length]).toEqual([2, 1])
    expect(stderr).toMatch(/^error: .*missing\.json.*\n$/)
  })
})

test('a deck with errors is exit code 1; warnings are one only with --strict', async () => {
  const cwd = await folder({ 'cut.json': cutDeck, 'broken.json': brokenDeck, 'sound.json': soundDeck })
  expect((await runKorme(cwd, ['check', 'cut.json'])).code).toBe(1)
  expect((await runKorme(cwd, ['check', 'broken.json'])).code).toBe(0)
  expect((await runKorme(cwd, ['check', '--strict', 'broken.json'])).code).toBe(1)
  expect((await runKorme(cwd, ['check', '--strict', 'sound.json'])).code).toBe(0)
})

test('--quiet prints errors only', async () => {
  const cwd = await folder({ 'cut.json': cutDeck, 'broken.json': brokenDeck })
  expect(await runKorme(cwd, ['check', '--quiet', 'broken.json'])).toEqual({ code: 0, stdout: '', stderr: '' })
  const { stdout } = await runKorme(cwd, ['check', '-q', 'cut.json', 'broken.json'])
  expect(stdout).toMatch(/: error: /)
  expect(stdout).not.toMatch(/warning/)
})

test('prints a hundred different findings, the worst, and counts the rest', async () => {
  const slides = Array.from({ length: 150 }, (_, i) => ({ title: `Slide ${i}`, block: '1', img_path: `/img/${i}.png` }))
  const many = JSON.stringify({ name: 'Many', lang: 'en', content: slides })
  const cwd = await folder({ 'many.json': many })
  const { stdout } = await runKorme(cwd, ['check', 'many.json'])
  expect(stdout.match(/\[image-file-missing\]$/gm)).toHaveLength(100)
  expect(stdout).toContain('50 more findings are not shown. Use --json to print them all.')
  const report = JSON.parse((await runKorme(cwd, ['check', '--json', 'many.json'])).stdout)
  expect(report.files[0].findings).toHaveLength(150)
})

describe('errors among many warnings', () => {
  const quoted = `{ 'name': 'Q', 'lang': 'en', 'content': [\n${`{ 'title': 'A', 'text': 'B' },\n`.repeat(60)}]}`
  const flood = (n: number) =>
    JSON.stringify({
      lang: 'en',
      content: Array.from({ length: 15 }, (_, i) => ({ title: `S${i}`, img_path: `/img/${n}-${i}.png` })),
    })
  const decks = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`decks/${n + 10}.json`, flood(n)]))

  test.each([[['check']], [['build']], [['check', '--strict']]])(
    '%j prints them first, of the last deck too',
    async (args) => {
      const cwd = await folder({ ...decks, 'decks/last.json': cutDeck, 'static/x': '' })
      const { code, stdout } = await runKorme(cwd, args)
      const lines = stdout.split('\n')
      expect([code, lines[0]]).toEqual([1, expect.stringMatching(/^decks\/last\.json:4:\d+: error: /)])
      expect(lines.length).toBeLessThan(850)
    },
  )

  test('the run ends with how many are good and the names of the others', async () => {
    const cwd = await folder({ ...decks, 'decks/last.json': cutDeck, 'static/x': '' })
    const lastLine = async (...args: string[]) => (await runKorme(cwd, args)).stdout.trimEnd().split('\n').at(-1)
    expect(await lastLine('check')).toBe('10 of 11 without errors; with errors: decks/last.json')
    expect(await lastLine('build')).toBe('10 of 11 built; failed: decks/last.json')
    expect(await lastLine('build', 'decks/10.json', 'none.json')).toBe('1 of 2 built; failed: none.json')
    expect(await lastLine('check', 'decks/last.json')).not.toContain('of 1')
  })

  test('equal findings are one, with their places; --json keeps each with its edits', async () => {
    const cwd = await folder({ 'a.json': quoted })
    const { stdout } = await runKorme(cwd, ['check', 'a.json'])
    expect(stdout.match(/\[quote-single\]$/gm)).toHaveLength(1)
    expect(stdout).toMatch(/^a\.json:1:3: warning: 245 places \[quote-single\]$/m)
    expect(stdout).toContain('  Also in lines 2, 3, 4, 5, 6, 7, 8, 9 and 52 more\n')
    const total = Number(/^! a\.json.*?(\d+) warning/m.exec(stdout)?.[1])
    expect(total).toBe(stdout.match(/: warning: /g)?.length)
    const [file] = JSON.parse((await runKorme(cwd, ['check', '--json', 'a.json'])).stdout).files
    const found = file.findings.filter(({ code }: { code: string }) => code === 'quote-single')
    expect([found.length, found.every(({ edits }: { edits: unknown[] }) => edits.length === 2)]).toEqual([245, true])
  })

  test('every error is printed, however many there are', async () => {
    const content = Array.from({ length: 150 }, (_, i) => ({ title: 'A', blocks: [{ type: `kind${i}`, text: 'B' }] }))
    const cwd = await folder({ 'a.json': JSON.stringify({ lang: 'en', content }) })
    const { stdout } = await runKorme(cwd, ['check', 'a.json'])
    const report = JSON.parse((await runKorme(cwd, ['check', '--json', 'a.json'])).stdout)
    const errors = report.files[0].findings.filter(({ severity }: { severity: string }) => severity === 'error')
    expect(stdout.match(/: error: /g)?.length).toBe(
      new Set(errors.map(({ message }: { message: string }) => message)).size,
    )
  })
})

test('--fix is offered for the one deck by its name, for several by their number', async () => {
  const cwd = await folder({ 'decks/a.json': brokenDeck, 'decks/good.json': '{"lang":"en","content":[{"title":"A"}]}' })
  expect((await runKorme(cwd, ['check'])).stdout).toContain('make 3 repairs in decks/a.json: npx korme check --fix\n')
  await writeFile(join(cwd, 'decks/b.json'), brokenDeck)
  expect((await runKorme(cwd, ['check'])).stdout).toContain('make 6 repairs in 2 files: npx korme check --fix\n')
})

test('--fix is offered for all decks at once, with the project that was named', async () => {
  const cwd = await folder({ 'talks/decks/a.json': brokenDeck, 'talks/decks/b c.json': brokenDeck })
  expect((await runKorme(cwd, ['check', '--root', 'talks'])).stdout).toMatch(/npx korme check --fix --root talks$/m)
  const named = await runKorme(cwd, ['check', '--root', 'talks', 'talks/decks/b c.json'])
  expect(named.stdout).toMatch(/npx korme check --fix "talks\/decks\/b c\.json" --root talks$/m)
})

describe('colour', () => {
  const look = async (env: Record<string, string>) => {
    const cwd = await folder({ 'a.json': brokenDeck })
    return (await runKorme(cwd, ['check', 'a.json'], env)).stdout.includes('\x1b[')
  }
  test('is not sent into a pipe', async () => expect(await look({})).toBe(false))
  test('can be forced', async () => expect(await look({ FORCE_COLOR: '1' })).toBe(true))
  test('is refused by NO_COLOR', async () => expect(await look({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false))
})

test('counts the slides of the file, and the pages if there are more', async () => {
  const text = 'A sentence of a text that is much too long for one slide. '.repeat(80)
  const deck = { name: 'Long', lang: 'en', content: [{ title: 'Long', block: '2', text }] }
  const cwd = await folder({ 'a.json': JSON.stringify(deck) })
  const { stdout } = await runKorme(cwd, ['check', 'a.json'])
  expect(stdout).toMatch(/a\.json {2}1 slide, [2-9] pages /)
})
