import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A proxy to a server that can start to drop all data silently. */
export interface DarkProxy {
  /** The URL of the server through the proxy. */
  address(direct: string): string
  /** From now on, drops all data. New connections are accepted, but get no answer. */
  goDark(): void
  /** From now on, serves new connections. Those whose data was dropped stay dead. */
  goLight(): void
  /** Whether any data was dropped. */
  swallowed(): boolean
  close(): void
}

/** Opens a proxy to a port of this machine. It replaces its own host in requests by that of the server. */
export async function openDarkProxy(target: number): Promise<DarkProxy> {
  const sockets = new Set<Socket>()
  const dark = new Set<Socket>()
  let isDark = false
  let swallowed = false
  const server = createServer((near) => {
    const far = isDark ? null : connect(target, '127.0.0.1')
    for (const socket of far ? [near, far] : [near]) {
      sockets.add(socket)
      if (isDark) dark.add(socket)
      socket.on('error', () => {})
    }
    near.on('data', (data) => {
      if (!far || dark.has(near)) swallowed = true
      else far.write(data.toString('latin1').replaceAll(own, `127.0.0.1:${target}`), 'latin1')
    })
    far?.on('data', (data) => {
      if (dark.has(far)) swallowed = true
      else near.write(data)
    })
    far?.on('close', () => dark.has(far) || near.destroy())
    near.on('close', () => dark.has(near) || far?.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const own = `127.0.0.1:${(server.address() as { port: number }).port}`
  return {
    address: (direct) => direct.replace(/127\.0\.0\.1:\d+/, own),
    goDark: () => {
      isDark = true
      swallowed = false
      for (const socket of sockets) dark.add(socket)
    },
    goLight: () => {
      isDark = false
    },
    swallowed: () => swallowed,
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
