import { mkdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Files } from '../../src/model/files.ts'
import { openCache } from '../../src/system/cache.ts'
import { disk } from '../../src/system/disk.ts'
import { stillHolds } from '../../src/system/observations.ts'
import { type ObservedFiles, observeFiles } from '../../src/system/observe-files.ts'
import { folder } from '../load/folder.ts'

type Ask = (files: Files, root: string) => Promise<unknown>
type Change = (root: string) => void

const files = { 'a.json': 'көрме', 'sub/b.css': 'b', 'empty/': '' }

/** Whether all that was observed still holds after a change. */
async function holdsAfter(ask: Ask, change: Change, own: (root: string) => string[] = () => []): Promise<boolean> {
  const root = folder(files)
  const observed = observeFiles(disk)
  await ask(observed.files, root).catch(() => {})
  change(root)
  return holds(observed, own(root))
}

async function holds(observed: ObservedFiles, own: string[] = []): Promise<boolean> {
  const cache = openCache('builds', folder())
  const answers = observed.observations(own)!.map((one) => stillHolds(one, disk, cache))
  return !(await Promise.all(answers)).includes(false)
}

const read =
  (name: string, limit = 100): Ask =>
  (files, root) =>
    files.read(join(root, name), limit)
const write =
  (name: string, content: string): Change =>
  (root) =>
    writeFileSync(join(root, name), content)
/** Another content of the same length with the same times, as far as a program can set them. */
const replaceSecretly: Change = (root) => {
  const path = join(root, 'a.json')
  const { atime, mtime } = statSync(path)
  writeFileSync(path, 'Көрме')
  utimesSync(path, atime, mtime)
}
const remove =
  (name: string): Change =>
  (root) =>
    rmSync(join(root, name), { recursive: true })
const open: Ask = async (files, root) => (await files.open(join(root, 'a.json'))).close()
const list: Ask = (files, root) => files.list(root)

test.each<[string, Ask, Change]>([
  ['a file that was read has other content', read('a.json'), write('a.json', 'k')],
  ['a file that was read has other content of the same size and time', read('a.json'), replaceSecretly],
  ['a file that was read is gone', read('a.json'), remove('a.json')],
  [
    'a folder is in the place of a file that was read',
    read('a.json'),
    (root) => [remove('a.json')(root), mkdirSync(join(root, 'a.json'))],
  ],
  ['a file that was missing is there', read('c.png'), write('c.png', '')],
  ['a file that was too large fits', read('a.json', 3), write('a.json', 'k')],
  ['a file that was too large has another size', read('a.json', 3), write('a.json', 'көрме!')],
  ['a text has other content', (files, root) => files.readText(join(root, 'sub/b.css')), write('sub/b.css', 'c')],
  ['a text that was missing is there', (files, root) => files.readText(join(root, 'c')), write('c', 'c')],
  ['a file that was opened changes', open, replaceSecretly],
  ['a file that was opened is gone', open, remove('a.json')],
  ['a file appears where nothing was', (files, root) => files.stat(join(root, 'c')), write('c', '')],
  ['a file whose size was asked for changes', (files, root) => files.stat(join(root, 'a.json')), write('a.json', 'k')],
  ['a folder is gone', (files, root) => files.stat(join(root, 'sub')), remove('sub')],
  [
    'a file becomes a link',
    (files, root) => files.isLink(join(root, 'a.json')),
    (root) => [renameSync(join(root, 'a.json'), join(root, 'c')), symlinkSync(join(root, 'c'), join(root, 'a.json'))],
  ],
  [
    'a path leads elsewhere',
    (files, root) => files.realPath(join(root, 'a.json')),
    (root) => [remove('a.json')(root), symlinkSync(join(root, 'sub'), join(root, 'a.json'))],
  ],
  ['a path leads somewhere', (files, root) => files.realPath(join(root, 'c')), write('c', '')],
  ['a name is added to a folder', list, write('c', '')],
  ['a name is taken from a folder', list, remove('a.json')],
  ['a file becomes a folder', list, (root) => [remove('a.json')(root), mkdirSync(join(root, 'a.json'))]],
  [
    'a folder that was missing is there',
    (files, root) => files.list(join(root, 'd')),
    (root) => mkdirSync(join(root, 'd')),
  ],
])('no longer holds: %s', async (_, ask, change) => {
  expect(await holdsAfter(ask, () => {})).toBe(true)
  expect(await holdsAfter(ask, change)).toBe(false)
})

test.each<[string, Ask, Change]>([
  ['a file was written again as it was', read('a.json'), write('a.json', 'көрме')],
  ['a file has another time', read('a.json'), (root) => utimesSync(join(root, 'a.json'), 1, 1)],
  ['a file in a folder changed', list, write('a.json', 'k')],
  ['a folder has more in it', (files, root) => files.stat(join(root, 'sub')), write('sub/c', '')],
  ['something else changed', read('a.json'), write('sub/b.css', 'c')],
])('still holds: %s', async (_, ask, change) => {
  expect(await holdsAfter(ask, change)).toBe(true)
})

test('what the run itself creates in a folder does not matter, unless it was asked about', async () => {
  const create: Change = (root) => {
    mkdirSync(join(root, 'dist'))
    writeFileSync(join(root, 'sub/out.pdf'), '')
  }
  const own = (root: string) => [join(root, 'dist'), join(root, 'sub/out.pdf')]
  const both: Ask = async (files, root) => [await files.list(root), await files.list(join(root, 'sub'))]
  expect(await holdsAfter(both, create, own)).toBe(true)
  expect(await holdsAfter(both, (root) => [create(root), write('sub/other.pdf', '')(root)], own)).toBe(false)
  const asked: Ask = async (files, root) => [await list(files, root), await files.realPath(join(root, 'DIST/a.png'))]
  expect(await holdsAfter(asked, create, own)).toBe(false)
})

test('two answers to one question are no basis', async () => {
  const root = folder(files)
  const observed = observeFiles(disk)
  await observed.files.read(join(root, 'a.json'), 100)
  expect(observed.observations([])).toHaveLength(1)
  writeFileSync(join(root, 'a.json'), 'other')
  await observed.files.read(join(root, 'a.json'), 100)
  expect(observed.observations([])).toBeNull()
})

test('names what was written with its hash, and what was copied', async () => {
  const root = folder(files)
  const observed = observeFiles(disk)
  await observed.files.writeAtomic(join(root, 'out'), 'abc')
  await observed.files.copyAtomic(join(root, 'a.json'), join(root, 'copy'))
  const hash = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  expect(observed.written()).toEqual([{ path: join(root, 'out'), hash }])
  expect(observed.copied()).toEqual([{ from: join(root, 'a.json'), to: join(root, 'copy') }])
})
