import { isHeartbeat } from '../../model/wire/heartbeat.ts'
import { makeHeartbeatMonitor } from './heartbeat-monitor.ts'

/** How long a page waits before it tries again, the first time and at most. Units: milliseconds. */
const firstWaitMs = 200
const maxWaitMs = 4000
/** Shorter losses than this are not told. Units: milliseconds. */
const lossNoticeMs = 1500
/** How far a wait may be off, so that a thousand pages do not come back in the same moment. Units: share of the wait. */
const jitter = 0.5
/** The code by which a server says that it is another run than that of the page. */
const serverRestartedCode = 4001

export interface ConnectEvents {
  /** Where the socket is, below the page's own address; asked for anew at every try. */
  url(): string
  onMessage(message: unknown): void
  /** Tells that the connection is lost, and that it is there again. */
  onLost(lost: boolean): void
  /** The socket is open: what is said now is heard first. */
  onOpen?(): void
  /** A server is there and does not know the page's address, so that no try is of use any more. */
  onNotFound?(): void
  /** The server ended it, with a code: true where it is of no use to try again. */
  isFinal?(code: number): boolean
}

/** A connection that is kept open. */
export interface Connection {
  /** Gives false where there is nobody to hear it. `asks`: it is answered at once, so that no answer means a loss. */
  send(message: unknown, asks?: boolean): boolean
}

/**
 * Keeps a socket to the server open: one that is lost is opened again, soon at first, then more seldom. One that is silent
 * for too long is lost, too, whether it says so or not.
 */
export function connect({ url, onMessage, onLost, onOpen, onNotFound, isFinal }: ConnectEvents): Connection {
  let waitMs = firstWaitMs
  let retry: number | undefined
  let lossTimer: number | undefined
  let socket: WebSocket | undefined
  const open = () => {
    clearTimeout(retry)
    retry = undefined
    const address = new URL(url(), location.href)
    address.protocol = address.protocol.replace('http', 'ws')
    const opened = new WebSocket(address)
    socket = opened
    heartbeat.expectOpen()
    let answered = false
    // One that was given up may still speak, or take its time to close.
    const hear = <K extends keyof WebSocketEventMap>(type: K, act: (event: WebSocketEventMap[K]) => void) =>
      opened.addEventListener(type, (event) => opened === socket && act(event))
    hear('open', () => {
      answered = true
      waitMs = firstWaitMs
      clearTimeout(lossTimer)
      lossTimer = undefined
      heartbeat.reset()
      onLost(false)
      onOpen?.()
    })
    hear('message', ({ data }) => {
      const message: unknown = JSON.parse(data)
      if (isHeartbeat(message)) heartbeat.setHeartbeatMs(message.heartbeatMs)
      heartbeat.reset()
      if (!isHeartbeat(message)) onMessage(message)
    })
    hear('close', ({ code }) => {
      if (code === serverRestartedCode) return location.reload()
      lose()
      if (isFinal?.(code)) return
      openLater()
      if (!answered && onNotFound) void giveUpIfNotFound(onNotFound)
    })
  }
  const lose = () => {
    const lost = socket
    socket = undefined
    heartbeat.stop()
    lossTimer ??= window.setTimeout(onLost, lossNoticeMs, true)
    lost?.close()
  }
  const openLater = () => {
    retry = window.setTimeout(open, waitMs * (1 + jitter * (Math.random() - 0.5)))
    waitMs = Math.min(waitMs * 2, maxWaitMs)
  }
  const heartbeat = makeHeartbeatMonitor(() => {
    lose()
    openLater()
  })
  const giveUpIfNotFound = async (tell: () => void) => {
    if (!(await isNotFound())) return
    clearTimeout(retry)
    clearTimeout(lossTimer)
    retry = undefined
    tell()
  }
  const now = () => {
    if (document.hidden) return
    if (socket && heartbeat.isOverdue()) lose()
    else if (retry === undefined) return
    open()
  }
  // Whoever comes back to the page does not want to wait.
  document.addEventListener('visibilitychange', now)
  addEventListener('online', now)
  addEventListener('pageshow', now)
  open()
  return {
    send: (message, asks = false) => {
      if (socket?.readyState !== WebSocket.OPEN) return false
      socket.send(JSON.stringify(message))
      if (asks) heartbeat.expectAnswer()
      return true
    },
  }
}

/** A socket that is refused does not say why; a request does. */
const isNotFound = (): Promise<boolean> =>
  fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(
    ({ status }) => status === 404,
    () => false,
  )
