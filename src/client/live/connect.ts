/** How long a page waits before it tries again, the first time and at most. Units: milliseconds. */
const firstWaitMs = 200
const longestWaitMs = 4000
/** Shorter losses than this are not told. Units: milliseconds. */
const untoldMs = 1500
/** How far a wait may be off, so that a thousand pages do not come back in the same moment. Units: share of the wait. */
const jitter = 0.5
/** The code by which a server says that it is another run than that of the page. */
const otherRun = 4001

export interface ConnectEvents {
  /** Where the socket is, below the page's own address; asked for anew at every try. */
  address(): string
  onMessage(message: unknown): void
  /** Tells that the connection is lost, and that it is there again. */
  onLost(lost: boolean): void
  /** The socket is open: what is said now is heard first. */
  onOpen?(): void
  /** A server is there and does not know the page's address, so that no try is of use any more. */
  onUnknown?(): void
  /** The server ended it, with a code: true where it is of no use to try again. */
  ends?(code: number): boolean
}

/** A connection that is kept open. */
export interface Connection {
  /** Gives false where there is nobody to hear it. */
  send(message: unknown): boolean
}

/** Keeps a socket to the server open: one that is lost is opened again, soon at first, then more seldom. */
export function connect({ address, onMessage, onLost, onOpen, onUnknown, ends }: ConnectEvents): Connection {
  let waitMs = firstWaitMs
  let retry: number | undefined
  let untold: number | undefined
  let socket: WebSocket | undefined
  const open = () => {
    retry = undefined
    const url = new URL(address(), location.href)
    url.protocol = url.protocol.replace('http', 'ws')
    const opened = new WebSocket(url)
    socket = opened
    let answered = false
    opened.addEventListener('open', () => {
      answered = true
      waitMs = firstWaitMs
      clearTimeout(untold)
      untold = undefined
      onLost(false)
      onOpen?.()
    })
    opened.addEventListener('message', ({ data }) => onMessage(JSON.parse(data)))
    opened.addEventListener('close', ({ code }) => {
      if (code === otherRun) return location.reload()
      untold ??= window.setTimeout(onLost, untoldMs, true)
      if (ends?.(code)) return
      retry = window.setTimeout(open, waitMs * (1 + jitter * (Math.random() - 0.5)))
      waitMs = Math.min(waitMs * 2, longestWaitMs)
      if (!answered && onUnknown) void giveUpWhereUnknown(onUnknown)
    })
  }
  const giveUpWhereUnknown = async (tell: () => void) => {
    if (!(await isUnknown())) return
    clearTimeout(retry)
    clearTimeout(untold)
    retry = undefined
    tell()
  }
  const now = () => {
    if (retry === undefined || document.hidden) return
    clearTimeout(retry)
    open()
  }
  // Whoever comes back to the page does not want to wait.
  document.addEventListener('visibilitychange', now)
  addEventListener('online', now)
  open()
  return {
    send: (message) => {
      if (socket?.readyState !== WebSocket.OPEN) return false
      socket.send(JSON.stringify(message))
      return true
    },
  }
}

/** A socket that is refused does not say why; a request does. */
const isUnknown = (): Promise<boolean> =>
  fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(
    ({ status }) => status === 404,
    () => false,
  )
