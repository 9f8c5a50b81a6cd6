import { type RawData, WebSocket } from 'ws'
import { defaultHeartbeatMs, type Heartbeat } from '../model/wire/heartbeat.ts'

/** A message as it leaves: JSON, made once for all who get it. */
export class EncodedMessage {
  readonly bytes: Buffer
  /** Shape: a JSON text. */
  constructor(json: string) {
    this.bytes = Buffer.from(json)
  }
}

/** A page at the other end of a socket. `about` is what was known of it when it was let in, such as its role. */
export interface Peer<T> {
  readonly info: T
  /** Sends a message, as JSON, or a letter as it is. One that cannot keep up gets what `catchUp` gives in its place, when it can take it. */
  send(message: unknown): void
  /** Ends the socket. Units: `code` 4000 to 4999 is ours to give a meaning, which the page's script knows. */
  close(code: number): void
}

/** What happens on a channel. */
export interface ChannelEvents<T> {
  /** A page came in. */
  onOpen?(peer: Peer<T>): void
  /** A page said something: any JSON at all, to be looked at before it is believed. */
  onMessage?(peer: Peer<T>, message: unknown): void
  /** A page is gone, whether it said so or not. */
  onClose?(peer: Peer<T>): void
  /** All of the newest state in one message, for a page that missed some of what was sent since it was too slow. */
  catchUp(peer: Peer<T>): unknown
}

export interface ChannelOptions<T> extends ChannelEvents<T> {
  /** How often every page is told that the line is alive (see `Beat`). Units: milliseconds. */
  heartbeatMs?: number | undefined
}

/** Messages to and from pages over WebSockets. What it is told is sent at once; nobody waits for a slow page. */
export interface Channel<T> {
  peers(): Iterable<Peer<T>>
  /** Takes a socket that was let in (see `Door`). */
  accept(socket: WebSocket, info: T): void
  /** The same message to all, or to those chosen; it is made into JSON once. */
  broadcast(message: unknown, to?: (peer: Peer<T>) => boolean): void
  /** Ends all sockets at once. */
  close(): void
}

/** More than this waiting for one page means that it cannot keep up. Units: bytes. */
const maxBufferedBytes = 1_000_000
/** A page that was silent from one ping to the next is gone. Units: milliseconds. */
const pingMs = 15_000
/** What closing codes say. Source: RFC 6455, section 7.4.1. */
const invalidPayloadCode = 1007

/** Opens a channel. It lives until `close`, and keeps no process alive by itself. */
export function openChannel<T>({ heartbeatMs = defaultHeartbeatMs, ...events }: ChannelOptions<T>): Channel<T> {
  const lines = new Set<PeerSocket<T>>()
  const heartbeat = encode({ heartbeatMs } satisfies Heartbeat)
  const beating = setInterval(() => {
    for (const line of lines) line.write(heartbeat)
  }, heartbeatMs)
  const pinging = setInterval(() => {
    for (const line of lines) line.ping()
  }, pingMs)
  beating.unref()
  pinging.unref()
  return {
    *peers() {
      for (const line of lines) yield line.peer
    },
    accept: (socket, info) => {
      const line = makePeerSocket(socket, info, events)
      lines.add(line)
      socket.on('close', () => {
        lines.delete(line)
        events.onClose?.(line.peer)
      })
      events.onOpen?.(line.peer)
    },
    broadcast: (message, to = () => true) => {
      const bytes = encode(message)
      for (const line of lines) if (to(line.peer)) line.write(bytes)
    },
    close: () => {
      clearInterval(beating)
      clearInterval(pinging)
      for (const line of lines) line.end()
    },
  }
}

interface PeerSocket<T> {
  peer: Peer<T>
  write(bytes: Buffer): void
  ping(): void
  end(): void
}

const encode = (message: unknown): Buffer =>
  message instanceof EncodedMessage ? message.bytes : Buffer.from(JSON.stringify(message))

function makePeerSocket<T>(socket: WebSocket, info: T, events: ChannelEvents<T>): PeerSocket<T> {
  let lags = false
  let alive = true
  const write = (bytes: Buffer) => {
    if (socket.readyState !== WebSocket.OPEN) return
    if (socket.bufferedAmount > maxBufferedBytes) lags = true
    if (!lags) socket.send(bytes, { binary: false }, afterwards)
  }
  // Called when a message has left this process: the first that finds nothing waiting sends what was missed.
  const afterwards = () => {
    if (!lags || socket.bufferedAmount > 0) return
    lags = false
    write(encode(events.catchUp(peer)))
  }
  const peer: Peer<T> = {
    info,
    send: (message) => write(encode(message)),
    close: (code) => socket.close(code),
  }
  socket.on('pong', () => {
    alive = true
  })
  // Sockets that break are closed by `ws`; what broke them is of no use to anybody.
  socket.on('error', () => {})
  socket.on('message', (data, isBinary) => {
    alive = true
    const message = isBinary ? undefined : decode(data)
    if (message === undefined) socket.close(invalidPayloadCode)
    else events.onMessage?.(peer, message)
  })
  return {
    peer,
    write,
    ping: () => {
      if (!alive) return socket.terminate()
      alive = false
      if (socket.readyState === WebSocket.OPEN) socket.ping()
    },
    end: () => socket.terminate(),
  }
}

function decode(data: RawData): unknown {
  try {
    return JSON.parse(data.toString())
  } catch {
    return undefined
  }
}
