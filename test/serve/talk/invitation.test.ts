import { afterEach, describe, expect, test } from 'vitest'
import type { Network } from '../../../src/model/wire/invitation.ts'
import type { SessionOptions } from '../../../src/serve/talk/talk-session.ts'
import { ask } from '../ask.ts'
import { deckOf, enter, openTalk, type TestTalk, visit } from './talk-server.ts'

const wifi: Network = { name: 'wlan0', kind: 'wifi', address: '192.168.1.5' }
const cable: Network = { name: 'eth0', kind: 'cable', address: '192.168.10.20' }
const docker: Network = { name: 'docker0', kind: 'virtual', address: '172.17.0.1' }

let talk: TestTalk
let networks: Network[] = []
afterEach(() => talk.close())

/** Serves a talk to a network whose cards are those of the test. */
async function begin(first: Network[], more: Partial<SessionOptions> = {}): Promise<void> {
  networks = first
  const cards = { read: () => networks, everyMs: 5 }
  talk = await openTalk(undefined, undefined, null, deckOf(), {
    network: true,
    command: null,
    networks: cards,
    ...more,
  })
}

const tokenIn = (url: string) => new URL(url).pathname

describe('the speaker is told how to connect', () => {
  test('that there is no network yet, and the codes as soon as there is one; the secrets stay', async () => {
    const places: (string | null)[] = []
    await begin([docker], { onPlace: ({ network }) => places.push(network?.address ?? null) })
    expect(talk.session.place().urls).toMatchObject({ audience: [], remote: [], typed: [] })
    const speaker = await enterSpeaker()
    const { invitation: before } = await speaker.next('invitation')
    expect(before).toEqual({
      command: null,
      networks: [docker],
      network: null,
      isRelayed: false,
      addresses: null,
      wifi: null,
    })
    networks = [wifi, docker]
    const { invitation } = await speaker.next('invitation')
    const { port } = talk.session.server
    expect(invitation).toMatchObject({ network: wifi, networks: [wifi, docker] })
    expect(invitation.addresses?.audience).toMatchObject({
      address: expect.stringMatching(new RegExp(`^http://192\\.168\\.1\\.5:${port}/a/[\\w-]{32}/$`)),
      typed: expect.stringMatching(new RegExp(`^http://192\\.168\\.1\\.5:${port}/[a-z\\d]{4}$`)),
      qr: { size: expect.any(Number) },
    })
    networks = []
    expect((await speaker.next('invitation')).invitation.addresses).toBeNull()
    networks = [{ ...wifi, address: '10.0.0.9' }]
    const { invitation: later } = await speaker.next('invitation')
    for (const role of ['audience', 'remote'] as const) {
      const [first, last] = [invitation.addresses![role]!.address, later.addresses![role]!.address]
      expect(new URL(last).hostname).toBe('10.0.0.9')
      expect(tokenIn(last)).toBe(tokenIn(first))
    }
    expect(tokenIn(later.addresses!.audience.typed)).toBe(tokenIn(invitation.addresses!.audience.typed))
    expect(places).toEqual(['192.168.1.5', null, '10.0.0.9'])
  })

  test('with the network that was chosen, by the call or in the dialog', async () => {
    await begin([wifi, docker], { preferredNetwork: 'eth0' })
    expect(talk.session.place().network).toEqual(wifi)
    const [one, other] = [await enterSpeaker(), await enterSpeaker()]
    for (const speaker of [one, other]) await speaker.next('invitation')
    networks = [wifi, cable, docker]
    expect((await one.next('invitation')).invitation.network).toEqual(cable)
    await other.next('invitation')
    one.say({ type: 'network', network: docker.address })
    for (const speaker of [one, other]) expect((await speaker.next('invitation')).invitation.network).toEqual(docker)
    // What is no network here changes nothing.
    one.say({ type: 'network', network: '203.0.113.9' })
    expect((await one.next('invitation')).invitation.network).toEqual(docker)
    // The chosen one stays chosen under another address.
    const renewed = { ...docker, address: '172.30.0.1' }
    networks = [wifi, cable, renewed]
    expect((await one.next('invitation')).invitation.network).toEqual(renewed)
  })

  test('without QR codes if nobody else can connect, with the command that lets them', async () => {
    talk = await openTalk()
    const speaker = await enterSpeaker()
    const { invitation } = await speaker.next('invitation')
    expect(invitation).toMatchObject({ command: 'npx korme present talk.json --host', networks: [], network: null })
    expect(invitation.addresses).toMatchObject({ audience: { qr: null }, remote: { qr: null } })
  })
})

describe('the audience that other processes serve', () => {
  const address = { href: 'https://xn--80ahclgs.kz/', typed: 'https://съезд.kz' }
  const audience = { address: address.href, typed: address.typed, qr: { size: expect.any(Number) } }

  test('connects at their address, whatever networks this machine is in', async () => {
    await begin([docker], { address })
    const speaker = await enterSpeaker()
    const { invitation } = await speaker.next('invitation')
    expect(invitation).toMatchObject({ isRelayed: true, network: null, addresses: { audience, remote: null } })
    networks = [wifi]
    const { addresses } = (await speaker.next('invitation')).invitation
    expect(addresses).toMatchObject({ audience, remote: { address: expect.stringContaining('//192.168.1.5:') } })
    expect(addresses?.remote?.qr).not.toBeNull()
  })

  test('connects also where only this machine may be a remote', async () => {
    talk = await openTalk(undefined, undefined, null, deckOf(), { address })
    const { invitation } = await (await enterSpeaker()).next('invitation')
    expect(invitation).toMatchObject({ command: expect.any(String), addresses: { audience, remote: { qr: null } } })
    expect(talk.session.place().urls).toMatchObject({ audience: [address.href], typed: [address.typed] })
  })
})

const enterSpeaker = () => enter(talk, 'speaker')

describe('the Wi-Fi that the speaker enters', () => {
  const wlan = { name: 'Әкімдік', password: 'pass;word 2026' }

  test('reaches all pages of the speaker, with a code, until it is removed', async () => {
    await begin([wifi])
    const [one, other] = [await enterSpeaker(), await enterSpeaker()]
    for (const speaker of [one, other]) await speaker.next('invitation')
    one.say({ type: 'wifi', wifi: { ...wlan, more: 'x' } })
    for (const speaker of [one, other])
      expect((await speaker.next('invitation')).invitation.wifi).toEqual({
        ...wlan,
        qr: { size: expect.any(Number), path: expect.any(String) },
      })
    expect((await (await enterSpeaker()).next('invitation')).invitation.wifi).toMatchObject(wlan)
    one.say({ type: 'wifi', wifi: null })
    expect((await other.next('invitation')).invitation.wifi).toBeNull()
  })

  test('reaches no other page: not in messages, not in what is served', async () => {
    talk = await openTalk()
    const [speaker, audience, remote] = [
      await enterSpeaker(),
      await enter(talk, 'audience'),
      await visit(talk, 'remote'),
    ]
    const { pin } = await speaker.next('room')
    remote.say({ type: 'pin', pin })
    const { key } = await remote.next('welcome')
    remote.say({ type: 'hello', version: 0 }, key)
    await remote.next('state')
    await speaker.next('invitation')
    speaker.say({ type: 'wifi', wifi: wlan })
    await speaker.next('invitation')
    speaker.say({ type: 'black', on: true })
    await Promise.all([audience.next('black'), remote.next('black')])
    const late = await enter(talk, 'audience')
    const pages = await Promise.all(
      (['speaker', 'audience', 'remote'] as const).map(async (role) => {
        const { body } = await ask(talk.session.server.port, tokenIn(talk.page(role)))
        return Buffer.from(body, 'latin1').toString()
      }),
    )
    for (const text of [audience.traffic(), remote.traffic(), late.traffic(), ...pages]) {
      expect(text).not.toContain(wlan.password)
      expect(text).not.toContain(wlan.name)
    }
  })

  test.each([
    ['by the audience', 'audience', { type: 'wifi', wifi: wlan }],
    ['with a name that no network has', 'speaker', { type: 'wifi', wifi: { name: '', password: '' } }],
    ['with a password that no network has', 'speaker', { type: 'wifi', wifi: { name: 'x', password: 'short' } }],
    ['without one', 'speaker', { type: 'wifi' }],
    ['as a network of no name', 'speaker', { type: 'network', network: '' }],
  ] as const)('sent %s, it ends the connection', async (_, role, message) => {
    talk = await openTalk()
    const page = await enter(talk, role)
    page.say(message)
    expect(await page.ended).toBeGreaterThan(4000)
  })
})

describe('the short address', () => {
  const wrong = (code: string) => (code === 'xxxx' ? 'wwww' : 'xxxx')

  test('shows the audience’s page, its files and its socket, and has no other secret in it', async () => {
    talk = await openTalk()
    const { port } = talk.session.server
    const path = tokenIn(talk.session.place().urls.typed[0]!)
    const first = await ask(port, path.toUpperCase())
    expect([first.status, first.headers.location]).toEqual([302, `${path}/`])
    const page = await ask(port, `${path}/`)
    expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-store'])
    expect(page.body).toContain('"role":"audience"')
    expect(page.headers['set-cookie']).toMatch(new RegExp(`; Path=${path}/; HttpOnly; SameSite=Strict$`))
    expect((await ask(port, `${path}/deck.css`)).status).toBe(200)
    expect((await ask(port, `${path}/talk.json`)).status).toBe(404)
    const token = tokenIn(talk.page('audience')).split('/')[2]!
    for (const answer of [first, page]) expect(answer.headers.location ?? '').not.toContain(token)
    const follower = await visit(talk, 'audience', `http://127.0.0.1:${port}${path}/`)
    follower.say({ type: 'hello', version: 0 }, token)
    expect((await follower.next('state')).timer).toBeNull()
    // Its rights are those of the audience.
    follower.say({ type: 'black', on: true }, token)
    expect(await follower.ended).toBeGreaterThan(4000)
  })

  test.each([
    ['kk', 'kk-KZ,ru;q=0.5', 'Бұл мекенжайда баяндама жоқ.'],
    ['ru', 'ru', 'По этому адресу доклада нет.'],
    ['en', 'en-GB,kk;q=0.4', 'There is no talk at this address.'],
  ])('that is wrong is answered in the reader’s language: %s', async (lang, accepted, sentence) => {
    talk = await openTalk()
    const code = tokenIn(talk.session.place().urls.typed[0]!).slice(1)
    const answer = await ask(talk.session.server.port, `/${wrong(code)}`, { 'Accept-Language': accepted })
    expect([answer.status, answer.headers['set-cookie']]).toEqual([404, undefined])
    const body = Buffer.from(answer.body, 'latin1').toString()
    expect(body).toContain(`<html lang="${lang}"`)
    expect(body).toContain(sentence)
  })

  test('is guessed twenty times, then nobody of that device is looked at but who was let in', async () => {
    talk = await openTalk()
    const { port } = talk.session.server
    const path = tokenIn(talk.session.place().urls.typed[0]!)
    const { headers } = await ask(port, `${path}/`)
    const Cookie = headers['set-cookie']!.split(';')[0]!
    for (let i = 0; i < 20; i++) expect((await ask(port, `/${wrong(path.slice(1))}`)).status).toBe(404)
    const late = await ask(port, path)
    expect([late.status, Number(late.headers['retry-after'])]).toEqual([429, expect.toSatisfy((s: number) => s <= 10)])
    expect((await ask(port, `${path}/deck.css`)).status).toBe(429)
    expect((await ask(port, `${path}/deck.css`, { Cookie: `a=b; ${Cookie}` })).status).toBe(200)
    expect((await ask(port, `${path}/deck.css`, { Cookie: Cookie.slice(0, -1) })).status).toBe(429)
    // The long addresses go on.
    expect((await ask(port, tokenIn(talk.page('audience')))).status).toBe(200)
  })

  test.each(['/s%2F', '/%E0%A4%A', '/....', '/a/b', '//', '/%00%00%00%00', `/${'9'.repeat(4000)}`])(
    'is not %s',
    async (path) => {
      talk = await openTalk()
      expect((await ask(talk.session.server.port, path)).status).toBe(404)
    },
  )
})
