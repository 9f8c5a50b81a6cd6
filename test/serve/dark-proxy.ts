import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A way to a server that can go dark: then nothing comes through, and nobody is told. */
export interface DarkProxy {
  /** An address of the server, by this way. */
  address(direct: string): string
  /** From now on all that is sent vanishes; further connections are taken, and hear nothing. */
  goDark(): void
  /** Connections that come from now on are carried again; those that went dark stay so. */
  goLight(): void
  /** Whether anything was sent that vanished. */
  swallowed(): boolean
  close(): void
}

/** Opens one to a port of this machine, which also changes its own name in requests to that of the server. */
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
