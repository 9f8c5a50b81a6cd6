import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { build } from '../../../src/documents/produce.ts'
import type { DocumentJob } from '../../../src/model/wire/edit-service.ts'
import { readZip } from '../../support/read-zip.ts'
import { openSocket } from '../ask.ts'
import { deckOf } from '../korme-serve.ts'
import { type EditingServer, openEditing } from './editing-server.ts'

const decksIn = ({ folder }: EditingServer) => readdir(join(folder, 'decks')).then((names) => names.sort())

describe('a new deck', () => {
  test.each([null, 'report', 'training', 'contest', 'programme', 'empty'])(
    'from the sample %s is listed and can be edited',
    async (sample) => {
      const editing = await openEditing({ 'decks/talk.json': deckOf(['One']) })
      const { status, body } = await editing.ask('decks', { name: 'Көктем көрмесі', sample, lang: 'kk' })
      expect([status, body]).toEqual([
        200,
        {
          id: 'Көктем көрмесі',
          url: `/decks/${encodeURIComponent('Көктем көрмесі')}/`,
          file: expect.stringMatching(/Көктем көрмесі\.json$/),
        },
      ])
      expect(await decksIn(editing)).toEqual(['talk.json', 'Көктем көрмесі.json'])
      expect(editing.server.decks().map(({ path }) => path)).toContain(
        join(editing.folder, 'decks', 'Көктем көрмесі.json'),
      )
      const id = encodeURIComponent(body.id)
      const { hash, deck } = await editing.source(id)
      expect(deck).toMatchObject({ lang: 'kk', content: expect.any(Array) })
      const made = await editing.edit(id, {
        base: hash,
        ops: [{ op: 'set', path: ['content', 0, 'title'], value: 'Жаңа' }],
      })
      expect(made.status).toBe(200)
    },
  )

  test.each([
    ['Весна: отчёт №1 / итоги', 'Весна: отчёт №1 / итоги'],
    [' two\n lines\u0000 ', 'two lines'],
    ['  ', 'Жаңа презентация'],
  ])('called %j has this name on its slides', async (title, name) => {
    const editing = await openEditing({ 'decks/talk.json': deckOf(['One']) })
    await editing.ask('decks', { name: 'new', title, sample: 'empty', lang: 'kk' })
    expect((await editing.source('new')).deck).toMatchObject({ name })
  })

  test.each([
    ['talk', 409, 'edit-name-taken'],
    ['TALK.json', 409, 'edit-name-taken'],
    ['', 422, 'edit-name-unfit'],
    ['../x', 422, 'edit-name-unfit'],
    ['a/b', 422, 'edit-name-unfit'],
    ['nul', 422, 'edit-name-unfit'],
    ['.x', 422, 'edit-name-unfit'],
    ['x'.repeat(300), 422, 'edit-name-unfit'],
  ])('called %j is refused', async (name, status, code) => {
    const editing = await openEditing({ 'decks/talk.json': deckOf(['One']) })
    const refused = await editing.ask('decks', { name, sample: null, lang: 'en' })
    expect(refused).toMatchObject({ status, body: { code } })
    expect((await editing.ask('decks/talk/copy', { name })).body.code).toBe(code)
    expect(await decksIn(editing)).toEqual(['talk.json'])
  })

  /** What lies in the folder though the list does not show it, a name that is asked for, and the name that is free. */
  const hidden: [string, string, string, string][] = [
    ['plan.deck.json', 'plan', 'plan.deck.json', 'plan-2'],
    ['План.json.txt', 'план.txt', 'План.json.txt', 'план-2'],
    ['Жаңа тақырып.json'.normalize('NFD'), 'жаңа ТАҚЫРЫП', 'Жаңа тақырып.json'.normalize('NFD'), 'жаңа ТАҚЫРЫП-2'],
    ['plan.json/notes.txt', 'plan', 'plan.json', 'plan-2'],
    ['PLAN.JSON', 'plan', 'PLAN.JSON', 'plan-2'],
  ]

  test.each(hidden)('beside %s that is called %j learns which name is free', async (there, name, file, free) => {
    const first = await openEditing({ 'decks/talk.json': deckOf(['One']), [`decks/${there}`]: deckOf(['Other']) })
    const editing = await openEditing({}, { decks: [join(first.folder, 'decks/talk.json')], root: first.folder })
    const before = await decksIn(first)
    const requests = [
      ['decks', { name, sample: null, lang: 'en' }],
      ['decks/talk/copy', { name }],
      ['decks/talk/rename', { name }],
    ] as const
    for (const [route, body] of requests) {
      const refused = await editing.ask(route, body)
      expect(refused).toMatchObject({ status: 409, body: { code: 'edit-name-taken', free } })
      for (const said of [file, free]) expect(refused.body.message).toContain(said)
    }
    expect(await decksIn(first)).toEqual(before)
    expect(await editing.ask('decks/talk/copy', { name: free })).toMatchObject({ status: 200, body: { id: free } })
  })

  test('of an unknown sample or language is refused', async () => {
    const { ask } = await openEditing({ 'decks/talk.json': deckOf(['One']) })
    for (const wrong of [{ sample: 'poster', lang: 'en' }, { sample: 'report', lang: 'de' }, { lang: 'en' }, {}])
      expect(await ask('decks', { name: 'a', ...wrong })).toMatchObject({
        status: 422,
        body: { code: 'edit-request-wrong' },
      })
  })
})

describe('a deck', () => {
  test('is copied and renamed, byte for byte', async () => {
    const text = `${deckOf(['One'])}\r\n// the end`
    const editing = await openEditing({ 'decks/talk.json': text })
    expect(await editing.ask('decks/talk/copy', { name: 'second' })).toMatchObject({
      status: 200,
      body: { id: 'second' },
    })
    expect(await editing.ask('decks/talk/rename', { name: 'first' })).toMatchObject({
      status: 200,
      body: { id: 'first' },
    })
    expect(await decksIn(editing)).toEqual(['first.json', 'second.json'])
    for (const name of ['first', 'second']) expect(String(await editing.file(`decks/${name}.json`))).toBe(text)
    const { hash } = await editing.source('first')
    const made = await editing.edit('first', { base: hash, ops: [{ op: 'set', path: ['name'], value: 'Renamed' }] })
    expect(made.status).toBe(200)
    expect(String(await editing.file('decks/second.json'))).toBe(text)
  })

  test('may be renamed to what it is called, and to the same in capital letters', async () => {
    const editing = await openEditing({ 'decks/talk.json': deckOf(['One']) })
    const rename = async (deck: string, name: string) => (await editing.ask(`decks/${deck}/rename`, { name })).status
    expect(await rename('talk', 'talk.json')).toBe(200)
    expect(await decksIn(editing)).toEqual(['talk.json'])
    expect(await rename('talk', 'Talk')).toBe(200)
    expect(await decksIn(editing)).toEqual(['Talk.json'])
  })

  test('is moved to the trash and put back, with what was saved last', async () => {
    const editing = await openEditing({ 'decks/talk.json': deckOf(['One']), 'decks/other.json': deckOf(['Other']) })
    const listed = () => editing.server.decks().map(({ path }) => path.slice(editing.folder.length + 1))
    const { hash } = await editing.source('talk')
    const ops = [{ op: 'set' as const, path: ['name'], value: 'Changed' }]
    const [made, removed] = await Promise.all([
      editing.edit('talk', { base: hash, ops }),
      editing.ask('decks/talk/remove', {}),
    ])
    expect([made.status, removed.status]).toEqual([200, 200])
    expect(await decksIn(editing)).toEqual(['other.json'])
    await expect.poll(listed).toEqual(['decks/other.json'])
    expect((await editing.ask('trash')).body).toEqual({
      removed: [removed.body],
      folder: expect.stringMatching(/trash.$/),
    })
    // Whoever still has it open is told, and changes nothing.
    expect(await editing.edit('talk', { base: made.body.hash, ops })).toMatchObject({ status: 404 })
    expect(await editing.ask('decks/talk/remove', {})).toMatchObject({ status: 404, body: { code: 'edit-file-gone' } })
    const back = await editing.ask(`trash/${removed.body.id}/back`, {})
    expect(back).toMatchObject({ status: 200, body: { id: 'talk', file: expect.stringMatching(/talk\.json$/) } })
    expect(listed().sort()).toEqual(['decks/other.json', 'decks/talk.json'])
    expect(String(await editing.file('decks/talk.json'))).toContain('Changed')
    const again = [{ op: 'set' as const, path: ['name'], value: 'Again' }]
    expect((await editing.edit('talk', { base: made.body.hash, ops: again })).status).toBe(200)
    expect((await editing.ask('trash')).body.removed).toEqual([])
    expect(await editing.ask(`trash/${removed.body.id}/back`, {})).toMatchObject({ status: 404 })
    for (const path of ['trash', 'decks/talk/remove', `trash/${removed.body.id}/back`]) {
      const body = path === 'trash' ? undefined : {}
      expect((await editing.ask(path, body, { authorization: 'Bearer wrong' })).status).toBe(403)
    }
    expect(editing.bugs).toEqual([])
  })

  test('that was named on its own is followed to its new name', async () => {
    const other = deckOf(['Other'])
    const editing = await openEditing({ 'decks/other.json': other })
    const path = join(editing.folder, 'decks/only.json')
    await writeFile(path, deckOf(['Only']))
    const named = await openEditing({}, { decks: [path], root: editing.folder })
    await named.ask('decks/only/rename', { name: 'renamed' })
    await expect
      .poll(() => named.server.decks().map(({ path }) => path))
      .toEqual([join(editing.folder, 'decks/renamed.json')])
    const removed = await named.ask('decks/renamed/remove', {})
    await expect.poll(() => named.server.decks()).toEqual([])
    expect(await named.ask(`trash/${removed.body.id}/back`, {})).toMatchObject({ status: 200, body: { id: 'renamed' } })
    expect(named.server.decks()).toHaveLength(1)
  })
})

describe('a document', () => {
  const finished = async ({ server, token }: EditingServer, id: number): Promise<DocumentJob> => {
    const run = /"run":"([^"]+)"/.exec(await (await fetch(server.url)).text())?.[1]
    const socket = await openSocket(server.port, `/live?run=${run}&lang=en`)
    if (!(socket instanceof WebSocket)) throw new Error(`refused with ${socket}`)
    const done = new Promise<DocumentJob>((resolve) => {
      socket.on('message', (data) => {
        const { type, jobs = [] } = JSON.parse(String(data))
        const job = type === 'jobs' && jobs.find((one: DocumentJob) => one.id === id)
        if (job && (job.state === 'done' || job.state === 'failed')) resolve(job)
      })
    })
    socket.send(JSON.stringify({ type: 'editing', token, name: '', slide: null, open: null }))
    const job = await done
    socket.close()
    return job
  }

  test.each([
    ['html', 'text/html', /^<!DOCTYPE html>/i],
    ['pdf', 'application/pdf', /^%PDF-/],
    ['handout', 'application/pdf', /^%PDF-/],
  ])('%s is made in the background and can be saved', async (kind, type, begin) => {
    const editing = await openEditing({ 'decks/көрме.json': deckOf(['One', 'Two']) })
    const begun = await editing.ask(`decks/${encodeURIComponent('көрме')}/documents`, { kind })
    expect(begun).toMatchObject({ status: 200, body: { kind, deck: 'көрме', url: null } })
    const job = await finished(editing, begun.body.id)
    expect(job).toMatchObject({ state: 'done', message: '' })
    const response = await fetch(new URL(job.url ?? '', editing.server.url))
    expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringContaining(type)])
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent(job.file)}`,
    )
    expect(await response.text()).toMatch(begin)
    expect(await readdir(editing.folder)).not.toContain('dist')
    // Whoever does not know the secret in its address gets nothing.
    const secret = job.url?.split('/')[2] ?? ''
    expect((await fetch(new URL(`/documents/${secret.slice(1)}x/${job.file}`, editing.server.url))).status).toBe(404)
  })

  test('with videos is an archive of the page and its videos, as the command line writes them', async () => {
    const film = await readFile(join(import.meta.dirname, '../../fixtures/video/h264.mp4'))
    const name = 'Ашылу рәсімі #1.mp4'
    const text = JSON.stringify({ lang: 'kk', content: [{ title: 'Фильм', video: `/video/${name}` }] })
    const editing = await openEditing({ 'decks/көрме.json': text, [`static/video/${name}`]: film })
    const begun = await editing.ask(`decks/${encodeURIComponent('көрме')}/documents`, { kind: 'html' })
    const job = await finished(editing, begun.body.id)
    expect(job).toMatchObject({ state: 'done', file: 'көрме.zip' })
    const response = await fetch(new URL(job.url ?? '', editing.server.url))
    expect(response.headers.get('content-type')).toBe('application/zip')
    const packed = readZip(Buffer.from(await response.arrayBuffer()))
    const { outputs } = await build(join(editing.folder, 'decks/көрме.json'), { out: join(editing.folder, 'dist') })
    const built = await readdir(join(editing.folder, 'dist'), { recursive: true, withFileTypes: true })
    const files = built.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
    expect(Object.keys(packed).sort()).toEqual(files.map((path) => path.slice(editing.folder.length + 6)).sort())
    expect(Object.keys(packed)).toHaveLength(2)
    expect(outputs).toHaveLength(1)
    for (const [path, bytes] of Object.entries(packed).filter(([path]) => !path.endsWith('.html')))
      expect(bytes.equals(await readFile(join(editing.folder, 'dist', path)))).toBe(true)
    expect(editing.bugs).toEqual([])
  })

  test('of a deck with errors is not made, and it is told why', async () => {
    const editing = await openEditing({ 'decks/talk.json': '{ "name": "x", "content": 7 }' })
    const begun = await editing.ask('decks/talk/documents', { kind: 'html' })
    expect(await finished(editing, begun.body.id)).toMatchObject({
      state: 'failed',
      url: null,
      message: expect.stringContaining('errors'),
    })
    expect(editing.bugs).toEqual([])
  })
})
