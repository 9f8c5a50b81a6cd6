import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findProject } from '../../src/load/project.ts'
import { disk } from '../../src/system/disk.ts'
import { faultOf, folder } from './folder.ts'

test('the project is the nearest folder at or above the deck that has static/', async () => {
  const root = folder({ 'static/': '', 'a/static/': '', 'a/b/decks/deck.json': '{}' })
  expect(await findProject(join(root, 'a/b/decks/deck.json'))).toEqual({
    root: join(root, 'a'),
    files: disk,
    out: join(root, 'a/dist'),
  })
})

test('a file named static does not mark a project', async () => {
  const root = folder({ 'static/': '', 'a/static': '', 'a/deck.json': '{}' })
  expect((await findProject(join(root, 'a/deck.json'))).root).toBe(root)
})

test("without static/ the project is the deck's own folder", async () => {
  const root = folder({ 'a/deck.json': '{}' })
  expect((await findProject(join(root, 'a/deck.json'))).root).toBe(join(root, 'a'))
})

test('--root overrides the search, with links resolved, and -o sets the output folder', async () => {
  const root = folder({ 'real/': '', 'static/': '', 'deck.json': '{}' })
  symlinkSync(join(root, 'real'), join(root, 'link'))
  const project = await findProject(join(root, 'deck.json'), { root: join(root, 'link'), out: join(root, 'elsewhere') })
  expect(project).toEqual({ files: disk, root: join(root, 'real'), out: join(root, 'elsewhere') })
})

test('a --root that is no folder is a usage error', async () => {
  const root = folder({ file: '' })
  for (const name of ['nothing', 'file']) {
    const path = join(root, name)
    expect(await faultOf(findProject(path, { root: path }))).toEqual({
      fault: { code: 'root-missing', path },
      exitCode: 2,
    })
  }
})
