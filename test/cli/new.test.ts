import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/system/package-root.ts'
import { folder, runKorme } from './run-korme.ts'

const read = async (cwd: string, name: string) => JSON.parse(await readFile(join(cwd, 'decks', name), 'utf8'))

test.each(['kk', 'ru', 'en', 'all'])('writes three slides without a fault, --lang %s', async (lang) => {
  const cwd = await folder()
  const made = await runKorme(cwd, ['new', 'my-talk', '--lang', lang])
  expect([made.code, made.stderr]).toEqual([0, ''])
  expect(made.stdout).toContain('npx korme check decks/my-talk.json')
  const deck = await read(cwd, 'my-talk.json')
  expect(deck.content).toHaveLength(3)
  // The messages are in English, which is the language of a schema for all.
  const schema = lang === 'kk' || lang === 'ru' ? `deck.schema.${lang}.json` : 'deck.schema.json'
  expect(deck.$schema).toMatch(new RegExp(`/schemas/${schema.replaceAll('.', '\\.')}$`))

  const checked = await runKorme(cwd, ['check', '--json', '--strict'])
  expect([checked.code, JSON.parse(checked.stdout).files[0].findings]).toEqual([0, []])
})

test.each(['kk', 'ru', 'en', 'all'])('writes a report without a fault, --lang %s', async (lang) => {
  const cwd = await folder()
  const made = await runKorme(cwd, ['new', 'esep', '--sample', 'report', '--lang', lang])
  expect([made.code, made.stderr]).toEqual([0, ''])
  const deck = await read(cwd, 'esep.json')
  expect(deck.slide_max).toBe(deck.content.length)
  const blocks = deck.content.map((slide: { block: string }) => slide.block)
  expect(blocks).toEqual(expect.arrayContaining(['9', '11', '12', '13', '14']))

  const checked = await runKorme(cwd, ['check', '--json', '--strict'])
  expect([checked.code, JSON.parse(checked.stdout).files[0].findings]).toEqual([0, []])
})

describe.each(['training', 'contest', 'programme', 'empty'])('--sample %s', (sample) => {
  test.each(['kk', 'ru', 'en', 'all'])('writes slides without a fault, --lang %s', async (lang) => {
    const cwd = await folder()
    expect((await runKorme(cwd, ['new', 'a', '--sample', sample, '--lang', lang])).code).toBe(0)
    const deck = await read(cwd, 'a.json')
    expect([deck.content[0].block, deck.slide_max]).toEqual(['1', deck.content.length])
    const checked = await runKorme(cwd, ['check', '--json', '--strict'])
    expect([checked.code, JSON.parse(checked.stdout).files[0].findings]).toEqual([0, []])
  })
})

test('in an empty folder, the project begins there: pictures in static/img, slides in dist, settings of VS Code', async () => {
  const cwd = await folder()
  await runKorme(cwd, ['new', 'a'])
  expect((await readdir(cwd)).sort()).toEqual(['.vscode', 'decks', 'static'])
  expect(await readdir(join(cwd, 'static'))).toEqual(['img'])
  expect(await readdir(join(cwd, '.vscode'))).toEqual(['settings.json'])
  expect((await runKorme(cwd, ['build'])).code).toBe(0)
  expect(await readdir(join(cwd, 'dist'))).toEqual(['a.html'])
})

test('in a project, nothing but the deck is made', async () => {
  const cwd = await folder({ 'static/a.txt': '', 'part/b.txt': '' })
  await runKorme(join(cwd, 'part'), ['new', 'a'])
  expect((await readdir(join(cwd, 'part'))).sort()).toEqual(['b.txt', 'decks'])
  expect(await readdir(join(cwd, 'static'))).toEqual(['a.txt'])
})

test('decks that lie there already keep their project', async () => {
  const cwd = await folder({ 'decks/old.json': '{}' })
  await runKorme(cwd, ['new', 'a'])
  expect(await readdir(cwd)).toEqual(['decks'])
})

test('takes the language of messages where none is named', async () => {
  const cwd = await folder()
  await runKorme(cwd, ['new', 'a', '--messages', 'ru'])
  expect((await read(cwd, 'a.json')).lang).toBe('ru')
})

test('never overwrites, whatever the spelling', async () => {
  const cwd = await folder({ 'decks/Talk.deck.json': 'mine' })
  for (const name of ['Talk', 'talk', 'talk.json', 'TALK.deck.json']) {
    const { code, stderr } = await runKorme(cwd, ['new', name])
    expect([code, stderr.includes('already exists')]).toEqual([2, true])
  }
  expect(await readFile(join(cwd, 'decks/Talk.deck.json'), 'utf8')).toBe('mine')
})

test('takes names in any script, and the ending that people add', async () => {
  const cwd = await folder()
  for (const name of ['Көрме 2025', 'итоги_года.json', 'v1.2'])
    expect((await runKorme(cwd, ['new', name])).code).toBe(0)
  for (const name of ['Көрме 2025.json', 'итоги_года.json', 'v1.2.json'])
    expect((await read(cwd, name)).content).toHaveLength(3)
})

test.each([
  '../x',
  '/tmp/x',
  'a/b',
  'a\\b',
  '..',
  '.',
  '.hidden',
  '',
  ' ',
  'a\nb',
  'con',
  'NUL.json',
  'a:b',
  'a.',
  'x'.repeat(300),
])('refuses the name %j', async (name) => {
  const cwd = await folder()
  const { code, stderr } = await runKorme(cwd, ['new', name])
  expect([code, stderr.split('\n').length]).toEqual([2, 2])
  await expect(readFile(join(cwd, 'decks'))).rejects.toThrow('ENOENT')
})

describe('in another folder', () => {
  test('--root names the project', async () => {
    const cwd = await folder({ 'project/static/a.txt': '' })
    expect((await runKorme(cwd, ['new', 'a', '--root', 'project'])).code).toBe(0)
    expect((await read(join(cwd, 'project'), 'a.json')).content).toHaveLength(3)
  })

  test('a folder that cannot be made is exit code 3', async () => {
    const cwd = await folder()
    await writeFile(join(cwd, 'decks'), 'a file')
    const { code, stderr } = await runKorme(cwd, ['new', 'a'])
    expect([code, stderr.split('\n').length]).toEqual([3, 2])
  })
})

describe('the schema is found by editors', () => {
  const schemaOf = async (cwd: string) => {
    await runKorme(cwd, ['new', 'a'])
    const { $schema } = await read(cwd, 'a.json')
    return { $schema, exists: await readFile(new URL($schema, pathToFileURL(`${cwd}/decks/a.json`))).then(() => true) }
  }

  test('through the link that a package manager makes, whose name has no version', async () => {
    const cwd = await folder()
    await mkdir(join(cwd, 'node_modules'))
    await symlink(packageRoot(), join(cwd, 'node_modules/korme'), 'junction')
    expect(await schemaOf(cwd)).toEqual({ $schema: '../node_modules/korme/schemas/deck.schema.json', exists: true })
  })

  test('in the language of the deck, by a line in it and by settings for decks without one', async () => {
    for (const lang of ['kk', 'ru']) {
      const cwd = await folder()
      await mkdir(join(cwd, 'node_modules'))
      await symlink(packageRoot(), join(cwd, 'node_modules/korme'), 'junction')
      await runKorme(cwd, ['new', 'a', '--lang', lang])
      const path = `node_modules/korme/schemas/deck.schema.${lang}.json`
      expect((await read(cwd, 'a.json')).$schema).toBe(`../${path}`)
      const settings = JSON.parse(await readFile(join(cwd, '.vscode/settings.json'), 'utf8'))
      expect(settings).toEqual({ 'json.schemas': [{ fileMatch: ['/decks/*.json'], url: `./${path}` }] })
      expect(JSON.parse(await readFile(join(cwd, path), 'utf8'))).toHaveProperty('title')
    }
  })

  test('settings that are there stay, and the program says so', async () => {
    const cwd = await folder({ '.vscode/settings.json': '{ "mine": 1 }' })
    const { code, stdout } = await runKorme(cwd, ['new', 'a', '--messages', 'ru'])
    expect([code, stdout]).toEqual([0, expect.stringContaining('Файл .vscode/settings.json уже был, он не изменён.')])
    expect(await readFile(join(cwd, '.vscode/settings.json'), 'utf8')).toBe('{ "mine": 1 }')
    expect((await runKorme(cwd, ['new', 'b'])).stdout).not.toContain('.vscode')
  })

  test('a folder of the editor without settings gets some; a file of that name is exit code 3', async () => {
    const cwd = await folder({ '.vscode/launch.json': '{}' })
    expect((await runKorme(cwd, ['new', 'a'])).stdout).not.toContain('was there before')
    expect((await readdir(join(cwd, '.vscode'))).sort()).toEqual(['launch.json', 'settings.json'])
    const blocked = await folder({ '.vscode': 'a file' })
    expect((await runKorme(blocked, ['new', 'a'])).code).toBe(3)
  })

  test('in a folder above the project, too', async () => {
    const cwd = await folder({ 'talks/may/static/a.txt': '' })
    await mkdir(join(cwd, 'node_modules'))
    await symlink(packageRoot(), join(cwd, 'node_modules/korme'), 'junction')
    expect(await schemaOf(join(cwd, 'talks/may'))).toEqual({
      $schema: '../../../node_modules/korme/schemas/deck.schema.json',
      exists: true,
    })
  })

  test('where Korme is, if it is not installed here, or another one is', async () => {
    const cwd = await folder({ 'node_modules/korme/package.json': '{}' })
    const { $schema, exists } = await schemaOf(cwd)
    expect([$schema.startsWith('file:'), exists]).toEqual([true, true])
  })
})

describe('in the folder of the decks', () => {
  const sound = '{ "name": "A", "lang": "en", "content": [{ "title": "One" }] }'

  test('a new deck lies beside the others, and outputs beside the folder', async () => {
    const cwd = await folder({ 'decks/old.json': sound })
    const inside = join(cwd, 'decks')
    expect((await runKorme(inside, ['new', 'a'])).code).toBe(0)
    for (const args of [['build'], ['build', 'a'], ['build', 'old.json']])
      expect((await runKorme(inside, args)).code).toBe(0)
    expect((await readdir(inside)).sort()).toEqual(['a.json', 'old.json'])
    expect((await readdir(join(cwd, 'dist'))).sort()).toEqual(['a.html', 'old.html'])
    // As from the folder above.
    expect((await runKorme(cwd, ['build'])).code).toBe(0)
    expect((await readdir(inside)).sort()).toEqual(['a.json', 'old.json'])
  })

  test('a project that is called so stays one', async () => {
    const cwd = await folder({ 'decks/static/a.txt': '', 'decks/decks/old.json': sound })
    expect((await runKorme(join(cwd, 'decks'), ['build'])).code).toBe(0)
    expect(await readdir(join(cwd, 'decks/dist'))).toEqual(['old.html'])
    const fresh = await folder({ 'decks/static/a.txt': '' })
    await runKorme(join(fresh, 'decks'), ['new', 'a'])
    expect((await readdir(join(fresh, 'decks'))).sort()).toEqual(['decks', 'static'])
  })
})
