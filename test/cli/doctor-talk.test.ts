import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { TalkCheckName } from '../../src/languages/talk-check-messages.ts'
import { freePort } from '../serve/korme-serve.ts'
import { folder, runKorme } from './run-korme.ts'

const video = (name: string) => readFile(join(import.meta.dirname, '../fixtures/video', name))

const cover = { block: '1', title: 'Steppe', text: 'A report' }
const slide = (more: object = {}) => ({ title: 'Rivers', text: 'They run to the lake.', ...more })
const deckOf = (content: readonly object[], more: object = {}) =>
  JSON.stringify({ name: 'Steppe', lang: 'en', slide_max: content.length, slide_now: 1, ...more, content })

interface Told {
  code: number | null
  deck: string
  checks: Record<TalkCheckName, { state: string; message: string; notes: readonly string[] }>
}

/** Runs it with `--json` on a deck with files. */
async function ask(
  deck: string,
  files: Record<string, string | Uint8Array> = {},
  flags: readonly string[] = [],
): Promise<Told> {
  const cwd = await folder({ 'decks/a.json': deck, 'static/.keep': '', ...files })
  const port = flags.includes('--port') ? [] : ['--port', String(await freePort())]
  const { code, stdout } = await runKorme(cwd, ['doctor', '--talk', 'a', '--json', ...port, ...flags], {
    XDG_CACHE_HOME: join(cwd, 'cache'),
  })
  const { checks: all, deck: named } = JSON.parse(stdout)
  const checks = Object.fromEntries(all.map((one: { check: string }) => [one.check, one])) as Told['checks']
  return { code, deck: named, checks }
}

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>'

test('a deck that is ready: nothing to mend, exit code 0', async () => {
  const content = [cover, slide({ image: '/static/p.svg', notes: 'Say it.' })]
  const { code, deck, checks } = await ask(deckOf(content, { minutes: 10 }), { 'static/p.svg': picture })
  expect([code, deck]).toEqual([0, 'decks/a.json'])
  expect(checks.pictures).toMatchObject({ state: 'good', message: '1 picture, there and readable' })
  expect(checks.videos.message).toBe('none in this deck')
  expect(checks.time).toMatchObject({ state: 'good', message: '10 min for 2 slides, about 300 s for each' })
  expect(checks.notes).toMatchObject({ state: 'good', message: expect.stringContaining('on 1 slide;') })
  expect(checks.internet.state).toBe('good')
  expect(checks.text.message).toMatch(/^on slide \d, can be read from up to \d+ screen heights away$/)
  expect(checks.resume).toMatchObject({ state: 'good', message: expect.stringMatching(/--host --resume/) })
})

describe('what has to be mended in the deck', () => {
  test.each<[string, object, Record<string, string | Uint8Array>, TalkCheckName, RegExp]>([
    ['a picture that is not there', slide({ image: '/static/no.jpg' }), {}, 'pictures', /slide 2 \(.*no\.jpg\)/],
    ['a picture that is none', slide({ image: '/static/p.png' }), { 'static/p.png': 'x' }, 'pictures', /p\.png/],
    ['a background that is not there', slide({ background: '/static/b.jpg' }), {}, 'pictures', /slide 2 \(.*b\.jpg\)/],
    ['a video that is not there', slide({ video: '/static/v.mp4' }), {}, 'videos', /Not shown: slide 2 \(.*v\.mp4\)/],
    ['a video that is none', slide({ video: '/static/v.mp4' }), { 'static/v.mp4': 'x' }, 'videos', /v\.mp4/],
    [
      'many pictures that are not there',
      slide({ images: ['/a.jpg', '/b.jpg', '/c.jpg', '/d.jpg', '/e.jpg'] }),
      {},
      'pictures',
      /slide 2 \(\/c\.jpg\) and 2 more\. What/,
    ],
  ])('%s', async (_, second, files, name, message) => {
    const { code, checks } = await ask(deckOf([cover, second]), files)
    expect([code, checks[name].state]).toEqual([1, 'error'])
    expect(checks[name].message).toMatch(message)
    expect(checks[name].message).toMatch(/npx korme check decks\/a\.json$/)
  })

  test('a deck with errors: the machine is checked all the same', async () => {
    const { code, checks } = await ask('{ "content": [{ "title": "A tit')
    expect(code).toBe(1)
    expect(checks.deck).toMatchObject({ state: 'error', message: expect.stringContaining('cannot be shown') })
    expect(Object.keys(checks)).toEqual(['deck', 'network', 'port', 'screen', 'resume'])
  })
})

describe('what is only told', () => {
  test.each<[string, string, TalkCheckName, RegExp]>([
    ['no planned length', deckOf([cover, slide()]), 'time', /"minutes": 20/],
    ['slides that take longer', deckOf([cover, slide({ minutes: 9 })], { minutes: 5 }), 'time', /for 9 min.*5 min/],
    ['notes that take longer', deckOf([slide({ notes: 'word '.repeat(900) })], { minutes: 2 }), 'time', /about \d min/],
    ['slides without notes', deckOf([cover, slide({ notes: 'x' }), slide(), slide()]), 'notes', /slides 3 and 4/],
    ['a player', deckOf([slide({ video: 'https://youtu.be/dQw4w9WgXcQ' })]), 'internet', /slide 1 \(youtube/],
    ['a film elsewhere', deckOf([slide({ video: 'https://example.org/film.mp4' })]), 'internet', /\(example\.org\)/],
    ['a letter without a font', deckOf([slide({ text: 'A sign 𓀀 here.' })]), 'fonts', /𓀀/],
  ])('%s: a warning, exit code 0', async (_, deck, name, message) => {
    const { code, checks } = await ask(deck)
    expect([code, checks[name].state]).toEqual([0, 'warning'])
    expect(checks[name].message).toMatch(message)
  })

  test('a show that does not start at the first slide', async () => {
    const { code, checks } = await ask(deckOf([cover, slide()], { slide_now: 2 }))
    expect(code).toBe(0)
    expect(checks.deck.notes).toEqual([expect.stringContaining('slide 2 of 2')])
  })

  test('a video that older Safari and iPhones do not play; one that all play', async () => {
    const content = [slide({ video: '/static/vp9.webm' }), slide({ video: '/static/h264.mp4' })]
    const files = { 'static/vp9.webm': await video('vp9.webm'), 'static/h264.mp4': await video('h264.mp4') }
    const { code, checks } = await ask(deckOf(content), files)
    expect([code, checks.videos.state]).toEqual([0, 'warning'])
    expect(checks.videos.message).toMatch(/^slide 1 \(.*vp9\.webm\) is WebM.* ffmpeg -i/)
    expect(checks.videos.notes).toEqual([])
  })

  test('where no state can be kept', async () => {
    const cwd = await folder({ 'decks/a.json': deckOf([cover]), cache: 'a file' })
    const args = ['doctor', '--talk', 'a', '--port', String(await freePort())]
    const { stdout } = await runKorme(cwd, args, { XDG_CACHE_HOME: join(cwd, 'cache') })
    expect(stdout).toMatch(/^! If it fails/m)
  })
})

test('a port that is taken is exit code 3', async () => {
  const { createServer } = await import('node:net')
  const server = createServer().listen(0)
  const { port } = server.address() as { port: number }
  const { code, checks } = await ask(deckOf([cover]), {}, ['--port', String(port)])
  server.close()
  expect([code, checks.port.state]).toEqual([3, 'error'])
})

test('a deck that is not there is wrong usage, exit code 2', async () => {
  const { code, stderr } = await runKorme(await folder(), ['doctor', '--talk', 'nowhere'])
  expect([code, stderr]).toEqual([2, expect.stringContaining('nowhere does not exist')])
})

test.each(['en', 'ru', 'kk'])(
  'one page in %s, even where everything is wrong, and commands that can be copied',
  async (lang) => {
    const wrong = slide({ images: ['/a.jpg', '/b.jpg', '/c.jpg', '/d.jpg'], text: 'A sign 𓀀 here.' })
    const content = [
      cover,
      wrong,
      slide({ video: '/static/v.mp4', notes: 'x' }),
      slide({ video: 'https://youtu.be/dQw4w9WgXcQ' }),
    ]
    const cwd = await folder({ 'decks/a.json': deckOf(content, { slide_now: 2 }), 'static/.keep': '' })
    const args = ['doctor', '--talk', 'a', '--messages', lang, '--port', String(await freePort())]
    const { code, stdout } = await runKorme(cwd, args, { XDG_CACHE_HOME: join(cwd, 'cache') })
    expect(code).toBe(1)
    const lines = stdout.trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(40)
    // A command stays whole, so that it can be copied.
    for (const line of lines) if (!line.trim().startsWith('npx ')) expect(line.length).toBeLessThanOrEqual(80)
    expect(stdout).toContain(`npx korme check decks/a.json --messages ${lang}\n`)
  },
)
