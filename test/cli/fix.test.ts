import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { lstat, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { independentEdits } from '../../src/cli/repair-deck-file.ts'
import { brokenDeck, cutDeck, folder, runKorme, soundDeck } from './run-korme.ts'

const read = (cwd: string, name: string) => readFile(join(cwd, name), 'utf8')

test('writes the repairs, keeps a copy, lists every edit; a second run finds nothing', async () => {
  const cwd = await folder({ 'a.json': brokenDeck })
  const first = await runKorme(cwd, ['check', '--fix', 'a.json'])
  expect([first.code, first.stderr]).toEqual([0, ''])
  expect(first.stdout.split('\n').slice(0, 4)).toEqual([
    'a.json: 3 repairs made. The original was saved as a.json.bak.',
    '  line 2, column 24: “,” added',
    '  line 7, column 57: “,” removed',
    '  line 7, column 60: “,” removed',
  ])
  expect(first.stdout).toMatch(/^✓ a\.json {2}1 slide {2}no problems$/m)
  expect(await read(cwd, 'a.json.bak')).toBe(brokenDeck)
  const mended = await read(cwd, 'a.json')
  expect(mended).toBe(brokenDeck.replace('edited"', 'edited",').replace(', },', ' }'))

  const second = await runKorme(cwd, ['check', '--fix', 'a.json'])
  expect(second.stdout).toContain('a.json: nothing to repair; the file is unchanged.')
  expect([await read(cwd, 'a.json'), (await readdir(cwd)).length]).toEqual([mended, 2])
})

test('never overwrites an older copy', async () => {
  const cwd = await folder({ 'a.json': brokenDeck, 'a.json.bak': 'older', 'a.json.bak2': 'old' })
  const { stdout } = await runKorme(cwd, ['check', '--fix', 'a.json'])
  expect(stdout).toContain('a.json.bak3')
  expect(await Promise.all(['a.json.bak', 'a.json.bak2', 'a.json.bak3'].map((name) => read(cwd, name)))).toEqual([
    'older',
    'old',
    brokenDeck,
  ])
})

test('writes nothing where it would have to guess', async () => {
  const cwd = await folder({ 'a.json': cutDeck })
  const { code, stdout } = await runKorme(cwd, ['check', '--fix', 'a.json'])
  expect(code).toBe(1)
  expect(stdout).toContain('nothing was changed, because Korme would have to guess')
  expect(stdout).toMatch(/^a\.json:4:\d+: error: /m)
  expect([await read(cwd, 'a.json'), await readdir(cwd)]).toEqual([cutDeck, ['a.json']])
})

test('a misspelt name is mended as well as the commas around it', async () => {
  const cwd = await folder({ 'a.json': brokenDeck.replace('"title"', '"Title"') })
  const { code, stdout } = await runKorme(cwd, ['check', '--fix', '--strict', 'a.json'])
  expect([code, stdout.includes('“Title” replaced by “title”')]).toEqual([0, true])
})

test('a name is not mended into one that stands there already', async () => {
  const cwd = await folder({
    'a.json': brokenDeck.replace('"title": "A title"', '"title": "A title", "Title": "Other"'),
  })
  await runKorme(cwd, ['check', '--fix', 'a.json'])
  expect(await read(cwd, 'a.json')).toContain('"title": "A title", "Title": "Other"')
  expect((await runKorme(cwd, ['check', 'a.json'])).stdout).toContain('[field-duplicate]')
})

test('of two findings that touch, one waits with all its edits', () => {
  const edit = (start: number, end: number) => ({ start, end, text: '' })
  const moved = { edits: [edit(2, 5), edit(9, 9)] }
  const inner = { edits: [edit(0, 1), edit(4, 6), edit(12, 13)] }
  expect(independentEdits([inner, moved, { edits: [edit(12, 14)] }])).toEqual([...moved.edits, ...[edit(12, 14)]])
})

test('an empty place is shown by its sign, a long text cut', async () => {
  const text = `Line\nnext${'\u00ad'.repeat(60)}`
  const cwd = await folder({ 'a.json': soundDeck.replace('A text', text) })
  const { stdout } = await runKorme(cwd, ['check', '--fix', 'a.json'])
  expect(stdout).toContain('“↵” replaced by “\\n”')
  expect(stdout).not.toContain('\u00ad')
})

test('another encoding becomes UTF-8, which is an edit of its own', async () => {
  const cwd = await folder({ 'a.json': Buffer.from(`\ufeff${soundDeck}`, 'utf16le') })
  const { code, stdout } = await runKorme(cwd, ['check', '--fix', 'a.json'])
  expect([code, stdout.includes('1 repair made')]).toEqual([0, true])
  expect(stdout).toContain('UTF-8')
  expect(await read(cwd, 'a.json')).toBe(soundDeck)
})

test('with --json the edits are those that were done, and the exit code that of the mended deck', async () => {
  const cwd = await folder({ 'a.json': brokenDeck })
  const { code, stdout } = await runKorme(cwd, ['check', '--fix', '--json', '--strict', 'a.json'])
  expect([code, JSON.parse(stdout).files[0].findings.length]).toEqual([0, 3])
  expect(await read(cwd, 'a.json')).not.toBe(brokenDeck)
})

test.skipIf(process.platform === 'win32')('a link stays a link; the file it leads to is mended', async () => {
  const cwd = await folder({ 'real/a.json': brokenDeck })
  await symlink('real/a.json', join(cwd, 'link.json'))
  await runKorme(cwd, ['check', '--fix', 'link.json'])
  expect((await lstat(join(cwd, 'link.json'))).isSymbolicLink()).toBe(true)
  expect(JSON.parse(await read(cwd, 'real/a.json')).name).toBe('Hand-edited')
  expect(await read(cwd, 'real/a.json.bak')).toBe(brokenDeck)
})

describe('the user’s own deck', () => {
  const seed = join(import.meta.dirname, '../../../shared/seeds/nurotan.deck.json.txt')
  test.skipIf(!existsSync(seed))('is mended for good', async () => {
    const source = await readFile(seed)
    const cwd = await folder({ 'nurotan.json': source })
    expect((await runKorme(cwd, ['check', '--fix', 'nurotan.json', '--messages', 'kk'])).code).toBe(0)
    const mended = await read(cwd, 'nurotan.json')
    expect(JSON.parse(mended).content).toHaveLength(2)
    const report = JSON.parse((await runKorme(cwd, ['check', '--json', 'nurotan.json'])).stdout)
    const repairs = report.files[0].findings.flatMap(({ edits }: { edits: unknown[] }) => edits)
    expect(repairs).toEqual([])
    expect(await readFile(join(cwd, 'nurotan.json.bak'))).toEqual(source)
  })
})

test.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)('a full disk leaves no half copy', async () => {
  const cwd = await folder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'none', cwd], { stdio: 'ignore' })
  } catch {
    return
  }
  try {
    await writeFile(join(cwd, 'a.json'), brokenDeck)
    await writeFile(join(cwd, 'full'), Buffer.alloc(64_000)).catch(() => {})
    const { code, stderr } = await runKorme(cwd, ['check', '--fix', 'a.json'])
    expect([code, stderr.split('\n').length]).toEqual([3, 2])
    expect([await read(cwd, 'a.json'), (await readdir(cwd)).sort()]).toEqual([brokenDeck, ['a.json', 'full']])
  } finally {
    execFileSync('umount', [cwd])
  }
})

test.skipIf(process.platform !== 'linux')('a folder that cannot be written leaves the deck whole', async () => {
  const cwd = await folder({ 'a.json': brokenDeck })
  // Immutable where the system can do it: root is held back by nothing less.
  try {
    execFileSync('chattr', ['+i', cwd], { stdio: 'ignore' })
  } catch {
    return
  }
  try {
    const { code, stderr } = await runKorme(cwd, ['check', '--fix', 'a.json'])
    expect([code, stderr.split('\n').length]).toEqual([3, 2])
  } finally {
    execFileSync('chattr', ['-i', cwd])
  }
  expect(await read(cwd, 'a.json')).toBe(brokenDeck)
  await writeFile(join(cwd, 'after'), '')
})

test('replaces letters of another script where the word has one reading, and leaves the others', async () => {
  const deck = '{ "content": [{ "title": "Бiздiң қ\\u0061ла", "text": "IТ саласы, iPhone-ды, Exсel, мәс\u00ADeле" }] }'
  const cwd = await folder({ 'a.json': deck })
  const { stdout } = await runKorme(cwd, ['check', '--fix', 'a.json'])
  const mended = '{ "content": [{ "title": "Біздің қала", "text": "IТ саласы, iPhone-ды, Excel, мәселе" }] }'
  expect(await read(cwd, 'a.json')).toBe(mended)
  expect(stdout).toContain('line 1, column 28: “i” replaced by “і”')
  expect(stdout).toContain('[I]Т')
})
