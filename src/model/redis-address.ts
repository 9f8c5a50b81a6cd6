import { parseAddress } from './web-address.ts'

/** Where a Redis server is. It never holds a password: that comes from the environment. */
export interface RedisAddress {
  host: string
  port: number
  /** Null: the default user. */
  username: string | null
  /** The number of the database. */
  database: number
  /** Whether the connection is encrypted: `rediss://`. */
  tls: boolean
}

const defaultPort = 6379

/**
 * Reads `redis://host:6379`, `rediss://user@host/2`.
 *
 * Shape:  `secret` if the address holds a password: other users of the machine can read it in the list of processes. Null for
 *         anything else that is no such address.
 */
export function parseRedisAddress(text: string): RedisAddress | 'secret' | null {
  const url = parseAddress(text)
  if (!url || (url.protocol !== 'redis:' && url.protocol !== 'rediss:')) return null
  if (url.password !== '' || /[?&#](?:auth|pass|password)=/i.test(url.search + url.hash)) return 'secret'
  const database = /^\/?(\d{0,4})$/.exec(url.pathname)?.[1]
  if (url.hostname === '' || database === undefined || url.search !== '' || url.hash !== '') return null
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? defaultPort : Number(url.port),
    username: url.username === '' ? null : decoded(url.username),
    database: Number(database),
    tls: url.protocol === 'rediss:',
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The address as messages show it: `redis://host:6379`. */
export function addressText({ host, port, tls }: RedisAddress): string {
  return `${tls ? 'rediss' : 'redis'}://${host.includes(':') ? `[${host}]` : host}:${port}`
}
