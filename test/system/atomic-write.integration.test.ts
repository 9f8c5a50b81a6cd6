import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import { expect, onTestFinished, test } from 'vitest'
import { writeAtomic } from '../../src/system/atomic-write.ts'
import { faultOf, folder, modesHold } from '../load/folder.ts'

test('a file is written with its folders, and nothing else lies beside it', async () => {
  const root = folder()
  await writeAtomic(join(root, 'a/b/c.html'), 'көрме')
  await writeAtomic(join(root, 'a/b/c.html'), new Uint8Array([1, 2, 3]))
  expect([...readFileSync(join(root, 'a/b/c.html'))]).toEqual([1, 2, 3])
  expect(readdirSync(join(root, 'a/b'))).toEqual(['c.html'])
})

test('twenty writes to one path at once leave one of them, whole', async () => {
  const path = join(folder(), 'a.html')
  const texts = Array.from({ length: 20 }, (_, i) => String(i).repeat(100_000))
  await Promise.all(texts.map((text) => writeAtomic(path, text)))
  expect(texts).toContain(readFileSync(path, 'utf8'))
})

test.skipIf(process.platform === 'win32')('the mode of the file before stays', async () => {
  const path = join(folder({ 'a.html': 'old' }), 'a.html')
  chmodSync(path, 0o640)
  await writeAtomic(path, 'new')
  expect(statSync(path).mode & 0o777).toBe(0o640)
})

test('a link is replaced, not followed', async () => {
  const root = folder({ 'precious.txt': 'precious' })
  symlinkSync(join(root, 'precious.txt'), join(root, 'a.html'))
  await writeAtomic(join(root, 'a.html'), 'page')
  expect(readFileSync(join(root, 'precious.txt'), 'utf8')).toBe('precious')
  expect(readFileSync(join(root, 'a.html'), 'utf8')).toBe('page')
})

test('a folder in the place of the file, a file in the place of a folder: unwritable, and both stay', async () => {
  const root = folder({ 'a.html/inside': 'x', b: 'y' })
  const onFolder = join(root, 'a.html')
  expect(await faultOf(writeAtomic(onFolder, 'page'))).toMatchObject({
    fault: { code: 'output-unwritable', path: onFolder },
    exitCode: 3,
  })
  expect(await faultOf(writeAtomic(join(root, 'b/c.html'), 'page'))).toMatchObject({
    fault: { code: 'output-unwritable' },
  })
  expect(readdirSync(root).sort()).toEqual(['a.html', 'b'])
})

test.skipIf(!modesHold)('a read-only folder is unwritable (skipped for the administrator)', async () => {
  const root = folder({ 'a.html': 'old' })
  chmodSync(root, 0o500)
  onTestFinished(() => chmodSync(root, 0o700))
  expect(await faultOf(writeAtomic(join(root, 'a.html'), 'new'))).toMatchObject({
    fault: { code: 'output-unwritable', reason: 'EACCES' },
  })
  expect(readFileSync(join(root, 'a.html'), 'utf8')).toBe('old')
})

/** Bundles `atomic-write.ts` for a separate process. Returns the URL to import. */
function bundled(root: string): string {
  const outfile = join(root, 'write.mjs')
  const entry = join(import.meta.dirname, '../../src/system/atomic-write.ts')
  buildSync({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm' })
  return pathToFileURL(outfile).href
}

test.skipIf(process.platform === 'win32').each([
  ['a write', (out: string) => `writeAtomic(${out} + '/a.html', Buffer.alloc(64_000_000, 65))`],
  ['a copy', (out: string) => `copyAtomic(${out} + '/../film.mp4', ${out} + '/a.html')`],
])('Ctrl-C in the middle of %s leaves nothing behind', (_, work) => {
  const root = folder({ 'out/a.html': 'old', 'film.mp4': '' })
  writeFileSync(join(root, 'film.mp4'), Buffer.alloc(200_000_000, 65))
  const out = JSON.stringify(join(root, 'out'))
  const script = `
    import { readdirSync } from 'node:fs'
    import { copyAtomic, writeAtomic } from ${JSON.stringify(bundled(root))}
    let running = true
    ${work(out)}.finally(() => (running = false))
    const look = () => {
      if (!running) console.log('ended too early')
      else if (readdirSync(${out}).some((name) => name.endsWith('.tmp'))) process.kill(process.pid, 'SIGINT')
      else setImmediate(look)
    }
    look()`
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect([ended.stdout, ended.stderr, ended.signal]).toEqual(['', '', 'SIGINT'])
  expect(readdirSync(join(root, 'out'))).toEqual(['a.html'])
  expect(readFileSync(join(root, 'out/a.html'), 'utf8')).toBe('old')
})

test.skipIf(process.platform === 'win32')('half a file never takes the place of a whole one', () => {
  const root = folder({ 'out/a.html': 'old' })
  const program = bundled(root)
  const script = `
    import { writeAtomic } from ${JSON.stringify(program)}
    const write = writeAtomic(${JSON.stringify(join(root, 'out/a.html'))}, Buffer.alloc(3_000_000, 65))
    await write.catch((error) => console.log(JSON.stringify(error.fault)))`
  // The system writes as much as the limit lets through, and only then refuses: so does a disk that fills up.
  const narrowed = 'ulimit -f 1024; exec "$0" --input-type=module -e "$1"'
  const { stdout } = spawnSync('bash', ['-c', narrowed, process.execPath, script], { encoding: 'utf8' })
  expect(JSON.parse(stdout)).toMatchObject({ code: 'output-unwritable', reason: 'EFBIG' })
  expect(readFileSync(join(root, 'out/a.html'), 'utf8')).toBe('old')
  expect(readdirSync(join(root, 'out'))).toEqual(['a.html'])
})

/** A disk of one megabyte; null where this process may not mount one. */
function smallDisk(): string | null {
  const root = join(folder(), 'disk')
  mkdirSync(root)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', root], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => void execFileSync('umount', [root]))
  return root
}

test('a full disk keeps what was there (skipped where no disk may be mounted)', async ({ skip }) => {
  const disk = smallDisk() ?? skip('no right to mount a disk')
  writeFileSync(join(disk, 'a.html'), 'old')
  const fault = { code: 'output-unwritable', path: join(disk, 'a.html'), reason: 'ENOSPC' }
  expect(await faultOf(writeAtomic(join(disk, 'a.html'), Buffer.alloc(3_000_000)))).toEqual({ fault, exitCode: 3 })
  expect(readFileSync(join(disk, 'a.html'), 'utf8')).toBe('old')
  expect(readdirSync(disk)).toEqual(['a.html'])
})
