import * as closeCodes from '../../model/wire/close-codes.ts'
import { isHeartbeat } from '../../model/wire/heartbeat.ts'
import { makeHeartbeatMonitor } from './heartbeat-monitor.ts'

/** The first and the longest delay before reconnecting. Units: milliseconds. */
const firstDelayMs = 200
const maxDelayMs = 4000
/** Losses shorter than this are not reported. Units: milliseconds. */
const lossNoticeMs = 1500
/** Delays vary at random, so that a thousand pages do not reconnect at the same moment. Units: share of the delay. */
const jitter = 0.5

/** The URL and the events of a connection. */
export interface ConnectEvents {
  /** Returns the URL of the socket, relative to the page. Called for every attempt. */
  url(): string
  onMessage(message: unknown): void
  /** The connection was lost, or is back. */
  onLost(lost: boolean): void
  /** The socket is open. Messages sent now are the first ones. */
  onOpen?(): void
  /** A server answers, but the page's URL does not exist there: it is useless to try again. */
  onNotFound?(): void
  /** Returns how long to wait before the next attempt; null: as usual. Units: milliseconds. */
  retryMs?(): number | null
  /** The server closed the socket with a code. Returns true if it is useless to try again. */
  isFinal?(code: number): boolean
}

/** A connection that reconnects by itself. */
export interface Connection {
  /**
   * Sends a message. Returns false if there is no connection. `expectsAnswer`: the server answers at once, so a missing
   * answer means that the connection is lost.
   */
  send(message: unknown, expectsAnswer?: boolean): boolean
}

/**
 * Keeps a socket to the server open. A lost one is opened again, with growing delays. A socket that is silent for too long
 * counts as lost.
 */
export function connect({
  url,
  onMessage,
  onLost,
  onOpen,
  onNotFound,
  retryMs = () => null,
  isFinal,
}: ConnectEvents): Connection {
  let delayMs = firstDelayMs
  let retry: number | undefined
  let lossTimer: number | undefined
  let socket: WebSocket | undefined
  const open = () => {
    clearTimeout(retry)
    retry = undefined
    const opened = new WebSocket(new URL(url(), location.href.replace('http', 'ws')))
    socket = opened
    heartbeat.expectOpen()
    let answered = false
    // A socket that was given up may still send events.
    const listen = <K extends keyof WebSocketEventMap>(type: K, act: (event: WebSocketEventMap[K]) => void) =>
      opened.addEventListener(type, (event) => opened === socket && act(event))
    listen('open', () => {
      answered = true
      delayMs = firstDelayMs
      clearTimeout(lossTimer)
      lossTimer = undefined
      heartbeat.reset()
      onLost(false)
      onOpen?.()
    })
    listen('message', ({ data }) => {
      if (answered && heartbeat.hasSlept()) {
        // What the page has counted since then may be wrong, and the server knows how the talk stands.
        giveUpSocket()
        return open()
      }
      const message: unknown = JSON.parse(data)
      const beat = isHeartbeat(message) ? message : null
      if (beat) heartbeat.setHeartbeatMs(beat.heartbeatMs)
      heartbeat.reset()
      if (!beat) onMessage(message)
    })
    listen('close', ({ code }) => {
      if (code === closeCodes.serverRestarted) return location.reload()
      giveUpSocket()
      if (isFinal?.(code)) return
      reconnectLater()
      if (!answered && onNotFound) void stopIfNotFound(onNotFound)
    })
  }
  const giveUpSocket = () => {
    socket?.close()
    socket = undefined
    heartbeat.stop()
    lossTimer ??= window.setTimeout(onLost, lossNoticeMs, true)
  }
  const reconnectLater = () => {
    const waitMs = retryMs() ?? delayMs
    retry = window.setTimeout(open, waitMs * (1 + jitter * (Math.random() - 0.5)))
    delayMs = Math.min(delayMs * 2, maxDelayMs)
  }
  const heartbeat = makeHeartbeatMonitor(() => {
    giveUpSocket()
    reconnectLater()
  })
  const stopIfNotFound = async (onStop: () => void) => {
    if (!(await isNotFound())) return
    clearTimeout(retry)
    clearTimeout(lossTimer)
    retry = undefined
    onStop()
  }
  const reconnectNow = () => {
    if (document.hidden) return
    if (socket && heartbeat.isOverdue()) giveUpSocket()
    else if (retry === undefined) return
    open()
  }
  // What was begun in another network leads nowhere.
  const reconnectAnew = () => {
    if (socket?.readyState !== WebSocket.CONNECTING) return reconnectNow()
    giveUpSocket()
    open()
  }
  // A user who returns to the page should not have to wait.
  document.addEventListener('visibilitychange', reconnectNow)
  addEventListener('online', reconnectAnew)
  addEventListener('pageshow', reconnectNow)
  open()
  return {
    send: (message, expectsAnswer = false) => {
      if (socket?.readyState !== WebSocket.OPEN) return false
      socket.send(JSON.stringify(message))
      if (expectsAnswer) heartbeat.expectAnswer()
      return true
    },
  }
}

/** Whether the page's URL does not exist any more: unlike a refused socket, a request tells the status. */
const isNotFound = (): Promise<boolean> =>
  fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(
    ({ status }) => status === 404,
    () => false,
  )
