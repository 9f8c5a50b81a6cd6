import { Hono } from 'hono'
import type { HostCheck } from './host-check.ts'

/** The headers of every response. A page may replace them, above all to allow its scripts. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** The routes of an application. */
export interface AppOptions {
  /** Adds the routes that only read. All of them are GET. */
  addRoutes(app: Hono): void
  /** Adds routes that change something. They come first; without them, the application is read-only. */
  addWriting?: ((app: Hono, hostCheck: HostCheck) => void) | undefined
  /** Called when a route throws, which is a bug. The response does not contain the error. */
  onError(error: unknown): void
}

/**
 * Creates an application that is read-only, except for the routes of `addWriting`: a request for a foreign host gets 403, a
 * method other than GET and HEAD 405, an unknown path 404, and an error in a route 500. All of them have the same headers. Routes see only the path: a query
 * string changes nothing.
 */
export function makeApp(hostCheck: HostCheck, { addRoutes, addWriting, onError }: AppOptions): Hono {
  const app = new Hono({ strict: true })
  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(commonHeaders)) c.header(name, value)
    if (!hostCheck.isOwnHost(c.req.header('host'))) return c.text('Forbidden\n', 403)
    return next()
  })
  addWriting?.(app, hostCheck)
  app.use(async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      return c.text('Method Not Allowed\n', 405, { Allow: 'GET, HEAD' })
    }
    return next()
  })
  addRoutes(app)
  app.notFound((c) => c.text('Not Found\n', 404))
  app.onError((error, c) => {
    onError(error)
    return c.text('Internal Server Error\n', 500)
  })
  return app
}
