import { chmod, link, lstat, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hashOf, openEditing } from './editing-server.ts'

const deck = `{
  // of the spring
  "name": "Served", "lang": "en",
  "content": [
    { "title": "One", "text": "About one.", },
    { "title": "Two", "text": "About two." }
  ]
}
`
const setTitle = (slide: number, value: string) => ({ op: 'set', path: ['content', slide, 'title'], value }) as const

describe('an edit', () => {
  test('changes only its bytes, and can be undone', async () => {
    const { edit, source, file } = await openEditing({ 'decks/talk.json': deck })
    const before = await source('talk')
    expect(before).toMatchObject({ text: deck, hash: hashOf(deck), converts: null, readOnly: false })
    const made = await edit('talk', { base: before.hash, ops: [setTitle(1, 'Second')] })
    const text = deck.replace('"Two"', '"Second"')
    expect(String(await file('decks/talk.json'))).toBe(text)
    expect(made).toMatchObject({
      status: 200,
      body: { hash: hashOf(text), ranges: [{ start: text.indexOf('"Second"') }] },
    })
    const undone = await edit('talk', { base: made.body.hash, changes: made.body.inverse })
    expect(undone).toMatchObject({ status: 200, body: { hash: before.hash } })
    expect(String(await file('decks/talk.json'))).toBe(deck)
  })

  test('keeps a byte order mark and line ends', async () => {
    const windows = `\ufeff${deck.replaceAll('\n', '\r\n')}`
    const { edit, source, file } = await openEditing({ 'decks/talk.json': windows })
    const { hash } = await source('talk')
    expect((await edit('talk', { base: hash, ops: [setTitle(0, 'Бір')] })).status).toBe(200)
    expect(String(await file('decks/talk.json'))).toBe(windows.replace('"One"', '"Бір"'))
  })

  test('that adds or removes slides lets the number of slides count along, also after an edit of others', async () => {
    const counted = deck.replace('"lang"', '"slide_max": 2, "lang"')
    const { edit, source, file } = await openEditing({ 'decks/talk.json': counted })
    const { hash } = await source('talk')
    const add = (title: string) => ({ op: 'insert', path: ['content', 1], value: { title } }) as const
    const made = await edit('talk', { base: hash, ops: [add('A')] })
    expect(String(await file('decks/talk.json'))).toContain('"slide_max": 3,')
    expect(await edit('talk', { base: hash, ops: [add('B')] })).toMatchObject({ status: 200 })
    expect(String(await file('decks/talk.json'))).toContain('"slide_max": 4,')
    expect(await edit('talk', { base: made.body.hash, changes: made.body.inverse })).toMatchObject({ status: 409 })
    const { hash: now } = await source('talk')
    const removed = await edit('talk', { base: now, ops: [{ op: 'remove', path: ['content', 0] }] })
    expect(String(await file('decks/talk.json'))).toContain('"slide_max": 3,')
    await edit('talk', { base: removed.body.hash, changes: removed.body.inverse })
    expect(String(await file('decks/talk.json'))).toContain('"slide_max": 4,')
  })

  test('sent again because its answer was lost is made once', async () => {
    const { edit, source, file } = await openEditing({ 'decks/talk.json': deck })
    const { hash } = await source('talk')
    const sent = {
      base: hash,
      ops: [{ op: 'insert', path: ['content', 2], value: { title: 'Three' } }],
      id: 'a-unique-id',
    } as const
    const [first, second] = [await edit('talk', sent), await edit('talk', sent)]
    expect(second).toEqual(first)
    expect(String(await file('decks/talk.json')).match(/Three/g)).toHaveLength(1)
  })

  test('of a deck in another encoding is asked first, and a copy is kept', async () => {
    const bytes = Buffer.from(
      [
        ...'{"name": "Весна", "lang": "ru", "content": [{"title": "О весне и погоде", "text": "Весна пришла в город"}]}',
      ].map(cp1251),
    )
    const { edit, source, file, folder } = await openEditing({ 'decks/talk.json': bytes })
    const { hash, converts } = await source('talk')
    expect([hash, converts]).toEqual([hashOf(bytes), 'windows-1251'])
    const refused = await edit('talk', { base: hash, ops: [setTitle(0, 'Лето')] })
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'edit-converts', message: expect.stringContaining('windows-1251') },
    })
    expect(Buffer.compare(await file('decks/talk.json'), bytes)).toBe(0)
    expect((await edit('talk', { base: hash, ops: [setTitle(0, 'Лето')], convert: true })).status).toBe(200)
    expect(String(await file('decks/talk.json'))).toContain('"Лето"')
    const [copy = ''] = await readdir(join(folder, 'copies'))
    expect(Buffer.compare(await file(`copies/${copy}`), bytes)).toBe(0)
  })

  test('of a deck whose letters were misread is asked first, too, and writes the right ones', async () => {
    const right =
      '{ "name": "Весна", "lang": "ru", "content": [{ "title": "О весне и погоде", "text": "Весна пришла в город" }] }'
    const bytes = Buffer.from(new TextDecoder('windows-1251').decode(Buffer.from(right)))
    const { edit, source, file } = await openEditing({ 'decks/talk.json': bytes })
    const { hash, text } = await source('talk')
    expect(text).toBe(right)
    const ops = [setTitle(0, 'Лето')]
    expect(await edit('talk', { base: hash, ops })).toMatchObject({
      status: 409,
      body: { code: 'edit-converts', message: expect.stringContaining('misread') },
    })
    expect((await edit('talk', { base: hash, ops, convert: true })).status).toBe(200)
    expect(String(await file('decks/talk.json'))).toBe(right.replace('О весне и погоде', 'Лето'))
  })

  test('goes through a link inside the project, which stays one', async () => {
    const { edit, source, file, folder } = await openEditing({ 'texts/real.json': deck })
    await mkdir(join(folder, 'decks'))
    await symlink('../texts/real.json', join(folder, 'decks/talk.json'))
    await expect.poll(async () => (await source('talk')).hash).toBe(hashOf(deck))
    expect((await edit('talk', { base: hashOf(deck), ops: [setTitle(1, 'Second')] })).status).toBe(200)
    expect((await lstat(join(folder, 'decks/talk.json'))).isSymbolicLink()).toBe(true)
    expect(String(await file('texts/real.json'))).toBe(deck.replace('"Two"', '"Second"'))
  })

  test('does not keep its copy through a link out of the project', async () => {
    const { edit, source, file, folder } = await openEditing({ 'decks/talk.json': deck })
    const outside = await mkdtemp(join(tmpdir(), 'korme-outside-'))
    await symlink(outside, join(folder, 'copies'))
    const { hash } = await source('talk')
    expect(await edit('talk', { base: hash, ops: [setTitle(0, 'A')] })).toMatchObject({
      status: 403,
      body: { code: 'edit-outside-project' },
    })
    expect([await readdir(outside), String(await file('decks/talk.json'))]).toEqual([[], deck])
    await rm(outside, { recursive: true })
  })

  test('keeps the state before the first one as a copy, once', async () => {
    const { edit, source, file, folder } = await openEditing({ 'decks/talk.json': deck })
    for (const title of ['A', 'B', 'C']) {
      const { hash } = await source('talk')
      expect((await edit('talk', { base: hash, ops: [setTitle(0, title)] })).status).toBe(200)
    }
    const copies = await readdir(join(folder, 'copies'))
    expect(copies).toEqual([expect.stringMatching(/^talk\.\d{4}-\d\d-\d\d\.\d\d-\d\d-\d\d\.json$/)])
    expect(String(await file(`copies/${copies[0]}`))).toBe(deck)
    expect(await readdir(join(folder, 'decks'))).toEqual(['talk.json'])
  })
})

describe('a change of the file by another program', () => {
  test('elsewhere stays, and the edit is made in the new text', async () => {
    const { edit, source, file, folder } = await openEditing({ 'decks/talk.json': deck })
    const { hash } = await source('talk')
    await writeFile(join(folder, 'decks/talk.json'), deck.replace('"About one."', '"Changed by hand."'))
    expect((await edit('talk', { base: hash, ops: [setTitle(1, 'Second')] })).status).toBe(200)
    expect(String(await file('decks/talk.json'))).toBe(
      deck.replace('"About one."', '"Changed by hand."').replace('"Two"', '"Second"'),
    )
  })

  test('of the same text is a conflict that has both', async () => {
    const { edit, source, file, folder } = await openEditing({ 'decks/talk.json': deck })
    const { hash } = await source('talk')
    const theirs = deck.replace('"Two"', '"Theirs"')
    await writeFile(join(folder, 'decks/talk.json'), theirs)
    expect(await edit('talk', { base: hash, ops: [setTitle(1, 'Mine')] })).toMatchObject({
      status: 409,
      body: {
        code: 'edit-conflict',
        hash: hashOf(theirs),
        conflicts: [{ path: ['content', 1, 'title'], base: 'Two', theirs: 'Theirs', yours: 'Mine' }],
      },
    })
    expect(String(await file('decks/talk.json'))).toBe(theirs)
  })

  test('elsewhere does not hinder undoing; in the same place it does', async () => {
    const { edit, source, file, folder } = await openEditing({ 'decks/talk.json': deck })
    const { hash } = await source('talk')
    const made = await edit('talk', { base: hash, ops: [setTitle(1, 'Second')] })
    const now = String(await file('decks/talk.json')).replace('"Served"', '"Renamed"')
    await writeFile(join(folder, 'decks/talk.json'), now)
    expect((await edit('talk', { base: made.body.hash, changes: made.body.inverse })).status).toBe(200)
    expect(String(await file('decks/talk.json'))).toBe(deck.replace('"Served"', '"Renamed"'))
    await writeFile(join(folder, 'decks/talk.json'), deck.replace('"Two"', '"Third"'))
    expect(await edit('talk', { base: made.body.hash, changes: made.body.inverse })).toMatchObject({
      status: 409,
      body: { code: 'edit-outdated' },
    })
  })

  test('since a text that is not known any more is refused', async () => {
    const { edit } = await openEditing({ 'decks/talk.json': deck })
    const refused = await edit('talk', { base: hashOf('something else'), ops: [setTitle(1, 'Mine')] })
    expect(refused).toMatchObject({ status: 409, body: { code: 'edit-outdated', hash: hashOf(deck) } })
  })
})

describe('what cannot be saved is refused, and the file stays', () => {
  const cases: [what: string, change: (path: string) => Promise<unknown>, status: number, code: string][] = [
    ['a file that was deleted', (path) => rm(path), 404, 'edit-file-gone'],
    ['a file made read-only', (path) => chmod(path, 0o444), 423, 'edit-read-only'],
    ['a file with two names', (path) => link(path, `${path}.other`), 423, 'edit-hard-linked'],
    [
      'a file that is binary now',
      (path) => writeFile(path, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1])),
      422,
      'edit-text-unreadable',
    ],
    [
      'a link out of the project',
      async (path) => {
        await rm(path)
        await symlink('/etc/hostname', path)
      },
      403,
      'edit-outside-project',
    ],
    [
      'a folder in its place',
      async (path) => {
        await rm(path)
        await mkdir(path)
      },
      422,
      'edit-text-unreadable',
    ],
  ]
  // The server waits for a file that is gone to come back: several at a time.
  test.concurrent.each(cases)('%s', async (_what, change, status, code) => {
    const { edit, source, folder } = await openEditing({ 'decks/talk.json': deck })
    const { hash } = await source('talk')
    await change(join(folder, 'decks/talk.json'))
    const refused = await edit('talk', { base: hash, ops: [setTitle(1, 'Mine')] })
    expect(refused).toMatchObject({ status, body: { code, message: expect.stringMatching(/\S{3}/) } })
    expect(await readdir(folder)).not.toContain('copies')
  })

  test('more text than a slide may have', async () => {
    const { edit, source, file } = await openEditing({ 'decks/talk.json': deck })
    const { hash } = await source('talk')
    const refused = await edit('talk', { base: hash, ops: [setTitle(1, '• много слов\n'.repeat(30_000))] })
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'edit-impossible', message: expect.stringContaining('more than Korme reads') },
    })
    expect(String(await file('decks/talk.json'))).toBe(deck)
  })

  test('a wrong request', async () => {
    const { ask, source, bugs, file } = await openEditing({ 'decks/talk.json': deck })
    const { hash } = await source('talk')
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const bodies = [
      '{',
      'null',
      '[]',
      '{}',
      `{"base":"${hash}"}`,
      `{"base":"${hash}","ops":{}}`,
      `{"base":"${hash}","ops":[],"changes":[]}`,
      `{"base":"${hash.toUpperCase()}","ops":[]}`,
      `{"base":"${hash}","ops":[{"op":"run","path":[]}]}`,
      `{"base":"${hash}","ops":[{"op":"toString","path":[]}]}`,
      `{"base":"${hash}","ops":[{"op":"set","path":["content"]}]}`,
      `{"base":"${hash}","ops":[{"op":"set","path":[-1],"value":1}]}`,
      `{"base":"${hash}","ops":[{"op":"set","path":[{}],"value":1}]}`,
      `{"base":"${hash}","ops":[{"op":"set","path":["name"],"value":${deep}}]}`,
      `{"base":"${hash}","changes":[{"start":5,"end":3,"text":""}]}`,
      `{"base":"${hash}","changes":[{"start":0,"end":99999,"text":""}]}`,
      `{"base":"${hash}","changes":[{"start":0,"end":9,"text":""},{"start":5,"end":10,"text":""}]}`,
      `{"base":"${hash}","changes":[{"start":0,"end":0,"text":"\\ud800"}]}`,
      `{"base":"${hash}","ops":[],"convert":1}`,
    ]
    for (const body of bodies) {
      const { status, body: answer } = await ask('decks/talk/edit', body, { 'content-type': 'application/json' })
      expect([body.slice(0, 80), status, answer.code]).toEqual([body.slice(0, 80), 422, 'edit-request-wrong'])
    }
    expect(bugs).toEqual([])
    expect(String(await file('decks/talk.json'))).toBe(deck)
  })
})

/** The byte of a character in Windows-1251. */
function cp1251(character: string): number {
  const code = character.charCodeAt(0)
  return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code
}
