import { createServer, type Server } from 'node:http'
import { KormeError } from '../../model/errors.ts'

/** The first port that a server tries. */
export const defaultPort = 4321
/** How many it tries. */
const maxPortTries = 100

/**
 * Limits for clients: a request that takes longer or is larger is aborted.
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

/** The same for a request where files are sent. Units: milliseconds. */
const uploadTimeoutMs = 180_000

/** Connections that may wait to be accepted: all phones of another process come at once when that one ends. */
const backlog = 4_096

/** Options of `listen`. */
export interface ListenOptions {
  /** The port to use. By default 4321, or the next one that is free. */
  port?: number | undefined
  /** Whether other devices in the local network may connect. */
  network: boolean
  /** Whether clients send files, which takes a slow one longer than any other request. */
  uploads?: boolean | undefined
}

/** An HTTP server that listens on a port, but does not answer yet. */
export interface ListeningServer {
  server: Server
  port: number
  /** Whether the port is not 4321, because that one was taken. */
  isFallbackPort: boolean
}

/** Starts an HTTP server. Errors: `port-taken`, `port-forbidden`, `port-unusable`, exit code 3. */
export async function listen({ port, network, uploads = false }: ListenOptions): Promise<ListeningServer> {
  const server = createServer(uploads ? { ...limits, requestTimeout: uploadTimeoutMs } : limits)
  const ports = port === undefined ? Array.from({ length: maxPortTries }, (_, i) => defaultPort + i) : [port]
  const freePort = await listenOnFirstFree(server, ports, network)
  // A connection that cannot be accepted (no more file handles) must not end the process.
  server.on('error', () => {})
  return { server, port: freePort, isFallbackPort: port === undefined && freePort !== defaultPort }
}

async function listenOnFirstFree(server: Server, ports: readonly number[], network: boolean): Promise<number> {
  for (const port of ports) {
    const code = await tryPort(server, port, network)
    if (code === null) return (server.address() as { port: number }).port
    if (code === 'EACCES') throw new KormeError({ code: 'port-forbidden', port })
    if (code !== 'EADDRINUSE') throw new KormeError({ code: 'port-unusable', port, reason: code })
  }
  throw new KormeError({ code: 'port-taken', port: ports[0] as number, last: ports.at(-1) as number })
}

/** Resolves with null once the server listens, or with the system's error code. */
const tryPort = (server: Server, port: number, network: boolean): Promise<string | null> =>
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
    // Without a host, the server listens on all addresses of IPv4 and IPv6.
    server.listen({ port, backlog, ...(!network && { host: '127.0.0.1' }) })
  })
