import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { runs } from '../support/property-runs.ts'
import { folder, runKorme, soundDeck, spawnKorme } from './run-korme.ts'

const pictures: Uint8Array[] = []

beforeAll(async () => {
  for (const background of ['#a00', '#0a0', '#00a'])
    pictures.push(
      await sharp({ create: { width: 64, height: 48, channels: 3, background } })
        .png()
        .toBuffer(),
    )
})

const deckOf = (text: string, more: object = {}) =>
  JSON.stringify({
    name: 'Talk',
    lang: 'en',
    slide_max: 2,
    slide_now: 1,
    content: [
      { title: 'One', block: '2', text, img_path: '/img/a.png' },
      { title: 'Two', block: '2', text: 'A text', img_path: '/img/Late.png' },
    ],
    ...more,
  })

const readIfThere = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null)

/** The shipped theme with another colour. */
const themeIn = (accent: string) => {
  const text = readFileSync(join(import.meta.dirname, '../../themes/official/theme.json'), 'utf8')
  const theme = JSON.parse(text)
  return JSON.stringify({ ...theme, colors: { ...theme.colors, accent } })
}

async function project(more: Record<string, string | Uint8Array> = {}) {
  const cwd = await folder({ 'decks/a.json': deckOf('Words'), 'static/img/a.png': pictures[0]!, ...more })
  const home = await folder()
  const env = { XDG_CACHE_HOME: home }
  return {
    cwd,
    home,
    /** Builds with the memory of earlier builds. */
    build: (args: string[] = [], program = 'p', command = 'build') =>
      runKorme(cwd, [command, 'decks/a.json', ...args], env, program),
    /** Builds as if it were the first time, into another folder. */
    fresh: (args: string[] = []) =>
      runKorme(cwd, ['build', 'decks/a.json', '--out', join(home, 'fresh'), ...args], {
        XDG_CACHE_HOME: join(home, 'no'),
      }),
    page: () => readIfThere(join(cwd, 'dist/a.html')),
    freshPage: () => readIfThere(join(home, 'fresh/a.html')),
  }
}

const isUnchanged = ({ stdout }: { stdout: string }) => / {2}unchanged( {2}|\n)/.test(stdout)

test.each([
  ['en', 'unchanged'],
  ['ru', 'без изменений'],
  ['kk', 'өзгеріссіз'],
])(
  'a second build says in %s that nothing had to be done, and all else that the first one said',
  async (lang, word) => {
    const { build, cwd } = await project()
    const first = await build(['--messages', lang])
    const written = statSync(join(cwd, 'dist/a.html'))
    const second = await build(['--messages', lang])
    expect(first.stdout).toContain('[image-file-missing]')
    expect(second.stdout).toMatch(new RegExp(`  ${word}(?:  |\\n)`))
    const withoutTime = (text: string) =>
      text.replace(/\s+/g, ' ').replace(/ (?:\d+[.,]\d\d \S+|unchanged|без изменений|өзгеріссіз)(?= )/, '')
    expect(withoutTime(second.stdout)).toBe(withoutTime(first.stdout))
    // On a busy machine, the first one says how far it is.
    expect([second.code, second.stderr]).toEqual([first.code, ''])
    expect(statSync(join(cwd, 'dist/a.html')).mtimeMs).toBe(written.mtimeMs)
    expect(statSync(join(cwd, 'dist/a.html')).ino).toBe(written.ino)
  },
)

test('--json says the same both times', async () => {
  const { build } = await project()
  const first = await build(['--json'])
  expect(await build(['--json'])).toEqual(first)
  expect(JSON.parse(first.stdout).files[0].findings).not.toEqual([])
})

describe('is built again', () => {
  const put = (name: string, content: string | Uint8Array) => async (cwd: string) => {
    await mkdir(dirname(join(cwd, name)), { recursive: true })
    await writeFile(join(cwd, name), content)
  }
  test.each<[string, (cwd: string) => unknown]>([
    ['the deck changes', put('decks/a.json', deckOf('Other words'))],
    ['a picture changes', (cwd) => put('static/img/a.png', pictures[1]!)(cwd)],
    ['a picture that was missing is there', (cwd) => put('static/img/Late.png', pictures[1]!)(cwd)],
    ['it is there with a name in another case', (cwd) => put('static/img/late.PNG', pictures[1]!)(cwd)],
    ['it is there in another folder that is searched', (cwd) => put('decks/img/Late.png', pictures[1]!)(cwd)],
    ['a file with a similar name is there', (cwd) => put('static/img/Lat.png', pictures[1]!)(cwd)],
    ['a picture is gone', (cwd) => rmSync(join(cwd, 'static/img/a.png'))],
    ['the project has a theme of the same name', put('themes/official/theme.json', themeIn('#123456'))],
    ['another deck has the same name', put('decks/a.json.txt', '{}')],
    ['the document is gone', (cwd) => rmSync(join(cwd, 'dist/a.html'))],
    ['the document was cut', (cwd) => put('dist/a.html', readFileSync(join(cwd, 'dist/a.html')).subarray(1))(cwd)],
    [
      'the document was edited, with the same size and time',
      async (cwd) => {
        const path = join(cwd, 'dist/a.html')
        const { atime, mtime } = statSync(path)
        await writeFile(path, readFileSync(path, 'utf8').replace('Words', 'Sword'))
        utimesSync(path, atime, mtime)
      },
    ],
    [
      'a picture is a link to another one',
      (cwd) => {
        rmSync(join(cwd, 'static/img/a.png'))
        symlinkSync(join(cwd, 'static/img/b.png'), join(cwd, 'static/img/a.png'))
      },
    ],
  ])('if %s', async (_, change) => {
    const { build, cwd, fresh, freshPage, page } = await project({ 'static/img/b.png': pictures[2]! })
    await build()
    expect(isUnchanged(await build())).toBe(true)
    await change(cwd)
    expect(isUnchanged(await build())).toBe(false)
    await fresh()
    expect(page()).toBe(freshPage())
    expect(isUnchanged(await build())).toBe(true)
  })

  test.each([
    ['the theme', ['--theme', 'calm']],
    ['the format', ['--aspect', '4:3']],
    ['the language', ['--lang', 'ru']],
    ['the notes', ['--no-notes']],
    ['the folder', ['--out', 'other']],
    ['strictness', ['--strict-fit']],
    ['how it prints', ['--ink', 'save']],
  ])('with another value of %s', async (_, args) => {
    const { build } = await project()
    await build()
    expect(isUnchanged(await build(args))).toBe(false)
    expect(isUnchanged(await build(args))).toBe(true)
  })

  test('by another version of the program', async () => {
    const { build } = await project()
    await build([], 'one')
    expect(isUnchanged(await build([], 'two'))).toBe(false)
  })

  test('if there are errors or, with --strict, warnings: nothing was written that could stay', async () => {
    const { build } = await project()
    for (let i = 0; i < 2; i++) expect((await build(['--strict'])).code).toBe(1)
    const broken = await project({ 'decks/a.json': '{"content": [{"title": "A' })
    for (let i = 0; i < 2; i++) expect((await broken.build()).code).toBe(1)
  })
})

test('two calls that write the same file never leave that of the other', async () => {
  const { build, page } = await project({
    'decks/a.json': deckOf('Words').replace('"block":"2"', '"block":"2","notes":"Nota"'),
  })
  for (let i = 0; i < 2; i++) {
    await build()
    expect(page()).toContain('Nota')
    await build(['--no-notes'])
    expect(page()).not.toContain('Nota')
  }
})

test('a folder of decks: only the one that changed is built', async () => {
  const { cwd, home } = await project({ 'decks/b.json': soundDeck })
  const build = () => runKorme(cwd, ['build'], { XDG_CACHE_HOME: home }, 'p')
  await build()
  await writeFile(join(cwd, 'decks/b.json'), soundDeck.replace('A text', 'B text'))
  const { stdout } = await build()
  expect(stdout.match(/ {2}(?:unchanged|\d\.\d\d s)(?=\s)/g)?.map((time) => time.replace(/\d/g, '0'))).toEqual([
    '  unchanged',
    '  0.00 s',
  ])
})

test('a film that was copied beside the page belongs to it', async () => {
  const film = readFileSync(join(import.meta.dirname, '../fixtures/video/h264.mp4'))
  const { build, cwd } = await project({ 'static/video/film.mp4': film, 'static/img/Late.png': pictures[1]! })
  const content = [{ title: 'Film', block: '1', video: '/video/film.mp4' }]
  await writeFile(join(cwd, 'decks/a.json'), JSON.stringify({ name: 'Talk', lang: 'en', content }))
  const copy = join(cwd, 'dist/a.files/film.mp4')
  const changes: (() => unknown)[] = [
    () => rmSync(copy),
    () => writeFile(copy, 'short'),
    () => writeFile(join(cwd, 'static/video/film.mp4'), Buffer.concat([film, Buffer.alloc(8)])),
  ]
  await build()
  for (const change of changes) {
    await change()
    expect(isUnchanged(await build())).toBe(false)
    expect(readFileSync(copy)).toEqual(readFileSync(join(cwd, 'static/video/film.mp4')))
    expect(isUnchanged(await build())).toBe(true)
  }
})

test('where nothing can be cached, everything is built each time', async () => {
  const { cwd } = await project()
  const file = join(await folder({ file: '' }), 'file')
  for (const nowhere of [file, '/proc/none']) {
    for (let i = 0; i < 2; i++) {
      const run = await runKorme(cwd, ['build', 'decks/a.json'], { XDG_CACHE_HOME: nowhere }, 'p')
      expect([run.code, run.stderr, isUnchanged(run)]).toEqual([0, '', false])
    }
  }
})

test.runIf(process.platform !== 'win32')('a record in a folder that others may write to is not believed', async () => {
  const { build, home } = await project()
  await build()
  chmodSync(join(home, 'korme/builds'), 0o777)
  expect(isUnchanged(await build())).toBe(false)
})

test('a damaged record is ignored', async () => {
  const { build, home } = await project()
  await build()
  const builds = join(home, 'korme/builds')
  for (const name of readdirSync(builds)) await writeFile(join(builds, name), 'x')
  expect(isUnchanged(await build())).toBe(false)
})

test('the program identifies itself, and starts no browser for a PDF that is there', async () => {
  const cwd = await folder({ 'decks/a.json': soundDeck })
  const env = { XDG_CACHE_HOME: await folder(), HOME: await folder() }
  const run = () => spawnKorme(cwd, ['pdf', 'decks/a.json'], env)
  const first = await run()
  expect([first.code, isUnchanged(first)]).toEqual([0, false])
  const bytes = readFileSync(join(cwd, 'dist/a.pdf'))
  // A browser could not make its profile there.
  const second = await spawnKorme(cwd, ['pdf', 'decks/a.json'], { ...env, TMPDIR: join(cwd, 'none') })
  expect([second.code, second.stderr, isUnchanged(second)]).toEqual([0, '', true])
  rmSync(join(cwd, 'dist/a.pdf'))
  const third = await run()
  expect([third.code, isUnchanged(third)]).toEqual([0, false])
  expect(readFileSync(join(cwd, 'dist/a.pdf'))).toEqual(bytes)
})

test('after any changes a document is as it would be if it were built for the first time', async () => {
  const texts = ['Words', 'Sword', 'Көрме бір екі', 'Words '.repeat(400)]
  const change = fc.oneof(
    fc.record({ path: fc.constant('decks/a.json'), text: fc.constantFrom(...texts) }),
    fc.record({
      path: fc.constantFrom(
        'static/img/a.png',
        'static/img/Late.png',
        'static/img/late.png',
        'decks/a.json.txt',
        'x.txt',
      ),
      picture: fc.constantFrom(0, 1, 2, null),
    }),
    fc.record({
      path: fc.constant('themes/official/theme.json'),
      text: fc.constantFrom(themeIn('#123456'), themeIn('#654321'), '{', null),
    }),
    fc.record({ path: fc.constant('dist/a.html'), text: fc.constantFrom('', null) }),
  )
  const steps = fc.array(fc.tuple(fc.array(change, { maxLength: 3 }), fc.constantFrom<string[]>([], ['--no-notes'])), {
    minLength: 2,
    maxLength: 6,
  })
  let reused = 0
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { build, cwd, fresh, freshPage, page } = await project()
      for (const [changes, args] of all) {
        for (const one of changes) {
          const path = join(cwd, one.path)
          const isDeck = one.path === 'decks/a.json'
          const content = 'picture' in one ? one.picture !== null && pictures[one.picture]! : one.text
          if (content === null || content === false) rmSync(path, { force: true })
          else {
            await mkdir(dirname(path), { recursive: true })
            await writeFile(path, isDeck && typeof content === 'string' ? deckOf(content) : content)
          }
        }
        const [built, anew] = [await build(['--json', ...args]), await fresh(['--json', ...args])]
        expect(built).toEqual(anew)
        if (built.code !== 0) continue
        expect(page()).toBe(freshPage())
        const { ino } = statSync(join(cwd, 'dist/a.html'))
        await build(['--json', ...args])
        if (statSync(join(cwd, 'dist/a.html')).ino === ino) reused += 1
      }
    }),
    { numRuns: runs(60) },
  )
  // Each was built again at once, which has nothing to do.
  expect(reused).toBeGreaterThan(runs(60))
}, 180_000)
