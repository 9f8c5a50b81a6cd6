import { linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type CheckResult, check } from '../../src/build.ts'
import { repairDeckFile } from '../../src/cli/repair-deck-file.ts'
import type { Files } from '../../src/model/files.ts'
import { disk } from '../../src/system/disk.ts'
import { faultOf, folder } from '../load/folder.ts'
import { brokenDeck, runKorme, soundDeck } from './run-korme.ts'

/** The disk, with another program that acts just before a step of the repair. */
const diskWith = (before: Partial<Record<'writeAtomic' | 'writeNew', () => void>>): Files => ({
  ...disk,
  writeAtomic: (path, content, beforeReplace) => {
    before.writeAtomic?.()
    return disk.writeAtomic(path, content, beforeReplace)
  },
  writeNew: (path, content, mode) => {
    before.writeNew?.()
    return disk.writeNew(path, content, mode)
  },
})

const others = (root: string) => readdirSync(root).filter((name) => name !== 'a.json')

describe('a deck that is saved while it is repaired', () => {
  const saved = brokenDeck.replace('A text', 'The text of a save')

  test.each(['writeAtomic', 'writeNew'] as const)('before %s: the save stays, and there is no copy', async (step) => {
    const root = folder({ 'a.json': brokenDeck })
    const path = join(root, 'a.json')
    const checked = await check(path)
    const files = diskWith({ [step]: () => writeFileSync(path, saved) })
    const outcome = await repairDeckFile({ ...checked, project: { ...checked.project, files } })
    expect(outcome).toEqual({ kind: 'outdated' })
    expect([readFileSync(path, 'utf8'), others(root)]).toEqual([saved, []])
  })

  test('a deck that is gone is not written again', async () => {
    const root = folder({ 'a.json': brokenDeck })
    const checked = await check(join(root, 'a.json'))
    const files: Files = { ...diskWith({}), read: () => Promise.reject(new Error('ENOENT')) }
    expect(await repairDeckFile({ ...checked, project: { ...checked.project, files } })).toEqual({ kind: 'outdated' })
  })

  test('two runs at once leave one repaired deck and one copy', async () => {
    const root = folder({ 'a.json': brokenDeck })
    const path = join(root, 'a.json')
    const checked: CheckResult[] = [await check(path), await check(path)]
    await Promise.all(checked.map((one) => repairDeckFile(one)))
    expect(JSON.parse(readFileSync(path, 'utf8')).name).toBe('Hand-edited')
    for (const copy of others(root)) expect(readFileSync(join(root, copy), 'utf8')).toBe(brokenDeck)
  })
})

describe('a deck that is refused', () => {
  const told = async (root: string, ...args: string[]) => {
    const runs = []
    for (const lang of ['kk', 'ru', 'en']) {
      const { code, stderr } = await runKorme(root, ['check', '--fix', '--messages', lang, ...args])
      expect([code, stderr.split('\n').length]).toEqual([2, 2])
      runs.push(stderr)
    }
    return runs
  }

  test('with a second name stays as it is under both', async () => {
    const root = folder({ 'a.json': brokenDeck })
    linkSync(join(root, 'a.json'), join(root, 'b.json'))
    expect((await told(root, 'a.json')).at(-1)).toContain('the same file has 2 names (hard links)')
    expect(others(root)).toEqual(['b.json'])
    expect(readFileSync(join(root, 'b.json'), 'utf8')).toBe(brokenDeck)
  })

  test('with a second name and nothing to repair is no error', async () => {
    const root = folder({ 'a.json': soundDeck })
    linkSync(join(root, 'a.json'), join(root, 'b.json'))
    expect((await runKorme(root, ['check', '--fix', 'a.json'])).code).toBe(0)
  })

  test.each([
    ['the folder of the decks', 'decks', 'decks/a.json', 'a.json'],
    ['a folder above it', 'talks', 'talks/2026/a.json', '2026/a.json'],
  ])('behind %s that is a link out of the project: its real path is told', async (_, link, deck, real) => {
    const outside = folder({ [real]: brokenDeck })
    const root = folder({ 'static/': '' })
    symlinkSync(outside, join(root, link))
    expect((await told(root, deck)).at(-1)).toContain(`pass its real path: ${join(outside, real)}`)
    expect(readFileSync(join(outside, real), 'utf8')).toBe(brokenDeck)
    expect((await runKorme(root, ['check', deck])).code).toBe(0)
    expect((await runKorme(root, ['check', '--fix', join(outside, real)])).code).toBe(0)
  })

  test('behind a linked `decks/` where there is no `static/`', async () => {
    const outside = folder({ 'a.json': brokenDeck })
    const root = folder()
    symlinkSync(outside, join(root, 'decks'))
    await told(root)
    expect(readdirSync(outside)).toEqual(['a.json'])
  })

  test('below a root that is named', async () => {
    const outside = folder({ 'a.json': brokenDeck })
    const root = folder({ 'talks/': '' })
    symlinkSync(outside, join(root, 'talks/decks'))
    await told(root, '--root', 'talks')
  })
})

test('a deck behind a link within the project is repaired', async () => {
  const root = folder({ 'static/': '', '2026/a.json': brokenDeck })
  symlinkSync(join(root, '2026'), join(root, 'decks'))
  expect((await runKorme(root, ['check', '--fix', '--strict'])).code).toBe(0)
  expect(readdirSync(join(root, '2026')).sort()).toEqual(['a.json', 'a.json.bak'])
})

test('a write that is refused leaves no copy', async () => {
  const root = folder({ 'a.json': brokenDeck })
  const checked = await check(join(root, 'a.json'))
  const fault = { code: 'EROFS' }
  const files: Files = {
    ...disk,
    writeAtomic: async (_path, _content, beforeReplace) => {
      await beforeReplace?.()
      throw fault
    },
  }
  await expect(repairDeckFile({ ...checked, project: { ...checked.project, files } })).rejects.toBe(fault)
  expect(others(root)).toEqual([])
})

test('an unwritable copy leaves the deck as it is', async () => {
  const root = folder({ 'a.json': brokenDeck })
  const checked = await check(join(root, 'a.json'))
  const files: Files = { ...disk, writeNew: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) }
  const { fault } = await faultOf(repairDeckFile({ ...checked, project: { ...checked.project, files } }))
  expect(fault).toMatchObject({ code: 'output-unwritable', reason: 'ENOSPC' })
  expect([readFileSync(join(root, 'a.json'), 'utf8'), others(root)]).toEqual([brokenDeck, []])
})

test('a folder has the name of the copy: the next one is taken', async () => {
  const root = folder({ 'a.json': brokenDeck })
  mkdirSync(join(root, 'a.json.bak'))
  expect(await repairDeckFile(await check(join(root, 'a.json')))).toMatchObject({
    backup: expect.stringMatching(/bak2$/),
  })
})
