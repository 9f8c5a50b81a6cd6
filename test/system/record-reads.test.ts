import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { disk } from '../../src/system/disk.ts'
import { recordReads } from '../../src/system/record-reads.ts'
import { folder } from '../load/folder.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

test('a file that was read has its hash, one read in part has none, and one that was refused is absent', async () => {
  const root = folder({ 'a.json': 'көрме', 'b.css': 'b', 'film.mp4': 'film', 'large.png': 'large' })
  const path = (name: string) => join(root, name)
  const { files, reads } = recordReads(disk)
  await files.read(path('a.json'), 100)
  await files.readText(path('b.css'))
  await files.read(path('large.png'), 1)
  const film = await files.open(path('film.mp4'))
  expect(Buffer.from(await film.read(1, 100)).toString()).toBe('ilm')
  await film.close()
  expect(reads()).toEqual([
    { path: path('a.json'), sha256: sha256('көрме') },
    { path: path('b.css'), sha256: sha256('b') },
    { path: path('film.mp4'), sha256: null },
  ])
})
