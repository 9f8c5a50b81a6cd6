import { getRequestListener } from '@hono/node-server'
import { type AppParts, makeApp } from './app.ts'
import { type Door, letIn } from './door.ts'
import { makeGuard, networkAddresses } from './guard.ts'
import { type ListenOptions, listen } from './listen.ts'

/** What a server answers with. */
export interface Served extends ListenOptions, AppParts {
  /** Who may have a socket where. */
  door: Door
}

/** A server that runs. */
export interface RunningServer {
  port: number
  /** Whether the usual port was taken, so that it has another. */
  moved: boolean
  /** Its address for this machine, `http://127.0.0.1:4321`, and those for the network where it is open to that. */
  address: string
  networkAddresses: string[]
  /** Ends it at once: connections are cut, sockets too. */
  close(): Promise<void>
}

/**
 * Starts a server of the house: closed to foreign names and pages, read-only, with sockets. Both `serve` and `present` are
 * routes and a door on it.
 *
 * Errors: `port-taken`, `port-forbidden`, `port-unusable`, exit code 3.
 */
export async function openServer({ addRoutes, door, onBug, open, port: asked }: Served): Promise<RunningServer> {
  const { server, port, moved } = await listen({ open, port: asked })
  const guard = makeGuard({ port, open })
  server.on('request', getRequestListener(makeApp(guard, { addRoutes, onBug }).fetch, { overrideGlobalObjects: false }))
  const endSockets = letIn(server, guard, door)
  return {
    port,
    moved,
    address: `http://127.0.0.1:${port}`,
    networkAddresses: open ? networkAddresses().map((address) => `http://${address}:${port}`) : [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        endSockets()
        server.closeAllConnections()
      }),
  }
}
