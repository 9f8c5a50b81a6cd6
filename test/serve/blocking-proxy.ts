import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { connect, type Socket } from 'node:net'

/** How a proxy treats WebSockets: `strips` forwards their request as one for a page, `swallows` accepts it and sends nothing. */
export type SocketTreatment = 'passes' | 'strips' | 'swallows'

/** A proxy to a server that can be made to block WebSockets, as those of offices do; everything else goes through. */
export interface BlockingProxy {
  url: string
  /** From now on. Open sockets end. */
  treatSockets(treatment: SocketTreatment): void
  close(): void
}

/** Opens a proxy to a port of this machine. */
export async function openBlockingProxy(target: number): Promise<BlockingProxy> {
  let treatment: SocketTreatment = 'passes'
  const sockets = new Set<Socket>()
  const server = createServer((asked, answer) => {
    const { connection: _, upgrade: __, ...headers } = asked.headers
    const forwarded = request({ port: target, path: asked.url, method: asked.method, headers }, (response) => {
      answer.writeHead(response.statusCode!, response.headers)
      response.pipe(answer)
    })
    forwarded.on('error', () => answer.destroy())
    asked.pipe(forwarded)
  })
  server.on('upgrade', (asked, near: Socket, head) => {
    sockets.add(near)
    near.on('error', () => {})
    if (treatment === 'swallows') return
    if (treatment === 'strips') return near.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n')
    const far = connect(target, '127.0.0.1')
    far.on('error', () => near.destroy())
    const lines = asked.rawHeaders.flatMap((name, i, all) => (i % 2 ? [] : [`${name}: ${all[i + 1]}`]))
    far.write(`GET ${asked.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
    far.write(head)
    near.pipe(far).pipe(near)
    near.on('close', () => far.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}/`,
    treatSockets: (next) => {
      treatment = next
      for (const socket of sockets) socket.destroy()
      sockets.clear()
    },
    close: () => {
      server.close()
      server.closeAllConnections()
      for (const socket of sockets) socket.destroy()
    },
  }
}
