import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { KormeError } from '../../../src/model/errors.ts'
import type { Files } from '../../../src/model/files.ts'
import { type DeckEditor, makeDeckEditor } from '../../../src/serve/edit/deck-editor.ts'
import { EditRefused } from '../../../src/serve/edit/edit-refused.ts'
import { makeTextHistory } from '../../../src/serve/edit/text-history.ts'
import type { Clock } from '../../../src/system/clock.ts'
import { disk } from '../../../src/system/disk.ts'
import { sha256 } from '../../../src/system/hash.ts'

const text = '{ "name": "A", "content": [{ "title": "One" }, { "title": "Two" }] }'
let root: string
let path: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'korme-editor-'))
  path = join(root, 'talk.json')
  await writeFile(path, text)
})
afterEach(() => rm(root, { recursive: true }))

/** A clock whose waits take no time, but pass. It begins well after any file was saved. */
function quickClock(): Clock {
  let now = Date.now() + 60_000
  return { now: () => now, wait: async (ms) => void (now += ms) }
}

const saves: [hash: string, by: number | null][] = []
function open(files: Partial<Files> = {}, clock: Clock = quickClock()): DeckEditor {
  saves.length = 0
  return makeDeckEditor({
    path,
    root,
    files: { ...disk, ...files },
    clock,
    projectRoot: async () => root,
    history: makeTextHistory(1_000_000),
    onSaved: (...save) => saves.push(save),
  })
}
const title = (value: string, slide = 0) => ({ op: 'set', path: ['content', slide, 'title'], value }) as const
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof EditRefused ? [error.status, error.fault.code] : error),
  )

describe('a failure of the disk is told, and leaves the file and no other', () => {
  const unwritable = (reason: string) => () =>
    Promise.reject(new KormeError({ code: 'output-unwritable', path: 'talk.json', reason }))
  const systemError = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code, syscall: 'open' }))
  test.each<[what: string, files: Partial<Files>, expected: [number, string]]>([
    ['the disk is full', { writeAtomic: unwritable('ENOSPC') }, [507, 'edit-disk-full']],
    ['the quota is used up', { writeAtomic: unwritable('EDQUOT') }, [507, 'edit-disk-full']],
    ['the disk is read-only', { writeAtomic: unwritable('EROFS') }, [423, 'edit-read-only']],
    ['the folder cannot be written', { writeAtomic: unwritable('EACCES') }, [423, 'edit-read-only']],
    ['another program holds the file', { writeAtomic: unwritable('EBUSY') }, [423, 'edit-unwritable']],
    ['the disk fails', { writeAtomic: unwritable('EIO') }, [423, 'edit-unwritable']],
    ['the file belongs to somebody else', { isWritable: async () => false }, [423, 'edit-read-only']],
    ['there is no room for the copy', { writeNew: systemError('ENOSPC') }, [507, 'edit-disk-full']],
    ['the copy cannot be written', { writeNew: systemError('EACCES') }, [423, 'edit-read-only']],
    ['the file cannot be read', { read: systemError('EIO') }, [422, 'edit-text-unreadable']],
  ])('%s', async (_what, files, expected) => {
    const edit = { base: sha256(text), ops: [title('New')] }
    expect(await refusal(open(files).edit(edit))).toEqual(expected)
    expect(await readFile(path, 'utf8')).toBe(text)
    expect(saves).toEqual([])
    const left = await readdir(root, { recursive: true })
    expect(left.filter((name) => !['talk.json', 'copies'].includes(name))).toEqual([])
    // It was not the last edit.
    expect(await open().edit(edit)).toMatchObject({ hash: expect.any(String) })
  })

  test('an error in the program itself is not taken for one of the disk', async () => {
    const bug = new TypeError('a bug')
    const editor = open({ writeAtomic: () => Promise.reject(bug) })
    expect(await refusal(editor.edit({ base: sha256(text), ops: [title('New')] }))).toBe(bug)
  })
})

describe('edits', () => {
  test('of one deck are made one after the other', async () => {
    const editor = open()
    // Each is made on what the one before has made, whose answer is not waited for.
    let now = text
    const made = Array.from({ length: 30 }, (_, i) => {
      const base = sha256(now)
      const start = now.indexOf('One')
      now = now.replace('One', `word-${i} One`)
      return editor.edit({ base, changes: [{ start, end: start, text: `word-${i} ` }] })
    })
    await Promise.all(made)
    expect(await readFile(path, 'utf8')).toBe(now)
  })

  test('that change nothing write nothing', async () => {
    let writes = 0
    const writeAtomic: Files['writeAtomic'] = (...all) => {
      writes++
      return disk.writeAtomic(...all)
    }
    const editor = open({ writeAtomic })
    const answer = await editor.edit({ base: sha256(text), ops: [title('One')] })
    expect([answer.hash, writes, await readdir(root)]).toEqual([sha256(text), 0, ['talk.json']])
  })

  test('give way to a program that saves at the same moment, and are made in its text', async () => {
    const theirs = text.replace('"A"', '"B"')
    let stolen = false
    const writeAtomic: Files['writeAtomic'] = async (to, content, before) => {
      if (!stolen) await writeFile(path, theirs)
      stolen = true
      return disk.writeAtomic(to, content, before)
    }
    const editor = open({ writeAtomic })
    const changes = [{ start: text.indexOf('Two'), end: text.indexOf('Two') + 3, text: 'Second' }]
    await editor.edit({ base: sha256(text), changes })
    expect(await readFile(path, 'utf8')).toBe(theirs.replace('Two', 'Second'))
    expect(saves.map(([, by]) => by)).toEqual([null, null])
  })

  test('give up on a program that saves all the time', async () => {
    let n = 0
    const writeAtomic: Files['writeAtomic'] = async (to, content, before) => {
      await writeFile(path, text.replace('"A"', `"A${++n}"`))
      return disk.writeAtomic(to, content, before)
    }
    const changes = [{ start: text.indexOf('Two'), end: text.indexOf('Two') + 3, text: 'Second' }]
    expect(await refusal(open({ writeAtomic }).edit({ base: sha256(text), changes }))).toEqual([423, 'edit-file-busy'])
    expect(await readFile(path, 'utf8')).toBe(text.replace('"A"', `"A${n}"`))
  })

  test('wait until another program has written the whole file', async () => {
    const whole = text.replace('"A"', '"B"')
    await writeFile(path, '')
    let now = Date.now()
    const clock: Clock = {
      now: () => now,
      wait: async (ms) => {
        now += ms
        await writeFile(path, now % 2 === 0 ? whole.slice(0, 30) : whole)
        await writeFile(path, whole)
      },
    }
    const changes = [{ start: whole.indexOf('Two'), end: whole.indexOf('Two') + 3, text: 'Second' }]
    const editor = open({}, clock)
    await editor.source()
    await editor.edit({ base: sha256(whole), changes })
    expect(await readFile(path, 'utf8')).toBe(whole.replace('Two', 'Second'))
  })

  test('are told to all, those of another program once', async () => {
    const editor = open()
    await editor.source()
    const { hash } = await editor.edit({ base: sha256(text), ops: [title('New')], editor: 3 })
    // The watcher has seen our own save.
    await editor.notice()
    await editor.notice()
    const theirs = text.replace('"A"', '"B"')
    await writeFile(path, theirs)
    await editor.notice()
    await editor.notice()
    expect(saves).toEqual([
      [hash, 3],
      [sha256(theirs), null],
    ])
  })
})

describe('copies', () => {
  test('have the time in their name, and never take the place of one another', async () => {
    const clock: Clock = { now: () => new Date(2026, 10, 30, 5, 32, 10).getTime(), wait: async () => {} }
    const contents = [text, text.replace('"A"', '"B"'), text.replace('"A"', '"C"')]
    for (const content of contents) {
      await writeFile(path, content)
      // Each is a start of its own.
      await open({}, clock).edit({ base: sha256(content), ops: [title('New')] })
    }
    const names = await readdir(join(root, 'copies'))
    expect(names.sort()).toEqual(['', '-2', '-3'].map((n) => `talk.2026-11-30.05-32-10${n}.json`).sort())
    const kept = await Promise.all(names.map((name) => readFile(join(root, 'copies', name), 'utf8')))
    expect(kept.sort()).toEqual(contents.toSorted())
  })

  test('are not made again of the same text', async () => {
    for (let start = 0; start < 3; start++) {
      await writeFile(path, text)
      await open().edit({ base: sha256(text), ops: [title('New')] })
    }
    expect(await readdir(join(root, 'copies'))).toHaveLength(1)
  })
})
