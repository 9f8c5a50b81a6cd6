import { getRequestListener } from '@hono/node-server'
import { type AppOptions, makeApp } from './app.ts'
import { makeHostCheck, networkAddresses } from './host-check.ts'
import { type ListenOptions, listen } from './listen.ts'
import { attachSockets, type UpgradeHandler } from './upgrade.ts'

/** What a server answers with. */
export interface ServerOptions extends ListenOptions, AppOptions {
  /** Who may have a socket where. */
  handleUpgrade: UpgradeHandler
}

/** A server that runs. */
export interface RunningServer {
  port: number
  /** Whether the usual port was taken, so that it has another. */
  moved: boolean
  /** Its address for this machine, `http://127.0.0.1:4321`, and those for the network where it is open to that. */
  localUrl: string
  networkUrls: string[]
  /** Ends it at once: connections are cut, sockets too. */
  close(): Promise<void>
}

/**
 * Starts a server of the house: closed to foreign names and pages, read-only, with sockets. Both `serve` and `present` are
 * routes and a door on it.
 *
 * Errors: `port-taken`, `port-forbidden`, `port-unusable`, exit code 3.
 */
export async function openServer({
  addRoutes,
  handleUpgrade,
  onBug,
  open,
  port: asked,
}: ServerOptions): Promise<RunningServer> {
  const { server, port, moved } = await listen({ open, port: asked })
  const hostCheck = makeHostCheck({ port, open })
  server.on(
    'request',
    getRequestListener(makeApp(hostCheck, { addRoutes, onBug }).fetch, { overrideGlobalObjects: false }),
  )
  const endSockets = attachSockets(server, hostCheck, handleUpgrade)
  return {
    port,
    moved,
    localUrl: `http://127.0.0.1:${port}`,
    networkUrls: open ? networkAddresses().map((localUrl) => `http://${localUrl}:${port}`) : [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        endSockets()
        server.closeAllConnections()
      }),
  }
}
