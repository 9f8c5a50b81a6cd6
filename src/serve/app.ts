import { Hono } from 'hono'
import type { HostCheck } from './host-check.ts'

/** Said of every answer. A page may say more of itself, above all which scripts it may run. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** The routes of an application, and who hears of their mistakes. */
export interface AppOptions {
  /** Adds the routes, GET only: all that is served. */
  addRoutes(app: Hono): void
  /** A route threw, which is a mistake of ours: whoever asked is told no more than that there was one. */
  onBug(error: Error): void
}

/**
 * An application that only reads: what is asked for by a foreign name gets 403, any method but GET and HEAD 405, what
 * no route knows 404, and a mistake in a route 500, with the same headers on all of them. No query string changes anything:
 * routes are given the path alone.
 */
export function makeApp(guard: HostCheck, { addRoutes, onBug }: AppOptions): Hono {
  const app = new Hono({ strict: true })
  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(commonHeaders)) c.header(name, value)
    if (!guard.isOwnHost(c.req.header('host'))) return c.text('Forbidden\n', 403)
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      return c.text('Method Not Allowed\n', 405, { Allow: 'GET, HEAD' })
    }
    return next()
  })
  addRoutes(app)
  app.notFound((c) => c.text('Not Found\n', 404))
  app.onError((error, c) => {
    onBug(error)
    return c.text('Internal Server Error\n', 500)
  })
  return app
}
