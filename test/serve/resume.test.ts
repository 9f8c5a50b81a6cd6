import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Role } from '../../src/model/wire/talk.ts'
import type { PresentHandle, PresentOptions } from '../../src/serve/options.ts'
import { present } from '../../src/serve/present.ts'
import { ask } from './ask.ts'
import { freePort } from './korme-serve.ts'
import { deckOf, type Visitor, visit as visitPage } from './talk/talk-server.ts'

let root: string
let deck: string
const open: PresentHandle[] = []

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'korme-resume-'))
  vi.stubEnv('XDG_CACHE_HOME', join(root, 'cache'))
  deck = join(root, 'talk.json')
  await writeFile(deck, deckOf())
})
afterEach(async () => {
  for (const talk of open.splice(0)) await talk.close()
  await rm(root, { recursive: true, force: true })
})

const talks = () => join(root, 'cache', 'korme', 'talks')
/** Without what is just being written. */
const kept = async () => (await readdir(talks()).catch(() => [])).filter((name) => name.endsWith('.json'))

async function begin(options: PresentOptions = {}): Promise<PresentHandle> {
  const talk = await present(deck, { root, ...(!options.resume && { port: await freePort() }), ...options })
  open.push(talk)
  return talk
}

/** Ends a talk as the end of its process does. */
async function interrupt(talk: PresentHandle): Promise<void> {
  open.splice(open.indexOf(talk), 1)
  await talk.close({ resumable: true })
}

/** Connects as a page of a role does. */
function visit({ port, urls }: PresentHandle, role: Role): Promise<Visitor> {
  const page = { speaker: urls.speaker, remote: urls.remote[0]!, audience: urls.audience[0]! }
  return visitPage({ session: { server: { port } } } as never, role, page[role])
}

async function enter(talk: PresentHandle, role: Role, version = 0, key?: string) {
  const visitor = await visit(talk, role)
  visitor.say({ type: 'hello', version }, key)
  return { visitor, state: await visitor.next('state') }
}

/** Connects a remote for the first time, and returns its key. */
async function enterRemote(talk: PresentHandle, pin: string): Promise<string> {
  const remote = await visit(talk, 'remote')
  remote.say({ type: 'pin', pin })
  return (await remote.next('welcome')).key
}

test('a talk goes on with its votes and questions', async () => {
  await writeFile(deck, JSON.stringify({ content: [{ title: 'Келесіз бе?', poll: ['Иә', 'Жоқ'] }] }))
  const first = await begin()
  const voter = 'voter-one'.padEnd(22, 'x')
  const { visitor: phone } = await enter(first, 'audience')
  const { poll } = await phone.next('ballot')
  phone.say({ type: 'vote', poll: poll!.id, voter, options: [poll!.options[1]!.key] })
  await phone.next('voted')
  phone.say({ type: 'ask', voter, id: 'q1'.padEnd(22, 'x'), text: 'Қашан?' })
  await phone.next('asked')
  await interrupt(first)

  const next = await begin({ resume: true })
  const { visitor: speaker } = await enter(next, 'speaker')
  expect(await speaker.next('questions')).toMatchObject({ list: [{ text: 'Қашан?' }] })
  speaker.say({ type: 'results' })
  expect((await speaker.next('results')).polls).toMatchObject([{ id: poll!.id, open: true, counts: [0, 1] }])
})

test('a talk goes on with its URLs, keys, PIN, slide, step, time, black screen and drawings', async () => {
  const first = await begin()
  const { visitor: speaker, state: fresh } = await enter(first, 'speaker')
  const { pin } = await speaker.next('room')
  const key = await enterRemote(first, pin!)
  speaker.say({ type: 'go', page: 's3', step: 2 })
  speaker.say({ type: 'black', on: true })
  speaker.say({ type: 'timer', elapsedMs: 60_000, running: true })
  speaker.say({ type: 'stroke', page: 's3', id: 'a', pen: 0, points: [1, 2] })
  await speaker.next('black')
  await interrupt(first)

  const next = await begin({ resume: true })
  expect(next).toMatchObject({ port: first.port, urls: first.urls, resumedMs: expect.any(Number), interruptedMs: null })
  const { state } = await enter(next, 'remote', 0, key)
  expect(state.talk).toMatchObject({ page: 's3', step: 2, black: true, drawings: { s3: [{ id: 'a' }] } })
  expect(state.timer!.running).toBe(true)
  expect(state.timer!.elapsedMs).toBeGreaterThanOrEqual(60_000)
  // A page that is still open knows a version of the deck that another process has made.
  const { visitor, state: back } = await enter(next, 'speaker', fresh.version)
  expect(back.deck?.pages.length).toBe(4)
  expect(await visitor.next('room')).toMatchObject({ pin })
})

test('only this user may read the file, and the end of the talk removes it', async () => {
  const talk = await begin()
  const [name = ''] = await kept()
  expect((await stat(join(talks(), name))).mode & 0o777).toBe(0o600)
  expect((await stat(talks())).mode & 0o777).toBe(0o700)
  expect(name).not.toContain('talk')
  open.splice(0)
  await talk.close()
  expect(await kept()).toEqual([])
  await expect(begin({ resume: true })).rejects.toMatchObject({ fault: { code: 'talk-missing' }, exitCode: 2 })
})

test('what the process writes while it runs is enough: kill -9 leaves it', async () => {
  const talk = await begin()
  const { visitor: speaker } = await enter(talk, 'speaker')
  speaker.say({ type: 'go', page: 's2', step: null })
  await speaker.next('go')
  const [name = ''] = await kept()
  await expect.poll(async () => JSON.parse(await readFile(join(talks(), name), 'utf8')).state.talk.page).toBe('s2')
})

test('a talk that still runs is not taken over; a new one says nothing of it', async () => {
  const talk = await begin()
  await expect(begin({ resume: true })).rejects.toMatchObject({ fault: { code: 'talk-running', port: talk.port } })
  const second = await begin()
  expect(second.interruptedMs).toBeNull()
  expect((await kept()).length).toBe(2)
})

test('whoever begins a new talk in a hurry is told, and can still go on with the first', async () => {
  const first = await begin()
  await interrupt(first)
  const hurried = await begin()
  expect(hurried.interruptedMs).toEqual(expect.any(Number))
  expect(hurried.urls.speaker).not.toBe(first.urls.speaker)
  open.splice(0)
  await hurried.close()
  expect((await begin({ resume: true })).urls).toEqual(first.urls)
})

test('options of the talk stay, those that are given now take precedence', async () => {
  const given = { lang: 'kk', theme: 'official', messages: 'ru', preferredNetwork: 'wlan0' } as const
  await interrupt(await begin({ ...given, network: true }))
  const [name = ''] = await kept()
  expect(JSON.parse(await readFile(join(talks(), name), 'utf8')).options).toEqual(given)
  const again = await begin({ resume: true })
  expect(again.urls.audience[0]).not.toContain('127.0.0.1')
  await interrupt(again)
  const { port } = await begin({ resume: true, port: again.port + 7 })
  expect(port).toBe(again.port + 7)
})

test('a deck that was edited meanwhile: the page that is gone gives way to the one before it', async () => {
  const first = await begin()
  const { visitor: speaker } = await enter(first, 'speaker')
  speaker.say({ type: 'go', page: 's4', step: null })
  await speaker.next('go')
  await interrupt(first)
  const { content, ...rest } = JSON.parse(deckOf())
  await writeFile(deck, JSON.stringify({ ...rest, content: content.slice(0, 2) }))
  const { state } = await enter(await begin({ resume: true }), 'audience')
  expect(state.talk).toMatchObject({ page: 's2', step: null })
})

test('after a new PIN, the keys of before stay worthless', async () => {
  const first = await begin()
  const { visitor: speaker } = await enter(first, 'speaker')
  const { pin } = await speaker.next('room')
  const key = await enterRemote(first, pin!)
  speaker.say({ type: 'renew' })
  await expect.poll(async () => (await speaker.next('room')).pin).not.toBe(pin)
  await interrupt(first)
  const remote = await visit(await begin({ resume: true }), 'remote')
  remote.say({ type: 'hello', version: 0 }, key)
  expect(await remote.next('pin')).toMatchObject({ wrong: false })
})

test('a cache that cannot be written stops no talk', async () => {
  await writeFile(join(root, 'cache'), 'a file')
  const talk = await begin()
  expect((await ask(talk.port, new URL(talk.urls.speaker).pathname)).status).toBe(200)
})
