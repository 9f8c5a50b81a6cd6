import { type RawData, WebSocket } from 'ws'
import { defaultHeartbeatMs, type Heartbeat } from '../../model/wire/heartbeat.ts'

/** A message that is already encoded as JSON, so that it is encoded once for all its receivers. */
export class EncodedMessage {
  readonly bytes: Buffer
  /** Shape: a JSON text. */
  constructor(json: string) {
    this.bytes = Buffer.from(json)
  }
}

/** A page at the other end of a socket. `info` is what the server knew when it accepted the socket, such as the role. */
export interface Peer<T> {
  readonly info: T
  /**
   * Sends a message as JSON. If the page cannot keep up, messages are dropped; once it can, it gets that of `catchUp`
   * instead.
   */
  send(message: unknown): void
  /** Closes the socket with a code of `close-codes.ts`. */
  close(code: number): void
}

/** The events of a channel. */
export interface ChannelEvents<T> {
  /** A page connected. */
  onOpen?(peer: Peer<T>): void
  /** A page sent a message. It can be any JSON: check it. */
  onMessage?(peer: Peer<T>, message: unknown): void
  /** A page disconnected, or its connection was lost. */
  onClose?(peer: Peer<T>): void
  /** Returns the whole current state as one message, for a page that was too slow and missed messages. */
  catchUp(peer: Peer<T>): unknown
}

/** Options of `openChannel`. */
export interface ChannelOptions<T> extends ChannelEvents<T> {
  /** The interval of heartbeats to a page (see `Heartbeat`). Units: milliseconds. */
  heartbeatMs?: ((info: T) => number) | undefined
}

/** Sends messages to pages and receives theirs, over WebSockets. It never waits for a slow page. */
export interface Channel<T> {
  peers(): Iterable<Peer<T>>
  /** Adds a socket that an `UpgradeHandler` has accepted. */
  accept(socket: WebSocket, info: T): void
  /** Sends a message to all pages, or to those that `to` selects. It is encoded once. */
  broadcast(message: unknown, to?: (peer: Peer<T>) => boolean): void
  /** Terminates all sockets. */
  close(): void
}

/** A page with more unsent data than this cannot keep up. Units: bytes. */
const maxBufferedBytes = 1_000_000
/** The interval of pings. A page that has not answered by the next one is disconnected. Units: milliseconds. */
const pingMs = 15_000
/** The close code for data of the wrong kind. Source: RFC 6455, section 7.4.1. */
const invalidPayloadCode = 1007

/** Opens a channel. Its timers do not keep the process running. */
export function openChannel<T>(options: ChannelOptions<T>): Channel<T> {
  const { heartbeatMs = () => defaultHeartbeatMs, ...events } = options
  const sockets = new Set<PeerSocket<T>>()
  const sendHeartbeats = (socket: PeerSocket<T>, everyMs: number): NodeJS.Timeout => {
    const heartbeat = encode({ type: 'heartbeat', heartbeatMs: everyMs } satisfies Heartbeat)
    return setInterval(() => socket.write(heartbeat), everyMs).unref()
  }
  const pingTimer = setInterval(() => {
    for (const socket of sockets) socket.ping()
  }, pingMs)
  pingTimer.unref()
  return {
    *peers() {
      for (const socket of sockets) yield socket.peer
    },
    accept: (webSocket, info) => {
      const socket = makePeerSocket(webSocket, info, events)
      sockets.add(socket)
      const heartbeatTimer = sendHeartbeats(socket, heartbeatMs(info))
      webSocket.on('close', () => {
        clearInterval(heartbeatTimer)
        sockets.delete(socket)
        events.onClose?.(socket.peer)
      })
      events.onOpen?.(socket.peer)
    },
    broadcast: (message, to = () => true) => {
      const bytes = encode(message)
      for (const socket of sockets) if (to(socket.peer)) socket.write(bytes)
    },
    close: () => {
      clearInterval(pingTimer)
      for (const socket of sockets) socket.end()
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
  let lagging = false
  let alive = true
  const write = (bytes: Buffer) => {
    if (socket.readyState !== WebSocket.OPEN) return
    if (socket.bufferedAmount > maxBufferedBytes) lagging = true
    if (!lagging) socket.send(bytes, { binary: false }, onSent)
  }
  // Called when a message was handed to the system. Once nothing is left to send, the page can catch up.
  const onSent = () => {
    if (!lagging || socket.bufferedAmount > 0) return
    lagging = false
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
  // `ws` closes a broken socket by itself; the reason is of no use.
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
