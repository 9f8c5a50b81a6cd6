import { existsSync, lstatSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { writeAtomic } from '../../src/system/atomic-write.ts'
import { sweepTemporaryFiles, temporaryFile } from '../../src/system/temporary-files.ts'
import { folder } from '../load/folder.ts'

/** No system counts its processes up to this. */
const endedPid = 2_147_483_646

/** The name of a temporary file of another process of this machine. */
const nameOf = (root: string, pid: number) => basename(temporaryFile(root)).replace(`-${process.pid}-`, `-${pid}-`)

test('what a process left that was killed is removed, and nothing else', async () => {
  const root = folder({ 'a.json': 'x' })
  const left = nameOf(root, endedPid)
  const others = [
    nameOf(root, process.pid),
    nameOf(root, process.ppid),
    left.replace(/^\.korme-.{8}/, '.korme-00000000'), // of another machine, a moment ago
    '.a.json.0123456789ab.tmp',
    '.korme-notes.tmp',
    'korme.tmp',
    `${left}.bak`,
  ]
  for (const name of [left, ...others]) writeFileSync(join(root, name), 'half')
  const away = folder({ 'precious.txt': 'precious' })
  const linked = nameOf(root, endedPid)
  symlinkSync(join(away, 'precious.txt'), join(root, linked))
  const asFolder = nameOf(root, endedPid)
  mkdirSync(join(root, asFolder))
  await sweepTemporaryFiles(root)
  expect(readdirSync(root).sort()).toEqual(['a.json', asFolder, linked, ...others].sort())
  expect(lstatSync(join(away, 'precious.txt')).size).toBe(8)
})

test('it is removed by the next write into the folder', async () => {
  const root = folder()
  const left = join(root, nameOf(root, endedPid))
  writeFileSync(left, 'half')
  await writeAtomic(join(root, 'a.html'), 'whole')
  expect([existsSync(left), readdirSync(root)]).toEqual([false, ['a.html']])
})

test('a process that runs for long removes what is left later, too', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const root = folder()
  await writeAtomic(join(root, 'a.html'), 'whole')
  const left = join(root, nameOf(root, endedPid))
  writeFileSync(left, 'half')
  await writeAtomic(join(root, 'b.html'), 'whole')
  expect(existsSync(left)).toBe(true)
  vi.advanceTimersByTime(5_000)
  await writeAtomic(join(root, 'c.html'), 'whole')
  expect(readdirSync(root).sort()).toEqual(['a.html', 'b.html', 'c.html'])
})

test('a folder that is missing has nothing to remove', async () => {
  await sweepTemporaryFiles(join(folder(), 'none'))
})
