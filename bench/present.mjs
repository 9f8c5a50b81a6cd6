/**
 * A talk with a thousand followers: how soon all are connected, how soon a change of the slide reaches all, what they cost
 * in memory, and what is left of them after they vanished without a word. The followers are a process of their own.
 */
import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'

const here = dirname(fileURLToPath(import.meta.url))
const korme = join(here, '../build/korme.js')

const followers = 1_000
const changes = 30
/** Units: milliseconds. */
const betweenMs = 500

/** The system counts processor time in hundredths of a second. */
const tickMs = 10

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** The memory of a process in bytes, its open files and sockets, its processor time in ms; 0 where the system does not tell. */
function costOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const memory = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024
    const [user = 0, system = 0] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .split(') ')[1]
      .split(' ')
      .slice(11, 13)
      .map(Number)
    return { memory, handles: readdirSync(`/proc/${pid}/fd`).length, cpuMs: (user + system) * tickMs }
  } catch {
    return { memory: 0, handles: 0, cpuMs: 0 }
  }
}

/** On one clock for all processes of a machine. Units: milliseconds. */
const clock = () => performance.timeOrigin + performance.now()

/** Starts `korme present` and reads the addresses that it prints. */
async function startTalk(deck) {
  const server = spawn(process.execPath, [korme, 'present', deck, '--messages', 'en'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\S+\/s\/\S+\//.exec(line)?.[0]
    if (address) return { server, address }
  }
  throw new Error('korme present ended before it said where it is')
}

const data = (html, id) => JSON.parse(new RegExp(`id="${id}">(.*?)</script>`, 's').exec(html)[1])

/** The speaker, as its page does it. Gives what is known of the room, and a way to move. */
async function speak(address) {
  const html = await (await fetch(address)).text()
  const { key, version } = data(html, 'talk-data')
  const pages = [...html.matchAll(/<section id="([\w-]+)"/g)].map(([, id]) => id)
  const socket = new WebSocket(`${address.replace('http', 'ws')}talk`, { origin: new URL(address).origin })
  let room = () => {}
  socket.on('message', (text) => {
    const told = JSON.parse(text)
    if (told.type === 'room') room(told)
  })
  await once(socket, 'open')
  const say = (asked) => socket.send(JSON.stringify({ ...asked, key }))
  say({ type: 'hello', version })
  return {
    say,
    pages,
    audience: data(html, 'invitation').audience.address,
    /** Resolves once so many follow. */
    followed: (count) =>
      new Promise((resolve) => {
        room = ({ followers: now }) => now === count && resolve()
      }),
  }
}

/** Loads the page as often as there are followers, a few at a time. Gives how long that took. Units: milliseconds. */
async function load(address) {
  const start = clock()
  let left = followers
  const one = async () => {
    while (left-- > 0) await (await fetch(address)).text()
  }
  await Promise.all(Array.from({ length: 50 }, one))
  return clock() - start
}

/** Starts the followers. Gives how long it took until all knew how the talk stands. */
async function follow(address) {
  const start = clock()
  const crowd = fork(fileURLToPath(import.meta.url), ['followers', address, `${followers}`])
  const [{ ready }] = await once(crowd, 'message')
  return { crowd, connectedMs: ready - start }
}

/** Turns slides. Gives how long each change took to reach each follower. Units: milliseconds. */
async function turn({ say, pages }, crowd) {
  const sent = []
  for (let change = 0; change < changes; change++) {
    sent.push(clock())
    say({ type: 'go', page: pages[(change + 1) % 2] })
    await sleep(betweenMs)
  }
  await sleep(1_000)
  crowd.send('report')
  const [{ arrivals }] = await once(crowd, 'message')
  return arrivals.flatMap((times) => sent.map((at, change) => (times[change] ?? Number.POSITIVE_INFINITY) - at))
}

/** Kills the followers, so that they say nothing any more, and waits until the talk knows. */
async function vanish(speaker, crowd) {
  const gone = speaker.followed(0)
  crowd.kill('SIGKILL')
  await gone
}

const share = (values, part) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * part) - 1]
const mb = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`

/** Prints the figures of a talk over a deck, each by `row(name, value, target)`. */
export async function benchPresent(deck, row) {
  const { server, address } = await startTalk(deck)
  try {
    const speaker = await speak(address)
    await sleep(500)
    const loadedMs = await load(speaker.audience)
    const before = costOf(server.pid)
    const first = await follow(speaker.audience)
    const connected = costOf(server.pid)
    const delays = await turn(speaker, first.crowd)
    const full = costOf(server.pid)
    await vanish(speaker, first.crowd)
    const after = costOf(server.pid)
    const second = await follow(speaker.audience)
    await turn(speaker, second.crowd)
    const again = costOf(server.pid)
    await vanish(speaker, second.crowd)
    const end = costOf(server.pid)

    row('korme present, 1,000 followers: pages loaded', `${(loadedMs / 1000).toFixed(1)} s`, 'part of connecting')
    row('  all connected', `${(first.connectedMs / 1000).toFixed(1)} s`, 'at most 5 s')
    row(
      '  processor time of the server for that',
      `${connected.cpuMs - before.cpuMs} ms`,
      'for comparison on a busy machine',
    )
    const p99 = `${share(delays, 0.99).toFixed(0)} ms`
    const half = share(delays, 0.5).toFixed(0)
    row('  a slide change reaches all, 99th percentile', p99, `at most 300 ms   (median ${half} ms)`)
    const each = (full.cpuMs - connected.cpuMs) / changes
    row('  processor time of the server for a change', `${each.toFixed(0)} ms`, 'for comparison on a busy machine')
    row('  memory of the server for them', mb(full.memory - before.memory), 'at most 150 MB')
    const handles = `${before.handles}, ${full.handles}, ${after.handles}, ${end.handles}`
    row('  handles before, with, without them, at the end', handles, 'the first and the last two are the same')
    row('  memory with a second thousand after the first', mb(again.memory - full.memory), 'near 0: nothing is left')
  } finally {
    server.kill('SIGKILL')
  }
}

/** The followers: as many sockets as pages would open, which note when each change of the slide came. */
async function runFollowers(address, count) {
  const html = await (await fetch(address)).text()
  const { key, version } = data(html, 'talk-data')
  const arrivals = []
  const open = () =>
    new Promise((resolve, reject) => {
      const times = []
      arrivals.push(times)
      const socket = new WebSocket(`${address.replace('http', 'ws')}talk`, { origin: new URL(address).origin })
      socket.on('error', reject)
      socket.on('open', () => socket.send(JSON.stringify({ type: 'hello', version, key })))
      socket.on('message', (text) => {
        const { type } = JSON.parse(text)
        if (type === 'state') resolve()
        if (type === 'go') times.push(clock())
      })
    })
  await Promise.all(Array.from({ length: count }, open))
  process.send({ ready: clock() })
  process.on('message', () => {
    process.send({ arrivals: arrivals.map((times) => [...times]) })
    for (const times of arrivals) times.length = 0
  })
}

if (process.argv[2] === 'followers') await runFollowers(process.argv[3], Number(process.argv[4]))
