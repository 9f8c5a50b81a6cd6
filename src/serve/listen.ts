import { createServer, type Server } from 'node:http'
import { KormeError } from '../model/errors.ts'

/** Where a server begins to look for a free port, and how many it tries. */
const defaultPort = 4321
const maxPortTries = 100

/**
 * Limits on those who connect: whoever takes longer than this over a request, or sends more, is cut off.
 * Units: milliseconds, bytes.
 */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
  noDelay: true,
}

/** What to listen on. */
export interface ListenOptions {
  /** This port and no other; without it 4321, or the next that is free. */
  port?: number | undefined
  /** Whether others in the network may connect; otherwise this machine alone. */
  open: boolean
}

/**
 * Starts an HTTP server, which does not answer yet. `moved` is true where 4321 was taken.
 * Errors: `port-taken`, `port-forbidden`, exit code 3.
 */
export async function listen({ port, open }: ListenOptions): Promise<{ server: Server; port: number; moved: boolean }> {
  const server = createServer(limits)
  const ports = port === undefined ? Array.from({ length: maxPortTries }, (_, i) => defaultPort + i) : [port]
  const found = await firstFree(server, ports, open)
  // A connection that cannot be taken (no more file handles) is no reason to end.
  server.on('error', () => {})
  return { server, port: found, moved: port === undefined && found !== defaultPort }
}

async function firstFree(server: Server, ports: readonly number[], open: boolean): Promise<number> {
  for (const port of ports) {
    const code = await tryPort(server, port, open)
    if (code === null) return (server.address() as { port: number }).port
    if (code === 'EACCES') throw new KormeError({ code: 'port-forbidden', port })
    if (code !== 'EADDRINUSE') throw new KormeError({ code: 'port-unusable', port, reason: code })
  }
  throw new KormeError({ code: 'port-taken', port: ports[0] as number, last: ports.at(-1) as number })
}

/** Null once the server listens, else the system's code for why it does not. */
const tryPort = (server: Server, port: number, open: boolean): Promise<string | null> =>
  new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException) => {
      server.off('listening', done)
      resolve(error.code ?? error.message)
    }
    const done = () => {
      server.off('error', fail)
      resolve(null)
    }
    server.once('error', fail)
    server.once('listening', done)
    // Without a host, on all addresses of both families.
    server.listen(open ? { port } : { port, host: '127.0.0.1' })
  })
