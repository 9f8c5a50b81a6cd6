import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { HostCheck } from './host-check.ts'

/** Receives an accepted socket: `(socket) => channel.accept(socket, info)`. */
export type AcceptSocket = (socket: WebSocket) => void

/** A request for a socket. `local`: whether it comes from this machine. */
export interface UpgradeRequest {
  path: string
  query: URLSearchParams
  remoteAddress: string
  /** Shape: the header `Cookie`. */
  cookies: string | undefined
  local: boolean
}

/** Decides on a request for a socket: returns the receiver of the socket, or the status that refuses it (404, 403). */
export type UpgradeHandler = (request: UpgradeRequest) => AcceptSocket | number

/** The maximum size of a message from a page. Units: bytes. */
const maxMessageBytes = 65_536

/**
 * Accepts the sockets of a server: those of its own pages that the handler accepts. Any other upgrade is refused with a
 * status, and its connection is closed. Returns a function that closes all sockets.
 */
export function attachSockets(
  server: { on(event: 'upgrade', listener: (request: IncomingMessage, socket: Duplex, head: Buffer) => void): unknown },
  hostCheck: HostCheck,
  handleUpgrade: UpgradeHandler,
): () => void {
  // No compression: the network is local, and a thousand compressors would need memory and time.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes, perMessageDeflate: false })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => {})
    const accept = routeUpgrade(request, hostCheck, handleUpgrade)
    if (typeof accept === 'number') rejectUpgrade(socket, accept)
    else sockets.handleUpgrade(request, socket, head, accept)
  })
  return () => {
    for (const socket of sockets.clients) socket.terminate()
    sockets.close()
  }
}

function routeUpgrade(
  { headers, method, socket, url = '' }: IncomingMessage,
  hostCheck: HostCheck,
  handleUpgrade: UpgradeHandler,
): AcceptSocket | number {
  if (headers.upgrade?.toLowerCase() !== 'websocket' || method !== 'GET') return 400
  if (!hostCheck.isOwnOrigin(headers.origin, headers.host)) return 403
  const [path = '', query = ''] = url.split('?', 2)
  const remoteAddress = socket.remoteAddress ?? ''
  const local = /^(?:::ffff:)?127\.|^::1$/.test(remoteAddress)
  return handleUpgrade({ path, query: new URLSearchParams(query), remoteAddress, cookies: headers.cookie, local })
}

function rejectUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
    socket.destroy(),
  )
}
