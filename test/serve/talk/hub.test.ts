import { readFile, rename, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as closeCodes from '../../../src/model/wire/close-codes.ts'
import { ask, openSocket } from '../ask.ts'
import { deckOf, enter, openTalk, secret, type TestTalk, visit } from './talk-server.ts'

let talk: TestTalk

beforeEach(async () => {
  talk = await openTalk()
})
afterEach(() => talk.close())

/** Saves the deck as editors do. */
async function save(text: string): Promise<void> {
  await writeFile(`${talk.deck}.new`, text)
  await rename(`${talk.deck}.new`, talk.deck)
}

const port = () => talk.session.server.port
const path = (role: 'speaker' | 'remote' | 'audience') => new URL(talk.page(role)).pathname
const stroke = { type: 'stroke', page: 's1', id: 'a', pen: 0, points: [1, 2] } as const

describe('access', () => {
  test('each role by its own secret; a wrong one is not found', async () => {
    for (const role of ['speaker', 'remote', 'audience'] as const) {
      expect((await ask(port(), path(role))).status).toBe(200)
      const wrong = path(role).replace(/[\w-]{32}/, 'A'.repeat(32))
      expect((await ask(port(), wrong)).status).toBe(404)
      expect(await openSocket(port(), `${wrong}talk`)).toBe(404)
    }
    const swapped = path('audience').replace('/a/', '/s/')
    expect((await ask(port(), swapped)).status).toBe(404)
    expect(await openSocket(port(), `${swapped}talk`)).toBe(404)
    expect((await ask(port(), '/')).status).toBe(404)
  })

  test.each([
    ['no', {}],
    ['a null', { Origin: 'null' }],
    ['a foreign', { Origin: 'http://example.org' }],
  ])('a socket of %s origin is refused', async (_, headers) => {
    const target = `${path('speaker')}talk`
    const lines = Object.entries({
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
      ...headers,
    })
    expect((await ask(port(), target, Object.fromEntries(lines))).status).toBe(403)
  })

  test('every message is checked: the key of another role closes the socket', async () => {
    const [speaker, audience] = [await enter(talk, 'speaker'), await enter(talk, 'audience')]
    speaker.say({ type: 'go', page: 's2', step: null }, audience.key)
    expect(await speaker.ended).toBe(closeCodes.invalidKey)
    expect(audience.told.filter(({ type }) => type === 'go')).toEqual([])
  })

  test('an audience that sends more than hello is disconnected, and nothing changes', async () => {
    const [one, other] = [await enter(talk, 'audience'), await enter(talk, 'audience')]
    one.say({ type: 'go', page: 's3', step: null })
    expect(await one.ended).toBe(closeCodes.forbidden)
    const speaker = await visit(talk, 'speaker')
    speaker.say({ type: 'hello', version: 0 })
    expect((await speaker.next('state')).talk.page).toBe('s1')
    expect(other.told.filter(({ type }) => type === 'go')).toEqual([])
  })
})

describe('a remote', () => {
  test('controls nothing before it has sent the PIN, and everything with the key it gets for it', async () => {
    const [speaker, audience] = [await enter(talk, 'speaker'), await enter(talk, 'audience')]
    const remote = await visit(talk, 'remote')
    remote.say({ type: 'hello', version: 0 })
    expect(await remote.next('pin')).toEqual({ type: 'pin', wrong: false, waitMs: 0, closed: false })
    expect(remote.traffic()).not.toContain(secret)

    const { pin } = await speaker.next('room')
    remote.say({ type: 'pin', pin: pin! })
    const { key } = await remote.next('welcome')
    remote.say({ type: 'hello', version: 0 }, key)
    const state = await remote.next('state')
    expect(state.deck!.pages.map(({ notes }) => notes).join()).toContain(secret)
    remote.say({ type: 'go', page: 's2', step: null }, key)
    expect(await audience.next('go')).toEqual({ type: 'go', own: false, page: 's2', at: null, step: null })
    expect(await speaker.next('go')).toEqual({ type: 'go', own: false, page: 's2', at: null, step: null })
    expect(await remote.next('go')).toEqual({ type: 'go', own: true, page: 's2', at: null, step: null })

    // It reconnects with the key, and needs no PIN.
    const again = await visit(talk, 'remote')
    again.say({ type: 'hello', version: 0 }, key)
    expect((await again.next('state')).talk.page).toBe('s2')
  })

  test('that skips the PIN is disconnected', async () => {
    const remote = await visit(talk, 'remote')
    remote.say({ type: 'go', page: 's2', step: null })
    expect(await remote.ended).toBe(closeCodes.invalidKey)
  })

  test('a wrong PIN is reported with a delay; a new PIN disconnects all remotes', async () => {
    const speaker = await enter(talk, 'speaker')
    const { pin } = await speaker.next('room')
    const remote = await visit(talk, 'remote')
    remote.say({ type: 'pin', pin: pin === '000000' ? '111111' : '000000' })
    expect(await remote.next('pin')).toEqual({ type: 'pin', wrong: true, waitMs: 1_000, closed: false })
    speaker.say({ type: 'renew' })
    expect(await remote.ended).toBe(closeCodes.invalidKey)
    expect((await speaker.next('room')).pin).not.toBe(pin)
  })
})

describe('what the audience gets', () => {
  test('the slide, drawings, laser and black screen; a late page gets all at once', async () => {
    const [speaker, audience] = [await enter(talk, 'speaker'), await enter(talk, 'audience')]
    const spot = { page: 's1', x: 4, y: 5 }
    for (const asked of [stroke, { type: 'laser', spot }, { type: 'black', on: true }] as const) {
      speaker.say(asked)
      expect(await audience.next(asked.type)).toEqual({ own: false, ...asked })
    }
    speaker.say({ type: 'timer', elapsedMs: 5, running: true })
    const late = await visit(talk, 'audience')
    late.say({ type: 'hello', version: 0 })
    const state = await late.next('state')
    expect(state.talk).toEqual({
      page: 's1',
      at: null,
      step: 0,
      black: true,
      spot,
      drawings: { s1: [{ id: 'a', pen: 0, points: [1, 2] }] },
    })
    expect(state.timer).toBeNull()
    expect(audience.traffic()).not.toContain('"timer":{')
  })

  test('never the notes: not in the page, its resources, its messages, nor when they are edited', async () => {
    const [audience, speaker] = [await enter(talk, 'audience'), await enter(talk, 'speaker')]
    // Raw responses are read.
    const hidden = Buffer.from(secret).toString('latin1')
    const page = await ask(port(), path('audience'))
    expect(page.body).not.toContain(hidden)
    expect(page.body).toContain(`id="s2"`)
    for (const name of ['deck.css', 'talk.json', 'deck.json', 'talk', '../talk.json', '%2e%2e/talk.json'])
      expect((await ask(port(), path('audience') + name)).body).not.toContain(hidden)
    expect((await ask(port(), path('speaker'))).body).toContain(hidden)

    await save(deckOf().replace(`${secret} екінші`, `${secret} басқаша`))
    expect(JSON.stringify(await speaker.next('deck'))).toContain('басқаша')
    await save(deckOf('Жаңа тақырып'))
    expect(JSON.stringify(await audience.next('deck'))).toContain('Жаңа тақырып')
    expect(audience.traffic()).not.toContain(secret)
    // An edit of notes alone is no message for the audience.
    expect(audience.told.filter(({ type }) => type === 'deck')).toEqual([])
  })

  test('an invalid save reaches nobody, the next valid one everybody', async () => {
    const [audience, speaker] = [await enter(talk, 'audience'), await enter(talk, 'speaker')]
    const good = await readFile(talk.deck, 'utf8')
    await save('{ "content": [ { "title": ')
    await save(good.replace('Үшінші слайд', 'Түзелген слайд'))
    expect(JSON.stringify(await speaker.next('deck'))).toContain('Түзелген слайд')
    const seen = await audience.next('deck')
    expect(seen.deck.pages).toHaveLength(1)
    expect([...audience.told, ...speaker.told].filter(({ type }) => type === 'deck')).toEqual([])
  })

  test('when the current slide is removed, all go to the one before it', async () => {
    const [audience, speaker] = [await enter(talk, 'audience'), await enter(talk, 'speaker')]
    speaker.say({ type: 'go', page: 's4', step: null })
    await audience.next('go')
    const deck = JSON.parse(deckOf())
    await save(JSON.stringify({ ...deck, content: deck.content.slice(0, 3) }))
    expect(await audience.next('go')).toEqual({ type: 'go', own: false, page: 's3', at: null, step: null })
  })
})

test('an impossible action is answered with the current state', async () => {
  const speaker = await enter(talk, 'speaker')
  speaker.say({ type: 'go', page: 's99', step: null })
  expect((await speaker.next('state')).talk.page).toBe('s1')
})

test('a page that sends garbage is disconnected, and the talk goes on', async () => {
  const [audience, speaker] = [await enter(talk, 'audience'), await enter(talk, 'speaker')]
  for (const bad of ['{', '[]', 'null', '7', '{"is":"go"}', '{"is":{"toString":1},"key":[]}']) {
    const stranger = await visit(talk, 'audience')
    stranger.socket.send(bad)
    expect([closeCodes.forbidden, 1007]).toContain(await stranger.ended)
  }
  speaker.say({ type: 'go', page: 's2', step: null })
  expect(await audience.next('go')).toMatchObject({ page: 's2' })
})

describe('messages to the speaker', () => {
  const message = { id: 'm1', choice: null, text: 'Тезірек' }

  test('reach speakers and remotes, also those who come later, until they are dismissed; never the audience', async () => {
    const speaker = await enter(talk, 'speaker')
    const audience = await enter(talk, 'audience')
    const other = await enter(talk, 'speaker')
    speaker.say({ type: 'stage', message })
    expect(await other.next('stage')).toMatchObject({ message, own: false })
    expect(await speaker.next('stage')).toMatchObject({ message, own: true })
    const late = await enter(talk, 'speaker')
    expect(await late.next('stage')).toMatchObject({ message })
    late.say({ type: 'dismiss', id: 'm1' })
    expect(await other.next('dismiss')).toMatchObject({ id: 'm1' })
    const later = await enter(talk, 'speaker')
    later.say({ type: 'black', on: true })
    await audience.next('black')
    expect(later.told.filter(({ type }) => type === 'stage')).toEqual([])
    expect(JSON.stringify(audience.told)).not.toContain('m1')
  })
})
