import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { HostCheck } from './host-check.ts'

/** Takes a socket that was let in: `(socket) => channel.admit(socket, about)`. */
export type AcceptSocket = (socket: WebSocket) => void

/** Where a socket is asked for, from which address, and whether by this machine itself. */
export interface UpgradeRequest {
  path: string
  query: URLSearchParams
  remoteAddress: string
  local: boolean
}

/** Decides who may have a socket at an address: what takes it, or the status that refuses it (404, 403). */
export type UpgradeHandler = (asked: UpgradeRequest) => AcceptSocket | number

/** The largest message that a page may send. Units: bytes. */
const maxMessageBytes = 65_536

/**
 * Lets sockets into a server: those of its own pages, at addresses that the door knows. Any other upgrade is refused with
 * a status, and its connection ended. Gives what ends all sockets.
 */
export function attachSockets(
  server: { on(event: 'upgrade', take: (request: IncomingMessage, socket: Duplex, head: Buffer) => void): unknown },
  guard: HostCheck,
  handleUpgrade: UpgradeHandler,
): () => void {
  // Nothing is compressed: the other end is near, and a thousand compressors would need memory and time.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes, perMessageDeflate: false })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => {})
    const admit = routeUpgrade(request, guard, handleUpgrade)
    if (typeof admit === 'number') rejectUpgrade(socket, admit)
    else sockets.handleUpgrade(request, socket, head, admit)
  })
  return () => {
    for (const socket of sockets.clients) socket.terminate()
    sockets.close()
  }
}

function routeUpgrade(
  { headers, method, socket, url = '' }: IncomingMessage,
  guard: HostCheck,
  handleUpgrade: UpgradeHandler,
): AcceptSocket | number {
  if (headers.upgrade?.toLowerCase() !== 'websocket' || method !== 'GET') return 400
  if (!guard.isOwnOrigin(headers.origin, headers.host)) return 403
  const [path = '', query = ''] = url.split('?', 2)
  const remoteAddress = socket.remoteAddress ?? ''
  const local = /^(?:::ffff:)?127\.|^::1$/.test(remoteAddress)
  return handleUpgrade({ path, query: new URLSearchParams(query), remoteAddress, local })
}

function rejectUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
    socket.destroy(),
  )
}
