/** How long a page waits before it tries again, the first time and at most. Units: milliseconds. */
const firstWaitMs = 200
const longestWaitMs = 4000
/** Shorter losses than this are not told. Units: milliseconds. */
const untoldMs = 1500
/** The code by which a server says that it is another run than that of the page. */
const otherRun = 4001

export interface ConnectEvents {
  /** Where the socket is, below the page's own address; asked for anew at every try. */
  address(): string
  onMessage(message: unknown): void
  /** Tells that the connection is lost, and that it is there again. */
  onLost(lost: boolean): void
}

/** Keeps a socket to the server open: one that is lost is opened again, soon at first, then more seldom. */
export function connect({ address, onMessage, onLost }: ConnectEvents): void {
  let waitMs = firstWaitMs
  let retry: number | undefined
  let untold: number | undefined
  const open = () => {
    retry = undefined
    const url = new URL(address(), location.href)
    url.protocol = url.protocol.replace('http', 'ws')
    const socket = new WebSocket(url)
    socket.addEventListener('open', () => {
      waitMs = firstWaitMs
      clearTimeout(untold)
      untold = undefined
      onLost(false)
    })
    socket.addEventListener('message', ({ data }) => onMessage(JSON.parse(data)))
    socket.addEventListener('close', ({ code }) => {
      if (code === otherRun) return location.reload()
      untold ??= window.setTimeout(onLost, untoldMs, true)
      retry = window.setTimeout(open, waitMs)
      waitMs = Math.min(waitMs * 2, longestWaitMs)
    })
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
}
