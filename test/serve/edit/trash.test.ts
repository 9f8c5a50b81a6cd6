import { link, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { EditRefused } from '../../../src/serve/edit/edit-refused.ts'
import { listTrash, moveToTrash, putBack } from '../../../src/serve/edit/trash.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const time = new Date(2026, 10, 30, 5, 32, 10).getTime()
const stamp = '2026-11-30.05-32-10'

async function projectOf(files: Record<string, string>): Promise<string> {
  const root = await temporaryFolder()
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), text)
  }
  return root
}

const filesIn = async (root: string) => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = entries.filter((one) => !one.isDirectory()).map((one) => join(one.parentPath, one.name))
  return paths.map((path) => path.slice(root.length + 1).replaceAll('\\', '/')).sort()
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error as EditRefused).fault.code,
  )

test('a deck is never found in its folder and in the trash at once, and is put back once', async () => {
  const root = await projectOf({ 'decks/a.json': 'A'.repeat(1_000_000) })
  const removed = await moveToTrash(join(root, 'decks/a.json'), root, time)
  const both = Promise.all([codeOf(putBack(removed.id, [root])), codeOf(putBack(removed.id, [root]))])
  let done = false
  const end = () => {
    done = true
  }
  both.then(end, end)
  while (!done) {
    const decks = await readdir(join(root, 'decks'))
    if (decks.includes('a.json')) expect(await listTrash([root])).toEqual([])
    await new Promise((resolve) => setImmediate(resolve))
  }
  // Either of the two comes first.
  expect((await both).sort()).toEqual(['edit-deck-unknown', null])
  expect(await filesIn(root)).toEqual(['decks/a.json'])
})

describe('a removed deck', () => {
  test.each([
    'decks/nurotan.json',
    'decks/Көктем көрмесі.json.txt',
    'decks/a.deck.json',
    'talk.json',
    'decks/2026/05/deep.json',
    `decks/${stamp}.json`,
    'decks/_odd name!.json',
  ])('%s lies in the trash byte for byte, and comes back to where it was', async (name) => {
    const root = await projectOf({ [name]: 'not { even json\r\n', 'static/img/a.png': 'x' })
    const removed = await moveToTrash(join(root, name), root, time)
    const parts = name.split('/')
    const there = ['trash', ...parts.slice(0, -1), `${stamp}.${parts.at(-1)}`].join('/')
    expect(await filesIn(root)).toEqual(['static/img/a.png', there].sort())
    expect(await readFile(join(root, there), 'utf8')).toBe('not { even json\r\n')
    expect(removed.removedMs).toBe(time)
    expect(await listTrash([root, root])).toEqual([removed])
    expect(await putBack(removed.id, [root])).toBe(join(root, name))
    expect(await filesIn(root)).toEqual(['static/img/a.png', name].sort())
    expect(await readFile(join(root, name), 'utf8')).toBe('not { even json\r\n')
    expect(await listTrash([root])).toEqual([])
  })

  test('of the same name and second has a place of its own, and none is written over on its way back', async () => {
    const root = await projectOf({ 'decks/a.json': '1' })
    const path = join(root, 'decks/a.json')
    const first = await moveToTrash(path, root, time)
    await writeFile(path, '2')
    const second = await moveToTrash(path, root, time)
    await writeFile(path, '3')
    expect(await filesIn(root)).toEqual([
      'decks/a.json',
      `trash/decks/${stamp}-2.a.json`,
      `trash/decks/${stamp}.a.json`,
    ])
    expect(await putBack(first.id, [root])).toBe(join(root, 'decks/a-2.json'))
    expect(await putBack(second.id, [root])).toBe(join(root, 'decks/a-3.json'))
    const texts = ['a', 'a-2', 'a-3'].map((name) => readFile(join(root, `decks/${name}.json`), 'utf8'))
    expect(await Promise.all(texts)).toEqual(['3', '1', '2'])
  })

  test('comes back beside a deck that counts as the same, and into a folder that is gone', async () => {
    const root = await projectOf({ 'decks/A.json': '1' })
    const removed = await moveToTrash(join(root, 'decks/A.json'), root, time)
    await writeFile(join(root, 'decks/a.deck.json'), '2')
    expect(await putBack(removed.id, [root])).toBe(join(root, 'decks/A-2.json'))
    const again = await moveToTrash(join(root, 'decks/A-2.json'), root, time)
    await rm(join(root, 'decks'), { recursive: true })
    expect(await putBack(again.id, [root])).toBe(join(root, 'decks/A-2.json'))
  })

  test('that is a link leaves what it leads to', async () => {
    const root = await projectOf({ 'other/real.json': '1' })
    await mkdir(join(root, 'decks'))
    await symlink('../other/real.json', join(root, 'decks/a.json'))
    const removed = await moveToTrash(join(root, 'decks/a.json'), root, time)
    expect(await filesIn(root)).toEqual(['other/real.json', `trash/decks/${stamp}.a.json`])
    await putBack(removed.id, [root])
    expect(await filesIn(root)).toEqual(['decks/a.json', 'other/real.json'])
  })

  test('with several names keeps the others', async () => {
    const root = await projectOf({ 'decks/a.json': '1' })
    await link(join(root, 'decks/a.json'), join(root, 'decks/b.json'))
    await moveToTrash(join(root, 'decks/a.json'), root, time)
    expect(await readFile(join(root, 'decks/b.json'), 'utf8')).toBe('1')
  })

  test('stays where it is if it is gone, a folder, or the trash leads out of the project', async () => {
    const root = await projectOf({ 'decks/a.json': '1', 'decks/folder.json/x': '' })
    const other = await temporaryFolder()
    expect(await codeOf(moveToTrash(join(root, 'decks/gone.json'), root, time))).toBe('edit-file-gone')
    expect(await codeOf(moveToTrash(join(root, 'decks/folder.json'), root, time))).toBe('edit-text-unreadable')
    expect(await codeOf(moveToTrash(join(root, 'decks/a.json'), other, time))).toBe('edit-outside-project')
    await rm(join(root, 'trash'), { recursive: true })
    await symlink(other, join(root, 'trash'))
    expect(await codeOf(moveToTrash(join(root, 'decks/a.json'), root, time))).toBe('edit-outside-project')
    expect(await readdir(other)).toEqual([])
    expect(await readFile(join(root, 'decks/a.json'), 'utf8')).toBe('1')
  })
})

test('what others put into the trash is neither listed nor touched', async () => {
  const root = await projectOf({
    'trash/notes.txt': '',
    'trash/a.json': '',
    [`trash/${stamp}.a.png`]: '',
    'trash/decks/2026.a.json': '',
  })
  expect(await listTrash([root])).toEqual([])
  for (const id of ['', '../../etc/passwd', 'a'.repeat(32)])
    expect(await codeOf(putBack(id, [root]))).toBe('edit-deck-unknown')
  expect(await filesIn(root)).toHaveLength(4)
})
