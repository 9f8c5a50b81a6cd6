import { rename, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLive } from '../../../src/live/open-live.ts'
import * as closeCodes from '../../../src/model/wire/close-codes.ts'
import type { ServerMessage, WatchState } from '../../../src/model/wire/talk.ts'
import type { Broadcast } from '../../../src/serve/talk/broadcast.ts'
import { contentVersion, withContentVersions } from '../../../src/serve/talk/content-versions.ts'
import { type FollowerServer, serveFollowers } from '../../../src/serve/talk/follower-server.ts'
import { makeMemoryBroadcast } from '../../../src/serve/talk/memory-broadcast.ts'
import { makeToken } from '../../../src/serve/talk/secrets.ts'
import { ask, openSocket } from '../ask.ts'
import { enter, openTalk, secret, type TestTalk, type Visitor, visit } from './talk-server.ts'

const deck = JSON.stringify({
  lang: 'en',
  content: [
    { block: '1', title: 'Start', notes: `Say ${secret}` },
    { title: 'Second', text: '- one\n- two' },
    { title: 'Which day?', poll: ['Monday', 'Friday'] },
    { title: 'End', text: 'Thanks' },
  ],
})

const key = makeToken()
let talk: TestTalk
let broadcast: Broadcast
const servers: FollowerServer[] = []

const fail = (error: unknown): never => {
  throw error
}

/** A further process of the talk. */
async function relay(watchOnly = false): Promise<FollowerServer> {
  const live = withContentVersions(await openLive(talk.deck, { rejectTruncated: true }))
  const one = await serveFollowers({ live, broadcast, key, watchOnly, network: false, onError: fail })
  servers.push(one)
  return one
}

/** A phone that follows at a process. */
async function follow({ server }: FollowerServer, voter: string | null = null): Promise<Visitor> {
  const visitor = await visit({ session: { server } } as TestTalk, 'audience', 'http://relay.test/')
  const say: Visitor['say'] = (asked, other = key) => visitor.say(asked, other)
  say({ type: 'hello', version: 0, shown: null, read: null, voter })
  return { ...visitor, say }
}

const get = ({ server }: FollowerServer, path: string, headers: Record<string, string> = {}) =>
  ask(server.port, path, headers)
const latest = async (one: FollowerServer): Promise<WatchState> => JSON.parse((await get(one, '/latest.json')).body)
const isAt = (one: FollowerServer, page: string) => expect.poll(async () => (await latest(one)).talk.page).toBe(page)
const go = (page: string) => ({ type: 'go', page, step: null }) as const

beforeEach(async () => {
  broadcast = makeMemoryBroadcast()
  talk = await openTalk(undefined, undefined, null, deck, { broadcast })
})
afterEach(async () => {
  for (const one of servers.splice(0)) await one.close()
  await talk.close()
})

test('followers at any process see the speaker’s slide, also those who come late or from another process', async () => {
  const [one, two] = [await relay(), await relay()]
  const speaker = await enter(talk, 'speaker')
  const [a, b] = [await follow(one), await follow(two)]
  await Promise.all([a.next('state'), b.next('state')])
  speaker.say(go('s2'))
  for (const phone of [a, b]) expect(await phone.next('go')).toMatchObject({ page: 's2', own: false })
  const late = await follow(await relay())
  expect((await late.next('state')).talk.page).toBe('s2')
  // The same deck has the same version everywhere, so a page that moves on does not load it again.
  const state = await (await follow(one)).next('state')
  expect(state.deck?.version).toBe(state.version)
  const moved = await visit({ session: { server: two.server } } as TestTalk, 'audience', 'http://relay.test/')
  moved.say({ type: 'hello', version: state.version, shown: null, read: null }, key)
  expect(await moved.next('state')).toMatchObject({ deck: null, version: state.version })
})

test('the speaker counts followers, votes and questions of all processes', async () => {
  const [one, two] = [await relay(), await relay()]
  const speaker = await enter(talk, 'speaker')
  const [a, b] = [await follow(one, 'a'.repeat(32)), await follow(two, 'b'.repeat(32))]
  speaker.say(go('s3'))
  for (const [phone, voter] of [[a, 'a'.repeat(32)] as const, [b, 'b'.repeat(32)] as const]) {
    let poll: (ServerMessage & { type: 'ballot' })['poll'] = null
    while (!poll) poll = (await phone.next('ballot')).poll
    phone.say({ type: 'vote', voter, poll: poll.id, options: [poll.options[1]!.key] })
    expect((await phone.next('voted')).refused).toBeNull()
  }
  let voters = 0
  while (voters < 2) voters = (await speaker.next('ballot')).poll?.voters ?? 0
  a.say({ type: 'ask', voter: 'a'.repeat(32), id: 'q'.repeat(32), text: 'Why?' })
  expect((await a.next('asked')).refused).toBeNull()
  let list: readonly { id: string; text: string }[] = []
  while (list.length === 0) list = (await speaker.next('questions')).list
  expect(list[0]!.text).toBe('Why?')
  let followers = 0
  while (followers < 2) followers = (await speaker.next('room')).followers
  expect(followers).toBe(2)
  speaker.say({ type: 'screen', question: list[0]!.id })
  await expect.poll(async () => (await latest(two)).question?.text).toBe('Why?')
})

test('browsers keep the icon, which they would ask for with each slide', async () => {
  const { status, headers } = await get(await relay(), '/favicon.ico')
  expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml'])
  expect(headers['cache-control']).toBe('public, max-age=86400')
})

test('nothing of the speaker is there, and nothing secret in what is served', async () => {
  const one = await relay()
  const { speaker, remote, audience } = talk.session.kept().secrets.tokens
  const paths = [
    `/s/${speaker}/`,
    `/r/${remote}/`,
    `/a/${audience}/`,
    `/s/${key}/`,
    '/s/',
    '/talk/x',
    '/%E0%A4%A',
    '/..%2f',
  ]
  for (const path of paths) expect((await get(one, path)).status, path).toBe(404)
  for (const path of [`/s/${speaker}/talk`, `/r/${remote}/talk`, '/talkx', '/'])
    expect(await openSocket(one.server.port, path), path).toBe(404)
  const served = await Promise.all(['/', '/latest.json', '/deck/en.json', '/deck.css'].map((path) => get(one, path)))
  for (const { body, headers, status } of served) {
    expect(status).toBe(200)
    for (const hidden of [secret, speaker, remote, audience]) expect(body).not.toContain(hidden)
    expect(headers['set-cookie']).toBeUndefined()
  }
  for (const type of ['go', 'black', 'poll', 'renew', 'results', 'pin', 'stage', 'wifi'] as const) {
    const phone = await follow(one)
    await phone.next('state')
    phone.say({ type, page: 's2', step: null, on: true, pin: '1' } as never)
    expect(await phone.ended, type).toBe(closeCodes.forbidden)
  }
  const stranger = await follow(one)
  stranger.say({ type: 'languages', version: 0, shown: 'en', read: null }, makeToken())
  expect(await stranger.ended).toBe(closeCodes.invalidKey)
})

test('caches keep the state for a second, and ask whether it has changed', async () => {
  const one = await relay()
  const speaker = await enter(talk, 'speaker')
  const first = await get(one, '/latest.json', { Host: 'talk.example.kz' })
  expect(first.status).toBe(200)
  expect(first.headers['cache-control']).toBe('public, max-age=1')
  const etag = `${first.headers.etag}`
  expect((await get(one, '/latest.json', { 'If-None-Match': `"other", W/${etag}` })).status).toBe(304)
  speaker.say(go('s4'))
  await isAt(one, 's4')
  const second = await get(one, '/latest.json', { 'If-None-Match': etag })
  expect(second.status).toBe(200)
  expect(second.headers.etag).not.toBe(etag)
  for (const path of ['/', '/deck.css', '/client/audience.js', '/deck/en.json'])
    expect((await get(one, path)).headers['cache-control'], path).toBe('public, max-age=1')
  const hashed = /fonts\/[\w-]+\.woff2/.exec((await get(one, '/deck.css')).body)![0]
  expect((await get(one, `/${hashed}`)).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect((await get(one, '/deck/xx.json')).status).toBe(404)
  expect((await get(one, '/health')).body).toBe('ok\n')
})

test('who only watches sees drawings and the results that are shown, and no more than the audience', async () => {
  const one = await relay(true)
  expect(await openSocket(one.server.port, '/talk')).toBe(404)
  expect((await get(one, '/')).body).toContain('"watch":"only"')
  const speaker = await enter(talk, 'speaker')
  speaker.say(go('s3'))
  speaker.say({ type: 'stroke', page: 's3', id: 'a', pen: 0, points: [1.4, 2.6] })
  speaker.say({ type: 'laser', spot: { page: 's3', x: 1, y: 2 } })
  await expect
    .poll(async () => (await latest(one)).talk.drawings)
    .toEqual({ s3: [{ id: 'a', pen: 0, points: [1, 3] }] })
  const { ballots, talk: state } = await latest(one)
  expect(state.spot).toBeNull()
  const poll = ballots.en!
  expect(poll).toMatchObject({ question: 'Which day?', counts: null, voters: 0 })
  speaker.say({ type: 'poll', poll: poll.id, open: true, shown: true })
  await expect.poll(async () => (await latest(one)).ballots.en?.counts).toEqual([0, 0])
})

test('drawings that one can only watch are capped, those of the current slide first', async () => {
  const one = await relay()
  const speaker = await enter(talk, 'speaker')
  const points = Array.from({ length: 2_000 }, (_, i) => i % 700)
  for (const page of ['s1', 's2'])
    for (let i = 0; i < 8; i++) speaker.say({ type: 'stroke', page, id: `${i}`, pen: 0, points })
  speaker.say(go('s2'))
  await isAt(one, 's2')
  const { drawings } = (await latest(one)).talk
  expect(Object.keys(drawings)).toEqual(['s2'])
  expect(drawings.s2!.map(({ id }) => id)).toEqual(['4', '5', '6', '7'])
  expect((await get(one, '/latest.json')).body.length).toBeLessThan(60_000)
})

test('an edit reaches followers; one of the notes changes nothing for them', async () => {
  const live = withContentVersions(await openLive(talk.deck))
  const one = await serveFollowers({ live, broadcast, key, watchOnly: false, network: false, onError: fail })
  servers.push(one)
  const before = (await latest(one)).versions.en!
  const save = async (text: string) => {
    await writeFile(`${talk.deck}.new`, text)
    await rename(`${talk.deck}.new`, talk.deck)
    await live.refresh([talk.deck])
  }
  await save(deck.replace('Say', 'Tell'))
  expect(contentVersion(live.state()!)).toBe(before)
  const phone = await follow(one)
  await phone.next('state')
  await save(deck.replace('Thanks', 'Goodbye'))
  const { deck: change } = await phone.next('deck')
  expect(change.pages.map(({ id }) => id)).toEqual(['s4'])
  await expect.poll(async () => (await latest(one)).versions.en).toBe(change.version)
  expect(change.version).not.toBe(before)
})
