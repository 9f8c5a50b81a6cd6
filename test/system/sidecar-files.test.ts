import { readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FileAsset } from '../../src/model/asset.ts'
import { disk } from '../../src/system/disk.ts'
import { collectSidecarFiles, copySidecarFile } from '../../src/system/sidecar-files.ts'
import { faultOf, folder } from '../load/folder.ts'

const asset = (file: string, name = 'a.mp4'): FileAsset => ({
  kind: 'file',
  file,
  name,
  mime: 'video/mp4',
  sizeBytes: 4,
  lengthS: null,
})

const projectOf = (out: string) => ({ files: disk, root: out, out })

test('a file named twice is copied next to the page once, in the folder of its deck', () => {
  const film = asset('/p/a.mp4')
  const files = collectSidecarFiles(
    new Map([
      ['/a.mp4', film],
      ['a.mp4', film],
    ]),
    'deck',
  )
  expect(files).toEqual([{ ...asset('/p/a.mp4'), name: 'deck.files/a.mp4' }])
})

test('a file is copied completely, kept if equal, and replaced if changed', async () => {
  const root = folder({ 'a.mp4': 'film' })
  const [from, to] = [join(root, 'a.mp4'), join(root, 'dist/d.files/a.mp4')]
  const copy = () => copySidecarFile(asset(from, 'd.files/a.mp4'), projectOf(join(root, 'dist')))
  await copy()
  expect(readFileSync(to, 'utf8')).toBe('film')
  expect(statSync(to).mtimeMs).toBeCloseTo(statSync(from).mtimeMs, -1)
  const { ino } = statSync(to)
  await copy()
  expect(statSync(to).ino).toBe(ino)
  writeFileSync(from, 'news')
  utimesSync(from, 1e9, 1e9)
  await copy()
  expect(readFileSync(to, 'utf8')).toBe('news')
  expect(readdirSync(join(root, 'dist/d.files'))).toEqual(['a.mp4'])
})

test('a file that is its own copy is not touched', async () => {
  const root = folder({ 'd.files/a.mp4': 'film' })
  symlinkSync(root, join(root, 'out'))
  await copySidecarFile(asset(join(root, 'd.files/a.mp4'), 'd.files/a.mp4'), projectOf(join(root, 'out')))
  expect(readFileSync(join(root, 'd.files/a.mp4'), 'utf8')).toBe('film')
})

test('a folder that cannot be created and a missing file are faults of the machine', async () => {
  const root = folder({ 'a.mp4': 'film', dist: 'a file' })
  expect(await faultOf(copySidecarFile(asset(join(root, 'a.mp4')), projectOf(join(root, 'dist'))))).toMatchObject({
    fault: { code: 'output-unwritable' },
    exitCode: 3,
  })
  expect(await faultOf(copySidecarFile(asset(join(root, 'b.mp4')), projectOf(root)))).toMatchObject({
    fault: { code: 'file-unreadable' },
  })
})
