import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Guard } from './guard.ts'

/** Takes a socket that was let in: `(socket) => channel.admit(socket, about)`. */
export type Admit = (socket: WebSocket) => void

/** Where a socket is asked for, from which address, and whether by this machine itself. */
export interface Asked {
  path: string
  query: URLSearchParams
  from: string
  local: boolean
}

/** Decides who may have a socket at an address: what takes it, or the status that refuses it (404, 403). */
export type Door = (asked: Asked) => Admit | number

/** The largest message that a page may send. Units: bytes. */
const maxPayload = 65_536

/**
 * Lets sockets into a server: those of its own pages, at addresses that the door knows. Any other upgrade is refused with
 * a status, and its connection ended. Gives what ends all sockets.
 */
export function letIn(
  server: { on(event: 'upgrade', take: (request: IncomingMessage, socket: Duplex, head: Buffer) => void): unknown },
  guard: Guard,
  door: Door,
): () => void {
  // Nothing is compressed: the other end is near, and a thousand compressors would need memory and time.
  const sockets = new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => {})
    const admit = ask(request, guard, door)
    if (typeof admit === 'number') refuse(socket, admit)
    else sockets.handleUpgrade(request, socket, head, admit)
  })
  return () => {
    for (const socket of sockets.clients) socket.terminate()
    sockets.close()
  }
}

function ask({ headers, method, socket, url = '' }: IncomingMessage, guard: Guard, door: Door): Admit | number {
  if (headers.upgrade?.toLowerCase() !== 'websocket' || method !== 'GET') return 400
  if (!guard.isOwnOrigin(headers.origin, headers.host)) return 403
  const [path = '', query = ''] = url.split('?', 2)
  const from = socket.remoteAddress ?? ''
  const local = /^(?:::ffff:)?127\.|^::1$/.test(from)
  return door({ path, query: new URLSearchParams(query), from, local })
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
    socket.destroy(),
  )
}
