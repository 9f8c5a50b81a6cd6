import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findKeptTalk, keptName, keptTalks, removeOutdatedTalks } from '../../../src/serve/talk/find-kept-talk.ts'
import { type KeptTalk, keptFormat, parseKeptTalk } from '../../../src/serve/talk/kept-talk.ts'
import { makeToken } from '../../../src/serve/talk/secrets.ts'

const deck = '/decks/talk.json'
const hour = 3_600_000
const now = 1_000 * hour

const talkOf = (changes: Partial<KeptTalk> = {}): KeptTalk => ({
  format: keptFormat,
  deck,
  savedAtMs: now - hour,
  port: 4321,
  network: true,
  options: { lang: ['kk', 'ru'] },
  version: 3,
  secrets: {
    tokens: { speaker: makeToken(), remote: makeToken(), audience: makeToken() },
    remoteKeys: [makeToken()],
    pin: '012345',
    wrongPins: 0,
  },
  state: {
    talk: { page: 's2', at: null, step: 1, black: false, drawings: {}, spot: null },
    timer: { elapsedMs: 5, running: true },
    pages: ['s1', 's2'],
  },
  parts: {},
  ...changes,
})

let folder: string
let talks: ReturnType<typeof keptTalks>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korme-talks-'))
  talks = keptTalks(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function put(kept: KeptTalk, of = deck): Promise<string> {
  const name = keptName(of)
  await talks.write(name, JSON.stringify(kept))
  return name
}
const find = (running: readonly KeptTalk[] = []) =>
  findKeptTalk(deck, {
    name: 'talk.json',
    talks,
    command: 'korme present talk.json',
    nowMs: now,
    isRunning: async ({ secrets }) => running.some((one) => one.secrets.pin === secrets.pin),
  })
const faultOf = (finding: Promise<unknown>) =>
  finding.then(
    () => null,
    ({ fault }: { fault: unknown }) => fault,
  )

test('finds the talk of the deck that was interrupted last', async () => {
  await put(talkOf({ savedAtMs: now - 3 * hour }))
  const name = await put(talkOf({ savedAtMs: now - 2 * hour, port: 5000 }))
  await put(talkOf({ deck: '/decks/other.json', savedAtMs: now }), '/decks/other.json')
  expect(await find()).toMatchObject({ name, kept: { port: 5000 } })
})

test('a talk that runs was not interrupted; one before it may have been', async () => {
  const running = talkOf({ savedAtMs: now })
  await put(running)
  expect(await faultOf(find([running]))).toMatchObject({ code: 'talk-running', port: 4321 })
  const secrets = { ...running.secrets, pin: '999999' }
  const before = await put(talkOf({ secrets }))
  expect(await find([running])).toMatchObject({ name: before })
})

test('there is none: never begun, or ended by Ctrl-C', async () => {
  expect(await faultOf(find())).toEqual({ code: 'talk-missing', deck: 'talk.json', command: 'korme present talk.json' })
})

test('one that was interrupted too long ago is refused once, and removed', async () => {
  await put(talkOf({ savedAtMs: now - 12 * hour - 1 }))
  expect(await faultOf(find())).toMatchObject({ code: 'talk-outdated', hours: 12 })
  expect(await faultOf(find())).toMatchObject({ code: 'talk-missing' })
  expect(await talks.list()).toEqual([])
})

test('one that others may read, and one of another deck under the name of this one, are refused', async () => {
  const name = await put(talkOf())
  await chmod(join(folder, name), 0o644)
  expect(await faultOf(find())).toMatchObject({ code: 'talk-unsafe', path: join(folder, name) })
  await rm(join(folder, name))
  const foreign = await put(talkOf({ deck: '/decks/other.json' }))
  expect(await faultOf(find())).toMatchObject({ code: 'talk-unreadable', path: join(folder, foreign) })
})

const secretsOf = (changes: object) => ({ secrets: { ...talkOf().secrets, ...changes } }) as Partial<KeptTalk>

test.each<[string, string]>([
  ['nothing', ''],
  ['half of it', JSON.stringify(talkOf()).slice(0, 200)],
  ['another value', 'null'],
  ['a list', '[]'],
  ['another format', JSON.stringify(talkOf({ format: 2 as never }))],
  ['no port', JSON.stringify(talkOf({ port: 'x' as never }))],
  ['an empty token', JSON.stringify(talkOf(secretsOf({ tokens: { speaker: '', remote: '', audience: '' } })))],
  ['no tokens', JSON.stringify(talkOf(secretsOf({ tokens: undefined })))],
  ['an empty key', JSON.stringify(talkOf(secretsOf({ remoteKeys: [''] })))],
  ['a short PIN', JSON.stringify(talkOf(secretsOf({ pin: '1' })))],
  ['no state', JSON.stringify(talkOf({ state: null as never }))],
  ['no parts', JSON.stringify(talkOf({ parts: null as never }))],
])('a file with %s is none, and does not hide a sound one', async (_, text) => {
  expect(parseKeptTalk(text)).toBeNull()
  await talks.write(keptName(deck), text)
  expect(await faultOf(find())).toMatchObject({ code: 'talk-unreadable' })
  const name = await put(talkOf())
  expect(await find()).toMatchObject({ name })
})

test('those of other decks that are over are removed, those that are damaged are left', async () => {
  await put(talkOf({ deck: '/b', savedAtMs: now - 13 * hour }), '/b')
  const young = await put(talkOf({ deck: '/c', savedAtMs: now - 11 * hour }), '/c')
  await talks.write('damaged.json', '{')
  await removeOutdatedTalks(talks, now)
  expect([...(await talks.list())].sort()).toEqual(['damaged.json', young].sort())
})
