import { isIP } from 'node:net'
import type { Redis, RedisOptions } from 'ioredis'
import { KormeError } from '../model/errors.ts'
import { addressText, type RedisAddress } from '../model/redis-address.ts'
import { loadIoredis } from './load-redis.ts'
import { redisFault, versionFault } from './redis-fault.ts'

/** How a server is reached. */
export interface RedisAccess {
  address: RedisAddress
  password: string | null
  /** How long it may be away before the work that needs it is given up. Units: milliseconds. */
  outageMs?: number
  /** Called when the connection breaks and when it stands again. */
  onOutage?: (isOut: boolean) => void
}

/** A connection to a server that answers. It comes back by itself after an outage. */
export interface RedisLink {
  client: Redis
  /** The options of further connections to the same server. */
  options: RedisOptions
  address: RedisAddress
  /** Rejects with `redis-lost` when the server was away for too long. Never resolves. */
  lost: Promise<never>
  /** Closes it; other connections with its options do not come back then. */
  close(): void
}

/** How long a connection may take. Units: milliseconds. */
const connectMs = 5_000
/** How long the first answers may take, with a server that is still loading its data. Units: milliseconds. */
const answerMs = 10_000
const defaultOutageMs = 60_000

/**
 * Connects to a Redis server.
 *
 * Errors: `KormeError` with exit code 3: `package-missing`, or one that says why the server cannot be used. It never hangs.
 */
export async function openRedis(access: RedisAccess): Promise<RedisLink> {
  const { address, password } = access
  const { Redis } = await loadIoredis()
  let isClosed = false
  const options = {
    host: address.host,
    port: address.port,
    db: address.database,
    ...(address.username !== null && { username: address.username }),
    ...(password !== null && { password }),
    ...(address.tls && { tls: isIP(address.host) ? {} : { servername: address.host } }),
    connectTimeout: connectMs,
    maxRetriesPerRequest: null,
    // A connection that is not needed any more must not keep the process alive.
    retryStrategy: (attempt: number) => (isClosed ? null : Math.min(100 * 2 ** Math.min(attempt, 5), 2_000)),
  } satisfies RedisOptions
  await askOnce(new Redis({ ...options, lazyConnect: true, retryStrategy: () => null }), access)
  const client = new Redis(options)
  const { lost, end } = watchOutages(client, access)
  return {
    client,
    options,
    address,
    lost,
    close: () => {
      isClosed = true
      end()
      client.disconnect()
    },
  }
}

/** Asks a server for its version on a connection of its own, which does not come back if it fails. */
async function askOnce(client: Redis, { address, password }: RedisAccess): Promise<void> {
  let firstError: unknown = null
  client.on('error', (error: unknown) => {
    firstError ??= error
  })
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(null), answerMs)
  })
  try {
    const info = await Promise.race([client.connect().then(() => client.info('server')), late])
    const fault = versionFault(info, address)
    if (fault) throw new KormeError(fault)
  } catch (error) {
    if (error instanceof KormeError) throw error
    throw new KormeError(redisFault(firstError ?? error, address, password !== null))
  } finally {
    clearTimeout(timer)
    client.disconnect()
  }
}

/** Rejects `lost` when a client has had no connection for too long. */
function watchOutages(client: Redis, { address, outageMs = defaultOutageMs, onOutage = () => {} }: RedisAccess) {
  let reject!: (error: KormeError) => void
  const lost = new Promise<never>((_, fail) => {
    reject = fail
  })
  lost.catch(() => {}) // whoever waits for it handles it
  let timer: NodeJS.Timeout | null = null
  let ended = false
  // Errors repeat at each attempt; what they mean is told once.
  client.on('error', () => {})
  client.on('close', () => {
    if (timer || ended) return
    onOutage(true)
    const fault = { code: 'redis-lost', server: addressText(address), seconds: Math.round(outageMs / 1000) } as const
    timer = setTimeout(() => reject(new KormeError(fault)), outageMs)
  })
  client.on('ready', () => {
    if (!timer) return
    clearTimeout(timer)
    timer = null
    onOutage(false)
  })
  const end = () => {
    ended = true
    if (timer) clearTimeout(timer)
  }
  return { lost, end }
}
