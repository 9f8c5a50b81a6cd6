import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { ClientMessage, ServerMessage, TalkData } from '../../src/model/wire/talk.ts'
import { runKorme, spawnKorme } from '../cli/run-korme.ts'
import { freePort } from '../serve/korme-serve.ts'
import { fakeRedis, infoOf, otherServer, tlsServer } from '../support/fake-redis.ts'
import { type Followers, openFollowers } from '../support/open-followers.ts'
import { hasRedis, startRedis } from '../support/redis-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { type LongRun, memoryOf, runLong } from '../support/worker-processes.ts'
import { isFull } from './scale-project.ts'

/** How many follow, at how many processes, and how often the slide changes. */
const size = isFull ? { followers: 4_000, relays: 4, changes: 20 } : { followers: 200, relays: 2, changes: 4 }

const deck = JSON.stringify({
  lang: 'en',
  content: [
    { block: '1', title: 'Start' },
    { title: 'Second', text: 'Text' },
    { title: 'Third', text: 'More' },
  ],
})

/** A folder with the deck, and the environment of its processes. */
async function folderOfTalk(): Promise<{ folder: string; env: Record<string, string> }> {
  const folder = temporaryFolder('followers')
  await mkdir(join(folder, 'decks'))
  await mkdir(join(folder, 'static'))
  await writeFile(join(folder, 'decks/talk.json'), deck)
  return { folder, env: { XDG_CACHE_HOME: join(folder, 'cache') } }
}

const broadcastOf = (address: string) => ['--broadcast', address, '--messages', 'en']

/** A speaker’s page at a process, without a browser. */
async function openSpeaker(run: LongRun): Promise<{ say(message: object): void }> {
  await run.says(/Ctrl-C/)
  const url = new URL(/http:\/\/127\.0\.0\.1:\d+\/s\/\S+/.exec(run.stdout())![0])
  const key = url.pathname.split('/')[2]!
  const socket = new WebSocket(`ws://${url.host}${url.pathname}talk`, { origin: url.origin })
  const say = (message: object) => socket.send(JSON.stringify({ ...message, key } as ClientMessage))
  const joined = new Promise<void>((resolve) =>
    socket.on('message', (data) => {
      if ((JSON.parse(data.toString()) as ServerMessage).type === 'state') resolve()
    }),
  )
  socket.on('error', () => {})
  socket.on('open', () => say({ type: 'hello', version: 0, shown: null, read: null }))
  await joined
  return { say }
}

interface TalkOfProcesses {
  speaker: LongRun
  relays: LongRun[]
  ports: number[]
  followers: Followers
  /** Starts a process of the same talk. */
  present(...flags: string[]): LongRun
}

/** Starts a talk, processes that serve followers, and pages that follow. */
async function openTalk(address: string, relayCount: number, followerCount: number): Promise<TalkOfProcesses> {
  const { folder, env } = await folderOfTalk()
  const port = await freePort()
  const present = (...flags: string[]) =>
    runLong(folder, ['present', 'decks/talk.json', '--port', `${port}`, ...broadcastOf(address), ...flags], env)
  const speaker = present()
  await speaker.says(/Ctrl-C/)
  const ports: number[] = []
  const relays: LongRun[] = []
  for (let i = 0; i < relayCount; i++) {
    const own = await freePort()
    const words = ['relay', '--deck', 'decks/talk.json', '--port', `${own}`, ...broadcastOf(address)]
    ports.push(own)
    relays.push(runLong(folder, words, env))
    await relays[i]!.says(/Ctrl-C/)
  }
  const page = await (await fetch(`http://127.0.0.1:${ports[0]}/`)).text()
  const data = JSON.parse(/id="talk-data"[^>]*>([^<]*)</.exec(page)![1]!) as TalkData
  const followers = await openFollowers(ports, followerCount, data.key)
  return { speaker, relays, ports, followers, present }
}

/** Waits until all pages are connected and show a slide; returns when that came to each. Units: milliseconds since 1970. */
async function allAt(followers: Followers, count: number, page: string): Promise<readonly number[]> {
  let times: readonly number[] = []
  const found = async () => {
    const answer = await followers.count(page)
    times = answer.times
    return answer.count
  }
  await expect.poll(found, { timeout: 120_000, interval: 100 }).toBe(count)
  return times
}

/** The time that processes have computed. Units: milliseconds. */
const computedMs = (runs: readonly LongRun[]): number =>
  runs.reduce((sum, { pid }) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')
    return sum + 10 * (Number(fields[13]) + Number(fields[14]))
  }, 0)

const share = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!

describe.skipIf(!hasRedis)('followers of a talk at several processes', () => {
  test('a change reaches all of them', async () => {
    const redis = await startRedis()
    const { speaker, relays, followers } = await openTalk(redis.address, size.relays, size.followers)
    const { say } = await openSpeaker(speaker)
    await allAt(followers, size.followers, 's1')
    const delays: number[] = []
    const before = computedMs(relays)
    for (let i = 0; i < size.changes; i++) {
      const page = i % 2 ? 's3' : 's2'
      const begun = Date.now()
      say({ type: 'go', page, step: null })
      delays.push(...(await allAt(followers, size.followers, page)).map((at) => at - begun))
    }
    const each = (computedMs(relays) - before) / size.changes / (size.followers / 1_000)
    const memory = Math.max(...relays.map(({ pid }) => memoryOf(pid)))
    delays.sort((a, b) => a - b)
    const [half, most, last] = [share(delays, 0.5), share(delays, 0.99), delays.at(-1)!]
    const what = `${size.followers} followers at ${size.relays} processes, ${size.changes} changes`
    console.log(`${what}: half within ${half} ms, 99 % within ${most} ms, all within ${last} ms`)
    console.log(
      `For 1,000 followers, a change takes ${each.toFixed(0)} ms of a core; a process holds ${memory.toFixed(0)} MB.`,
    )
    expect(delays).toHaveLength(size.followers * size.changes)
    if (isFull) expect(most).toBeLessThan(600)
  })

  test('a process that is killed: its followers are at others, on the right slide', async () => {
    const redis = await startRedis()
    const { speaker, relays, followers } = await openTalk(redis.address, size.relays, size.followers)
    const { say } = await openSpeaker(speaker)
    await allAt(followers, size.followers, 's1')
    const killed = relays.pop()!
    process.kill(killed.pid, 'SIGKILL')
    await killed.ended
    const begun = Date.now()
    say({ type: 'go', page: 's3', step: null })
    const last = Math.max(...(await allAt(followers, size.followers, 's3'))) - begun
    console.log(
      `${size.followers / size.relays} followers of a process that was killed: all are back within ${last} ms`,
    )
    if (isFull) expect(last).toBeLessThan(3_000)
  })

  test('the speaker’s process is killed and goes on; the end of the talk is that of the others', async () => {
    const redis = await startRedis()
    const { speaker, relays, followers, present } = await openTalk(redis.address, 1, 5)
    const first = await openSpeaker(speaker)
    first.say({ type: 'go', page: 's2', step: null })
    await allAt(followers, 5, 's2')
    process.kill(speaker.pid, 'SIGKILL')
    await speaker.ended
    await allAt(followers, 5, 's2')
    const again = present('--resume')
    const { say } = await openSpeaker(again)
    say({ type: 'go', page: 's3', step: null })
    await allAt(followers, 5, 's3')
    process.kill(again.pid, 'SIGINT')
    expect(await again.ended).toBe(0)
    expect(await relays[0]!.ended).toBe(0)
    expect(relays[0]!.stderr()).toContain('The talk is over.')
    expect(await redis.client.keys('korme:talk*')).toEqual([])
  })

  test('Redis that goes away ends those who serve followers, not the talk', async () => {
    const redis = await startRedis()
    const { folder, env } = await folderOfTalk()
    const deckFlag = ['--deck', 'decks/talk.json']
    const speaker = runLong(
      folder,
      ['present', 'decks/talk.json', '--port', `${await freePort()}`, ...broadcastOf(redis.address)],
      env,
    )
    const { say } = await openSpeaker(speaker)
    const port = await freePort()
    const relay = runLong(folder, ['relay', ...deckFlag, '--port', `${port}`, ...broadcastOf(redis.address)], {
      ...env,
      KORME_REDIS_WAIT: '2',
    })
    await relay.says(/Ctrl-C/)
    await redis.kill()
    expect(await relay.ended).toBe(3)
    expect(relay.stderr()).toMatch(/error: Redis at \S+ has not answered for 2 s, so this process serves no followers/)
    expect(relay.stderr()).not.toContain('    at ')
    await speaker.says(/The talk goes on here/)
    say({ type: 'go', page: 's3', step: null })
    await redis.restart()
    await speaker.says(/It answers again/)
    const next = runLong(folder, ['relay', ...deckFlag, '--port', `${port}`, ...broadcastOf(redis.address)], env)
    await next.says(/Ctrl-C/)
    const latest = async () => (await (await fetch(`http://127.0.0.1:${port}/latest.json`)).json()).talk.page
    await expect.poll(latest, { timeout: 60_000 }).toBe('s3')
    expect(speaker.stderr()).not.toContain('    at ')
  })

  test('a Redis that wants a password', async () => {
    const { address } = await startRedis(['--requirepass', 'open sesame'])
    await expectFault(address, /wants a password/)
    await expectFault(address, /does not accept the user or the password/, { KORME_REDIS_PASSWORD: 'hunter2' })
  })
})

/** Runs both commands, and expects one plain line and exit code 3 of each. */
async function expectFault(
  address: string,
  said: RegExp,
  more: Readonly<Record<string, string>> = {},
  run: typeof spawnKorme = runKorme,
): Promise<void> {
  const { folder, env } = await folderOfTalk()
  const port = `${await freePort()}`
  for (const words of [
    ['present', 'decks/talk.json'],
    ['relay', '--deck', 'decks/talk.json'],
  ]) {
    const args = [...words, '--port', port, ...broadcastOf(address)]
    const { code, stdout, stderr } = await run(folder, args, { ...env, ...more })
    expect(stderr).toMatch(said)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr + stdout).not.toMatch(/ {4}at |hunter2/)
    expect(code).toBe(3)
  }
}

describe('a server that cannot be used', () => {
  test('is not there', async () =>
    expectFault(`redis://127.0.0.1:${await freePort()}`, /Cannot connect to Redis/, {}, spawnKorme))
  test('is too old', async () => {
    const { address } = await fakeRedis(([name]) => (name === 'INFO' ? infoOf('5.0.14') : '-ERR unknown command\r\n'))
    await expectFault(address, /has version 5/)
  })
  test('is not Redis', async () => {
    await expectFault((await otherServer('HTTP/1.1 400 Bad Request\r\n\r\n')).address, /not as Redis/)
  })
  test('expects TLS', async () => {
    await expectFault((await tlsServer()).address.replace('redis:', 'rediss:'), /No encrypted connection/)
  })
  test('is named with a password, or not at all', async () => {
    const { folder, env } = await folderOfTalk()
    const secret = ['--broadcast', 'redis://:hunter2@127.0.0.1', '--messages', 'en']
    for (const words of [
      ['present', 'decks/talk.json', ...secret],
      ['relay', '--deck', 'decks/talk.json', ...secret],
    ]) {
      const { code, stderr, stdout } = await runKorme(folder, words, env)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain('KORME_REDIS_PASSWORD')
      expect(stderr).not.toContain('hunter2')
    }
    const { code, stderr } = await runKorme(folder, ['relay', '--deck', 'decks/talk.json', '--messages', 'en'], env)
    expect(code).toBe(2)
    expect(stderr).toContain('“relay” needs --broadcast')
  })
})
