import { getRequestListener } from '@hono/node-server'
import { type AppOptions, makeApp } from './app.ts'
import { makeHostCheck, openToAll } from './host-check.ts'
import { type ListenOptions, listen } from './listen.ts'
import { attachSockets, type UpgradeHandler } from './upgrade.ts'

/** Options of `openServer`. */
export interface OpenServerOptions extends ListenOptions, AppOptions {
  /** Decides which sockets are accepted. */
  handleUpgrade: UpgradeHandler
  /** Answers requests for any host, and sockets of any page: for what everybody may see, behind a name that is not known here. */
  anyHost?: boolean | undefined
}

/** A running server. */
export interface RunningServer {
  port: number
  /** Whether the port is not 4321, because that one was taken. */
  isFallbackPort: boolean
  /** The URL for this machine, `http://127.0.0.1:4321`. */
  localUrl: string
  /** Stops the server and closes all connections and sockets. */
  close(): Promise<void>
}

/**
 * Starts a server with WebSockets that refuses foreign hosts and pages. `serve` and `present` add their routes
 * and their upgrade handler.
 *
 * Errors: `port-taken`, `port-forbidden`, `port-unusable`, exit code 3.
 */
export async function openServer({
  addRoutes,
  addWriting,
  handleUpgrade,
  anyHost = false,
  onError,
  network,
  uploads,
  port: requestedPort,
}: OpenServerOptions): Promise<RunningServer> {
  const { server, port, isFallbackPort } = await listen({ network, uploads, port: requestedPort })
  const hostCheck = anyHost ? openToAll : makeHostCheck({ port, network })
  server.on(
    'request',
    getRequestListener(makeApp(hostCheck, { addRoutes, addWriting, onError }).fetch, { overrideGlobalObjects: false }),
  )
  const closeSockets = attachSockets(server, hostCheck, handleUpgrade)
  return {
    port,
    isFallbackPort,
    localUrl: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        closeSockets()
        server.closeAllConnections()
      }),
  }
}
