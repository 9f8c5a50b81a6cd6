import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type PathWatcher, watchPaths } from '../../../src/serve/server/path-watcher.ts'
import { makeFolder } from '../korme-serve.ts'

let folder: Awaited<ReturnType<typeof makeFolder>>
let watch: PathWatcher
let told: string[] = []
const failed: string[] = []

beforeEach(async () => {
  folder = await makeFolder({ 'decks/a.json': 'a', 'decks/b.json': 'b' })
  told = []
  watch = watchPaths({ onChange: (paths) => told.push(...paths), onFail: (path) => failed.push(path) })
})

afterEach(async () => {
  watch.close()
  await folder.remove()
  expect(failed).toEqual([])
})

const at = (...parts: string[]) => join(folder.path, ...parts)
/** Does something, and waits until a path is reported. */
async function tells(path: string, act: () => Promise<unknown>): Promise<void> {
  told = []
  await act()
  await expect.poll(() => told).toContain(path)
}

test('reports the second of two writes, however soon it follows', async () => {
  watch.setPaths(new Set([at('decks/a.json')]))
  for (let i = 0; i < 20; i++) {
    await tells(at('decks/a.json'), () => writeFile(at('decks/a.json'), ''))
    await tells(at('decks/a.json'), () => writeFile(at('decks/a.json'), 'whole'))
  }
})

test('reports watched paths and nothing else', async () => {
  watch.setPaths(new Set([at('decks/a.json')]))
  await writeFile(at('decks/b.json'), 'other')
  await tells(at('decks/a.json'), () => writeFile(at('decks/a.json'), 'this'))
  expect(new Set(told)).toEqual(new Set([at('decks/a.json')]))
  watch.setPaths(new Set([at('decks/b.json')]))
  await writeFile(at('decks/a.json'), 'that')
  await tells(at('decks/b.json'), () => writeFile(at('decks/b.json'), 'other again'))
  expect(told).not.toContain(at('decks/a.json'))
})

test('reports files that are created and deleted in a watched folder', async () => {
  watch.setPaths(new Set([at('decks')]))
  await tells(at('decks'), () => writeFile(at('decks/c.json'), 'c'))
  await tells(at('decks'), () => rm(at('decks/c.json')))
})

test('reports a path that does not exist yet, even if its folders do not', async () => {
  const path = at('static/img/new/a.png')
  watch.setPaths(new Set([path]))
  await tells(path, async () => {
    await mkdir(at('static/img/new'), { recursive: true })
    await writeFile(path, 'a')
  })
  await tells(path, () => writeFile(path, 'again'))
})

test('keeps watching a folder that is deleted and created again, or replaced', async () => {
  const path = at('decks/a.json')
  watch.setPaths(new Set([path]))
  await tells(path, () => rename(at('decks'), at('away')))
  await tells(path, () => rename(at('away'), at('decks')))
  await tells(path, () => writeFile(path, 'moved'))
  await tells(path, async () => {
    await rm(at('decks'), { recursive: true })
    await mkdir(at('decks'))
    await writeFile(path, 'made anew')
  })
  await tells(path, () => writeFile(path, 'again'))
})

test('keeps watching a folder that was created again with the same inode', async () => {
  const path = at('decks/a.json')
  watch.setPaths(new Set([path]))
  for (let i = 0; i < 20; i++) {
    rmSync(at('decks'), { recursive: true })
    mkdirSync(at('decks'))
    writeFileSync(path, 'made anew')
    await tells(path, async () => {})
    await tells(path, () => writeFile(path, `again ${i}`))
  }
})

test('watches the target of a link', async () => {
  await mkdir(at('real'))
  await writeFile(at('real/deck.json'), '1')
  await symlink(at('real/deck.json'), at('decks/link.json'))
  watch.setPaths(new Set([at('decks/link.json')]))
  await tells(at('decks/link.json'), () => writeFile(at('real/deck.json'), '2'))
})
