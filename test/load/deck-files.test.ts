import { chmodSync, existsSync, symlinkSync, truncateSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { findDeckFile, listDecks, readDeckFile, stemOf } from '../../src/load/deck-files.ts'
import { canMakePipes, makePipe } from '../support/make-pipe.ts'
import { faultOf, folder, modesHold } from './folder.ts'

test('a deck is read as bytes, with the name that the user gave', async () => {
  const root = folder({ 'decks/nurotan.deck.json.txt': 'мәтін' })
  const path = join(root, 'decks/../decks/nurotan.deck.json.txt')
  const deck = await readDeckFile(path)
  expect(deck).toMatchObject({ name: path, path: join(root, 'decks/nurotan.deck.json.txt'), stem: 'nurotan' })
  expect(Buffer.from(deck.bytes).toString()).toBe('мәтін')
})

test.each([
  ['decks/nurotan.deck.json.txt', 'nurotan'],
  ['a.json', 'a'],
  ['A.JSON', 'A'],
  ['deck.json', 'deck'],
  ['deck.deck.json', 'deck'],
  ['2017.қыркүйек.json', '2017.қыркүйек'],
  ['.json', '.json'],
  ['plain', 'plain'],
])('the outputs of %s are named %s', (path, stem) => expect(stemOf(path)).toBe(stem))

test('a missing file, a file inside the path and a folder are usage errors', async () => {
  const root = folder({ 'a.json': '{}' })
  const missing = join(root, 'b.json')
  expect(await faultOf(readDeckFile(missing))).toEqual({ fault: { code: 'file-missing', path: missing }, exitCode: 2 })
  const below = join(root, 'a.json/b.json')
  expect(await faultOf(readDeckFile(below))).toEqual({ fault: { code: 'file-missing', path: below }, exitCode: 2 })
  expect(await faultOf(readDeckFile(root))).toEqual({ fault: { code: 'file-is-folder', path: root }, exitCode: 2 })
})

test('an empty file is read: the parser reports it', async () => {
  const root = folder({ 'a.json': '' })
  expect((await readDeckFile(join(root, 'a.json'))).bytes).toHaveLength(0)
})

test.runIf(canMakePipes)('a pipe and a device are refused without waiting for them', async () => {
  const pipe = join(folder(), 'pipe.json')
  makePipe(pipe)
  expect(await faultOf(readDeckFile(pipe))).toEqual({ fault: { code: 'file-not-regular', path: pipe }, exitCode: 2 })
  expect(await faultOf(readDeckFile('/dev/zero'))).toMatchObject({ fault: { code: 'file-not-regular' } })
})

test.skipIf(process.platform === 'win32')(
  'a link is followed inside the project, and refused where it leads out',
  async () => {
    const root = folder({ 'static/': '', 'decks/a.json': '{}', 'other/b.json': '[]' })
    const away = join(folder({ 'secret.json': '{"a": 1}' }), 'secret.json')
    const at = (name: string) => join(root, 'decks', name)
    symlinkSync(join(root, 'other/b.json'), at('inside.json'))
    symlinkSync(away, at('outside.json'))
    symlinkSync(at('outside.json'), at('twice.json'))
    expect((await readDeckFile(at('inside.json'))).bytes).toHaveLength(2)
    for (const name of ['outside.json', 'twice.json']) {
      const fault = { code: 'file-link-outside', path: at(name) }
      expect(await faultOf(readDeckFile(at(name)))).toEqual({ fault, exitCode: 2 })
    }
    // The project that a call names is the one that counts.
    expect((await readDeckFile(at('outside.json'), { root: dirname(away) })).bytes).toHaveLength(8)
  },
)

test('a deck over 64 MB is refused before it is read, one of 64 MB is read', async () => {
  const limitBytes = 64_000_000
  const path = join(folder({ 'a.json': '' }), 'a.json')
  truncateSync(path, limitBytes + 1)
  const fault = { code: 'file-too-large', path, sizeBytes: limitBytes + 1, limitBytes }
  expect(await faultOf(readDeckFile(path))).toEqual({ fault, exitCode: 1 })
  truncateSync(path, limitBytes)
  expect((await readDeckFile(path)).bytes).toHaveLength(limitBytes)
})

test.skipIf(!modesHold)('a deck without permission is unreadable (skipped for the administrator)', async () => {
  const path = join(folder({ 'a.json': '{}' }), 'a.json')
  chmodSync(path, 0)
  expect(await faultOf(readDeckFile(path))).toEqual({
    fault: { code: 'file-unreadable', path, reason: 'EACCES' },
    exitCode: 3,
  })
})

test('circular links are unreadable', async () => {
  const root = folder()
  symlinkSync(join(root, 'a.json'), join(root, 'a.json'))
  expect(await faultOf(readDeckFile(join(root, 'a.json')))).toMatchObject({
    fault: { code: 'file-unreadable', reason: 'ELOOP' },
  })
})

test.skipIf(!existsSync('/proc/self/mem'))('a file that the system refuses to read is unreadable', async () => {
  expect(await faultOf(readDeckFile('/proc/self/mem'))).toMatchObject({
    fault: { code: 'file-unreadable', reason: 'EIO' },
  })
})

test('the decks of a folder are its *.json in natural order; a missing folder has none', async () => {
  const root = folder({
    'b10.json': '',
    'b2.json': '',
    'a.JSON': '',
    '.hidden.json': '',
    'a.json.bak': '',
    'c.txt': '',
  })
  expect(await listDecks(root)).toEqual(['a.JSON', 'b2.json', 'b10.json'].map((name) => join(root, name)))
  expect(await listDecks(join(root, 'nothing'))).toEqual([])
})

test('a deck named .json.txt is one, unless the .json lies beside it', async () => {
  const root = folder({ 'a.json.txt': '{}', 'b.json': '{}', 'B.JSON.TXT': '{}', 'notes.txt': '', '.c.json.txt': '' })
  expect((await listDecks(root)).map((path) => path.slice(root.length + 1))).toEqual(['a.json.txt', 'b.json'])
})

test('a deck says which file beside it was not used', async () => {
  const root = folder({ 'a.json': '{}', 'a.json.txt': '[]', 'b.json': '{}' })
  expect(await readDeckFile(join(root, 'a.json'))).toMatchObject({ unusedTwin: 'a.json.txt' })
  expect(await readDeckFile(join(root, 'a.json.txt'))).not.toHaveProperty('unusedTwin')
  expect(await readDeckFile(join(root, 'b.json'))).not.toHaveProperty('unusedTwin')
})

test.each([
  ['koktem', 'koktem.json'],
  ['koktem.json', 'koktem.json'],
  ['nauryz', 'nauryz.deck.json'],
  ['zhaz', 'zhaz.json.txt'],
  ['zhaz.json', 'zhaz.json.txt'],
])('%s means decks/%s', async (name, file) => {
  const root = folder({ 'decks/koktem.json': '{}', 'decks/nauryz.deck.json': '{}', 'decks/zhaz.json.txt': '{}' })
  const decks = join(root, 'decks')
  expect(await findDeckFile(name, decks)).toBe(join(decks, file))
  expect(await findDeckFile(join(decks, name), 'elsewhere')).toBe(join(decks, file))
})

test('a file here comes before one in decks/, and what is not found stays as it was named', async () => {
  const root = folder({ 'decks/a.json': '{}', 'a.json': '{}' })
  const here = relative('.', join(root, 'a'))
  expect(await findDeckFile(here, join(root, 'decks'))).toBe(`${here}.json`)
  for (const name of ['none', 'none.json', '', 'decks/', root]) expect(await findDeckFile(name, root)).toBe(name)
})
