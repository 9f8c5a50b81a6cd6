import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { version } from '../../package.json'
import { childEnvironment } from '../support/child-environment.ts'
import { bin, brokenDeck, cutDeck, folder, runKorme, soundDeck, spawnKorme } from './run-korme.ts'

const decks = { 'decks/a.json': soundDeck, 'broken.json': brokenDeck, 'cut.json': cutDeck, 'static/.keep': '' }

test.each([
  [['help']],
  [['check', 'decks/a.json', 'broken.json', 'cut.json']],
  [['check', '--fix', '--messages', 'kk', 'broken.json']],
  [['build', '--quiet', '--strict', 'decks/a.json', 'cut.json']],
  [['new', 'talk']],
  [['themes']],
  [['doctor']],
  [['chekc']],
])('the bundled program does what `main` does (%j)', async (args) => {
  const [own, here] = [await folder(decks), await folder(decks)]
  const spawned = await spawnKorme(own, args)
  const ran = await runKorme(here, args)
  // The free disk space that `doctor` prints changes from one run to the next.
  const steady = (text: string) => text.replaceAll(own, here).replace(/\d[\d.,]* GB/, 'x GB')
  expect({ ...spawned, stdout: steady(spawned.stdout) }).toEqual({ ...ran, stdout: steady(ran.stdout) })
})

test.each([['--version'], ['-v'], ['--messages', 'kk', '--version']])(
  '%s %s %s prints the version',
  async (...args) => {
    expect(await spawnKorme(process.cwd(), args.filter(Boolean))).toEqual({
      code: 0,
      stdout: `${version}\n`,
      stderr: '',
    })
  },
)

test.each([['doctor'], ['--version'], ['build', '--messages', 'ru']])(
  'on an old Node, %s says so in a line',
  async (...args) => {
    const versions = '{ value: { ...process.versions, node: "18.20.8" } }'
    const code = encodeURIComponent(`Object.defineProperty(process, 'versions', ${versions})`)
    const old = { NODE_OPTIONS: `--import=data:text/javascript,${code}` }
    const { code: exitCode, stdout, stderr } = await spawnKorme(process.cwd(), args.filter(Boolean), old)
    expect([exitCode, stdout]).toEqual([3, ''])
    expect(stderr).toMatch(/^[^\n]*Node\.js 20\.19[^\n]*18\.20\.8[^\n]*\n$/)
  },
)

test('a reader who goes away ends nothing', async () => {
  const slides = Array.from({ length: 1000 }, (_, i) => `{ "title": "Slide ${i}", "block": "1", "text": "x", }`)
  const cwd = await folder({ 'a.json': `{ "name": "Long", "content": [\n${slides.join(',\n')}\n] }` })
  const child = spawn(process.execPath, [bin, 'check', '--json', '--strict', 'a.json'], {
    cwd,
    env: childEnvironment(),
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  child.stdout.destroy()
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect([code, stderr]).toEqual([1, ''])
})

test.skipIf(!existsSync('/dev/full'))('a full disk under stdout is exit code 3 without a stack', async () => {
  const full = await open('/dev/full', 'w')
  const { status, stderr } = spawnSync(process.execPath, [bin, '--help'], {
    env: childEnvironment(),
    stdio: ['ignore', full.fd, 'pipe'],
  })
  await full.close()
  expect(status).toBe(3)
  expect(String(stderr)).toMatch(/^[^\n]+\n$/)
})

test('`present` prints where the show starts and the speaker’s URL, and Ctrl-C ends it with 0', async () => {
  const content = [{ title: 'One' }, { title: 'Two' }]
  const cwd = await folder({ 'decks/my talk.json': JSON.stringify({ lang: 'en', slide_now: 2, content }) })
  const child = spawn(process.execPath, [bin, 'present', '--messages', 'en'], { cwd, env: childEnvironment() })
  let text = ''
  for await (const part of child.stdout.setEncoding('utf8')) {
    text += part
    if (text.includes('Ctrl-C')) break
  }
  const [speaker] = /http:\/\/127\.0\.0\.1:\d+\/s\/[\w-]{32}\//.exec(text) ?? []
  expect((await fetch(speaker!)).status).toBe(200)
  expect(text).toContain('\nThe show starts at slide 2 of 2, because "slide_now" is 2.')
  expect(text).toContain('npx korme present "decks/my talk.json" --host')
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  expect((await ended)[0]).toBe(0)
})

describe('the code cache', () => {
  const kept = (home: string) => {
    const path = join(home, 'korme/code')
    return existsSync(path) ? readdirSync(path) : []
  }

  test('keeps what was compiled of it for each command, and says the same with and without it', async () => {
    const home = await folder()
    const root = await folder({ 'decks/a.json': soundDeck })
    const [first, second] = [
      await spawnKorme(root, ['check'], { XDG_CACHE_HOME: home }),
      await spawnKorme(root, ['check'], { XDG_CACHE_HOME: home }),
    ]
    expect(first.code).toBe(0)
    expect(second).toEqual(first)
    await spawnKorme(root, ['--messages', 'ru', 'check'], { XDG_CACHE_HOME: home })
    await spawnKorme(root, ['help'], { XDG_CACHE_HOME: home })
    expect(
      kept(home)
        .map((name) => name.split('-')[1])
        .sort(),
    ).toEqual(['check', 'help'])
  })

  test('keeps nothing of a run that came to nothing, nor where the user or the disk does not let it', async () => {
    const home = await folder()
    const root = await folder({ 'decks/a.json': soundDeck, file: 'no folder' })
    await spawnKorme(root, ['check', 'missing.json'], { XDG_CACHE_HOME: home })
    await spawnKorme(root, ['check'], { XDG_CACHE_HOME: home, NODE_DISABLE_COMPILE_CACHE: '1' })
    expect(kept(home)).toEqual([])
    const ran = await spawnKorme(root, ['check'], { XDG_CACHE_HOME: join(root, 'file') })
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' })
  })

  test('is code in ASCII, as it is read', () => {
    expect(/[^\0-\x7f]/.test(readFileSync(join(bin, '../program.cjs'), 'utf8'))).toBe(false)
  })
})
