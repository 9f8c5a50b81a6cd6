/**
 * A process of its own that follows a talk as so many pages do: with their code of a connection, without a browser. It is bundled
 * and started by `openFollowers`.
 */
import { WebSocket } from 'ws'
import { connect } from '../../src/client/live/connect.ts'
import type { ServerMessage } from '../../src/model/wire/talk.ts'

/** What the process is told. */
export type FollowerOrder =
  | { type: 'follow'; ports: readonly number[]; count: number; key: string }
  | { type: 'count'; page: string }

/** How many pages are connected and show a slide, and if all do, when it came to each. Units: milliseconds since 1970. */
export interface FollowerCount {
  count: number
  times: readonly number[]
}

/** One page: its slide, when that came, and whether it is connected. */
interface Follower {
  page: string
  at: number
  isOpen: boolean
}

/** A page over HTTP sends the origin that it was loaded from. */
class PageSocket extends WebSocket {
  constructor(url: URL) {
    super(url, { origin: url.origin.replace('ws', 'http') })
    this.on('error', () => {})
  }
}

Object.assign(globalThis, {
  window: globalThis,
  document: { hidden: false, addEventListener: () => {} },
  location: { href: 'http://127.0.0.1/', reload: () => {} },
  addEventListener: () => {},
  WebSocket: PageSocket,
})

const followers: Follower[] = []

/** Opens a page. A balancer sends each attempt to the next process. */
function follow(ports: readonly number[], index: number, key: string): void {
  const own: Follower = { page: '', at: 0, isOpen: false }
  followers.push(own)
  let attempt = index
  let version = 0
  const connection = connect({
    url: () => `ws://127.0.0.1:${ports[attempt++ % ports.length]}/talk`,
    onMessage: (message) => {
      const told = message as ServerMessage
      const page = told.type === 'state' ? told.talk.page : told.type === 'go' ? told.page : null
      if (told.type === 'state') {
        version = told.version
        own.isOpen = true
      }
      if (page !== null) Object.assign(own, { page, at: Date.now() })
    },
    onOpen: () => connection.send({ type: 'hello', key, version, shown: null, read: null, voter: null }),
    onLost: (lost) => {
      if (lost) own.isOpen = false
    },
  })
}

process.on('message', (order: FollowerOrder) => {
  if (order.type === 'count') {
    const there = followers.filter(({ isOpen, page }) => isOpen && page === order.page)
    const times = there.length === followers.length ? there.map(({ at }) => at) : []
    return process.send!({ count: there.length, times } satisfies FollowerCount)
  }
  const { ports, count, key } = order
  // Not all at once: as many people scan a code.
  for (let i = 0; i < count; i++) setTimeout(follow, i / 2, ports, i, key)
})
process.on('disconnect', () => process.exit())
